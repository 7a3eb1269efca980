//! The word of an index that is most like a word that no work has.
//!
//! The words are sorted, so those with one beginning stand together: if a beginning is already too unlike, all of them
//! are passed over in one step. Thus some thousands of letters are compared, of the hundred thousands there are.

use super::bytes::{Damaged, Reader, Writer, size, whole};
use super::fields::folded;
use super::lexicon::Term;
use super::shard_writer::by_work;
use super::units::is_chinese;
use crate::domain::country_finder::slip::{Extent, LONGEST, SLIP, Typed};

/// More words without a hit than this are no slips of the finger, and looking for similar ones takes time for each.
pub(super) const MOST_TYPOS: usize = 3;
/// Shorter words are like too many others.
const SHORTEST: usize = 4;
/// Words as long as this may have two slips.
const LONG: usize = 8;

/// All folded words of an index, in the order of their bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    letters: Vec<u8>,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// For each word, the number of binary digits of the number of works that have it.
    weights: Vec<u8>,
}

/// Writes the words: for each the bytes shared with the one before, the length of the others, those; then all weights.
pub(super) fn write(terms: &[Term]) -> Vec<u8> {
    let mut writer = Writer::default();
    let mut weights = Vec::new();
    let mut last: &[u8] = &[];
    let words = terms.chunk_by(|a, b| folded(&a.key) == folded(&b.key));
    let words: Vec<&[Term]> = words.filter(|terms| terms.first().is_some_and(is_word)).collect();
    writer.length(words.len());
    for terms in words {
        let word = terms.first().map_or(&[][..], |term| folded(&term.key));
        let shared = last.iter().zip(word).take_while(|(a, b)| a == b).count();
        let rest = word.get(shared..).unwrap_or(&[]);
        writer.length(shared);
        writer.length(rest.len());
        writer.bytes.extend(rest);
        last = word;
        let works: usize = terms.iter().map(|term| by_work(&term.places).len()).sum();
        weights.push(u8::try_from(usize::BITS - works.leading_zeros()).unwrap_or(u8::MAX));
    }
    writer.bytes.extend(weights);
    writer.bytes
}

/// Pairs of Chinese characters are no words: any two of them are one slip apart.
fn is_word(term: &Term) -> bool {
    let first = str::from_utf8(folded(&term.key)).ok().and_then(|word| word.chars().next());
    first.is_some_and(|first| !is_chinese(first))
}

/// Letters of a script stand in one stretch of 256 characters; a slip does not leave it.
const SCRIPT: u32 = 256;

