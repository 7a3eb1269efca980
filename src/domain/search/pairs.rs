//! For each two values of facets, how many works have both. It answers the first clicks exactly, before the sets of
//! works have arrived: for one chosen value, and for several of a facet in which no work has two.

use super::bits::Bits;
use super::bytes::{Damaged, Reader, Writer, size, whole};

/// With more values the table would be larger than what it spares.
pub(super) const MOST_VALUES: usize = 800;

/// The numbers of works, for values numbered through all facets.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    values: u32,
    /// Row by row, each from the diagonal on.
    counts: Vec<u32>,
}

/// Counts and writes the table, from the works of each value of each facet: row by row, each from the diagonal on.
pub(super) fn write(sets: &[Vec<Vec<u32>>], works: u32) -> Vec<u8> {
    let mut bits: Vec<Bits> = Vec::new();
    for list in sets.iter().flatten() {
        let mut set = Bits::none(works);
        for work in list {
            set.insert(*work);
        }
        bits.push(set);
    }
    let mut writer = Writer::default();
    for (at, set) in bits.iter().enumerate() {
        for other in bits.iter().skip(at) {
            writer.number(set.count_common(other));
        }
    }
    writer.bytes
}

impl Pairs {
    /// Reads the table of so many values.
    ///
    /// # Errors
    /// It has another number of counts.
    pub(super) fn read(bytes: &[u8], values: usize) -> Result<Self, Damaged> {
        let mut reader = Reader::new(bytes);
        if values > MOST_VALUES {
            return Err(Damaged::Nonsense);
        }
        let length = values * (values + 1) / 2;
        let counts = (0..length).map(|_| reader.number()).collect::<Result<Vec<u32>, _>>()?;
        if reader.is_empty() { Ok(Self { values: whole(values), counts }) } else { Err(Damaged::Nonsense) }
    }

    /// How many works have both.
    pub(super) fn count(&self, a: u32, b: u32) -> u32 {
        let (low, high) = (a.min(b), a.max(b));
        if high >= self.values {
            return 0;
        }
        // The rows before hold `values`, `values - 1`, … counts.
        let before = low * self.values - low * low.saturating_sub(1) / 2;
        self.counts.get(size(before + high - low)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_has_its_place() {
        let mut writer = Writer::default();
        let values = 5_u32;
        for a in 0..values {
            for b in a..values {
                writer.number(a * 10 + b);
            }
        }
        let pairs = Pairs::read(&writer.bytes, 5).unwrap();
        for a in 0..values {
            for b in 0..values {
                assert_eq!(pairs.count(a, b), a.min(b) * 10 + a.max(b));
            }
        }
        assert_eq!(pairs.count(0, 5), 0);
        assert!(Pairs::read(&writer.bytes, 4).is_err());
        assert!(Pairs::read(&writer.bytes, 6).is_err());
    }
}
