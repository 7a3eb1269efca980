//! Which of several words somebody meant who typed another one.
//!
//! A slip is seldom among the first letters. So the common words that begin as the typed one are looked at first: in an
//! index they stand in the shard that has just been searched, and no list of all words need be fetched.

use std::cmp::Reverse;

use super::query_text::Wanted;
use super::units::is_chinese;
use crate::domain::country_finder::slip::{Extent, LONGEST, SLIP, Typed};

/// More words without a hit than this are no slips of the finger, and looking for similar ones takes time for each.
pub(super) const MOST_TYPOS: usize = 3;
/// Shorter words are like too many others.
const SHORTEST: usize = 4;
/// Words as long as this may have two slips.
const LONG: usize = 8;
/// Letters in which words that begin alike agree.
const BEGINNING: usize = 3;
/// A word is common if one of about so many works has it, as a power of two.
const COMMON: u32 = 10;

/// Letters of a script stand in one stretch of 256 characters; a slip does not leave it.
pub(super) const SCRIPT: u32 = 256;

/// How common a word is: the number of binary digits of the number of works that have it.
pub(super) fn weight(works: u32) -> u8 {
    u8::try_from(u32::BITS - works.leading_zeros()).unwrap_or(u8::MAX)
}

/// The first letters of a word.
pub(super) fn beginning(word: &[u8]) -> &[u8] {
    let mut letters = word.iter().enumerate().filter(|(_, byte)| **byte & 0xc0 != 0x80);
    let end = letters.nth(BEGINNING).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

/// A typed word that no work has.
#[derive(Clone, Debug)]
pub(super) struct Slipped<'a> {
    pub typed: &'a str,
    pub letters: Vec<char>,
    prices: Typed,
    common: u8,
}

/// The likeliest of the words offered so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Likeliest {
    rank: Option<(u16, Reverse<u8>)>,
    word: String,
}

impl<'a> Slipped<'a> {
    /// Nothing if a word is too short or too long to be like another, among so many works.
    pub(super) fn new(typed: &'a str, works: u32) -> Option<Self> {
        let letters: Vec<char> = typed.chars().collect();
        let common = weight(works >> COMMON);
        (SHORTEST..=LONGEST).contains(&letters.len()).then(|| Self {
            typed,
            letters,
            prices: Typed::new(typed),
            common,
        })
    }

    pub(super) fn is_long(&self) -> bool {
        self.letters.len() >= LONG
    }

    /// The letters that words which begin alike begin with.
    pub(super) fn beginning(&self) -> &'a str {
        str::from_utf8(beginning(self.typed.as_bytes())).unwrap_or(self.typed)
    }

    /// How many slips part a word from the typed one, if it can have been meant: a slip does not leave the script, only a long
    /// word has two, and pairs of Chinese characters are no words.
    pub(super) fn slips(&self, word: &[u8]) -> Option<u8> {
        let most = 1 + u8::from(self.is_long());
        let length = word.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        if length.abs_diff(self.letters.len()) > usize::from(most) {
            return None;
        }
        let word: Vec<char> = str::from_utf8(word).ok()?.chars().collect();
        let (first, typed) = (*word.first()?, *self.letters.first()?);
        let is_of_script = u32::from(first) / SCRIPT == u32::from(typed) / SCRIPT && !is_chinese(first);
        (1..=most).find(|slips| is_of_script && is_within(&self.letters, &word, *slips))
    }

    /// Whether one slip makes the typed word of another: a letter more, less or exchanged, or two swapped.
    fn is_near(&self, word: &str) -> bool {
        // A letter has four bytes at most.
        if word.len().abs_diff(self.typed.len()) > 4 {
            return false;
        }
        let word: Vec<char> = word.chars().collect();
        is_within(&self.letters, &word, 1)
    }

    /// What to look for to find the words that begin alike.
    pub(super) fn alike(&self) -> Wanted {
        Wanted { folded: self.beginning().to_owned(), marks: String::new(), is_prefix: true }
    }

    /// Offers a word if it is near.
    pub(super) fn offer_near(&self, word: &[u8], weight: u8, best: &mut Likeliest) {
        if str::from_utf8(word).is_ok_and(|word| self.is_near(word)) {
            self.offer(word, weight, best);
        }
    }

    /// Offers a word: fewer and likelier slips come first, then more works, then what was offered before.
    pub(super) fn offer(&self, word: &[u8], weight: u8, best: &mut Likeliest) {
        let Ok(word) = str::from_utf8(word) else { return };
        let price = self.prices.distance(word, Extent::Whole, SLIP * 2).unwrap_or(u16::MAX);
        let rank = (price, Reverse(weight));
        if best.rank.is_none_or(|best| rank < best) {
            best.rank = Some(rank);
            word.clone_into(&mut best.word);
        }
    }

    /// The word that was meant, if the likeliest of those that begin alike is common.
    pub(super) fn common(&self, best: &Likeliest) -> Option<String> {
        let (_, Reverse(weight)) = best.rank?;
        (weight >= self.common).then(|| best.word.clone())
    }
}