impl Words {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::new(bytes);
        let count = reader.count()?;
        let mut words = Self::default();
        // Most words share half of their letters with the one before.
        words.letters.reserve(bytes.len() * 2);
        words.ends.reserve(size(count));
        let mut start = 0;
        for _ in 0..count {
            let shared = start + size(reader.number()?);
            let length = reader.number()?;
            let rest = reader.bytes(length)?;
            let end = words.letters.len();
            if shared > end {
                return Err(Damaged::Nonsense);
            }
            words.letters.extend_from_within(start..shared);
            words.letters.extend(rest);
            words.ends.push(whole(words.letters.len()));
            start = end;
        }
        words.weights = reader.bytes(count)?.to_vec();
        words.letters.shrink_to_fit();
        Ok(words)
    }

    /// The word most like a typed one: the fewest and likeliest slips, then the most works, then the alphabet.
    pub(super) fn nearest(&self, typed: &str) -> Option<String> {
        let letters: Vec<char> = typed.chars().collect();
        if !(SHORTEST..=LONGEST).contains(&letters.len()) {
            return None;
        }
        let mut near = self.within(&letters, 1);
        if near.is_empty() && letters.len() >= LONG {
            near = self.within(&letters, 2);
        }
        let wanted = Typed::new(typed);
        let limit = SLIP * 2;
        let rank = |at: &usize| {
            let word = str::from_utf8(self.word(*at)).unwrap_or("");
            let price = wanted.distance(word, Extent::Whole, limit).unwrap_or(u16::MAX);
            (price, std::cmp::Reverse(self.weights.get(*at).copied()), *at)
        };
        let best = near.into_iter().min_by_key(rank)?;
        str::from_utf8(self.word(best)).ok().map(str::to_owned)
    }

    fn word(&self, at: usize) -> &[u8] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| size(*end));
        let start = at.checked_sub(1).map_or(0, end);
        self.letters.get(start..end(at)).unwrap_or(&[])
    }

    /// The words that so many slips at most part from a typed one.
    fn within(&self, typed: &[char], slips: u8) -> Vec<usize> {
        let mut found = Vec::new();
        let mut walk = Walk::new(typed, slips);
        let script = typed.first().map_or(0, |letter| u32::from(*letter) / SCRIPT);
        let mut at = self.first_from(script * SCRIPT);
        let end = self.first_from((script + 1) * SCRIPT);
        while at < end {
            let word = self.word(at);
            match walk.follow(word) {
                Ok(distance) => {
                    if distance <= slips {
                        found.push(at);
                    }
                    at += 1;
                }
                Err(before) => {
                    let start = word.get(..before).unwrap_or(word);
                    at = match walk.next_letter() {
                        Some(letter) => {
                            let next = [start, letter.encode_utf8(&mut [0; 4]).as_bytes()].concat();
                            self.behind(at, |word| word < next.as_slice())
                        }
                        None => self.behind(at, |word| word.starts_with(start)),
                    };
                }
            }
        }
        found
    }

    /// The first word that begins with a character or one after it.
    fn first_from(&self, code: u32) -> usize {
        let mut buffer = [0; 4];
        let start = char::from_u32(code).map_or("", |char| char.encode_utf8(&mut buffer)).as_bytes();
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle) < start { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The first word behind `at` that is not passed over: in growing steps, then halving the last one.
    fn behind(&self, at: usize, is_passed: impl Fn(&[u8]) -> bool) -> usize {
        let mut step = 1;
        let mut low = at;
        while self.ends.len() > low + step && is_passed(self.word(low + step)) {
            low += step;
            step *= 2;
        }
        let mut high = (low + step).min(self.ends.len());
        low += 1;
        while low < high {
            let middle = low.midpoint(high);
            if is_passed(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

type Row = [u8; LONGEST + 1];

/// A way into the words, letter by letter, with a row of the table of distances for each letter (optimal string
/// alignment: a letter left out, added, exchanged, or two neighbours swapped). Words that begin alike share rows.
struct Walk<'a> {
    typed: &'a [char],
    slips: u8,
    /// The letters followed, with the place behind each and its row.
    path: Vec<(char, usize, Row)>,
    bytes: Vec<u8>,
    first: Row,
}

/// More slips than are ever allowed.
const FAR: u8 = 100;

impl<'a> Walk<'a> {
    fn new(typed: &'a [char], slips: u8) -> Self {
        let mut first = [FAR; LONGEST + 1];
        first.iter_mut().zip(0..=slips).for_each(|(cell, slips)| *cell = slips);
        Self { typed, slips, path: Vec::new(), bytes: Vec::new(), first }
    }

    /// The distance of a word, or the length of the longest beginning that is not too unlike yet.
    fn follow(&mut self, word: &[u8]) -> Result<u8, usize> {
        let shared = self.bytes.iter().zip(word).take_while(|(a, b)| a == b).count();
        while self.path.last().is_some_and(|(_, end, _)| *end > shared) {
            self.path.pop();
        }
        let start = self.path.last().map_or(0, |(_, end, _)| *end);
        self.bytes.clear();
        self.bytes.extend(word);
        let rest = word.get(start..).and_then(|rest| str::from_utf8(rest).ok()).unwrap_or("");
        for (at, letter) in rest.char_indices() {
            let end = start + at + letter.len_utf8();
            if self.step(letter, end) > self.slips {
                return Err(start + at);
            }
        }
        let row = self.path.last().map_or(&self.first, |(_, _, row)| row);
        Ok(row.get(self.typed.len()).copied().unwrap_or(FAR))
    }

    /// After a letter that was too much: the next one in the alphabet that would not have been. No slip was left, so it is
    /// one of the typed letters at the places where the beginnings agree.
    fn next_letter(&mut self) -> Option<char> {
        let (failed, _, _) = self.path.pop()?;
        let (last, row) = self.path.last().map_or((None, &self.first), |(last, _, row)| (Some(*last), row));
        let before = self.path.len().checked_sub(2).and_then(|at| self.path.get(at));
        let before = before.map_or(&self.first, |(_, _, row)| row);
        let cell = |row: &Row, at: usize| row.get(at).copied().unwrap_or(FAR);
        let is_next = |at: usize, letter: char| {
            let follows = cell(row, at) <= self.slips;
            // Two letters swapped: the one before stands behind this one.
            let is_swap =
                last.is_some() && self.typed.get(at + 1).copied() == last && cell(before, at) < self.slips;
            (follows || is_swap) && letter > failed
        };
        let letters = self.typed.iter().copied().enumerate();
        letters.filter(|(at, letter)| is_next(*at, *letter)).map(|(_, letter)| letter).min()
    }

    /// Adds a letter, and tells the least distance of any way to go on.
    fn step(&mut self, letter: char, end: usize) -> u8 {
        let depth = self.path.len();
        let above = self.path.last().map_or(&self.first, |(_, _, row)| row);
        let before = match depth {
            0 => None,
            1 => Some((&self.first, self.path.first())),
            _ => self.path.get(depth - 2).map(|(_, _, row)| (row, self.path.last())),
        };
        let mut row = [FAR; LONGEST + 1];
        let mut least = FAR;
        let band = usize::from(self.slips);
        let (low, high) = ((depth + 1).saturating_sub(band), (depth + 1 + band).min(self.typed.len()));
        for at in low..=high {
            let cell = |row: &Row, at: usize| row.get(at).copied().unwrap_or(FAR);
            let mut best = cell(above, at) + 1;
            if let Some(left) = at.checked_sub(1) {
                let typed = self.typed.get(left).copied();
                best =
                    best.min(cell(&row, left) + 1).min(cell(above, left) + u8::from(typed != Some(letter)));
                if let (Some((before, Some((last, _, _)))), Some(further)) = (before, left.checked_sub(1))
                    && typed == Some(*last)
                    && self.typed.get(further) == Some(&letter)
                {
                    best = best.min(cell(before, further) + 1);
                }
            }
            if let Some(cell) = row.get_mut(at) {
                *cell = best.min(FAR);
            }
            least = least.min(best);
        }
        self.path.push((letter, end, row));
        least
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::fields::Level;
    use crate::domain::search::lexicon::Place;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn words(list: &[&str]) -> Words {
        let set: BTreeSet<&str> = list.iter().copied().collect();
        let term = |word: &&str| {
            let count = if word.starts_with('z') { 9 } else { 1 };
            let place = |work| Place { work, level: Level::Title, position: 0 };
            Term { key: word.as_bytes().to_vec(), places: (0..count).map(place).collect() }
        };
        Words::read(&write(&set.iter().map(term).collect::<Vec<_>>())).unwrap()
    }

    /// The definition: the cheapest way to consume both words from their ends.
    fn naive(a: &[char], b: &[char]) -> usize {
        let (Some((x, a_rest)), Some((y, b_rest))) = (a.split_last(), b.split_last()) else {
            return a.len() + b.len();
        };
        let mut best =
            (naive(a_rest, b_rest) + usize::from(x != y)).min(naive(a_rest, b) + 1).min(naive(a, b_rest) + 1);
        if let ([a_rest @ .., p, q], [b_rest @ .., r, s]) = (a, b)
            && p == s
            && q == r
        {
            best = best.min(naive(a_rest, b_rest) + 1);
        }
        best
    }

    proptest! {
        #[test]
        fn no_word_within_reach_is_missed(
            list in prop::collection::vec("[abя]{1,6}", 1..40),
            typed in "[abя]{1,6}",
            slips in 1_u8..3,
        ) {
            let set: BTreeSet<&str> = list.iter().map(String::as_str).collect();
            let typed: Vec<char> = typed.chars().collect();
            let expected: Vec<usize> = set
                .iter()
                .enumerate()
                .filter(|(_, word)| word.starts_with('я') == (typed.first() == Some(&'я')))
                .filter(|(_, word)| naive(&typed, &word.chars().collect::<Vec<_>>()) <= usize::from(slips))
                .map(|(at, _)| at)
                .collect();
            let words = words(&set.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(words.within(&typed, slips), expected);
        }

        #[test]
        fn noise_is_no_dictionary_and_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..60), typed in "[a-z]{4,9}") {
            if let Ok(words) = Words::read(&bytes) {
                _ = words.nearest(&typed);
            }
        }
    }

    #[test]
    fn the_likeliest_word_is_taken() {
        let words =
            words(&["vaccine", "racine", "tuberculosis", "zebra", "nebra", "cat", "malaria", "полиомиелит"]);
        let nearest = |typed: &str| words.nearest(typed);
        assert_eq!(nearest("vacine").as_deref(), Some("vaccine"));
        assert_eq!(nearest("tuberclosis").as_deref(), Some("tuberculosis"));
        assert_eq!(nearest("tubreculosi").as_deref(), Some("tuberculosis"));
        assert_eq!(nearest("полеомиелит").as_deref(), Some("полиомиелит"));
        // Two words are alike near: the one of more works.
        assert_eq!(nearest("tebra").as_deref(), Some("zebra"));
        assert_eq!(nearest("cas"), None);
        assert_eq!(nearest("malxrix"), None);
    }
}
