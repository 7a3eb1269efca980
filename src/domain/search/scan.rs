//! The search over some hundreds of works: each of them is looked at. Nothing is prepared but where each spelling stands.

use super::blocks::beginning;
use super::build;
use super::bytes::{Damaged, size, whole};
use super::fields::{Level, folded, key};
use super::lexicon::{Term, terms};
use super::manifest::{Manifest, part};
use super::query::{Counting, NoAnswer, Replacement, Role, SearchAnswer, SearchBackend, SearchQuery, Sort};
use super::query_text::{Clause, QueryText, RANKED_WORDS, Wanted};
use super::slips::{Likeliest, MOST_TYPOS, Slipped, weight};
use super::work::{FacetKind, Work};
use super::works;
use crate::domain::date::PartialDate;
use crate::domain::fold::fold;
use crate::domain::order::sort_positions_by_key;

/// Works that are looked at one by one.
#[derive(Clone, Debug)]
pub struct Scan {
    manifest: Manifest,
    works: Option<Prepared>,
}

#[derive(Clone, Debug)]
struct Prepared {
    works: Vec<Work>,
    /// For each work, for each facet, the places of its values.
    values: Vec<Vec<Vec<usize>>>,
    /// Every spelling, in the order of their keys, with its places.
    terms: Vec<Term>,
    /// So many places has each work; the last one is that of no word, so that no phrase goes from one work into the next.
    stride: usize,
}

impl Scan {
    pub fn new(manifest: Manifest) -> Self {
        Self { manifest, works: None }
    }

    /// A search over works that are at hand.
    pub fn of(works: Vec<Work>) -> Self {
        let layout = build::Layout::of(0);
        let manifest = build::ordered(works, layout);
        let mut scan = Self::new(manifest.0);
        scan.works = Some(Prepared::new(manifest.1, &scan.manifest));
        scan
    }

    fn prepared(&self) -> Result<&Prepared, NoAnswer> {
        self.works.as_ref().ok_or_else(|| NoAnswer::Missing(vec![part::WORKS.to_owned()]))
    }
}

impl Prepared {
    fn new(works: Vec<Work>, manifest: &Manifest) -> Self {
        let places = |work: &Work, kind: FacetKind| -> Vec<usize> {
            let known = manifest.values.get(kind.index()).map_or(&[][..], Vec::as_slice);
            (0..known.len()).filter(|at| known.get(*at).is_some_and(|value| work.has(kind, value))).collect()
        };
        let values =
            works.iter().map(|work| FacetKind::ALL.map(|kind| places(work, kind)).to_vec()).collect();
        let terms = terms(&works);
        let last = terms.iter().flat_map(|term| &term.places).map(|place| size(place.position)).max();
        Self { works, values, terms, stride: last.unwrap_or(0).saturating_add(2) }
    }

    /// The spellings that will do for a word: they stand together.
    fn spellings(&self, word: &Wanted) -> impl Iterator<Item = &Term> {
        let wanted = word.folded.as_bytes();
        let first = self.terms.partition_point(|term| term.key.as_slice() < wanted);
        let alike = self.terms.iter().skip(first).take_while(move |term| term.key.starts_with(wanted));
        alike.filter(move |term| word.is_prefix || folded(&term.key) == wanted)
    }

    /// Whether each work has a word, or the words of a phrase one after the other.
    fn having(&self, clause: &Clause) -> Vec<bool> {
        let all = self.works.len().saturating_mul(self.stride);
        // The places at which the words up to now end.
        let mut ends: Option<Vec<bool>> = None;
        for word in &clause.words {
            let mut next = vec![false; all];
            for place in self.spellings(word).flat_map(|term| &term.places) {
                let at = size(place.work) * self.stride + size(place.position);
                let follows = |ends: &Vec<bool>| at.checked_sub(1).and_then(|at| ends.get(at)) == Some(&true);
                if let Some(slot) = next.get_mut(at) {
                    *slot = ends.as_ref().is_none_or(follows);
                }
            }
            ends = Some(next);
        }
        let ends = ends.unwrap_or_else(|| vec![true; all]);
        ends.chunks(self.stride).map(|places| places.contains(&true)).collect()
    }

