//! Choosing and counting values: OR within a facet, AND across facets, NOT for single values. The counts of a facet
//! ignore what is chosen in it, so for each facet there is a set of works that meet everything else.

use std::ops::Range;

use super::bits::Bits;
use super::bytes::{size, whole};
use super::query::{Role, SearchQuery};
use super::value_set::ValueSet;
use super::work::FacetKind;
use crate::domain::date::Year;

/// What is known of a facet.
#[derive(Clone, Copy)]
pub(super) struct Facet<'a> {
    pub kind: FacetKind,
    pub values: &'a [String],
    pub totals: &'a [u32],
    /// Nothing where the sets have not been fetched, because nobody asks for them.
    pub sets: Option<&'a [ValueSet]>,
}

/// What is chosen in a facet.
struct Chosen {
    /// The works that have a wanted value; none if all will do.
    wanted: Option<Bits>,
    /// The places of the unwanted values.
    unwanted: Vec<usize>,
}

/// The choices of a query.
pub(super) struct Choices<'a> {
    works: u32,
    facets: &'a [Facet<'a>],
    chosen: Vec<Chosen>,
}

impl<'a> Choices<'a> {
    pub(super) fn new(query: &SearchQuery, facets: &'a [Facet<'a>], works: u32) -> Self {
        let chosen = facets.iter().map(|facet| Chosen::new(query, facet, works)).collect();
        Self { works, facets, chosen }
    }

    /// Whether a query chooses anything in a facet.
    pub(super) fn touch(query: &SearchQuery, kind: FacetKind) -> bool {
        let is_span = kind == FacetKind::Year && query.has_span();
        is_span || query.choices.iter().any(|choice| choice.facet == kind)
    }

    /// The works of a set that meet the choices in all facets but one.
    fn without(&self, left_out: Option<usize>, found: &Bits) -> Bits {
        let mut hits = found.clone();
        for (at, (facet, chosen)) in self.facets.iter().zip(&self.chosen).enumerate() {
            if left_out != Some(at) {
                if let Some(wanted) = &chosen.wanted {
                    hits.and(wanted);
                }
                if !chosen.unwanted.is_empty() {
                    hits.and_not(&facet.union(&chosen.unwanted, self.works));
                }
            }
        }
        hits
    }

    /// The hits among the works that the text finds.
    pub(super) fn hits(&self, found: &Bits) -> Bits {
        self.without(None, found)
    }

    /// For each facet, for each value: the hits if it alone were wanted there. `found` is what the text finds, nothing
    /// where there is no text.
    pub(super) fn counts(&self, found: Option<&Bits>) -> Vec<Vec<u32>> {
        let is_free = |chosen: &Chosen| chosen.wanted.is_none() && chosen.unwanted.is_empty();
        let free = self.chosen.iter().filter(|chosen| is_free(chosen)).count();
        let everything = Bits::all(self.works);
        let text = found.unwrap_or(&everything);
        // All facets without a choice count the same works.
        let shared = Counter::new(self.hits(text));
        let mut counts = Vec::with_capacity(self.facets.len());
        for (at, (facet, chosen)) in self.facets.iter().zip(&self.chosen).enumerate() {
            let is_only_choice = free + usize::from(!is_free(chosen)) == self.chosen.len();
            counts.push(if found.is_none() && is_only_choice && chosen.unwanted.is_empty() {
                facet.totals.to_vec()
            } else if is_free(chosen) {
                shared.counts(facet)
            } else {
                self.counts_of_chosen(at, facet, chosen, text)
            });
        }
        counts
    }

    /// The counts of a facet in which something is chosen. An unwanted value counts as if it were wanted.
    fn counts_of_chosen(&self, at: usize, facet: &Facet<'_>, chosen: &Chosen, text: &Bits) -> Vec<u32> {
        let others = self.without(Some(at), text);
        let mut counts = Counter::new(others.minus(&facet.union(&chosen.unwanted, self.works))).counts(facet);
        for value in &chosen.unwanted {
            let still: Vec<usize> = chosen.unwanted.iter().filter(|other| *other != value).copied().collect();
            let hits = others.minus(&facet.union(&still, self.works));
            if let (Some(count), Some(set)) = (counts.get_mut(*value), facet.set(*value)) {
                *count = set.count_in(&hits, &hits.span());
            }
        }
        counts
    }
}

impl Chosen {
    fn new(query: &SearchQuery, facet: &Facet<'_>, works: u32) -> Self {
        let place = |value: &str| facet.values.iter().position(|known| known == value);
        let has_wanted = query.chosen(facet.kind, Role::Wanted).next().is_some();
        let wanted: Vec<usize> = query.chosen(facet.kind, Role::Wanted).filter_map(place).collect();
        let unwanted = query.chosen(facet.kind, Role::Unwanted).filter_map(place).collect();
        let mut bits = has_wanted.then(|| facet.union(&wanted, works));
        if facet.kind == FacetKind::Year && query.has_span() {
            let is_within =
                |at: &usize| facet.values.get(*at).is_some_and(|value| query.has_year(Year::parse(value)));
            let years: Vec<usize> = (0..facet.values.len()).filter(is_within).collect();
            let span = facet.union(&years, works);
            bits = Some(bits.map_or(span.clone(), |mut bits| {
                bits.and(&span);
                bits
            }));
        }
        Self { wanted: bits, unwanted }
    }
}

impl Facet<'_> {
    fn set(&self, value: usize) -> Option<&ValueSet> {
        self.sets.and_then(|sets| sets.get(value))
    }

    /// The works that have one of the values.
    fn union(&self, values: &[usize], works: u32) -> Bits {
        let mut bits = Bits::none(works);
        values.iter().filter_map(|value| self.set(*value)).for_each(|set| set.add_to(&mut bits));
        bits
    }
}

/// A set of works, prepared for counting many values in it.
struct Counter {
    count: usize,
    hits: Bits,
    /// The words between the first and the last hit.
    span: Range<usize>,
    /// The words with a hit, where they are few.
    few: Option<Vec<(usize, u64)>>,
}

/// Few means: a part of so much of all words.
const FEW: usize = 8;

impl Counter {
    fn new(hits: Bits) -> Self {
        let words = hits.words();
        let most = words.len() / FEW;
        let used = words.iter().filter(|word| **word != 0).count();
        let few = (used < most).then(|| {
            let all = words.iter().copied().enumerate();
            all.filter(|(_, word)| *word != 0).collect()
        });
        Self { count: size(hits.count()), span: hits.span(), hits, few }
    }

    fn counts(&self, facet: &Facet<'_>) -> Vec<u32> {
        let sets = facet.sets.unwrap_or(&[]);
        match &self.few {
            Some(few) => {
                sets.iter().map(|set| set.count_in_few(&self.hits, &self.span, few, self.count)).collect()
            }
            None => sets.iter().map(|set| set.count_in(&self.hits, &self.span)).collect(),
        }
    }
}

/// The place of the first value of each facet, if all values are numbered through.
pub(super) fn first_numbers(values: &[Vec<String>]) -> Vec<u32> {
    let mut next = 0;
    let mut firsts = Vec::with_capacity(values.len());
    for values in values {
        firsts.push(next);
        next += whole(values.len());
    }
    firsts
}
