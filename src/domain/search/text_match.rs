//! The works that a text finds, and what each is worth.

use super::bits::Bits;
use super::bytes::{Damaged, size, whole};
use super::fields::{Level, key};
use super::manifest::Manifest;
use super::query_text::{Clause, RANKED_WORDS, Wanted};
use super::shard::{Shard, Span, positions};

/// The shards that have been fetched, and their positions.
#[derive(Clone, Copy)]
pub(super) struct TextIndex<'a> {
    pub manifest: &'a Manifest,
    pub shards: &'a [Option<Shard>],
    pub positions: &'a [Option<Vec<u8>>],
}

/// The works that a text finds.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub hits: Bits,
    /// The points of each work in binary digits, the lowest first: one set of works for each digit.
    pub points: Vec<Bits>,
    /// The places of clauses of one word that no work has.
    pub unknown: Vec<usize>,
}

/// The works that have a word.
struct WordHits {
    anywhere: Bits,
    title: Bits,
    detail: Bits,
    /// In the spelling that was typed, whole and with its accents.
    exact: Bits,
}

impl<'a> TextIndex<'a> {
    fn works(&self) -> u32 {
        self.manifest.works
    }

    /// The shards that can hold a word, with their positions.
    fn of(&self, wanted: &Wanted) -> impl Iterator<Item = (&'a Shard, Option<&'a Vec<u8>>)> {
        let (shards, positions) = (self.shards, self.positions);
        self.manifest.shards_of(&wanted.folded, wanted.is_prefix).filter_map(move |number| {
            let shard = shards.get(size(number))?.as_ref()?;
            Some((shard, positions.get(size(number)).and_then(Option::as_ref)))
        })
    }

    /// The works that meet all clauses.
    ///
    /// # Errors
    /// A shard is damaged.
    pub(super) fn find(&self, clauses: &[Clause]) -> Result<Found, Damaged> {
        let mut found = Found { hits: Bits::all(self.works()), points: Vec::new(), unknown: Vec::new() };
        let mut ranked = 0;
        for (at, clause) in clauses.iter().enumerate() {
            let mut of_clause = Bits::all(self.works());
            for word in &clause.words {
                let Some(hits) = self.word(word)? else {
                    of_clause = Bits::none(self.works());
                    if !clause.is_phrase && !clause.is_excluded {
                        found.unknown.push(at);
                    }
                    continue;
                };
                of_clause.and(&hits.anywhere);
                if !clause.is_excluded && ranked < RANKED_WORDS {
                    ranked += 1;
                    found.add_points(hits);
                }
            }
            if clause.is_phrase {
                of_clause = self.phrase(&clause.words, &of_clause)?;
            }
            if clause.is_excluded {
                found.hits.and_not(&of_clause);
            } else {
                found.hits.and(&of_clause);
            }
        }
        Ok(found)
    }

    /// The works that have a word; nothing if none has.
    fn word(&self, wanted: &Wanted) -> Result<Option<WordHits>, Damaged> {
        let none = || Bits::none(self.works());
        let mut hits = WordHits { anywhere: none(), title: none(), detail: none(), exact: none() };
        let own_key = key(&wanted.folded, &wanted.marks);
        let mut is_known = false;
        for (shard, _) in self.of(wanted) {
            shard.each(span(wanted), |spelling| {
                is_known = true;
                for (list, level) in spelling.lists.iter().zip(Level::ALL) {
                    let into = match level {
                        Level::Title => &mut hits.title,
                        Level::Detail => &mut hits.detail,
                        Level::Summary => &mut hits.anywhere,
                    };
                    if spelling.key == own_key {
                        // A long list takes longer to read than sets take to join.
                        let mut own = none();
                        list.add_to(&mut own, self.works())?;
                        into.or(&own);
                        hits.exact.or(&own);
                    } else {
                        list.add_to(into, self.works())?;
                    }
                }
                Ok(())
            })?;
        }
        hits.anywhere.or(&hits.title);
        hits.anywhere.or(&hits.detail);
        Ok(is_known.then_some(hits))
    }

