//! A page of hits, taken from sets of them without sorting.

use super::bits::Bits;
use super::bytes::{Reader, size};

/// A page being filled.
#[derive(Clone, Debug)]
pub(super) struct Page {
    offset: usize,
    limit: usize,
    pub hits: Vec<u32>,
}

impl Page {
    pub(super) fn new(offset: u32, limit: u32) -> Self {
        Self { offset: size(offset), limit: size(limit), hits: Vec::new() }
    }

    fn is_full(&self) -> bool {
        self.hits.len() >= self.limit
    }

    /// Whether all of a set lie before the page.
    fn passes_over(&mut self, set: &Bits) -> bool {
        let count = size(set.count());
        let is_before = count <= self.offset;
        if is_before {
            self.offset -= count;
        }
        is_before
    }

    pub(super) fn take(&mut self, hits: impl Iterator<Item = u32>) {
        for hit in hits {
            if self.is_full() {
                return;
            }
            if self.offset > 0 {
                self.offset -= 1;
            } else {
                self.hits.push(hit);
            }
        }
    }

    /// In the order of their points, of which there is a set for each binary digit: those with the highest digit first,
    /// and so on. Hits with the same points are in the order of their numbers.
    pub(super) fn take_by_points(&mut self, set: Bits, digits: &[Bits]) {
        if self.is_full() || self.passes_over(&set) {
            return;
        }
        let Some((digit, lower)) = digits.split_last() else {
            self.take(set.iter());
            return;
        };
        let mut with = set.clone();
        with.and(digit);
        let mut without = set;
        without.and_not(digit);
        self.take_by_points(with, lower);
        self.take_by_points(without, lower);
    }

    /// By written ranks, four bytes for each work: the ranks of the hits are a set, too.
    pub(super) fn take_by_rank(&mut self, hits: &Bits, ranks: &[u8], works: u32) {
        let rank = |work: u32| Reader::at(ranks, work.saturating_mul(4)).u32().unwrap_or(u32::MAX);
        let mut taken = Bits::none(works);
        hits.iter().for_each(|work| taken.insert(rank(work)));
        self.take(taken.iter());
        let mut found = vec![u32::MAX; self.hits.len()];
        let mut wanted = Bits::none(works);
        self.hits.iter().for_each(|rank| wanted.insert(*rank));
        for work in hits.iter().filter(|work| wanted.contains(rank(*work))) {
            if let Ok(place) = self.hits.binary_search(&rank(work))
                && let Some(slot) = found.get_mut(place)
            {
                *slot = work;
            }
        }
        found.retain(|work| *work != u32::MAX);
        self.hits = found;
    }
}
