//! What the boxes of a page ask of the matcher of countries. A shell may have its code elsewhere until somebody searches.

use std::sync::Arc;

use crate::domain::content::Content;
use crate::domain::country_finder::{CountryFinder, Found, FoundSet};
use crate::domain::language::Language;
use crate::domain::plain_finder::PlainFinder;
use crate::domain::search::places::{Named, named};

/// [`CountryFinder`], or what stands in for it, known by what it answers only.
pub trait Matcher: Send + Sync {
    /// The countries that a text may mean, best first.
    fn find(&self, text: &str) -> Vec<Found>;
    /// Which countries a text leaves in a list.
    fn find_set(&self, text: &str) -> FoundSet;
    /// Whether the first country found is meant for sure.
    fn is_certain(&self, text: &str) -> bool;
    /// The countries that a text names in the midst of other words.
    fn named(&self, text: &str, content: &Content, language: Language) -> Vec<Named>;
    /// The names nearest to a text, whatever it is.
    fn nearest(&self, text: &str, count: usize) -> Vec<Found>;
}

impl Matcher for CountryFinder {
    fn find(&self, text: &str) -> Vec<Found> {
        self.find(text)
    }

    fn find_set(&self, text: &str) -> FoundSet {
        self.find_set(text)
    }

    fn is_certain(&self, text: &str) -> bool {
        self.is_certain(text)
    }

    fn named(&self, text: &str, content: &Content, language: Language) -> Vec<Named> {
        named(text, self, content, language)
    }

    fn nearest(&self, text: &str, count: usize) -> Vec<Found> {
        self.nearest(text, count)
    }
}

impl Matcher for PlainFinder {
    fn find(&self, text: &str) -> Vec<Found> {
        self.find(text)
    }

    fn find_set(&self, text: &str) -> FoundSet {
        self.find_set(text)
    }

    fn is_certain(&self, text: &str) -> bool {
        self.is_certain(text)
    }

    fn named(&self, _: &str, _: &Content, _: Language) -> Vec<Named> {
        Vec::new()
    }

    fn nearest(&self, _: &str, _: usize) -> Vec<Found> {
        Vec::new()
    }
}

/// What is left where the code of the matcher cannot be had: names are found by pieces of them.
pub fn plain_matcher(content: &Content, language: Language) -> Arc<dyn Matcher> {
    Arc::new(PlainFinder::new(content, language))
}

/// A matcher for readers of a language, with what has arrived of the content.
pub fn matcher(content: &Content, language: Language) -> Arc<dyn Matcher> {
    Arc::new(CountryFinder::new(content, language))
}
