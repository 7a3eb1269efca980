//! The messages of a language as a table for a translation unit, and back. A table is CSV in UTF-8 with a byte order mark,
//! which spreadsheets and translation tools read: `key`, the English text, the translation. A message that depends on a
//! number has a row for each plural category of the language, as CLDR names them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::compile::compile;
use super::finding::{Finding, Place, errors};
use super::json;
use super::messages::{file_of, plural_key};
use super::table::read_text;
use crate::domain::catalog::PluralCategory;
use crate::domain::language::Language;

const KEY: &str = "key";
const ENGLISH: &str = "english";
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table of a language.
///
/// # Errors
/// What is wrong with one of the message files.
pub fn export(root: &Path, language: Language) -> Result<String, Vec<Finding>> {
    let english: BTreeMap<_, _> = pairs(root, Language::En)?.into_iter().collect();
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut rows = vec![[KEY.to_owned(), ENGLISH.to_owned(), language.code().to_owned()]];
    rows.extend(pairs(root, language)?.into_iter().map(|(key, text)| {
        let original = original(&english, &key).unwrap_or_default();
        [key, original.to_owned(), text]
    }));
    for row in &rows {
        table.write_record(row).map_err(|error| unwritable(&error.to_string()))?;
    }
    let bytes = table.into_inner().map_err(|error| unwritable(&error.to_string()))?;
    Ok([BYTE_ORDER_MARK, &String::from_utf8_lossy(&bytes)].concat())
}

/// The English text of a key. Where English has no form of a category, that of many has to do.
fn original<'a>(english: &'a BTreeMap<String, String>, key: &str) -> Option<&'a str> {
    let other = || {
        let (stem, _) = plural_key(key)?;
        english.get(&[stem, "_", PluralCategory::Other.word()].concat())
    };
    english.get(key).or_else(other).map(String::as_str)
}

/// Writes a translated table into the message file of its language, if all content is in order with it. Rows without a
/// translation are left out, and the check names them.
///
/// # Errors
/// What is wrong with the table or with what it says; the message file stays as it was.
pub fn import(root: &Path, language: Language, table: &Path) -> Result<(), Vec<Finding>> {
    let name = table.display().to_string();
    let text = fs::read_to_string(table).map_err(|error| {
        vec![Finding::error(
            Place::file(&name),
            format!("this file could not be read ({error})."),
            "Give the path of a table in UTF-8.",
        )]
    })?;
    let json = json_of(&name, text.trim_start_matches(BYTE_ORDER_MARK), language)?;
    let path = root.join(file_of(language));
    let before = fs::read(&path).ok();
    fs::write(&path, json).map_err(|error| unwritable(&error.to_string()))?;
    let findings = compile(root).findings;
    if errors(&findings) == 0 {
        return Ok(());
    }
    match before {
        Some(before) => fs::write(&path, before),
        None => fs::remove_file(&path),
    }
    .map_err(|error| unwritable(&error.to_string()))?;
    Err(findings)
}

/// The message file that a table stands for.
fn json_of(name: &str, table: &str, language: Language) -> Result<String, Vec<Finding>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(table.as_bytes());
    let fault = |line: u64, wrong: String| {
        let right = format!(
            "Keep the columns {KEY}, {ENGLISH} and {}, and separate them by commas.",
            language.code()
        );
        vec![Finding::error(Place::line(name, usize::try_from(line).unwrap_or_default()), wrong, right)]
    };
    let columns = reader.headers().map_err(|error| fault(1, format!("this is no table ({error}).")))?;
    let place = |column: &str| columns.iter().position(|known| known == column);
    let (Some(key), Some(text)) = (place(KEY), place(language.code())) else {
        return Err(fault(1, format!("the column {KEY} or {} is missing.", language.code())));
    };
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            fault(
                error.position().map_or(1, csv::Position::line),
                format!("this row cannot be read ({error})."),
            )
        })?;
        if let (Some(key), Some(text)) = (record.get(key), record.get(text).filter(|text| !text.is_empty())) {
            lines.push(format!("  {}: {}", quoted(key), quoted(text)));
        }
    }
    Ok(["{\n", &lines.join(",\n"), "\n}\n"].concat())
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Keys and texts of a language in the order of its file.
fn pairs(root: &Path, language: Language) -> Result<Vec<(String, String)>, Vec<Finding>> {
    let mut findings = Vec::new();
    let file = file_of(language);
    let text = read_text(root, &file, &mut findings).ok_or(findings)?;
    let pairs = json::pairs(&file, &text).map_err(|finding| vec![finding])?;
    Ok(pairs.into_iter().map(|pair| (pair.key, pair.text)).collect())
}

fn unwritable(error: &str) -> Vec<Finding> {
    vec![Finding::error(
        Place::file("the table"),
        format!("it could not be written ({error})."),
        "Check the folder.",
    )]
}