    /// Adds what a word is worth to the points of each work: 2 in a title, 1 in a detail, 1 more for the exact spelling.
    fn add_points(&self, word: &Wanted, points: &mut [u32]) {
        let exact = key(&word.folded, &word.marks);
        let (mut levels, mut exacts) = (vec![0; points.len()], vec![0; points.len()]);
        for term in self.spellings(word) {
            for place in &term.places {
                let level = match place.level {
                    Level::Title => 2,
                    Level::Detail => 1,
                    Level::Summary => 0,
                };
                if let (Some(best), Some(is_exact)) =
                    (levels.get_mut(size(place.work)), exacts.get_mut(size(place.work)))
                {
                    *best = level.max(*best);
                    *is_exact |= u32::from(term.key == exact);
                }
            }
        }
        for (points, more) in points.iter_mut().zip(levels.iter().zip(&exacts)) {
            *points += more.0 + more.1;
        }
    }

    /// The clauses with the words that no work has exchanged for similar ones.
    fn corrected(&self, clauses: &[Clause]) -> (Vec<Clause>, Vec<Replacement>) {
        let mut corrected = clauses.to_vec();
        let is_known = |word: &Wanted| self.spellings(word).next().is_some();
        let plain = corrected.iter_mut().filter(|clause| !clause.is_excluded && !clause.is_phrase);
        let unknown: Vec<&mut Wanted> =
            plain.flat_map(|clause| &mut clause.words).filter(|word| !is_known(word)).collect();
        let mut replaced = Vec::new();
        if unknown.len() <= MOST_TYPOS {
            for word in unknown {
                if let Some(used) = self.meant(&word.folded) {
                    replaced.push(Replacement { typed: word.folded.clone(), used: used.clone() });
                    *word = Wanted { folded: used, marks: String::new(), is_prefix: false };
                }
            }
        }
        (corrected, replaced)
    }

    /// The word that was meant, as `typo::Words::meant` has it: of so few works each word can be looked at.
    fn meant(&self, typed: &str) -> Option<String> {
        let slipped = Slipped::new(typed, whole(self.works.len()))?;
        let [mut alike, mut near, mut far] = [(); 3].map(|()| Likeliest::default());
        for spellings in self.terms.chunk_by(|a, b| folded(&a.key) == folded(&b.key)) {
            let word = spellings.first().map_or(&[][..], |term| folded(&term.key));
            let Some(slips) = slipped.slips(word) else { continue };
            let works = |term: &Term| term.places.chunk_by(|a, b| a.work == b.work).count();
            let weight = weight(whole(spellings.iter().map(works).sum()));
            if slips > 1 {
                slipped.offer(word, weight, &mut far);
                continue;
            }
            slipped.offer(word, weight, &mut near);
            if word.starts_with(slipped.beginning().as_bytes()) {
                slipped.offer(word, weight, &mut alike);
            }
        }
        slipped.common(&alike).or_else(|| near.word()).or_else(|| far.word())
    }

    fn order(&self, query: &SearchQuery, clauses: &[Clause], hits: &mut [usize]) {
        let date = |at: usize| self.works.get(at).and_then(|work| work.date);
        match query.sort {
            Sort::Newest => {}
            // Works are in the order of their dates, so the number tells more than the date.
            Sort::Oldest => sort_positions_by_key(hits, |at| match date(at) {
                Some(_) => (false, usize::MAX - at),
                None => (true, at),
            }),
            Sort::Title => {
                let titles: Vec<String> = self.works.iter().map(|work| fold(work.title())).collect();
                sort_positions_by_key(hits, |at| (titles.get(at), at));
            }
            Sort::Relevance => {
                let wanted = clauses.iter().filter(|clause| !clause.is_excluded);
                let mut points = vec![0; self.works.len()];
                for word in wanted.flat_map(|clause| &clause.words).take(RANKED_WORDS) {
                    self.add_points(word, &mut points);
                }
                sort_positions_by_key(hits, |at| (std::cmp::Reverse(points.get(at).copied()), at));
            }
        }
    }
}

/// The choices of a query as places of values: for each facet the wanted and the unwanted ones.
struct Choices {
    wanted: Vec<Option<Vec<usize>>>,
    unwanted: Vec<Vec<usize>>,
}

