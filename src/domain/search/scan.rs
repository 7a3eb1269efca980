//! The search over some hundreds of works: each of them is looked at. Nothing is prepared but the words of each.

use super::blocks::beginning;
use super::build;
use super::bytes::{Damaged, size, whole};
use super::fields::{Level, Placed, placed_units};
use super::manifest::{Manifest, part};
use super::query::{Counting, NoAnswer, Replacement, Role, SearchAnswer, SearchBackend, SearchQuery, Sort};
use super::query_text::{Clause, QueryText, RANKED_WORDS, Wanted};
use super::slips::{MOST_TYPOS, Slipped};
use super::typo::{self, Words};
use super::work::{FacetKind, Work};
use super::{lexicon, works};
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
    units: Vec<Vec<Placed>>,
    /// For each work, for each facet, the places of its values.
    values: Vec<Vec<Vec<usize>>>,
    titles: Vec<String>,
    words: Words,
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
            work.values(kind).iter().filter_map(|value| known.binary_search(value).ok()).collect()
        };
        let values =
            works.iter().map(|work| FacetKind::ALL.map(|kind| places(work, kind)).to_vec()).collect();
        let words = Words::read(&typo::write(&lexicon::terms(&works))).unwrap_or_default();
        Self {
            units: works.iter().map(placed_units).collect(),
            titles: works.iter().map(|work| fold(work.title())).collect(),
            values,
            words,
            works,
        }
    }

    fn units(&self, work: usize) -> &[Placed] {
        self.units.get(work).map_or(&[], Vec::as_slice)
    }

    fn meets(&self, work: usize, clauses: &[Clause]) -> bool {
        let units = self.units(work);
        clauses.iter().all(|clause| has(units, clause) != clause.is_excluded)
    }

    /// 2 for each word in a title, 1 for one in a detail, 1 more for the exact spelling.
    fn points(&self, work: usize, words: &[&Wanted]) -> u32 {
        let of_word = |word: &&Wanted| {
            let fits = self.units(work).iter().filter(|placed| fits(placed, word));
            let place = fits.clone().map(|placed| placed.level).min();
            let is_exact =
                |placed: &Placed| placed.unit.folded == word.folded && placed.unit.marks == word.marks;
            let exact = u32::from(fits.clone().any(is_exact));
            exact
                + match place {
                    Some(Level::Title) => 2,
                    Some(Level::Detail) => 1,
                    _ => 0,
                }
        };
        words.iter().map(of_word).sum()
    }

    /// The clauses with the words that no work has exchanged for similar ones.
    fn corrected(&self, clauses: &[Clause]) -> (Vec<Clause>, Vec<Replacement>) {
        let mut corrected = clauses.to_vec();
        let is_known = |word: &Wanted| self.units.iter().flatten().any(|placed| fits(placed, word));
        let plain = corrected.iter_mut().filter(|clause| !clause.is_excluded && !clause.is_phrase);
        let unknown: Vec<&mut Wanted> =
            plain.flat_map(|clause| &mut clause.words).filter(|word| !is_known(word)).collect();
        let mut replaced = Vec::new();
        if unknown.len() <= MOST_TYPOS {
            for word in unknown {
                let slipped = Slipped::new(&word.folded, whole(self.works.len()));
                if let Some(used) = slipped.and_then(|slipped| self.words.meant(&slipped)) {
                    replaced.push(Replacement { typed: word.folded.clone(), used: used.clone() });
                    *word = Wanted { folded: used, marks: String::new(), is_prefix: false };
                }
            }
        }
        (corrected, replaced)
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
            Sort::Title => sort_positions_by_key(hits, |at| (self.titles.get(at), at)),
            Sort::Relevance => {
                let wanted = clauses.iter().filter(|clause| !clause.is_excluded);
                let words: Vec<&Wanted> =
                    wanted.flat_map(|clause| &clause.words).take(RANKED_WORDS).collect();
                let points: Vec<u32> = (0..self.works.len()).map(|at| self.points(at, &words)).collect();
                sort_positions_by_key(hits, |at| (std::cmp::Reverse(points.get(at).copied()), at));
            }
        }
    }
}

fn fits(placed: &Placed, word: &Wanted) -> bool {
    let own = placed.unit.folded.as_str();
    if word.is_prefix { own.starts_with(&word.folded) } else { own == word.folded }
}

/// Whether the units of a work have a word, or the words of a phrase one after the other.
fn has(units: &[Placed], clause: &Clause) -> bool {
    let Some((first, rest)) = clause.words.split_first() else { return true };
    let follows = |start: u32| {
        let at = |position: u32, word: &Wanted| {
            units.iter().any(|placed| placed.position == position && fits(placed, word))
        };
        (start + 1..).zip(rest).all(|(position, word)| at(position, word))
    };
    let mut starts = units.iter().filter(|placed| fits(placed, first));
    starts.any(|placed| follows(placed.position))
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
        for (at, values) in prepared.values.iter().enumerate().filter(|(at, _)| prepared.meets(*at, &clauses))
        {
            let year =
                prepared.works.get(at).and_then(|work| work.date).map(super::super::date::PartialDate::year);
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
        Ok(hits.iter().filter_map(|hit| works.get(size(*hit)).cloned()).collect())
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
