//! Lists of ascending records, written small: the gaps between them, or one bit for each record where that is shorter.
//! The words of the texts and the values of the facets are all kept this way.

use super::bits::Bits;
use super::bytes::{Damaged, Writer, size};

/// A written list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct List<'a> {
    pub form: Form,
    pub bytes: &'a [u8],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// For each record, how many are left out before it, in groups of seven bits.
    Gaps,
    /// One bit for each record, the first in the lowest bit of the first byte.
    Bits,
}

/// Writes ascending records in the shorter form.
pub(super) fn write(list: &[u32], records: u32) -> (Form, Vec<u8>) {
    let mut gaps = Writer::default();
    let mut next = 0;
    for record in list {
        gaps.number(record - next);
        next = record + 1;
    }
    let length = size(records.div_ceil(8));
    if gaps.bytes.len() <= length {
        return (Form::Gaps, gaps.bytes);
    }
    let mut bits = vec![0; length];
    for record in list {
        if let Some(byte) = bits.get_mut(size(record / 8)) {
            *byte |= 1 << (record % 8);
        }
    }
    (Form::Bits, bits)
}

impl List<'_> {
    /// Adds the records to a set.
    ///
    /// # Errors
    /// The list names a record beyond the last one, or breaks off.
    pub(super) fn add_to(&self, bits: &mut Bits, records: u32) -> Result<(), Damaged> {
        match self.form {
            Form::Gaps => self.each_gap(|record| {
                bits.insert(record);
                record < records
            }),
            Form::Bits => {
                let (chunks, rest) = self.bytes.as_chunks::<8>();
                let mut last = [0; 8];
                last.iter_mut().zip(rest).for_each(|(byte, from)| *byte = *from);
                let words = chunks.iter().chain(Some(&last)).map(|chunk| u64::from_le_bytes(*chunk));
                bits.words_mut().iter_mut().zip(words).for_each(|(word, more)| *word |= more);
                self.check_bits(records)
            }
        }
    }

    /// How many records there are.
    pub(super) fn count(&self) -> u32 {
        let of_byte = |byte: &u8| match self.form {
            Form::Gaps => u32::from(*byte < 0x80),
            Form::Bits => byte.count_ones(),
        };
        self.bytes.iter().map(of_byte).sum()
    }

    /// The records.
    ///
    /// # Errors
    /// As for [`Self::add_to`].
    pub(super) fn records(&self, records: u32) -> Result<Vec<u32>, Damaged> {
        let mut list = Vec::new();
        self.each(records, |record| list.push(record))?;
        Ok(list)
    }

    /// Calls `each` with every record.
    ///
    /// # Errors
    /// As for [`Self::add_to`].
    pub(super) fn each(&self, records: u32, mut each: impl FnMut(u32)) -> Result<(), Damaged> {
        match self.form {
            Form::Gaps => self.each_gap(|record| {
                each(record);
                record < records
            }),
            Form::Bits => {
                let mut bits = Bits::none(records);
                self.add_to(&mut bits, records)?;
                bits.iter().for_each(each);
                Ok(())
            }
        }
    }

    /// Calls `each` with every record until it says no.
    fn each_gap(&self, mut each: impl FnMut(u32) -> bool) -> Result<(), Damaged> {
        let mut next = 0_u32;
        let mut bytes = self.bytes.iter();
        while let Some(byte) = bytes.next() {
            let gap = if *byte < 0x80 { u32::from(*byte) } else { long_gap(*byte, &mut bytes)? };
            // Numbers of records are far below the end of the numbers, which `each` sees to.
            let record = next.saturating_add(gap);
            if !each(record) {
                return Err(Damaged::Nonsense);
            }
            next = record.saturating_add(1);
        }
        Ok(())
    }

    /// A bitmap is exactly as long as the records need, with nothing after the last one.
    fn check_bits(&self, records: u32) -> Result<(), Damaged> {
        let used = records % 8;
        let beyond = self.bytes.last().is_some_and(|last| used > 0 && last >> used != 0);
        let is_right = self.bytes.len() == size(records.div_ceil(8)) && !beyond;
        if is_right { Ok(()) } else { Err(Damaged::Nonsense) }
    }
}

/// A gap of more than one byte.
fn long_gap(first: u8, bytes: &mut std::slice::Iter<'_, u8>) -> Result<u32, Damaged> {
    let mut gap = u32::from(first & 0x7f);
    for shift in (7..32).step_by(7) {
        let byte = *bytes.next().ok_or(Damaged::CutShort)?;
        gap |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(gap);
        }
    }
    Err(Damaged::Nonsense)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn lists_are_read_back(records in 1_u32..2000, seeds in prop::collection::vec(any::<u32>(), 0..300)) {
            let set: BTreeSet<u32> = seeds.iter().map(|seed| seed % records).collect();
            let list: Vec<u32> = set.into_iter().collect();
            let (form, bytes) = write(&list, records);
            let written = List { form, bytes: &bytes };
            prop_assert_eq!(written.count() as usize, list.len());
            prop_assert_eq!(written.records(records), Ok(list.clone()));
            let mut bits = Bits::none(records);
            prop_assert_eq!(written.add_to(&mut bits, records), Ok(()));
            prop_assert_eq!(bits.iter().collect::<Vec<_>>(), list);
        }

        #[test]
        fn noise_gives_no_record_beyond_the_last(records in 0_u32..200, bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            for form in [Form::Gaps, Form::Bits] {
                if let Ok(list) = (List { form, bytes: &bytes }).records(records) {
                    prop_assert!(list.iter().all(|record| *record < records));
                }
            }
        }
    }
}
