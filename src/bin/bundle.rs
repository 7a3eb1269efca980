//! The content compiler's command line. `bundle help` tells what it can do.

use std::process::ExitCode;

fn main() -> ExitCode {
    country_cooperation::tools::command::run(&std::env::args().skip(1).collect::<Vec<_>>())
}