/// Whether so many slips at most part two words. What both begin with costs nothing; then each kind of slip is tried.
fn is_within(typed: &[char], word: &[char], slips: u8) -> bool {
    let shared = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (typed.get(shared..).unwrap_or(&[]), word.get(shared..).unwrap_or(&[]));
    let Some(left) = slips.checked_sub(1) else { return typed.is_empty() && word.is_empty() };
    match (typed, word) {
        ([], []) => true,
        ([], [_, word @ ..]) => is_within(&[], word, left),
        ([_, typed @ ..], []) => is_within(typed, &[], left),
        ([a, typed_rest @ ..], [b, word_rest @ ..]) => {
            is_within(typed_rest, word, left)
                || is_within(typed, word_rest, left)
                || is_within(typed_rest, word_rest, left)
                || typed_rest.first() == Some(b)
                    && word_rest.first() == Some(a)
                    && is_within(typed_rest.get(1..).unwrap_or(&[]), word_rest.get(1..).unwrap_or(&[]), left)
        }
    }
}

impl Likeliest {
    pub(super) fn word(self) -> Option<String> {
        self.rank.map(|_| self.word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::walk::Walk;
    use proptest::prelude::*;

    /// The definition: all that one slip can make of a word.
    fn one_slip(word: &[char], alphabet: &[char]) -> Vec<String> {
        let mut made = Vec::new();
        for at in 0..=word.len() {
            let (start, rest) = word.split_at(at);
            let mut push = |middle: &[char], rest: &[char]| made.push([start, middle, rest].concat());
            for letter in alphabet {
                push(&[*letter], rest);
                if let [_, rest @ ..] = rest {
                    push(&[*letter], rest);
                }
            }
            if let [_, rest @ ..] = rest {
                push(&[], rest);
            }
            if let [a, b, rest @ ..] = rest {
                push(&[*b, *a], rest);
            }
        }
        made.into_iter().map(String::from_iter).collect()
    }

    proptest! {
        #[test]
        fn near_is_what_one_slip_makes(typed in "[abя]{4,7}", word in "[abя]{3,8}") {
            // Of the same word nobody asks.
            prop_assume!(typed != word);
            let letters: Vec<char> = typed.chars().collect();
            let is_near = Slipped::new(&typed, 9).unwrap().is_near(&word);
            prop_assert_eq!(is_near, one_slip(&letters, &['a', 'b', 'я']).contains(&word));
        }
    }

    proptest! {
        /// What looks at each word and what walks through an index find the same.
        #[test]
        fn slips_are_counted_as_on_a_walk(typed in "[abя]{4,10}", word in "[abя]{1,11}") {
            prop_assume!(typed != word);
            let slipped = Slipped::new(&typed, 9).unwrap();
            let most = if slipped.is_long() { 2 } else { 1 };
            let is_of_script = typed.starts_with('я') == word.starts_with('я');
            let walked = Walk::new(&slipped.letters, most).follow(word.as_bytes()).ok();
            let expected = walked.filter(|slips| is_of_script && *slips <= most);
            prop_assert_eq!(slipped.slips(word.as_bytes()), expected);
        }
    }

    #[test]
    fn only_common_words_are_taken_for_their_beginning() {
        let best = |weights: [u8; 2], works| {
            let slipped = Slipped::new("colera", works).unwrap();
            let mut best = Likeliest::default();
            slipped.offer_near("colere".as_bytes(), weights[0], &mut best);
            slipped.offer_near("colora".as_bytes(), weights[1], &mut best);
            slipped.common(&best)
        };
        assert_eq!(best([1, 1], 500).as_deref(), Some("colere"), "both cost as much");
        assert_eq!(best([1, 2], 500).as_deref(), Some("colora"));
        assert_eq!(best([1, 2], 10_000), None, "one work of thousands");
        assert_eq!(best([1, 4], 10_000).as_deref(), Some("colora"));
    }
}
