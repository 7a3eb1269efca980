//! The word of an index that is most like a word that no work has.
//!
//! The words are sorted, so those with one beginning stand together: if a beginning is already too unlike, all of them
//! are passed over in one step. Thus some thousands of letters are compared, of the hundred thousands there are.

use super::bytes::{Damaged, Reader, Writer, size, whole};
use super::fields::folded;
use super::lexicon::Term;
use super::shard_writer::by_work;
use super::slips::{Likeliest, SCRIPT, Slipped, weight};
use super::units::is_chinese;
use super::walk::Walk;

/// All folded words of an index, in the order of their bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    letters: Vec<u8>,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// How common each word is.
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
        weights.push(weight(whole(works)));
    }
    writer.bytes.extend(weights);
    writer.bytes
}

/// Pairs of Chinese characters are no words: any two of them are one slip apart.
fn is_word(term: &Term) -> bool {
    let first = str::from_utf8(folded(&term.key)).ok().and_then(|word| word.chars().next());
    first.is_some_and(|first| !is_chinese(first))
}

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

    /// The word that was meant: a common one that begins alike, else the one with the fewest and likeliest slips, then
    /// the most works, then the first of the alphabet.
    pub(super) fn meant(&self, slipped: &Slipped<'_>) -> Option<String> {
        let mut best = Likeliest::default();
        let start = slipped.beginning().as_bytes();
        let alike = (self.first_from(start)..self.ends.len()).map(|at| (at, self.word(at)));
        for (at, word) in alike.take_while(|(_, word)| word.starts_with(start)) {
            slipped.offer_near(word, self.weights.get(at).copied().unwrap_or(0), &mut best);
        }
        if let Some(word) = slipped.common(&best) {
            return Some(word);
        }
        let mut near = self.within(&slipped.letters, 1);
        if near.is_empty() && slipped.is_long() {
            near = self.within(&slipped.letters, 2);
        }
        best = Likeliest::default();
        for at in near {
            slipped.offer(self.word(at), self.weights.get(at).copied().unwrap_or(0), &mut best);
        }
        best.word()
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
        let first_of = |script: u32| match char::from_u32(script * SCRIPT) {
            Some(first) => self.first_from(first.encode_utf8(&mut [0; 4]).as_bytes()),
            None => 0,
        };
        let (mut at, end) = (first_of(script), first_of(script + 1));
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

    /// The first word that begins with some bytes or comes after them.
    fn first_from(&self, start: &[u8]) -> usize {
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
                _ = words.meant(&Slipped::new(&typed, 9).unwrap());
            }
        }
    }

    #[test]
    fn the_likeliest_word_is_taken() {
        let words =
            words(&["vaccine", "racine", "tuberculosis", "zebra", "nebra", "cat", "malaria", "полиомиелит"]);
        let nearest = |typed: &str| words.meant(&Slipped::new(typed, 1).unwrap());
        assert_eq!(nearest("vacine").as_deref(), Some("vaccine"));
        assert_eq!(nearest("tuberclosis").as_deref(), Some("tuberculosis"));
        assert_eq!(nearest("tubreculosi").as_deref(), Some("tuberculosis"));
        assert_eq!(nearest("полеомиелит").as_deref(), Some("полиомиелит"));
        // Two words are alike near: the one of more works.
        assert_eq!(nearest("tebra").as_deref(), Some("zebra"));
        assert!(Slipped::new("cas", 1).is_none());
        assert_eq!(nearest("malxrix"), None);
    }
}
