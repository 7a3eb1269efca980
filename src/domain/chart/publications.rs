//! Publications by type and by year of publication.

use super::counted::CountedPublication;
use super::table::{ChartTable, Label, Row};
use crate::domain::content::Content;
use crate::domain::date::Year;
use crate::domain::order::sorted_by_key;
use crate::domain::publication::Coverage;
use crate::domain::region::Region;
use std::cmp::Reverse;

/// A row for each year in which any was printed or adopted; then those of which only a period is known, those without
/// a year, and all. A column for all and one for each type, the most frequent first. Of a region: what is about it.
pub fn publications(content: &Content, region: Option<Region>) -> ChartTable {
    let is_meant =
        |one: &&CountedPublication| region.is_none_or(|region| one.coverage == Coverage::Region(region));
    let found: Vec<&CountedPublication> = content.publication_years.iter().filter(is_meant).collect();
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for one in &found {
        match kinds.iter_mut().find(|(kind, _)| *kind == one.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((&one.kind, 1)),
        }
    }
    let kinds = sorted_by_key(kinds, |(kind, count): &(&str, usize)| (Reverse(*count), *kind));
    let row = |label: Label, is_counted: &dyn Fn(&CountedPublication) -> bool| {
        let counted: Vec<&&CountedPublication> = found.iter().filter(|one| is_counted(one)).collect();
        let mut counts = vec![counted.len()];
        counts.extend(kinds.iter().map(|(kind, _)| counted.iter().filter(|one| one.kind == *kind).count()));
        Row::counted(label, &counts)
    };
    let mut rows: Vec<Row> =
        years(&found).map(|year| row(Label::Year(year), &|one| one.issued == Some(year))).collect();
    rows.push(row(Label::PeriodOnly, &|one| one.year.is_some() && one.issued.is_none()));
    rows.push(row(Label::Undated, &|one| one.year.is_none()));
    rows.push(row(Label::All, &|_| true));
    let kind = |(kind, _): &(&str, usize)| Label::Publication((*kind).to_owned());
    ChartTable { columns: [Label::All].into_iter().chain(kinds.iter().map(kind)).collect(), rows }
}

/// All years from the first to the last, also those between in which nothing was published.
fn years(found: &[&CountedPublication]) -> impl Iterator<Item = Year> {
    let years = || found.iter().filter_map(|one| one.issued).map(Year::number);
    let (first, last) = (years().min().unwrap_or(1), years().max().unwrap_or(0));
    (first..=last).filter_map(Year::new)
}
