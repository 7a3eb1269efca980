//! What must hold for every message, and between a translation and English.

use std::collections::{BTreeMap, BTreeSet};

use super::super::finding::{Finding, Place};
use super::{Message, Messages, placeholders};
use crate::domain::catalog::PluralCategory;
use crate::domain::language::Language;

/// Placeholders for the number itself. A form for a single number, such as "one country", may do without them.
const NUMBERS: [&str; 2] = ["count", "number"];

/// Checks a file; with English beside it if it is a translation.
pub(super) fn check(messages: &Messages, english: Option<&Messages>, findings: &mut Vec<Finding>) {
    let mut checker = Checker { messages, findings };
    checker.every_text();
    checker.every_plural();
    match english {
        None => checker.keys(),
        Some(english) => checker.against(english),
    }
}

struct Checker<'a> {
    messages: &'a Messages,
    findings: &'a mut Vec<Finding>,
}

impl Checker<'_> {
    fn tell(&mut self, line: Option<usize>, key: &str, wrong: &str, right: &str) {
        let place = Place { line, ..Place::file(&self.messages.file) };
        self.findings.push(Finding::error(place.field(key), wrong, right));
    }

    fn every_text(&mut self) {
        let messages = self.messages;
        for (key, message) in &messages.texts {
            self.text(key, message);
        }
        for (stem, forms) in &messages.plurals {
            for (category, message) in forms {
                self.text(&form_key(stem, *category), message);
            }
        }
        for (slug, message) in &messages.terms {
            self.text(&term_key(slug), message);
        }
    }

    fn text(&mut self, key: &str, message: &Message) {
        let (text, line) = (message.text.as_str(), Some(message.line));
        if text.trim().is_empty() {
            self.tell(
                line,
                key,
                "the text is empty.",
                "Write the text, or remove the key in every language.",
            );
        }
        if text.contains('<') {
            let wrong = format!("\"{text}\" holds the sign <.");
            self.tell(line, key, &wrong, "Write plain text; the page does the marking up.");
        }
        if text.contains(|char| matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) {
            let wrong = "the text holds an invisible character that changes the direction of writing.";
            self.tell(line, key, wrong, "Remove it; the page sets the direction.");
        }
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        let opened = text.matches("{{").count();
        let named = placeholders(text);
        if opened != text.matches("}}").count() || !named.iter().all(|name| is_name(name)) {
            let wrong = format!("\"{text}\" has a placeholder that is not well formed.");
            self.tell(line, key, &wrong, "Write it as {{name}}, in small letters and without spaces.");
        }
    }

    /// A language has exactly the forms it needs; another would never be shown.
    fn every_plural(&mut self) {
        let messages = self.messages;
        let wanted = plural_categories(messages.language);
        let words: Vec<_> = wanted.iter().map(|category| category.word()).collect();
        for (stem, forms) in &messages.plurals {
            for category in wanted.iter().filter(|category| !forms.contains_key(category)) {
                let right = format!("The language needs the forms {}.", words.join(", "));
                self.tell(None, &form_key(stem, *category), "this plural form is missing.", &right);
            }
            for (category, message) in forms.iter().filter(|(category, _)| !wanted.contains(category)) {
                let right = format!("Remove it; the forms are {}.", words.join(", "));
                let wrong = "the language has no such plural form.";
                self.tell(Some(message.line), &form_key(stem, *category), wrong, &right);
            }
        }
    }

    /// The keys of English become names in the program.
    fn keys(&mut self) {
        let messages = self.messages;
        let plurals =
            messages.plurals.iter().filter_map(|(stem, forms)| Some((stem, forms.values().next()?)));
        let mut names = BTreeMap::new();
        for (key, message) in messages.texts.iter().chain(plurals) {
            let words = key.split('.').all(|word| {
                !word.is_empty()
                    && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            });
            if !words || !key.starts_with(|char: char| char.is_ascii_lowercase()) {
                let right =
                    "Write small letters a to z and digits, joined by dots, for example countries.title.";
                self.tell(Some(message.line), key, "this is not a plain key.", right);
            } else if let Some(other) = names.insert(super::super::message_enum::variant(key), key) {
                let wrong = format!("this key cannot be told from \"{other}\" in the program.");
                self.tell(Some(message.line), key, &wrong, "Choose another key.");
            }
        }
    }

    fn against(&mut self, english: &Messages) {
        self.same_keys(&english.texts, &self.messages.texts, str::to_owned);
        self.same_keys(&english.terms, &self.messages.terms, term_key);
        let messages = self.messages;
        for (key, message) in &messages.texts {
            if let Some(original) = english.texts.get(key) {
                let wanted = placeholders(&original.text);
                self.placeholders(key, message, &wanted, &wanted);
            }
        }
        for stem in english.plurals.keys().filter(|stem| !messages.plurals.contains_key(*stem)) {
            let right = format!("Add it in each plural form; English is in {}.", english.file);
            self.tell(None, stem, "the translation is missing.", &right);
        }
        for (stem, forms) in &messages.plurals {
            let Some(originals) = english.plurals.get(stem) else {
                let line = forms.values().next().map(|message| message.line);
                self.tell(line, stem, "English has no such key.", "Remove it, or correct the key.");
                continue;
            };
            let allowed = originals.values().flat_map(|message| placeholders(&message.text)).collect();
            for (category, message) in forms {
                let wanted = wanted(messages.language, *category, originals);
                self.placeholders(&form_key(stem, *category), message, &wanted, &allowed);
            }
        }
    }

    fn same_keys(
        &mut self,
        english: &BTreeMap<String, Message>,
        translated: &BTreeMap<String, Message>,
        full_key: fn(&str) -> String,
    ) {
        for (key, original) in english.iter().filter(|(key, _)| !translated.contains_key(*key)) {
            let right = format!("Translate \"{}\".", original.text);
            self.tell(None, &full_key(key), "the translation is missing.", &right);
        }
        for (key, message) in translated.iter().filter(|(key, _)| !english.contains_key(*key)) {
            let right = "Remove it, or correct the key.";
            self.tell(Some(message.line), &full_key(key), "English has no such key.", right);
        }
    }

    fn placeholders(
        &mut self,
        key: &str,
        message: &Message,
        wanted: &BTreeSet<&str>,
        allowed: &BTreeSet<&str>,
    ) {
        let found = placeholders(&message.text);
        for name in wanted.difference(&found) {
            let wrong = format!("\"{}\" lacks {{{{{name}}}}}.", message.text);
            self.tell(Some(message.line), key, &wrong, "Put the placeholder where the value belongs.");
        }
        for name in found.difference(allowed) {
            let wrong = format!("\"{}\" has {{{{{name}}}}}, which English has not.", message.text);
            self.tell(
                Some(message.line),
                key,
                &wrong,
                "Remove it, or correct its name; names are not translated.",
            );
        }
    }
}

