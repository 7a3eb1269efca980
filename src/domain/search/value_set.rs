//! The works that have a value of a facet: kept so that counting those among the hits is quick.

use std::ops::Range;

use super::bits::{Bits, ones};
use super::bytes::{Damaged, Reader, Writer, size, whole};
use super::postings::{self, Form, List};
use super::short_list::ShortList;

/// A set of works, as a list or as bits, whichever is counted faster.
#[derive(Clone, Debug)]
pub(super) enum ValueSet {
    List(ShortList),
    /// Bits without the empty words at both ends: works are in the order of their years, so those of a year lie
    /// side by side.
    Bits {
        first: usize,
        words: Vec<u64>,
    },
}

/// To look up one work takes about as long as to meet this many words of bits. Where there are a million works, what
/// takes time is to bring the sets from memory, and there a list is shorter, too.
const WORDS_PER_WORK: usize = 2;
/// The steps of finding a work in a list.
const STEPS: usize = 8;

impl ValueSet {
    /// Reads a written set. `bits` is room to work in.
    fn read(list: List<'_>, bits: &mut Bits, works: u32) -> Result<Self, Damaged> {
        if list.form == Form::Gaps && size(list.count()) * WORDS_PER_WORK < bits.words().len() {
            let short = ShortList::read(list, works)?;
            if short.len() * WORDS_PER_WORK < short.span().len() {
                return Ok(Self::List(short));
            }
        }
        bits.words_mut().fill(0);
        list.add_to(bits, works)?;
        Ok(Self::of_bits(bits))
    }

    fn of_bits(bits: &Bits) -> Self {
        let span = bits.span();
        Self::Bits { first: span.start, words: bits.words().get(span).unwrap_or(&[]).to_vec() }
    }

    /// How many of the works are in a set, whose words with works lie in a span.
    pub(super) fn count_in(&self, hits: &Bits, span: &Range<usize>) -> u32 {
        match self {
            Self::List(list) => list.count_in(hits, span),
            Self::Bits { first, words } => {
                let start = span.start.max(*first);
                let hits = hits.words().get(start..span.end).unwrap_or(&[]);
                let words = words.get(start - first..).unwrap_or(&[]);
                hits.iter().zip(words).map(|(hits, word)| (hits & word).count_ones()).sum()
            }
        }
    }

    /// The same where few words of the set have a hit: those words are given, with their places.
    pub(super) fn count_in_few(
        &self,
        hits: &Bits,
        span: &Range<usize>,
        few: &[(usize, u64)],
        count: usize,
    ) -> u32 {
        match self {
            // To find a work in a list takes some steps; to look up one of the list among the hits takes one.
            Self::List(list) if count * STEPS < list.len() => {
                let has = |work: u32| u32::from(list.contains(work));
                few.iter().map(|(at, word)| ones(*word, whole(at * 64)).map(has).sum::<u32>()).sum()
            }
            Self::List(list) => list.count_in(hits, span),
            Self::Bits { first, words } => {
                let of = |at: &usize| at.checked_sub(*first).and_then(|at| words.get(at));
                few.iter().filter_map(|(at, word)| of(at).map(|other| (word & other).count_ones())).sum()
            }
        }
    }

    pub(super) fn add_to(&self, bits: &mut Bits) {
        match self {
            Self::List(list) => list.each(|work| bits.insert(work)),
            Self::Bits { first, words } => {
                let into = bits.words_mut().get_mut(*first..).unwrap_or(&mut []);
                into.iter_mut().zip(words).for_each(|(into, word)| *into |= word);
            }
        }
    }
}

/// Writes the sets of a facet's values: form and length of each, then all of them.
pub(super) fn write(values: &[Vec<u32>], works: u32) -> Vec<u8> {
    let (mut head, mut lists) = (Writer::default(), Vec::new());
    for list in values {
        let (form, bytes) = postings::write(list, works);
        head.number(whole(bytes.len()) << 1 | u32::from(form == Form::Bits));
        lists.extend(bytes);
    }
    head.bytes.extend(lists);
    head.bytes
}

/// Reads the sets of so many values.
///
/// # Errors
/// The bytes are damaged.
pub(super) fn read(bytes: &[u8], values: usize, works: u32) -> Result<Vec<ValueSet>, Damaged> {
    let mut reader = Reader::new(bytes);
    let heads = (0..values).map(|_| reader.number()).collect::<Result<Vec<u32>, _>>()?;
    let mut sets = Vec::with_capacity(values);
    let mut bits = Bits::none(works);
    for head in heads {
        let form = if head & 1 == 1 { Form::Bits } else { Form::Gaps };
        let list = List { form, bytes: reader.bytes(head >> 1)? };
        sets.push(ValueSet::read(list, &mut bits, works)?);
    }
    Ok(sets)
}
