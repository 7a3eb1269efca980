//! In which years Member States had a cooperation strategy in force, by the periods that were found.

use super::table::{ChartTable, Label, Row};
use crate::domain::content::Content;
use crate::domain::country::{Country, Iso3, Membership};
use crate::domain::cycle::Cycle;
use crate::domain::date::Year;
use crate::domain::region::Region;
use crate::domain::strategy::Stage;

/// A row for each year; then the Member States of whose strategies no period was found, those without a strategy in the
/// sources, and all Member States. A column for all and, without a choice, one for each region. A state counts once
/// however many strategies it has; one in development is not in force. Years go on beyond `on`, as far as periods do.
pub fn strategies(content: &Content, region: Option<Region>, on: Year) -> ChartTable {
    let is_meant = |country: &&Country| {
        country.membership == Membership::MemberState && (region.is_none() || country.region == region)
    };
    let states: Vec<&Country> = content.countries.iter().filter(is_meant).collect();
    let regions: &[Region] = if region.is_none() { &Region::ALL } else { &[] };
    let row = |label: Label, is_counted: &dyn Fn(Iso3) -> bool| {
        let counted: Vec<&&Country> = states.iter().filter(|state| is_counted(state.iso3)).collect();
        let mut counts = vec![counted.len()];
        counts.extend(
            regions.iter().map(|one| counted.iter().filter(|state| state.region == Some(*one)).count()),
        );
        Row::counted(label, &counts)
    };
    let of_state = |iso3: Iso3| content.cycles.iter().filter(move |cycle| cycle.country == iso3);
    let mut rows: Vec<Row> = years(content, &states, on)
        .map(|year| row(Label::Year(year), &|iso3| of_state(iso3).any(|cycle| is_in_force(cycle, year))))
        .collect();
    rows.push(row(Label::NoPeriod, &|iso3| {
        of_state(iso3).next().is_some() && !of_state(iso3).any(|cycle| period(cycle).is_some())
    }));
    rows.push(row(Label::NotFound, &|iso3| of_state(iso3).next().is_none()));
    rows.push(row(Label::All, &|_| true));
    let columns = [Label::All].into_iter().chain(regions.iter().copied().map(Label::Region)).collect();
    ChartTable { columns, rows }
}

/// First and last year of a strategy, if both were found.
fn period(cycle: &Cycle) -> Option<(Year, Year)> {
    cycle.start.zip(cycle.end)
}

/// Whether a strategy was in force in a year. A period with an open end says too little.
fn is_in_force(cycle: &Cycle, year: Year) -> bool {
    cycle.stage == Stage::Published && period(cycle).is_some_and(|(start, end)| start <= year && year <= end)
}

/// All years from the first to the last of any period, with that of the content among them.
fn years(content: &Content, states: &[&Country], on: Year) -> impl Iterator<Item = Year> {
    let (mut first, mut last) = (on.number(), on.number());
    for cycle in content.cycles.iter() {
        let is_of_state = states.iter().any(|state| state.iso3 == cycle.country);
        if let (Stage::Published, true, Some((start, end))) = (cycle.stage, is_of_state, period(cycle)) {
            first = first.min(start.number());
            last = last.max(end.number());
        }
    }
    (first..=last).filter_map(Year::new)
}
