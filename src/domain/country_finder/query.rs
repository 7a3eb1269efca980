//! A typed text, prepared once for all spellings.

use std::ops::Range;

use super::index::Index;
use super::normal::Normal;
use super::slip::{self, Typed};

/// Longer words are not taken for initials.
const INITIALS: usize = 4;

/// What somebody typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    pub whole: String,
    pub lean: String,
    /// The letters of `lean`: a name that lacks one of them can only be meant by a slip.
    pub mask: u32,
    /// The words, longest first, so that a short one does not take the place of a long one.
    pub words: Vec<Wanted>,
}

/// A word of it.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub typed: Typed,
    /// The places of the known words that begin with it.
    pub begun: Range<usize>,
    /// The place of the word itself.
    pub exact: Option<usize>,
}

impl Query {
    pub(super) fn new(text: &str, index: &Index) -> Self {
        Self::of(Normal::new(text), index)
    }

    /// The other way to read a text that may not be at its end.
    pub(super) fn unfinished(text: &str, index: &Index) -> Option<Self> {
        Normal::unfinished(text).map(|normal| Self::of(normal, index))
    }

    /// The text without words such as "Republic".
    pub(super) fn without_state_words(text: &str, index: &Index) -> Option<Self> {
        Normal::new(text).without_state_words().map(|normal| Self::of(normal, index))
    }

    /// The text with its short words as initials, "PR China" as "P R China"; none if they are words.
    pub(super) fn with_initials(&self, index: &Index) -> Option<Self> {
        let is_initials = |word: &Wanted| word.exact.is_none() && (2..=INITIALS).contains(&word.typed.len());
        if !self.words.iter().any(is_initials) {
            return None;
        }
        let mut words = Vec::new();
        for word in &self.words {
            if is_initials(word) {
                words.extend(
                    word.typed.letters().map(|letter| Wanted::new(letter.encode_utf8(&mut [0; 4]), index)),
                );
            } else {
                words.push(word.clone());
            }
        }
        Some(Self { words: longest_first(words), ..self.clone() })
    }

    fn of(normal: Normal, index: &Index) -> Self {
        let lean = normal.lean();
        let words = normal.words.iter().map(|word| Wanted::new(word, index)).collect();
        Self { mask: slip::mask(&lean), words: longest_first(words), whole: normal.whole, lean }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }
}

fn longest_first(words: Vec<Wanted>) -> Vec<Wanted> {
    let mut ordered: Vec<Wanted> = Vec::with_capacity(words.len());
    for word in words {
        let place = ordered.iter().position(|other| other.typed.len() < word.typed.len());
        ordered.insert(place.unwrap_or(ordered.len()), word);
    }
    ordered
}

impl Wanted {
    fn new(word: &str, index: &Index) -> Self {
        let words = &index.words;
        let start = words.partition_point(|known| known.text.as_str() < word);
        let begun =
            words.get(start..).map_or(0, |rest| rest.partition_point(|known| known.text.starts_with(word)));
        let is_exact = words.get(start).is_some_and(|known| known.text == word);
        Self { typed: Typed::new(word), begun: start..start + begun, exact: is_exact.then_some(start) }
    }
}
