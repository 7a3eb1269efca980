//! Writes every address of a finished site as HTML: `pages FOLDER [ADDRESS]`.

use std::process::ExitCode;

fn main() -> ExitCode {
    country_cooperation::pages::command(&std::env::args().skip(1).collect::<Vec<_>>())
}
