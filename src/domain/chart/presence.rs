//! Where WHO is present by the site's list of offices, and who is served from an office elsewhere.

use super::table::{Cell, ChartTable, Label, Row};
use crate::domain::content::{Content, Presence};
use crate::domain::country::Iso3;
use crate::domain::office::OfficeKind;
use crate::domain::order::sorted_by_key;
use crate::domain::region::Region;
use std::cmp::Reverse;

/// Country presences: regions with most first, one column for each kind of office that occurs, and all. Of one region:
/// its kinds of office.
pub fn presence(content: &Content, region: Option<Region>) -> ChartTable {
    let count = |kind: OfficeKind, region: Option<Region>| {
        let offices = content.offices.iter();
        offices.filter(|office| office.kind == kind && region.is_none_or(|one| office.region == one)).count()
    };
    let kinds: Vec<OfficeKind> = OfficeKind::ALL
        .into_iter()
        .filter(|kind| kind.is_country_presence() && count(*kind, region) > 0)
        .collect();
    let row = |label: Label, region: Option<Region>| {
        let mut counts: Vec<usize> = kinds.iter().map(|kind| count(*kind, region)).collect();
        counts.push(counts.iter().sum());
        Row::counted(label, &counts)
    };
    if region.is_some() {
        let of_kind = |kind: &OfficeKind| Row::counted(Label::Office(*kind), &[count(*kind, region)]);
        let mut rows: Vec<Row> = kinds.iter().map(of_kind).collect();
        let all = rows.iter().map(|row| row.number(0)).sum();
        rows.push(Row::counted(Label::All, &[all]));
        return ChartTable { columns: vec![Label::All], rows };
    }
    let last = kinds.len();
    let rows = Region::ALL.map(|region| row(Label::Region(region), Some(region)));
    let mut rows = sorted_by_key(rows.into(), |row: &Row| Reverse(row.number(last)));
    rows.push(row(Label::All, None));
    let columns = kinds.iter().map(|kind| Label::Office(*kind)).chain([Label::All]).collect();
    ChartTable { columns, rows }
}

/// The countries that offices stand in which serve others, those with most first: how many places they serve, and which.
/// A place in a region is counted there, wherever its office stands.
pub fn served(content: &Content, region: Option<Region>) -> ChartTable {
    let mut hubs: Vec<(Iso3, Vec<Iso3>)> = Vec::new();
    for country in content.countries.iter() {
        if region.is_some() && country.region != region {
            continue;
        }
        let Presence::ServedFrom(office) = content.presence(country.iso3) else { continue };
        match hubs.iter_mut().find(|(hub, _)| *hub == office.country) {
            Some((_, places)) => places.push(country.iso3),
            None => hubs.push((office.country, vec![country.iso3])),
        }
    }
    let hubs = sorted_by_key(hubs, |(_, places): &(Iso3, Vec<Iso3>)| Reverse(places.len()));
    let all = hubs.iter().map(|(_, places)| places.len()).sum();
    let mut rows: Vec<Row> = hubs.into_iter().map(hub).collect();
    rows.push(Row { label: Label::All, cells: vec![Cell::count(all), Cell::Missing], origin: None });
    ChartTable { columns: vec![Label::Served, Label::Places], rows }
}

fn hub((country, places): (Iso3, Vec<Iso3>)) -> Row {
    let cells = vec![Cell::count(places.len()), Cell::Places(places)];
    Row { label: Label::Country(country), cells, origin: None }
}
