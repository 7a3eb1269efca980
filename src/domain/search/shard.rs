//! A shard: the spellings between two places of the alphabet, with the works that have them. It is read where it lies.
//!
//! ```text
//! u32 number of blocks · for each: u32 its place among the spellings, u32 that of its bytes, u32 that of its lists
//! u32 length of the spellings · spellings · lists
//! a block of spellings: their number, then for all of them: the number of bytes that the one before does not have ·
//!     the number of bytes shared with that (none for the first) · which levels it has, in which form · the length of
//!     each of its lists · the other bytes
//! ```
//!
//! What is alike stands together, because that is shorter when the shard is compressed for its way to the reader.
//!
//! A second part, fetched for phrases only, has the positions: `u32` number of blocks, `u32` the place of each, and for
//! each spelling the length of its positions and, work by work in the order of the lists, the steps between them with
//! a bit that tells whether there are more.

use super::bytes::{Damaged, Reader, size};
use super::fields::Level;
use super::postings::{Form, List};

/// Bytes of the table of blocks for each block.
const ROW: u32 = 12;

/// A shard whose parts lie within its bytes.
#[derive(Clone, Debug)]
pub(super) struct Shard {
    bytes: Vec<u8>,
    blocks: u32,
    spellings: (u32, u32),
}

/// A spelling of a shard.
pub(super) struct Spelling<'a> {
    pub key: &'a [u8],
    /// Block and number in it.
    pub place: (u32, u32),
    /// The works, by where the word stands in them; each is in one list only.
    pub lists: [List<'a>; Level::ALL.len()],
}

/// Which spellings are meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span<'a> {
    pub folded: &'a [u8],
    pub is_prefix: bool,
}

impl Span<'_> {
    pub(super) fn contains(&self, key: &[u8]) -> bool {
        let rest = key.strip_prefix(self.folded);
        rest.is_some_and(|rest| self.is_prefix || rest.first().is_none_or(|byte| *byte == 0))
    }

    /// Whether a key comes after all that are meant.
    fn is_before(&self, key: &[u8]) -> bool {
        key > self.folded && !self.contains(key)
    }
}

impl Shard {
    pub(super) fn new(bytes: Vec<u8>) -> Result<Self, Damaged> {
        let mut reader = Reader::new(&bytes);
        let blocks = reader.u32()?;
        reader.bytes(blocks.checked_mul(ROW).ok_or(Damaged::Nonsense)?)?;
        let length = reader.u32()?;
        reader.bytes(length)?;
        // Behind the table and the two numbers around it.
        let start = 8 + blocks * ROW;
        Ok(Self { blocks, spellings: (start, start + length), bytes })
    }

    /// Calls `each` with the spellings of a span.
    ///
    /// # Errors
    /// The shard is damaged.
    pub(super) fn each(
        &self,
        span: Span<'_>,
        mut each: impl FnMut(Spelling<'_>) -> Result<(), Damaged>,
    ) -> Result<(), Damaged> {
        let mut block = self.first_block(span.folded)?;
        let mut key = Vec::new();
        while block < self.blocks {
            let (mut spellings, mut lists) = self.block(block)?;
            key.clear();
            for number in 0..spellings.count {
                let lists = spellings.next(&mut lists, &mut key)?;
                if span.contains(&key) {
                    each(Spelling { key: &key, place: (block, number), lists })?;
                } else if span.is_before(&key) {
                    return Ok(());
                }
            }
            block += 1;
        }
        Ok(())
    }

    /// The last block that begins at or before a key.
    fn first_block(&self, key: &[u8]) -> Result<u32, Damaged> {
        let (mut low, mut high) = (0, self.blocks);
        while high - low > 1 {
            let middle = low.midpoint(high);
            let key_of_first = self.first_key(middle)?;
            if key_of_first <= key { low = middle } else { high = middle }
        }
        Ok(low)
    }

    /// The first spelling of a block: all of its bytes are there.
    fn first_key(&self, block: u32) -> Result<&[u8], Damaged> {
        let mut row = Reader::at(&self.bytes, 4 + block * ROW);
        let (start, _) = self.spellings;
        let mut spellings = Reader::at(&self.bytes, start.checked_add(row.u32()?).ok_or(Damaged::Nonsense)?);
        let mut bytes = Reader::at(&self.bytes, start.checked_add(row.u32()?).ok_or(Damaged::Nonsense)?);
        spellings.number()?;
        bytes.bytes(spellings.number()?)
    }

    /// The spellings and the lists from the start of a block on.
    fn block(&self, block: u32) -> Result<(Spellings<'_>, Reader<'_>), Damaged> {
        let mut row = Reader::at(&self.bytes, 4 + block * ROW);
        let (start, end) = self.spellings;
        let spelling = start.checked_add(row.u32()?).ok_or(Damaged::Nonsense)?;
        row.u32()?;
        let list = end.checked_add(row.u32()?).ok_or(Damaged::Nonsense)?;
        let spellings = self.bytes.get(size(spelling)..size(end)).ok_or(Damaged::CutShort)?;
        Ok((Spellings::new(spellings)?, Reader::at(&self.bytes, list)))
    }
}

/// The spellings of a block, being read from its columns.
struct Spellings<'a> {
    count: u32,
    shared: Reader<'a>,
    lengths: Reader<'a>,
    levels: Reader<'a>,
    list_lengths: Reader<'a>,
    bytes: Reader<'a>,
}

