//! Sets of records as one bit for each: joined, met and counted 64 records at a time.

use super::bytes::size;

/// A set of records, out of a known number of them. No bit beyond the last record is ever set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// No record out of so many.
    pub(super) fn none(records: u32) -> Self {
        Self { words: vec![0; size(records.div_ceil(64))] }
    }

    /// The records from a position on, up to another.
    pub(super) fn range(records: u32, start: u32, end: u32) -> Self {
        let mut bits = Self::none(records);
        let end = end.min(records);
        for (word, first) in bits.words.iter_mut().zip((0_u32..).step_by(64)) {
            let low = start.saturating_sub(first).min(64);
            let high = end.saturating_sub(first).min(64);
            if low < high {
                *word = (u64::MAX >> (64 - (high - low))) << low;
            }
        }
        bits
    }

    pub(super) fn all(records: u32) -> Self {
        Self::range(records, 0, records)
    }

    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    pub(super) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// From the first word with a record up to the last one.
    pub(super) fn span(&self) -> std::ops::Range<usize> {
        let first = self.words.iter().position(|word| *word != 0);
        let end = self.words.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        first.unwrap_or(end)..end
    }

    pub(super) fn contains(&self, record: u32) -> bool {
        self.words.get(size(record / 64)).is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// Adds a record; one beyond the last is left out.
    pub(super) fn insert(&mut self, record: u32) {
        if let Some(word) = self.words.get_mut(size(record / 64)) {
            *word |= 1 << (record % 64);
        }
    }

    pub(super) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many records are in both sets.
    pub(super) fn count_common(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones()).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(super) fn and(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn or(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    pub(super) fn and_not(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// The records that are not in another set.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let mut rest = self.clone();
        rest.and_not(other);
        rest
    }

    /// The records, in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        self.words.iter().zip((0_u32..).step_by(64)).flat_map(|(word, first)| ones(*word, first))
    }

    /// The records, the last first.
    pub(super) fn iter_back(&self) -> impl Iterator<Item = u32> {
        let firsts = (0..self.words.len()).rev().map(|at| super::bytes::whole(at).saturating_mul(64));
        self.words.iter().rev().zip(firsts).flat_map(|(word, first)| ones_back(*word, first))
    }
}

/// The records of one word.
pub(super) fn ones(mut word: u64, first: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let lowest = word.trailing_zeros();
        (word != 0).then(|| {
            word &= word - 1;
            first + lowest
        })
    })
}

fn ones_back(mut word: u64, first: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        (word != 0).then(|| {
            let highest = word.ilog2();
            word &= !(1 << highest);
            first + highest
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The oracle is a plain list of numbers.
        #[test]
        fn ranges_are_what_they_say(records in 0_u32..300, start in 0_u32..300, end in 0_u32..300) {
            let bits = Bits::range(records, start, end);
            let expected: Vec<u32> = (start..end.min(records)).collect();
            prop_assert_eq!(bits.count() as usize, expected.len());
            prop_assert_eq!(bits.iter().collect::<Vec<_>>(), expected.clone());
            let back: Vec<u32> = expected.iter().rev().copied().collect();
            prop_assert_eq!(bits.iter_back().collect::<Vec<_>>(), back);
            prop_assert!(expected.iter().all(|record| bits.contains(*record)));
            prop_assert!(!bits.contains(records) && !bits.contains(u32::MAX));
        }
    }
}
