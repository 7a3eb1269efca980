//! The works that a text finds, and what each is worth.

use super::bits::Bits;
use super::bytes::{Damaged, size, whole};
use super::fields::{Level, folded, key};
use super::manifest::Manifest;
use super::postings::List;
use super::query_text::{Clause, RANKED_WORDS, Wanted};
use super::shard::{Shard, Span, positions};
use super::slips::{Likeliest, Slipped, weight};

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
    /// Clauses of one word that no work has. The hits are those of the others.
    pub unknown: Vec<Unknown>,
    /// Words whose points have been added.
    ranked: usize,
}

/// A clause of one word that no work has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unknown {
    /// Its place among the clauses.
    pub clause: usize,
    is_ranked: bool,
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
        let hits = Bits::all(self.works());
        let mut found = Found { hits, points: Vec::new(), unknown: Vec::new(), ranked: 0 };
        for (at, clause) in clauses.iter().enumerate() {
            self.meet(at, clause, &mut found)?;
        }
        Ok(found)
    }

    /// Leaves those of the hits that meet a clause.
    fn meet(&self, at: usize, clause: &Clause, found: &mut Found) -> Result<(), Damaged> {
        let mut of_clause: Option<Bits> = None;
        for word in &clause.words {
            let is_ranked = !clause.is_excluded && found.ranked < RANKED_WORDS;
            found.ranked += usize::from(is_ranked);
            let Some(mut hits) = self.word(word)? else {
                if !clause.is_phrase && !clause.is_excluded {
                    found.unknown.push(Unknown { clause: at, is_ranked });
                    return Ok(());
                }
                of_clause = Some(Bits::none(self.works()));
                break;
            };
            let anywhere = std::mem::take(&mut hits.anywhere);
            match &mut of_clause {
                Some(of_clause) => of_clause.and(&anywhere),
                None => of_clause = Some(anywhere),
            }
            if is_ranked {
                found.add_points(hits);
            }
        }
        let mut of_clause = of_clause.unwrap_or_else(|| Bits::all(self.works()));
        if clause.has_order() {
            of_clause = self.phrase(&clause.words, &of_clause)?;
        }
        if clause.is_excluded {
            found.hits.and_not(&of_clause);
        } else {
            found.hits.and(&of_clause);
        }
        Ok(())
    }

    /// Leaves those of the hits that have a word in the place of one that no work has.
    ///
    /// # Errors
    /// A shard is damaged.
    pub(super) fn meet_instead(
        &self,
        unknown: Unknown,
        word: &Wanted,
        found: &mut Found,
    ) -> Result<(), Damaged> {
        let Some(hits) = self.word(word)? else {
            found.hits = Bits::none(self.works());
            return Ok(());
        };
        found.hits.and(&hits.anywhere);
        if unknown.is_ranked {
            found.add_points(hits);
        }
        Ok(())
    }

    /// A common word that begins as a typed one and is near to it.
    ///
    /// # Errors
    /// A shard is damaged.
    pub(super) fn common_alike(&self, slipped: &Slipped<'_>) -> Result<Option<String>, Damaged> {
        let start = slipped.alike();
        let mut best = Likeliest::default();
        for (shard, _) in self.of(&start) {
            // The spellings of a word stand together, and its works are those of all of them.
            let (mut last, mut works) = (Vec::new(), 0);
            shard.each(span(&start), |spelling| {
                let word = folded(spelling.key);
                if last != word {
                    slipped.offer_near(&last, weight(works), &mut best);
                    (last, works) = (word.to_vec(), 0);
                }
                works += spelling.lists.iter().map(List::count).sum::<u32>();
                Ok(())
            })?;
            slipped.offer_near(&last, weight(works), &mut best);
        }
        Ok(slipped.common(&best))
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