impl Choices {
    fn new(query: &SearchQuery, manifest: &Manifest) -> Self {
        let places = |kind: FacetKind, role: Role| -> Option<Vec<usize>> {
            let known = manifest.values.get(kind.index())?;
            let mut chosen = query.chosen(kind, role).peekable();
            chosen.peek()?;
            Some(chosen.filter_map(|value| known.iter().position(|known| known == value)).collect())
        };
        Self {
            wanted: FacetKind::ALL.map(|kind| places(kind, Role::Wanted)).to_vec(),
            unwanted: FacetKind::ALL.map(|kind| places(kind, Role::Unwanted).unwrap_or_default()).to_vec(),
        }
    }

    fn is_wanted(&self, facet: usize, values: &[usize]) -> bool {
        let wanted = self.wanted.get(facet).and_then(Option::as_ref);
        wanted.is_none_or(|wanted| values.iter().any(|value| wanted.contains(value)))
    }

    /// Whether none of the values is unwanted, but for one that may be.
    fn is_bearable(&self, facet: usize, values: &[usize], but: Option<usize>) -> bool {
        let is_unwanted =
            |value: &usize| self.unwanted.get(facet).is_some_and(|unwanted| unwanted.contains(value));
        !values.iter().any(|value| but != Some(*value) && is_unwanted(value))
    }
}

impl SearchBackend for Scan {
    fn facets(&self) -> &[Vec<String>] {
        &self.manifest.values
    }

    fn len(&self) -> u32 {
        self.manifest.works
    }

    fn answer(&self, query: &SearchQuery) -> Result<SearchAnswer, NoAnswer> {
        let prepared = self.prepared()?;
        let text = QueryText::new(&query.text);
        let (clauses, replaced) = prepared.corrected(&text.clauses);
        let choices = Choices::new(query, &self.manifest);
        let mut counts: Vec<Vec<u32>> = match query.counting {
            Counting::All => self.manifest.values.iter().map(|values| vec![0; values.len()]).collect(),
            Counting::Nothing => Vec::new(),
        };
        let mut hits = Vec::new();
        let mut meets = vec![true; prepared.works.len()];
        for clause in &clauses {
            for (meets, has) in meets.iter_mut().zip(prepared.having(clause)) {
                *meets &= has != clause.is_excluded;
            }
        }
        for (at, values) in prepared.values.iter().enumerate().filter(|(at, _)| meets.get(*at) == Some(&true))
        {
            let year = prepared.works.get(at).and_then(|work| work.date).map(PartialDate::year);
            // For each facet, whether the work fails what is chosen in it.
            let fails = |(facet, values): (usize, &Vec<usize>)| {
                let is_year = facet == FacetKind::Year.index();
                !(choices.is_wanted(facet, values)
                    && choices.is_bearable(facet, values, None)
                    && (!is_year || query.has_year(year)))
            };
            let failing: Vec<bool> = values.iter().enumerate().map(fails).collect();
            let others_fail =
                |facet: usize| failing.iter().enumerate().any(|(at, fails)| *fails && at != facet);
            if !failing.contains(&true) {
                hits.push(at);
            }
            for (facet, (counts, values)) in counts.iter_mut().zip(values).enumerate() {
                for value in values.iter().filter(|_| !others_fail(facet)) {
                    if let Some(count) =
                        counts.get_mut(*value).filter(|_| choices.is_bearable(facet, values, Some(*value)))
                    {
                        *count += 1;
                    }
                }
            }
        }
        let total = whole(hits.len());
        if query.limit > 0 {
            prepared.order(query, &clauses, &mut hits);
        }
        let page = hits.into_iter().skip(size(query.offset)).take(size(query.limit)).map(whole).collect();
        Ok(SearchAnswer { total, hits: page, counts, replaced, is_cut: text.is_cut })
    }

    fn works(&self, hits: &[u32]) -> Result<Vec<Work>, NoAnswer> {
        let works = &self.prepared()?.works;
        let mut found = Vec::new();
        for work in hits.iter().filter_map(|hit| works.get(size(*hit))) {
            found.push(work.clone());
        }
        Ok(found)
    }

    fn summaries(&self, hits: &[u32]) -> Result<Vec<String>, NoAnswer> {
        let works = &self.prepared()?.works;
        let found = hits.iter().filter_map(|hit| works.get(size(*hit)));
        Ok(found.map(|work| beginning(&work.summary)).collect())
    }

    fn supply(&mut self, part: &str, bytes: Vec<u8>) -> Result<(), Damaged> {
        let works = works::all(part, bytes, &self.manifest)?;
        self.works = Some(Prepared::new(works, &self.manifest));
        Ok(())
    }
}
