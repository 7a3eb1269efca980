//! What is asked of a search, and what it answers. Plain data, so that any back end can answer: this index, or a
//! service far away.

use super::bytes::Damaged;
use super::work::{FacetKind, Work};
use super::works;
use crate::domain::date::Year;

/// A question to a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// As it was typed.
    pub text: String,
    pub choices: Vec<Choice>,
    /// The first and the last year that will do.
    pub from: Option<Year>,
    pub to: Option<Year>,
    pub sort: Sort,
    /// How many hits to pass over, and how many to tell then.
    pub offset: u32,
    pub limit: u32,
    pub counting: Counting,
}

/// A value chosen in a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub facet: FacetKind,
    pub value: String,
    pub role: Role,
}

/// What a chosen value is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of the values of which a hit has one at least.
    Wanted,
    /// A hit does not have it.
    Unwanted,
}

/// The order of the hits. Each order is total: no two hits are equal in it, so pages never repeat or drop one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// First what has more of the words in its title, spelled as they were typed; of equals the newest.
    #[default]
    Relevance,
    Newest,
    Oldest,
    /// By the folded title: case, accents and signs do not matter. Digits come before letters, and the scripts stand
    /// together: Latin, Cyrillic, Arabic, Chinese.
    Title,
}

/// Whether the facets are counted. Without, an index needs fewer parts: first hits can be shown sooner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    #[default]
    All,
    Nothing,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchAnswer {
    /// Number of all hits.
    pub total: u32,
    /// The hits asked for, as numbers that [`SearchBackend::works`] takes.
    pub hits: Vec<u32>,
    /// For each facet, for each of its values: how many hits there would be if in this facet that value alone were
    /// wanted. Empty if they were not asked for.
    pub counts: Vec<Vec<u32>>,
    /// Words without a hit, and what was looked for in their place.
    pub replaced: Vec<Replacement>,
    /// Whether the text had more words than are looked for.
    pub is_cut: bool,
}

/// A word that no record has, and the most similar one that a record has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub typed: String,
    pub used: String,
}

/// Why there is no answer yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// These parts must be supplied first.
    Missing(Vec<String>),
    /// A part is not what it should be.
    Damaged(Damaged),
}

impl From<Damaged> for NoAnswer {
    fn from(damaged: Damaged) -> Self {
        Self::Damaged(damaged)
    }
}

/// Something that answers. It never fetches: it names the parts it lacks, and whoever asks supplies their bytes. For an
/// index a part is a file; for a service it may be the address of a question.
pub trait SearchBackend {
    /// The values of each facet, in the order of the counts.
    fn facets(&self) -> &[Vec<String>];

    /// Number of works.
    fn len(&self) -> u32;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Answers a question.
    ///
    /// # Errors
    /// Parts are missing or damaged.
    fn answer(&self, query: &SearchQuery) -> Result<SearchAnswer, NoAnswer>;

    /// What is shown of some hits.
    ///
    /// # Errors
    /// Parts are missing or damaged.
    fn works(&self, hits: &[u32]) -> Result<Vec<Work>, NoAnswer>;

    /// What is shown of some hits, written as in a block.
    ///
    /// # Errors
    /// Parts are missing or damaged.
    fn written_works(&self, hits: &[u32]) -> Result<Vec<u8>, NoAnswer> {
        self.works(hits).map(|found| works::write(&found, self.facets(), works::Extent::Shown))
    }

    /// The beginnings of the summaries of some hits, for a list that is shown already.
    ///
    /// # Errors
    /// Parts are missing or damaged.
    fn summaries(&self, hits: &[u32]) -> Result<Vec<String>, NoAnswer>;

    /// Takes the bytes of a part.
    ///
    /// # Errors
    /// They are not that part's. Nothing has changed then.
    fn supply(&mut self, part: &str, bytes: Vec<u8>) -> Result<(), Damaged>;
}

impl SearchQuery {
    /// The values chosen in a facet for one thing.
    pub fn chosen(&self, facet: FacetKind, role: Role) -> impl Iterator<Item = &str> {
        let fits = move |choice: &&Choice| choice.facet == facet && choice.role == role;
        self.choices.iter().filter(fits).map(|choice| choice.value.as_str())
    }

    /// Whether a year lies in the span.
    pub fn has_year(&self, year: Option<Year>) -> bool {
        let after = self.from.is_none_or(|from| year.is_some_and(|year| year >= from));
        after && self.to.is_none_or(|to| year.is_some_and(|year| year <= to))
    }

    /// Whether the years are limited.
    pub fn has_span(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}
