//! Time of the country finder for one key, on this machine: all names of all languages, typed key by key; then the same
//! with a slip in each, which is the slow way. `cargo bench --no-default-features --features tools --bench finder`

#![allow(clippy::print_stdout, reason = "a report is printed")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use country_cooperation::bundle::decode;
use country_cooperation::bundle::index::PartName;
use country_cooperation::domain::content::Content;
use country_cooperation::domain::country_finder::CountryFinder;
use country_cooperation::domain::language::Language;
use country_cooperation::tools::compile::compile;

/// What a key may take on average.
const LIMIT: u64 = 200_000;

fn main() -> ExitCode {
    let Some(content) = content() else {
        println!("The content is not in order: run `bundle check`.");
        return ExitCode::FAILURE;
    };
    let start = Instant::now();
    let finder = CountryFinder::new(&content, Language::En);
    println!("{:<22} {:>9.1} ms", "preparing", start.elapsed().as_secs_f64() * 1000.0);
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for (at, country) in content.countries.iter().enumerate() {
        for (_, name) in country.names.all() {
            let keys = (1..=name.len()).filter_map(|end| name.get(..end));
            right.extend(keys.map(|typed| nanoseconds(|| finder.find(typed).len())));
            let slipped = slipped(name, at);
            wrong.push(nanoseconds(|| finder.find(&slipped).len()));
        }
    }
    let near = vec![nanoseconds(|| finder.nearest("qwertyuiop zxcvbnm", 6).len())];
    report("nearest", near);
    let is_quick = [report("names, key by key", right), report("names with a slip", wrong)];
    if is_quick == [true; 2] { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn content() -> Option<Content> {
    let files = compile(Path::new(env!("CARGO_MANIFEST_DIR"))).files;
    let bytes = |name: &str| files.iter().find(|(file, _)| file == name).map(|(_, bytes)| bytes);
    let index = decode::index(bytes("index.json")?).ok()?;
    let mut content = Content::default();
    for name in [PartName::Countries, PartName::Names, PartName::Spellings] {
        decode::part(name, bytes(&index.part(name)?.file)?, &mut content).ok()?;
    }
    Some(content)
}

/// The name with one letter exchanged for the next.
fn slipped(name: &str, at: usize) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let place = (at + 1) % letters.len().max(1);
    if place + 1 < letters.len() {
        letters.swap(place, place + 1);
    }
    letters.into_iter().collect()
}

/// The best of three runs: other programs only ever add to the time.
fn nanoseconds(run: impl Fn() -> usize) -> u64 {
    let once = || {
        let start = Instant::now();
        std::hint::black_box(run());
        u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    };
    (0..3).map(|_| once()).min().unwrap_or(0)
}

/// Prints a line and tells whether the mean is within the limit.
fn report(what: &str, mut times: Vec<u64>) -> bool {
    times.sort_unstable();
    let count = times.len().max(1);
    let mean = times.iter().sum::<u64>() / count as u64;
    let at = |part: usize| times.get(count * part / 100).or(times.last()).copied().unwrap_or(0);
    println!("{what:<22} {count:>6} keys: mean {mean:>8} ns, p99 {:>8} ns, max {:>8} ns", at(99), at(100));
    mean <= LIMIT
}
