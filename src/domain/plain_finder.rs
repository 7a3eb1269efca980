//! Finding a country by its name alone: for where the code of the matcher (`country_finder.rs`) cannot be had, such as without a
//! connection. Other names, codes and slips are beyond it.

use super::content::Content;
use super::country::Iso3;
use super::country_finder::{Found, FoundSet, Reason};
use super::fold::fold;
use super::language::Language;

/// The names of all countries in one language, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct PlainFinder {
    /// Without case and accents, in the order of the content.
    names: Vec<(Iso3, String)>,
}

impl PlainFinder {
    /// Prepares the names.
    pub fn new(content: &Content, language: Language) -> Self {
        let name = |country: &super::country::Country| (country.iso3, fold(country.names.get(language)));
        Self { names: content.countries.iter().map(name).collect() }
    }

    /// The countries whose names hold the text: first whose whole name it is, then whose name begins with it. An empty text means
    /// none.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let typed = fold(text);
        let typed = typed.trim();
        if typed.is_empty() {
            return Vec::new();
        }
        let rank = |name: &str| match (name == typed, name.starts_with(typed), name.contains(typed)) {
            (true, ..) => Some(0),
            (_, true, _) => Some(1),
            (.., true) => Some(2),
            _ => None,
        };
        let found = |wanted| {
            self.names.iter().filter(move |(_, name)| rank(name) == Some(wanted)).map(|(iso3, _)| *iso3)
        };
        found(0).chain(found(1)).chain(found(2)).map(|iso3| Found { iso3, reason: Reason::Name }).collect()
    }

    /// Which countries the text leaves in a list. An empty text leaves all.
    pub fn find_set(&self, text: &str) -> FoundSet {
        let typed = fold(text);
        let typed = typed.trim();
        if typed.is_empty() {
            return FoundSet::All;
        }
        FoundSet::Some(self.names.iter().map(|(_, name)| name.contains(typed)).collect())
    }

    /// Whether the text is the whole name of a country.
    pub fn is_certain(&self, text: &str) -> bool {
        let typed = fold(text);
        self.names.iter().any(|(_, name)| name == typed.trim())
    }
}
