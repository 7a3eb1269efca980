//! The command line of the compiler.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::compile::compile;
use super::finding::{self, Finding};
use super::{css, finish, message_enum, output, search, translation_table};
use crate::domain::language::Language;
use crate::domain::search::work::Work;

const HELP: &str = "\
bundle check              checks the content and tells all that is wrong with it
bundle build [--out DIR]  checks it and writes data, citations, feeds and the style sheet (default: target/bundle)
bundle messages           writes src/domain/message.rs from content/messages/en.json
bundle export LANGUAGE --out FILE
                          writes the messages of a language as a table for translators
bundle import LANGUAGE FILE
                          takes a translated table into content/messages, if nothing is wrong with it
bundle css --out FILE     writes the style sheet alone
bundle search --out DIR --works FILE
                          writes the search over the works of a file of JSON lines
bundle finish             puts names and hashes into the page in TRUNK_STAGING_DIR
";

/// Runs a command.
pub fn run(arguments: &[String]) -> ExitCode {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = project_folder();
    let done = match words.as_slice() {
        ["check"] => check(&root),
        ["build"] => build(&root, &root.join("target/bundle")),
        ["build", "--out", folder] => build(&root, Path::new(folder)),
        ["messages"] => messages(&root),
        ["export", language, "--out", file] => export(&root, language, Path::new(file)),
        ["import", language, file] => import(&root, language, Path::new(file)),
        ["css", "--out", file] => style(&root, Path::new(file)),
        ["search", "--out", folder, "--works", file] => search_of(Path::new(folder), Path::new(file)),
        ["finish"] => finish_page(&root),
        ["help"] => Ok(HELP.to_owned()),
        _ => Err(HELP.to_owned()),
    };
    // If nobody listens any more, there is nobody to tell.
    match done {
        Ok(text) => {
            _ = io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(text) => {
            _ = io::stderr().write_all(text.as_bytes());
            ExitCode::FAILURE
        }
    }
}

/// What documents in frames on other sites need, in `public/embed`.
const EMBED_FILES: [&str; 5] = ["frame.js", "shell.js", "check.js", "loader.js", "loader.d.ts"];

/// Text for the reader, on success or on failure.
type Done = Result<String, String>;

/// Cargo tells where the project lies; without cargo it is the folder the command is run in.
fn project_folder() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}

fn check(root: &Path) -> Done {
    let compiled = compile(root);
    report(&compiled.findings).map(|warnings| warnings + "The content is in order.\n")
}

fn build(root: &Path, folder: &Path) -> Done {
    let compiled = compile(root);
    let mut findings = compiled.findings;
    let mut style = |list| {
        css::bundle(root, list).map_err(|found| findings.extend(found)).unwrap_or_default().into_bytes()
    };
    let styles = [
        ("main.css", style(css::MAIN)),
        ("embed/v1/embed.css", style(css::EMBED)),
        ("embed/v1/shell.css", style(css::SHELL)),
    ];
    let warnings = report(&findings)?;
    let mut files: Vec<_> =
        compiled.files.into_iter().map(|(name, bytes)| (["data/", &name].concat(), bytes)).collect();
    files.extend(compiled.beside);
    files.extend(styles.map(|(name, bytes)| (name.to_owned(), bytes)));
    for name in EMBED_FILES {
        let file = root.join("public/embed").join(name);
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}.\n", file.display()))?;
        files.push((["embed/v1/", name].concat(), bytes));
    }
    output::replace_folder(folder, &files).map_err(|error| not_written(folder, &error))?;
    let refreshed = messages(root)?;
    Ok(format!("{warnings}{refreshed}{} files written to {}.\n", files.len(), folder.display()))
}

fn messages(root: &Path) -> Done {
    let source =
        message_enum::source(root).map_err(|findings| report(&findings).err().unwrap_or_default())?;
    let file = root.join(message_enum::FILE);
    let changed =
        output::write_if_changed(&file, source.as_bytes()).map_err(|error| not_written(&file, &error))?;
    Ok(if changed { format!("{} was brought up to date.\n", message_enum::FILE) } else { String::new() })
}

fn export(root: &Path, language: &str, file: &Path) -> Done {
    let table = translation_table::export(root, language_of(language)?)
        .map_err(|findings| report(&findings).err().unwrap_or_default())?;
    output::write_if_changed(file, table.as_bytes()).map_err(|error| not_written(file, &error))?;
    Ok(format!("The messages were written to {}.\n", file.display()))
}

fn import(root: &Path, language: &str, file: &Path) -> Done {
    translation_table::import(root, language_of(language)?, file)
        .map_err(|findings| report(&findings).err().unwrap_or_default())?;
    Ok(format!("content/messages/{language}.json was written.\n"))
}

fn language_of(code: &str) -> Result<Language, String> {
    Language::from_code(code)
        .ok_or_else(|| format!("\"{code}\" is not a language of the site: en, fr, es, ar, zh, ru.\n"))
}

fn style(root: &Path, file: &Path) -> Done {
    let style =
        css::bundle(root, css::MAIN).map_err(|findings| report(&findings).err().unwrap_or_default())?;
    output::write_if_changed(file, style.as_bytes()).map_err(|error| not_written(file, &error))?;
    Ok(String::new())
}

fn search_of(folder: &Path, file: &Path) -> Done {
    write_search(folder, search::works_of_file(file)?)
}

fn write_search(folder: &Path, works: Vec<Work>) -> Done {
    let count = works.len();
    let files = search::files(works);
    output::replace_folder(folder, &files).map_err(|error| not_written(folder, &error))?;
    Ok(format!("A search over {count} works in {} files was written to {}.\n", files.len(), folder.display()))
}

fn finish_page(root: &Path) -> Done {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
        "TRUNK_STAGING_DIR is not set: Trunk runs this command when it builds.\n".to_owned()
    })?;
    // Trunk says for whom it builds: what is only tried out here stays readable.
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let shrink = if is_release { finish::minified } else { finish::without_comments };
    finish::finish(root, Path::new(&staging), shrink).map_err(|unfinished| unfinished.0 + "\n")?;
    Ok(String::new())
}

/// The findings, one to a line.
///
/// # Errors
/// The same text with a closing line, if there is an error among them.
pub fn report(findings: &[Finding]) -> Result<String, String> {
    let lines: String = findings.iter().flat_map(|finding| [finding.to_string(), "\n".to_owned()]).collect();
    match finding::errors(findings) {
        0 => Ok(lines),
        1 => Err(lines + "1 error. Nothing was written.\n"),
        errors => Err(format!("{lines}{errors} errors. Nothing was written.\n")),
    }
}

fn not_written(path: &Path, error: &io::Error) -> String {
    format!("{} could not be written: {error}.\n", path.display())
}
