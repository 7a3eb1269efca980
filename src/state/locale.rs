//! The language a reader sees: its messages, and how it writes numbers, dates and alphabetical order.

use std::cmp::Ordering;

use leptos::prelude::expect_context;

use crate::domain::catalog::{Catalog, PluralCategory, fill};
use crate::domain::date::PartialDate;
use crate::domain::figure::{Decimal, Value};
use crate::domain::language::Language;
use crate::domain::message::{Msg, Plural};

/// What differs between languages and is known to the browser, not to us.
pub trait Formats: Send + Sync {
    /// The plural category of a whole number.
    fn plural(&self, count: u32) -> PluralCategory;
    /// A number with the language's grouping and decimal mark, to three decimal places at most.
    fn number(&self, number: f64) -> String;
    /// A date to the precision it has.
    fn date(&self, date: PartialDate) -> String;
    /// The order of two texts in the language's alphabet.
    fn collate(&self, a: &str, b: &str) -> Ordering;
    /// The parts joined as an enumeration: "a, b and c".
    fn list(&self, parts: &[String]) -> String;
    /// The parts joined as a choice: "a, b or c".
    fn any_of(&self, parts: &[String]) -> String;
    /// Makes one of the formatters ready before it is needed; tells whether there is one of that number.
    fn prepare(&self, _number: usize) -> bool {
        false
    }
}

struct Inner {
    language: Language,
    catalog: Catalog,
    formats: Box<dyn Formats>,
}

/// One interface language, ready to use. Lives as long as the page: there are six at most, and views may then
/// hold messages without counting references.
#[derive(Clone, Copy)]
pub struct Locale(&'static Inner);

impl Locale {
    pub fn new(language: Language, catalog: Catalog, formats: Box<dyn Formats>) -> Self {
        Self(Box::leak(Box::new(Inner { language, catalog, formats })))
    }

    /// Makes one of the formatters ready; tells whether there is one of that number.
    pub fn prepare(self, number: usize) -> bool {
        self.0.formats.prepare(number)
    }

    pub fn language(self) -> Language {
        self.0.language
    }

    /// A message without placeholders.
    pub fn text(self, message: Msg) -> &'static str {
        self.0.catalog.text(message)
    }

    /// A message with its placeholders filled.
    /// A value of the other direction of writing keeps to itself.
    pub fn with(self, message: Msg, values: &[(&str, &str)]) -> String {
        self.fill(self.text(message), values)
    }

    /// A message that counts something: `{{count}}` is the number, written as the language does.
    pub fn count(self, message: Plural, count: usize) -> String {
        self.count_with(message, count, &[])
    }

    /// The same with more placeholders.
    pub fn count_with(self, message: Plural, count: usize, values: &[(&str, &str)]) -> String {
        let number = u32::try_from(count).unwrap_or(u32::MAX);
        let shown = self.number(count);
        let mut all = vec![("count", shown.as_str())];
        all.extend_from_slice(values);
        self.fill(self.0.catalog.plural(message, self.0.formats.plural(number)), &all)
    }

    fn fill(self, template: &str, values: &[(&str, &str)]) -> String {
        fill(template, values, self.language().direction())
    }

    /// What stands between two sentences: Chinese has no space there.
    pub fn space(self) -> &'static str {
        if self.language() == Language::Zh { "" } else { " " }
    }

    pub fn number(self, number: usize) -> String {
        // Below a thousand no language groups digits, and hundreds of such numbers may change at one key.
        if number < 1000 {
            return number.to_string();
        }
        self.0.formats.number(f64::from(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// A number to one decimal place.
    pub fn tenths(self, number: f64) -> String {
        self.0.formats.number((number * 10.0).round() / 10.0)
    }

    pub fn decimal(self, decimal: Decimal) -> String {
        self.0.formats.number(decimal.as_f64())
    }

    /// A figure's value in words: a bound, an approximation and a range stay what they are.
    pub fn value(self, value: Value) -> String {
        let bounded = |message, number| self.with(message, &[("number", &self.decimal(number))]);
        match value {
            Value::Exact(number) => self.decimal(number),
            Value::MoreThan(number) => bounded(Msg::FigureMoreThan, number),
            Value::AtLeast(number) => bounded(Msg::FigureAtLeast, number),
            Value::AtMost(number) => bounded(Msg::FigureAtMost, number),
            Value::About(number) => bounded(Msg::FigureAbout, number),
            Value::Between(low, high) => {
                self.with(Msg::FigureBetween, &[("low", &self.decimal(low)), ("high", &self.decimal(high))])
            }
        }
    }

    pub fn date(self, date: PartialDate) -> String {
        self.0.formats.date(date)
    }

    pub fn collate(self, a: &str, b: &str) -> Ordering {
        self.0.formats.collate(a, b)
    }

    /// The parts joined as an enumeration.
    pub fn list(self, parts: &[String]) -> String {
        // Most enumerations have one part, and the browser takes long to join nothing.
        match parts {
            [] => String::new(),
            [part] => part.clone(),
            parts => self.0.formats.list(parts),
        }
    }

    /// The parts joined as a choice.
    pub fn any_of(self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [part] => part.clone(),
            parts => self.0.formats.any_of(parts),
        }
    }
}

/// The language of the subtree. A view is rebuilt when the language changes, so this is not a signal.
///
/// # Panics
/// Never in the product: every shell provides a locale before it shows a view.
pub fn use_locale() -> Locale {
    expect_context()
}
