//! The cycles of all countries on one ruler of years: a row for each country, a cycle for each document that covers it.

use std::cmp::{Ordering, Reverse};

use super::country::Iso3;
use super::cycle_ruler::{Bar, free_lane};
use super::date::Year;
use super::facets::Tally;
use super::list_query::ListQuery;
use super::order::sorted;
use super::strategy_list::{Document, Span, StrategyList, is_asked};

/// Years between two marks.
const STEP: usize = 5;
/// How long a bar is whose other end was not found, in years: long enough to be seen, too short for a cycle.
const STUB: usize = 1;

/// The drawing. Places are in thousandths of its width, counted in the direction of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategyTimeline {
    pub rows: Vec<CountryCycles>,
    /// Years with their places, in order.
    pub marks: Vec<(usize, usize)>,
    /// The end of the year of the content's date, which lies late in its year as often as early.
    pub now: usize,
}

/// The cycles of a country, latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryCycles {
    pub country: Iso3,
    pub cycles: Vec<Cycle>,
}

/// One document as the cycle of one country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Position among [`StrategyList::documents`].
    pub document: usize,
    /// None if neither end of the period was found.
    pub bar: Option<Bar>,
    /// Whether both ends were found. If not, the bar is a stub at the one that was.
    pub is_exact: bool,
}

impl CountryCycles {
    /// How many lanes the bars need.
    pub fn lanes(&self) -> usize {
        self.cycles.iter().filter_map(|cycle| Some(cycle.bar?.lane + 1)).max().unwrap_or(0)
    }
}

impl StrategyTimeline {
    /// Lays out the cycles of a list. `sort` is an order of the list: `newest` and `oldest` mean the newest and the oldest
    /// cycle of a country, and countries that have the same stand by `by_name`, as they do in the order `country`.
    pub fn new(list: &StrategyList, on: Year, sort: &str, by_name: &dyn Fn(Iso3, Iso3) -> Ordering) -> Self {
        // A year ends where the next begins.
        let now = usize::from(on.number()) + 1;
        let scale = Scale::new(list, now);
        let mut rows = by_country(list);
        for row in &mut rows {
            lay(&mut row.cycles, list, &scale);
        }
        let rows = sorted(rows, |a, b| {
            let order = match sort {
                "newest" => newest(list, b).cmp(&newest(list, a)),
                "oldest" => oldest(list, a).cmp(&oldest(list, b)),
                _ => Ordering::Equal,
            };
            order.then_with(|| by_name(a.country, b.country))
        });
        Self { rows, marks: scale.marks(), now: scale.place(now) }
    }

    /// What is to be seen of an answer: one flag for each document of the list, then one for each row.
    pub fn shown(&self, list: &StrategyList, query: &ListQuery, tally: &Tally) -> Vec<bool> {
        let mut flags = tally.flags(list.len());
        let is_shown = |row: &CountryCycles| {
            is_asked(query, row.country)
                && row.cycles.iter().any(|cycle| flags.get(cycle.document) == Some(&true))
        };
        let rows: Vec<bool> = self.rows.iter().map(is_shown).collect();
        flags.extend(rows);
        flags
    }
}

/// A row for each country, in no order; its cycles latest first.
fn by_country(list: &StrategyList) -> Vec<CountryCycles> {
    let mut rows: Vec<CountryCycles> = Vec::new();
    for (at, document) in list.documents.iter().enumerate() {
        for country in &document.countries {
            let cycle = Cycle { document: at, bar: None, is_exact: false };
            match rows.iter_mut().find(|row| row.country == *country) {
                Some(row) => row.cycles.push(cycle),
                None => rows.push(CountryCycles { country: *country, cycles: vec![cycle] }),
            }
        }
    }
    let start = |cycle: &Cycle| {
        let (start, end) = list.span(cycle.document);
        Reverse((start.or(end), end))
    };
    for row in &mut rows {
        row.cycles = sorted(std::mem::take(&mut row.cycles), |a, b| start(a).cmp(&start(b)));
    }
    rows
}

/// Gives the cycles of a country their bars.
fn lay(cycles: &mut [Cycle], list: &StrategyList, scale: &Scale) {
    let mut bars: Vec<Bar> = Vec::new();
    for cycle in cycles.iter_mut().rev() {
        let (span, status) = (list.span(cycle.document), list.documents.get(cycle.document));
        let (Some((from, to)), Some(Document { status, .. })) = (years(span), status) else { continue };
        let bar = Bar { from, to, lane: free_lane(&bars, from), status: *status };
        bars.push(bar);
        cycle.bar = Some(Bar { from: scale.place(from), to: scale.place(to), ..bar });
        cycle.is_exact = span.0.is_some() && span.1.is_some();
    }
}

/// From which year to the beginning of which a bar is drawn. An end before its start is no period.
fn years((start, end): Span) -> Option<(usize, usize)> {
    let number = |year: Year| usize::from(year.number());
    match (start.map(number), end.map(number)) {
        (Some(start), Some(end)) => (start <= end).then_some((start, end + 1)),
        (Some(start), None) => Some((start, start + STUB)),
        (None, Some(end)) => Some(((end + 1).saturating_sub(STUB), end + 1)),
        (None, None) => None,
    }
}

/// When the newest cycle of a country begins; before all others if nothing is known of it.
fn newest(list: &StrategyList, row: &CountryCycles) -> Option<Year> {
    let first = row.cycles.first()?;
    let (start, end) = list.span(first.document);
    start.or(end)
}

/// When the oldest cycle of a country begins that has a period; after all others if none has.
fn oldest(list: &StrategyList, row: &CountryCycles) -> (bool, Option<Year>) {
    let start = row.cycles.iter().rev().find_map(|cycle| {
        let (start, end) = list.span(cycle.document);
        start.or(end)
    });
    (start.is_none(), start)
}

/// The years from the first to the last that any bar needs.
struct Scale {
    first: usize,
    last: usize,
}

impl Scale {
    fn new(list: &StrategyList, now: usize) -> Self {
        let mut scale = Self { first: now - 1, last: now };
        for (from, to) in (0..list.len()).filter_map(|at| years(list.span(at))) {
            scale = Self { first: scale.first.min(from), last: scale.last.max(to) };
        }
        scale
    }

    fn place(&self, year: usize) -> usize {
        1000 * year.saturating_sub(self.first) / (self.last - self.first).max(1)
    }

    fn marks(&self) -> Vec<(usize, usize)> {
        let years = self.first.div_ceil(STEP)..=self.last / STEP;
        years.map(|step| (step * STEP, self.place(step * STEP))).collect()
    }
}
