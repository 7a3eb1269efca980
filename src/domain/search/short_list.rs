//! Works in ascending order, two bytes for each: those of a stretch of 65 536 differ in their lower halves only.

use std::ops::Range;

use super::bits::Bits;
use super::bytes::{Damaged, size, whole};
use super::postings::List;

/// Words of bits of a stretch.
const STRETCH: usize = 1 << 10;

#[derive(Clone, Debug)]
pub(super) struct ShortList {
    /// Where each stretch ends in `halves`.
    ends: Vec<u32>,
    halves: Vec<u16>,
}

impl ShortList {
    /// Reads a written list.
    ///
    /// # Errors
    /// The list names a work beyond the last one, or breaks off.
    pub(super) fn read(list: List<'_>, works: u32) -> Result<Self, Damaged> {
        let mut short = Self { ends: Vec::new(), halves: Vec::with_capacity(list.bytes.len()) };
        list.each(works, |work| {
            short.end_stretches(work >> 16);
            short.halves.push(lower_half(work));
        })?;
        short.end_stretches(works.div_ceil(1 << 16));
        short.halves.shrink_to_fit();
        Ok(short)
    }

    /// Ends all stretches before one.
    fn end_stretches(&mut self, before: u32) {
        while whole(self.ends.len()) < before {
            self.ends.push(whole(self.halves.len()));
        }
    }

    /// From the first word of bits with a work up to the last one.
    pub(super) fn span(&self) -> Range<usize> {
        let word = |(first, half): (u32, &u16)| size((first | u32::from(*half)) / 64);
        let filled = || self.stretches().filter(|(_, halves)| !halves.is_empty());
        let first =
            filled().next().and_then(|(first, halves)| halves.first().map(|half| word((first, half))));
        let last = filled().last().and_then(|(first, halves)| halves.last().map(|half| word((first, half))));
        first.unwrap_or(0)..last.map_or(0, |last| last + 1)
    }

    pub(super) fn len(&self) -> usize {
        self.halves.len()
    }

    /// The stretches, with the number of the first work in each.
    fn stretches(&self) -> impl Iterator<Item = (u32, &[u16])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let firsts = (0_u32..).step_by(STRETCH * 64);
        let halves = |(start, end): (u32, &u32)| self.halves.get(size(start)..size(*end)).unwrap_or(&[]);
        firsts.zip(starts.zip(&self.ends).map(halves))
    }

    /// How many of the works are in a set, whose words with works lie in a span.
    pub(super) fn count_in(&self, hits: &Bits, span: &Range<usize>) -> u32 {
        let mut count = 0;
        let first = span.start / STRETCH;
        let stretches = hits.words().chunks(STRETCH).zip(self.stretches());
        for (words, (_, halves)) in stretches.take(span.end.div_ceil(STRETCH)).skip(first) {
            for half in halves {
                let word = words.get(usize::from(half >> 6)).copied().unwrap_or(0);
                count += u32::from(word >> (half & 63) & 1 == 1);
            }
        }
        count
    }

    pub(super) fn contains(&self, work: u32) -> bool {
        let stretch = self.stretches().nth(size(work >> 16));
        stretch.is_some_and(|(_, halves)| halves.binary_search(&lower_half(work)).is_ok())
    }

    /// Calls `each` with every work.
    pub(super) fn each(&self, mut each: impl FnMut(u32)) {
        for (first, halves) in self.stretches() {
            for half in halves {
                each(first | u32::from(*half));
            }
        }
    }
}

fn lower_half(number: u32) -> u16 {
    let [low, high, ..] = number.to_le_bytes();
    u16::from_le_bytes([low, high])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::bytes::Writer;
    use crate::domain::search::postings::Form;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        /// The oracle is a plain set of numbers.
        #[test]
        fn a_list_has_the_works_it_was_made_of(
            works in 1_u32..200_000,
            seeds in prop::collection::vec(any::<u32>(), 0..60),
            other_seeds in prop::collection::vec(any::<u32>(), 0..60),
        ) {
            // Works around the ends of stretches are met often enough.
            let number = |seed: &u32| (if seed.is_multiple_of(3) { 65_530 + seed % 12 } else { *seed }) % works;
            let set: BTreeSet<u32> = seeds.iter().map(number).collect();
            let other: BTreeSet<u32> = seeds.iter().skip(5).chain(&other_seeds).map(number).collect();
            let bits = |set: &BTreeSet<u32>| {
                let mut bits = Bits::none(works);
                for work in set {
                    bits.insert(*work);
                }
                bits
            };
            let written: Vec<u32> = set.iter().copied().collect();
            let mut gaps = Writer::default();
            written.iter().fold(0, |next, work| {
                gaps.number(work - next);
                work + 1
            });
            let list = ShortList::read(List { form: Form::Gaps, bytes: &gaps.bytes }, works).unwrap();
            prop_assert_eq!(list.span(), bits(&set).span());
            prop_assert_eq!(list.len(), set.len());
            let mut found = Vec::new();
            list.each(|work| found.push(work));
            prop_assert_eq!(found, set.iter().copied().collect::<Vec<_>>());
            let hits = bits(&other);
            prop_assert_eq!(list.count_in(&hits, &hits.span()) as usize, set.intersection(&other).count());
            prop_assert!(other.iter().all(|work| list.contains(*work) == set.contains(work)));
        }
    }
}