    /// Those of some works in which the words follow each other.
    fn phrase(&self, words: &[Wanted], candidates: &Bits) -> Result<Bits, Damaged> {
        let works: Vec<u32> = candidates.iter().collect();
        // For each of the works, where the phrase may begin. Another word leaves the beginnings that agree with it.
        let mut begins: Vec<Vec<u32>> = vec![Vec::new(); works.len()];
        for (word, offset) in words.iter().zip(0_u32..) {
            // A long phrase is soon nowhere; the places of its other words need not be read.
            if offset > 0 && begins.iter().all(Vec::is_empty) || works.is_empty() {
                break;
            }
            let mut agreed: Vec<Vec<u32>> = vec![Vec::new(); works.len()];
            self.each_place(word, |work, places| {
                let Ok(at) = works.binary_search(&work) else { return };
                let (Some(begins), Some(agreed)) = (begins.get(at), agreed.get_mut(at)) else { return };
                let new = places.iter().filter_map(|place| place.checked_sub(offset));
                agreed.extend(new.filter(|begin| offset == 0 || begins.contains(begin)));
            })?;
            begins = agreed;
        }
        let mut bits = Bits::none(self.works());
        for (work, begins) in works.iter().zip(begins) {
            if !begins.is_empty() {
                bits.insert(*work);
            }
        }
        Ok(bits)
    }

    /// Calls `each` with the works of a word and its places in each.
    fn each_place(&self, word: &Wanted, mut each: impl FnMut(u32, &[u32])) -> Result<(), Damaged> {
        for (shard, part) in self.of(word) {
            let part = part.ok_or(Damaged::UnknownPart)?;
            shard.each(span(word), |spelling| {
                let mut works = Vec::new();
                for list in spelling.lists {
                    works.extend(list.records(self.works())?);
                }
                let of_works = positions(part, spelling.place, works.len())?;
                for (work, places) in works.iter().zip(&of_works) {
                    each(*work, places);
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}

fn span(wanted: &Wanted) -> Span<'_> {
    Span { folded: wanted.folded.as_bytes(), is_prefix: wanted.is_prefix }
}

impl Found {
    /// Adds the points of a word to each work: 2 in a title, 1 in a detail, and 1 for the exact spelling. It is the sum
    /// of binary numbers, digit by digit, of 64 works at once.
    fn add_points(&mut self, mut word: WordHits) {
        word.detail.and_not(&word.title);
        let mut high = word.detail.clone();
        high.and(&word.exact);
        high.or(&word.title);
        // What is left of detail and exact: one of the two, in `low`.
        let low = word.detail.words_mut().iter_mut().zip(word.exact.words());
        low.for_each(|(detail, exact)| *detail ^= exact);
        self.add_digits([word.detail, high]);
    }

    fn add_digits(&mut self, digits: [Bits; 2]) {
        for (first, digit) in digits.into_iter().enumerate() {
            let mut carry = digit;
            let mut at = first;
            while !carry.is_empty() {
                if let Some(sum) = self.points.get_mut(at) {
                    for (sum, carry) in sum.words_mut().iter_mut().zip(carry.words_mut()) {
                        (*sum, *carry) = (*sum ^ *carry, *sum & *carry);
                    }
                } else {
                    let works = whole(carry.words().len()).saturating_mul(64);
                    self.points.resize_with(at, || Bits::none(works));
                    self.points.push(carry);
                    break;
                }
                at += 1;
            }
        }
    }
}

/// The hits on a page, in the order of their points; hits with the same points are in the order of their numbers.
pub(super) fn by_points(found: &Found, page: &mut Page) {
    descend(found.hits.clone(), &found.points, page);
}

/// Those with the highest digit first, and so on.
fn descend(set: Bits, digits: &[Bits], page: &mut Page) {
    if page.is_full() || page.passes_over(&set) {
        return;
    }
    let Some((digit, lower)) = digits.split_last() else {
        page.take(set.iter());
        return;
    };
    let mut with = set.clone();
    with.and(digit);
    let mut without = set;
    without.and_not(digit);
    descend(with, lower, page);
    descend(without, lower, page);
}

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

    pub(super) fn is_full(&self) -> bool {
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
}