/// What a form must hold: all that English says of several, or, in a form for few numbers, what it says of one.
fn wanted(
    language: Language,
    category: PluralCategory,
    english: &BTreeMap<PluralCategory, Message>,
) -> BTreeSet<&str> {
    use PluralCategory::{One, Other, Two, Zero};
    let of = |category| english.get(&category).map(|message| placeholders(&message.text)).unwrap_or_default();
    match (language, category) {
        // French says "one" of 0 and 1; Russian also of 21, 31 and so on, so there it is a form like any other.
        (Language::Fr, One) => of(One),
        (Language::En | Language::Es | Language::Ar, Zero | One | Two) => {
            of(One).into_iter().filter(|name| !NUMBERS.contains(name)).collect()
        }
        _ => of(Other),
    }
}

fn form_key(stem: &str, category: PluralCategory) -> String {
    [stem, "_", category.word()].concat()
}

fn term_key(slug: &str) -> String {
    [super::TERM, slug].concat()
}

/// The plural categories of a language: those of CLDR 48 for cardinal numbers.
pub fn plural_categories(language: Language) -> &'static [PluralCategory] {
    use PluralCategory::{Few, Many, One, Other};
    match language {
        Language::En => &[One, Other],
        Language::Fr | Language::Es => &[One, Many, Other],
        Language::Ar => &PluralCategory::ALL,
        Language::Zh => &[Other],
        Language::Ru => &[One, Few, Many, Other],
    }
}
