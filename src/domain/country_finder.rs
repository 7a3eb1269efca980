//! Finding a country by what somebody types: any of its names, codes and spellings in any language, in any order of its
//! words, with some slips of the finger. One matcher for every box of the product.
//!
//! `search.rs` has the order in which things are tried, `fit.rs` what counts as a match, `typo.rs` the same with slips.
//! `normal.rs` has the rules of spelling, `slip.rs` the distance between two words, `index.rs` what is prepared once.

mod fit;
mod index;
mod near;
mod normal;
mod query;
mod search;
/// Also used by the search, to judge a slip.
pub(super) mod slip;
mod typo;

use fit::{Fit, Hit};
use index::Index;
use normal::Normal;
use query::Query;

use super::content::Content;
use super::country::Iso3;
use super::fold::fold;
use super::language::Language;
use super::order::sorted_by_key;
use super::spelling::SpellingKind;

/// The spellings of every country for readers of one language, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct CountryFinder {
    index: Index,
}

/// A country that a text may mean, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub iso3: Iso3,
    pub reason: Reason,
}

/// What a text has in common with a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The name in the reader's language; [`matched`] tells which part of it.
    Name,
    /// One of the codes.
    Code,
    /// Another name.
    Other(OtherName),
    /// A slip in the name in the reader's language.
    SlipInName,
    /// A slip in another name.
    SlipInOther(OtherName),
}

/// A name that is not the one shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName {
    /// As it was written down.
    pub text: String,
    pub kind: NameKind,
    /// A BCP 47 tag, where it is known.
    pub language: Option<String>,
}

/// What a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// The official name in another of the six languages.
    Official,
    /// From the column `aliases` of the countries.
    Alias,
    /// From the list of spellings.
    Listed(SpellingKind),
}

/// Which records of a list a text leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundSet {
    /// Nothing was typed that could be looked for.
    All,
    /// For each country, in the order of the content, whether it was found.
    Some(Vec<bool>),
}

impl FoundSet {
    /// Whether the country at a position was found.
    pub fn contains(&self, position: usize) -> bool {
        match self {
            Self::All => true,
            Self::Some(found) => found.get(position).copied().unwrap_or(false),
        }
    }
}

impl CountryFinder {
    /// Prepares the spellings that have arrived up to now: without the list of spellings, the names that are here,
    /// aliases and codes.
    pub fn new(content: &Content, language: Language) -> Self {
        Self { index: Index::new(content, language) }
    }

    /// Every country that a text may mean, best first. An empty text means none.
    pub fn find(&self, text: &str) -> Vec<Found> {
        self.ranked(text).into_iter().filter_map(|hit| self.found(hit)).collect()
    }

    /// The countries that [`Self::find`] gives, without their order and reasons. An empty text leaves all.
    pub fn find_set(&self, text: &str) -> FoundSet {
        let query = Query::new(text, &self.index);
        if query.is_empty() {
            return FoundSet::All;
        }
        let mut found = vec![false; self.index.countries.len()];
        for hit in search::hits(&self.index, text, &query) {
            if let Some(slot) = found.get_mut(hit.country) {
                *slot = true;
            }
        }
        FoundSet::Some(found)
    }

    /// Whether the first country found is meant for sure: it is the only one that has exactly this name or code, or
    /// the only one found at all, and not by a beginning with slips.
    pub fn is_certain(&self, text: &str) -> bool {
        match self.ranked(text).as_slice() {
            [] => false,
            [only] => only.rank.fit != Fit::SlipStart,
            [first, second, ..] => first.rank.fit == Fit::Exact && second.rank.fit != Fit::Exact,
        }
    }

    /// The countries whose names look most like a text, `count` of them: what was found, then what is least unlike.
    /// Only a text without letters or digits is like nothing.
    pub fn nearest(&self, text: &str, count: usize) -> Vec<Found> {
        let query = Query::new(text, &self.index);
        let mut hits = self.ranked(text);
        if hits.len() < count && !query.is_empty() {
            let known: Vec<usize> = hits.iter().map(|hit| hit.country).collect();
            let others = near::hits(&self.index, &query);
            hits.extend(
                sorted_by_key(others, |hit| hit.rank).into_iter().filter(|hit| !known.contains(&hit.country)),
            );
        }
        hits.into_iter().take(count).filter_map(|hit| self.found(hit)).collect()
    }

    fn ranked(&self, text: &str) -> Vec<Hit> {
        let query = Query::new(text, &self.index);
        sorted_by_key(search::hits(&self.index, text, &query), |hit| hit.rank)
    }

    fn found(&self, hit: Hit) -> Option<Found> {
        let iso3 = self.index.countries.get(hit.country)?.iso3;
        let entry = hit.entry.and_then(|at| self.index.entries.get(at));
        let is_slip = matches!(hit.rank.fit, Fit::NearlyExact | Fit::Slip | Fit::SlipStart);
        let reason = match entry.map(|entry| self.index.other_name(entry)) {
            None => Reason::Code,
            Some(None) if is_slip => Reason::SlipInName,
            Some(None) => Reason::Name,
            Some(Some(other)) if is_slip => Reason::SlipInOther(other),
            Some(Some(other)) => Reason::Other(other),
        };
        Some(Found { iso3, reason })
    }
}

/// What two spellings have in common that differ in nothing the finder looks at: case, accents, spaces and the like.
pub fn spelling_key(text: &str) -> String {
    Normal::new(text).whole
}

/// The part of a name that a text matches, as byte positions; none if the match came through another name.
pub fn matched(name: &str, text: &str) -> Option<std::ops::Range<usize>> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return None;
    }
    let starts = name.char_indices().map(|(at, _)| at);
    let ends = |start: usize| {
        name.char_indices().map(|(at, char)| at + char.len_utf8()).filter(move |end| *end > start)
    };
    let mut spans = starts.flat_map(|start| ends(start).map(move |end| start..end));
    spans.find(|span| {
        name.get(span.clone())
            .is_some_and(|part| part.starts_with(char::is_alphanumeric) && fold(part) == wanted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matched_part_is_found_in_the_name_as_written() {
        let part = |name: &'static str, text| matched(name, text).and_then(|span| name.get(span));
        assert_eq!(part("Türkiye", "tu"), Some("Tü"));
        assert_eq!(part("Côte d’Ivoire", "cote div"), Some("Côte d’Iv"));
        assert_eq!(part("Guinea-Bissau", "bis"), Some("Bis"));
        assert_eq!(part("Kenya", "uganda"), None);
        assert_eq!(part("Kenya", ""), None);
    }
}