/// The bits of a byte of levels that tell which of them there are. Those for the forms are four bits higher.
const PRESENT: u8 = 0b0111;

impl<'a> Spellings<'a> {
    fn new(block: &'a [u8]) -> Result<Self, Damaged> {
        let mut rest = Reader::new(block);
        let count = rest.count()?;
        let lengths = rest;
        rest.skip_numbers(count)?;
        let shared = rest;
        rest.skip_numbers(count)?;
        let levels = rest.bytes(count)?;
        let list_lengths = rest;
        rest.skip_numbers(levels.iter().map(|levels| (levels & PRESENT).count_ones()).sum())?;
        Ok(Self { count, shared, lengths, levels: Reader::new(levels), list_lengths, bytes: rest })
    }

    /// Reads the next spelling into `key`, which holds the one before, and tells its lists.
    fn next(
        &mut self,
        lists: &mut Reader<'a>,
        key: &mut Vec<u8>,
    ) -> Result<[List<'a>; Level::ALL.len()], Damaged> {
        let shared = size(self.shared.number()?);
        if shared > key.len() {
            return Err(Damaged::Nonsense);
        }
        key.truncate(shared);
        let length = self.lengths.number()?;
        key.extend(self.bytes.bytes(length)?);
        let levels = self.levels.byte()?;
        let mut found = [List { form: Form::Gaps, bytes: &[] }; Level::ALL.len()];
        for (list, level) in found.iter_mut().zip(0_u8..) {
            if levels >> level & 1 == 1 {
                let form = if levels >> (level + 4) & 1 == 1 { Form::Bits } else { Form::Gaps };
                let length = self.list_lengths.number()?;
                *list = List { form, bytes: lists.bytes(length)? };
            }
        }
        Ok(found)
    }
}

/// The positions of a spelling: for each work, in the order of the lists, its positions.
///
/// # Errors
/// The part is damaged, or does not belong to the shard.
pub(super) fn positions(part: &[u8], place: (u32, u32), works: usize) -> Result<Vec<Vec<u32>>, Damaged> {
    let mut table = Reader::new(part);
    let blocks = table.u32()?;
    let row = place.0.checked_mul(4).and_then(|row| row.checked_add(4)).ok_or(Damaged::Nonsense)?;
    let start = Reader::at(part, row).u32()?;
    let after_table =
        blocks.checked_mul(4).and_then(|table| table.checked_add(4)).ok_or(Damaged::Nonsense)?;
    let mut reader = Reader::at(part, start.checked_add(after_table).ok_or(Damaged::Nonsense)?);
    for _ in 0..place.1 {
        let length = reader.number()?;
        reader.bytes(length)?;
    }
    let length = reader.number()?;
    let mut steps = Reader::new(reader.bytes(length)?);
    let mut found = Vec::new();
    for _ in 0..works {
        let mut of_work: Vec<u32> = Vec::new();
        let mut position = 0_u32;
        loop {
            let step = steps.number()?;
            position = position.checked_add(step >> 1).ok_or(Damaged::Nonsense)?;
            of_work.push(position);
            if step & 1 == 0 {
                break;
            }
        }
        found.push(of_work);
    }
    Ok(found)
}
