//! The message files: `content/messages/{language}.json`. English sets the keys; the others must have the same.

mod check;

pub use self::check::plural_categories;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::finding::{Finding, Place};
use super::json;
use super::table::read_text;
use crate::domain::catalog::PluralCategory;
use crate::domain::language::Language;

/// Keys that begin so are labels of slugs in the tables, not messages of the interface.
const TERM: &str = "term.";

/// A text and the line it stands in.
pub(super) struct Message {
    pub line: usize,
    pub text: String,
}

/// The messages of one language, sorted by key.
pub(super) struct Messages {
    pub language: Language,
    pub file: String,
    /// Messages with one form.
    pub texts: BTreeMap<String, Message>,
    /// Messages whose form depends on a number, by key without its ending.
    pub plurals: BTreeMap<String, BTreeMap<PluralCategory, Message>>,
    /// Labels of slugs, by key without `term.`.
    pub terms: BTreeMap<String, Message>,
}

/// Reads and checks the messages of every language. Nothing if English could not be read.
pub(super) fn read(root: &Path, findings: &mut Vec<Finding>) -> Vec<Messages> {
    let mut all: Vec<Messages> = Vec::new();
    let before = findings.len();
    for language in Language::ALL {
        // First things first: a fault in English would be told again for each translation.
        if findings.len() > before && !root.join(file_of(language)).exists() {
            continue;
        }
        let Some(messages) = read_file(root, language, findings) else {
            if language == Language::En {
                return all;
            }
            continue;
        };
        check::check(&messages, all.first(), findings);
        all.push(messages);
    }
    check_folder(root, findings);
    all
}

/// Reads English alone, for the generated enums. Nothing if a finding stands in the way.
pub(super) fn read_english(root: &Path, findings: &mut Vec<Finding>) -> Option<Messages> {
    let messages = read_file(root, Language::En, findings)?;
    check::check(&messages, None, findings);
    Some(messages)
}

/// The names between `{{` and `}}`.
pub(super) fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(name, _)| name).collect()
}

/// The file of a language.
pub(super) fn file_of(language: Language) -> String {
    format!("content/messages/{}.json", language.code())
}

fn read_file(root: &Path, language: Language, findings: &mut Vec<Finding>) -> Option<Messages> {
    let file = file_of(language);
    let text = read_text(root, &file, findings)?;
    let pairs = json::pairs(&file, &text).map_err(|finding| findings.push(finding)).ok()?;
    let mut messages =
        Messages { language, file, texts: BTreeMap::new(), plurals: BTreeMap::new(), terms: BTreeMap::new() };
    for json::Pair { line, key, text } in pairs {
        let message = Message { line, text };
        let earlier = if let Some(slug) = key.strip_prefix(TERM) {
            messages.terms.insert(slug.to_owned(), message)
        } else if let Some((stem, category)) = plural_key(&key) {
            messages.plurals.entry(stem.to_owned()).or_default().insert(category, message)
        } else {
            messages.texts.insert(key.clone(), message)
        };
        if let Some(Message { line: first, .. }) = earlier {
            let wrong = format!("this key stands in line {first} already.");
            let place = Place::line(&messages.file, line).field(&key);
            findings.push(Finding::error(place, wrong, "Remove one of the two."));
        }
    }
    Some(messages)
}

/// Splits the key of a plural form, such as `countries.count_one`.
pub(super) fn plural_key(key: &str) -> Option<(&str, PluralCategory)> {
    let (stem, word) = key.rsplit_once('_')?;
    PluralCategory::from_word(word).map(|category| (stem, category))
}

/// A file for no language would be left out without a word.
fn check_folder(root: &Path, findings: &mut Vec<Finding>) {
    let known: Vec<_> = Language::ALL.into_iter().map(file_of).collect();
    for file in super::stories::files_in(root, "content/messages") {
        if !known.contains(&file) {
            let right =
                "Name it after one of the languages: en.json, fr.json, es.json, ar.json, zh.json or ru.json.";
            findings.push(Finding::error(Place::file(&file), "this file belongs to no language.", right));
        }
    }
}
