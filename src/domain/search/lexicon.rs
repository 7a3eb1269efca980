//! Collecting every spelling of all works, with its places: the first step of building an index.

use super::bytes::{checksum, size, whole};
use super::fields::{Level, key, placed_units};
use super::work::Work;
use crate::domain::order::sort_positions;

/// A spelling and where it stands, by work and position.
#[derive(Clone, Debug, Default)]
pub(super) struct Term {
    pub key: Vec<u8>,
    pub places: Vec<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub work: u32,
    pub level: Level,
    pub position: u32,
}

/// The spellings of works, in the order of their keys.
pub(super) fn terms(works: &[Work]) -> Vec<Term> {
    let mut table = Table::default();
    for (work, number) in works.iter().zip(0..) {
        for placed in placed_units(work) {
            let place = Place { work: number, level: placed.level, position: placed.position };
            table.add(key(&placed.unit.folded, &placed.unit.marks), place);
        }
    }
    let mut order: Vec<usize> = (0..table.terms.len()).collect();
    let key_of = |at: usize| table.terms.get(at).map(|term| term.key.as_slice());
    sort_positions(&mut order, &|a, b| key_of(a).cmp(&key_of(b)));
    order.into_iter().filter_map(|at| table.terms.get_mut(at).map(std::mem::take)).collect()
}

/// A hash table with open addressing. The standard library's would do, but weighs more than the rest of this file, and
/// the browser builds indexes too.
#[derive(Default)]
struct Table {
    terms: Vec<Term>,
    /// Numbers of terms, from 1; 0 stands for a free slot. The length is a power of two.
    slots: Vec<u32>,
}

impl Table {
    fn add(&mut self, key: Vec<u8>, place: Place) {
        if self.terms.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mut at = self.first_slot(&key);
        while let Some(slot) = self.slots.get_mut(at) {
            let Some(number) = slot.checked_sub(1) else {
                self.terms.push(Term { key, places: vec![place] });
                *slot = whole(self.terms.len());
                return;
            };
            match self.terms.get_mut(size(number)) {
                Some(term) if term.key == key => {
                    term.places.push(place);
                    return;
                }
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }

    fn first_slot(&self, key: &[u8]) -> usize {
        let hash = checksum(0, key);
        usize::try_from(hash >> 32).unwrap_or(0) & self.slots.len().saturating_sub(1)
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(1 << 10);
        self.slots = vec![0; length];
        for number in 1..=self.terms.len() {
            let Some(term) = self.terms.get(number - 1) else { continue };
            let mut at = self.first_slot(&term.key);
            while self.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & (length - 1);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = whole(number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::work::Edition;
    use std::collections::BTreeMap;

    #[test]
    fn every_spelling_is_collected_once_and_in_order() {
        let title = |number: u32| format!("w{} w{} Été ete", number % 700, number * 7 % 1500);
        let work = |number| Work {
            editions: vec![Edition { language: "en".to_owned(), title: title(number) }],
            ..Work::default()
        };
        let works: Vec<Work> = (0..2000).map(work).collect();
        let mut expected: BTreeMap<Vec<u8>, Vec<(u32, u32)>> = BTreeMap::new();
        for number in 0..2000 {
            for (word, position) in title(number).split(' ').zip(0..) {
                let word = if word == "Été" { "ete\0éé" } else { word };
                expected.entry(word.as_bytes().to_vec()).or_default().push((number, position));
            }
        }
        let found: Vec<_> = terms(&works)
            .into_iter()
            .map(|term| {
                (term.key, term.places.iter().map(|place| (place.work, place.position)).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
    }
}
