//! The numbers of a chart as a file: a line for each number, with what it is about, its source and its date.
//!
//! Columns and words are the same in every language; they are part of the public contract (`docs/addresses.md`).

use super::ChartId;
use super::table::{Cell, ChartTable, Row};
use crate::domain::country::Iso3;
use crate::domain::country_export::{Imprint, push_line};
use crate::domain::figure::{Decimal, Value};
use crate::domain::region::Region;

/// The columns, in their order.
pub const COLUMNS: [&str; 12] = [
    "chart",
    "region",
    "row",
    "year",
    "series",
    "value",
    "covers",
    "source",
    "source_address",
    "content_date",
    "licence",
    "address",
];

/// The table as CSV (RFC 4180), with the mark that makes spreadsheets read it as UTF-8. What no source says is
/// `none_found`; bounds, ranges and approximations stand as in the facts.
pub fn csv(id: ChartId, table: &ChartTable, region: Option<Region>, imprint: &Imprint) -> String {
    let mut csv = String::from('\u{feff}');
    push_line(&mut csv, COLUMNS.into_iter());
    for row in &table.rows {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let (value, year) = (cell_text(cell), year(row));
            let (covers, source, seen) = origin(row);
            let cells = [
                id.slug(),
                region.map_or("", Region::code),
                row.label.slug(),
                &year,
                column.slug(),
                &value,
                covers,
                source,
                &seen,
                &imprint.content_date,
                &imprint.licence,
                &imprint.address,
            ];
            let cells = cells.map(guarded);
            push_line(&mut csv, cells.iter().map(String::as_str));
        }
    }
    csv
}

fn year(row: &Row) -> String {
    row.label.year().map(|year| year.to_string()).unwrap_or_default()
}

/// What a row covers, its source, and where that was seen; of the site's own lists nothing.
fn origin(row: &Row) -> (&str, &str, String) {
    let Some(origin) = &row.origin else { return ("", "", String::new()) };
    let seen = origin.source.address.as_ref().map(|address| address.as_str().to_owned());
    (&origin.covers, &origin.source.name, seen.unwrap_or_default())
}

/// A cell in the notation of the facts.
pub fn cell_text(cell: &Cell) -> String {
    let after = |sign: &str, number: Decimal| [sign, &number.to_string()].concat();
    match cell {
        Cell::Value(Value::Exact(number)) => number.to_string(),
        Cell::Value(Value::MoreThan(number)) => after(">", *number),
        Cell::Value(Value::AtLeast(number)) => after(">=", *number),
        Cell::Value(Value::AtMost(number)) => after("<=", *number),
        Cell::Value(Value::About(number)) => after("~", *number),
        Cell::Value(Value::Between(low, high)) => [&low.to_string(), "-", &high.to_string()].concat(),
        Cell::Places(places) => places.iter().map(Iso3::as_str).collect::<Vec<_>>().join("|"),
        Cell::Missing => "none_found".to_owned(),
    }
}

/// A spreadsheet calculates a cell that begins with one of these signs, so an apostrophe goes before it, and before
/// apostrophes that stand there already (<https://owasp.org/www-community/attacks/CSV_Injection>). A number may have its sign.
fn guarded(cell: &str) -> String {
    let is_calculated = cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_calculated && Decimal::parse(cell).is_none() { ["'", cell].concat() } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::table::{Label, Origin};
    use super::*;
    use crate::domain::country::Source;
    use proptest::prelude::*;

    fn exported(source: &str, value: Cell) -> String {
        let source = Source { name: source.to_owned(), address: None };
        let origin = Origin { covers: "global, rounded".to_owned(), source };
        let row = Row { label: Label::Undated, cells: vec![value], origin: Some(origin) };
        let table =
            ChartTable { columns: vec![Label::Metric("country_offices".to_owned())], rows: vec![row] };
        let imprint = Imprint {
            content_date: "2026-11-23".to_owned(),
            licence: "free".to_owned(),
            address: "https://x.example/en/at-work".to_owned(),
        };
        csv(ChartId::Offices, &table, Some(Region::Afr), &imprint)
    }

    #[test]
    fn a_line_tells_all() {
        let csv = exported("A page", Cell::Value(Value::parse(">150").unwrap()));
        let mut lines = csv.split("\r\n");
        assert_eq!(lines.next().unwrap().trim_start_matches('\u{feff}'), COLUMNS.join(","));
        assert_eq!(
            lines.next().unwrap(),
            "offices,AFR,undated,,country_offices,>150,\"global, rounded\",A page,,2026-11-23,free,https://x.example/en/at-work"
        );
        assert!(exported("A page", Cell::Missing).contains(",none_found,"));
    }

    #[test]
    fn no_cell_is_calculated() {
        for (source, written) in [("=1+1", ",'=1+1,"), ("'@x", ",''@x,"), ("+x", ",'+x,"), ("-21", ",-21,")] {
            assert!(exported(source, Cell::Missing).contains(written), "{source}");
        }
    }

    proptest! {
        /// What is written in the notation of the facts is read as the same value.
        #[test]
        fn values_are_read_back(text in "(>|>=|<=|~|)[1-9][0-9]{0,9}(\\.[1-9])?|[1-4][0-9]-[5-9][0-9]|-[1-9][0-9]") {
            let value = Value::parse(&text).unwrap();
            prop_assert_eq!(cell_text(&Cell::Value(value)), text);
        }
    }
}
