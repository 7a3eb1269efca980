//! Reading and writing the parts of an index: little-endian numbers, numbers of varying length, texts, and a seal.
//!
//! Every read is checked against the end of the bytes, so a part that is cut short or damaged gives an error value.

/// What is wrong with bytes that were handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// They end before what they announce.
    CutShort,
    /// The seal does not fit: bytes were changed, or they belong to another build or another part.
    Seal,
    /// A number that cannot be: a record beyond the last one, a text that is not UTF-8.
    Nonsense,
    /// Bytes of a part that this index does not have.
    UnknownPart,
}

/// Takes numbers and texts from the front of some bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Begins at a position; a position beyond the end leaves nothing to read.
    pub(super) fn at(bytes: &'a [u8], position: u32) -> Self {
        Self { rest: bytes.get(size(position)..).unwrap_or(&[]) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn bytes(&mut self, length: u32) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self.rest.split_at_checked(size(length)).ok_or(Damaged::CutShort)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Damaged> {
        let (first, rest) = self.rest.split_first().ok_or(Damaged::CutShort)?;
        self.rest = rest;
        Ok(*first)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Damaged> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Damaged::CutShort)?;
        self.rest = rest;
        Ok(u32::from_le_bytes(*taken))
    }

    pub(super) fn u64(&mut self) -> Result<u64, Damaged> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Damaged::CutShort)?;
        self.rest = rest;
        Ok(u64::from_le_bytes(*taken))
    }

    /// A number in groups of seven bits, the lowest first (LEB128).
    pub(super) fn number(&mut self) -> Result<u32, Damaged> {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Damaged::Nonsense)
    }

    /// Passes over so many numbers.
    pub(super) fn skip_numbers(&mut self, count: u32) -> Result<(), Damaged> {
        let mut left = count;
        while left > 0 {
            left -= u32::from(self.byte()? < 0x80);
        }
        Ok(())
    }

    /// How many things follow. Each takes a byte at least, so a number above the bytes left is nonsense; whoever makes
    /// room for the things is safe from numbers that no memory could hold.
    pub(super) fn count(&mut self) -> Result<u32, Damaged> {
        let count = self.number()?;
        if size(count) <= self.rest.len() { Ok(count) } else { Err(Damaged::CutShort) }
    }

    /// Passes over a text.
    pub(super) fn skip_text(&mut self) -> Result<(), Damaged> {
        let length = self.number()?;
        self.bytes(length).map(|_| ())
    }

    /// The bytes taken since another reader stood at its place.
    pub(super) fn since(&self, start: Self) -> &'a [u8] {
        start.rest.get(..start.rest.len().saturating_sub(self.rest.len())).unwrap_or(start.rest)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Damaged> {
        let length = self.number()?;
        str::from_utf8(self.bytes(length)?).map_err(|_| Damaged::Nonsense)
    }
}

/// Appends what a [`Reader`] takes.
#[derive(Clone, Debug, Default)]
pub(super) struct Writer {
    pub bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn u32(&mut self, value: u32) {
        self.bytes.extend(value.to_le_bytes());
    }

    pub(super) fn u64(&mut self, value: u64) {
        self.bytes.extend(value.to_le_bytes());
    }

    pub(super) fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.bytes.push(low_byte(value) | 0x80);
            value >>= 7;
        }
        self.bytes.push(low_byte(value));
    }

    pub(super) fn length(&mut self, length: usize) {
        self.number(whole(length));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.length(text.len());
        self.bytes.extend(text.as_bytes());
    }
}

/// A number of records or bytes as a position. All lengths in an index fit into 32 bits.
pub(super) fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The other way; a length beyond 32 bits does not occur in an index.
pub(super) fn whole(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A number in decimal digits. The formatting library would weigh more in the browser than all of this file.
pub(super) fn decimal(number: u32) -> String {
    let mut digits = Vec::new();
    let mut rest = number;
    while rest > 0 || digits.is_empty() {
        digits.extend(char::from_digit(rest % 10, 10));
        rest /= 10;
    }
    digits.iter().rev().collect()
}

fn low_byte(value: u32) -> u8 {
    value.to_le_bytes()[0]
}

/// A checksum against damage, not against malice: eight bytes a step, so that a megabyte takes a fraction of a
/// millisecond.
pub(super) fn checksum(seed: u64, bytes: &[u8]) -> u64 {
    /// Odd, with bits all over: the golden ratio in 64 bits.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |sum: u64, word: u64| {
        let sum = (sum ^ word).wrapping_mul(FACTOR);
        sum ^ (sum >> 29)
    };
    let (chunks, rest) = bytes.as_chunks::<8>();
    let sum =
        chunks.iter().fold(mix(seed, bytes.len() as u64), |sum, chunk| mix(sum, u64::from_le_bytes(*chunk)));
    rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}

/// Adds a seal to a part's bytes. The seal depends on the build and on the part's name, so that a part of yesterday's
/// build, or another part under its name, does not pass for it.
pub(super) fn sealed(mut bytes: Vec<u8>, build: u64, name: &str) -> Vec<u8> {
    let seal = checksum(checksum(build, name.as_bytes()), &bytes);
    bytes.extend(seal.to_le_bytes());
    bytes
}

/// Takes the seal off if it fits.
pub(super) fn unsealed(mut bytes: Vec<u8>, build: u64, name: &str) -> Result<Vec<u8>, Damaged> {
    let (content, seal) = bytes.split_last_chunk().ok_or(Damaged::CutShort)?;
    if checksum(checksum(build, name.as_bytes()), content) != u64::from_le_bytes(*seal) {
        return Err(Damaged::Seal);
    }
    bytes.truncate(bytes.len() - size_of::<u64>());
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_read_back(values in prop::collection::vec(any::<u32>(), 0..20)) {
            let mut writer = Writer::default();
            for value in &values {
                writer.number(*value);
            }
            let mut reader = Reader::new(&writer.bytes);
            for value in values {
                prop_assert_eq!(reader.number(), Ok(value));
            }
            prop_assert_eq!(reader.number(), Err(Damaged::CutShort));
        }

        #[test]
        fn a_seal_shows_every_change(
            bytes in prop::collection::vec(any::<u8>(), 0..60),
            at in any::<prop::sample::Index>(),
            flip in 1_u8..,
        ) {
            let good = sealed(bytes.clone(), 7, "a");
            prop_assert_eq!(unsealed(good.clone(), 7, "a"), Ok(bytes));
            prop_assert_eq!(unsealed(good.clone(), 8, "a"), Err(Damaged::Seal));
            prop_assert_eq!(unsealed(good.clone(), 7, "b"), Err(Damaged::Seal));
            let mut bad = good.clone();
            bad[at.index(good.len())] ^= flip;
            prop_assert_eq!(unsealed(bad, 7, "a"), Err(Damaged::Seal));
            prop_assert!(unsealed(good[..at.index(good.len())].to_vec(), 7, "a").is_err());
        }
    }
}
