//! The countries of a list as a file: what is shown, with codes, all names, office, strategy, date and source.
//!
//! Columns and words in the cells are the same in every language, so that a file can be worked with; they are part of
//! the public contract (`docs/addresses.md`).

use super::content::{Content, Presence};
use super::country::{Country, Income};
use super::date::Year;
use super::language::Language;
use super::office::Office;
use super::region::Region;
use super::strategy::{Status, Strategy};

/// What stands in every row besides the facts of the country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The day of the content, as `2026-11-23`.
    pub content_date: String,
    /// Under which terms the facts may be used, in the reader's language.
    pub licence: String,
    /// The address of the list that was exported.
    pub address: String,
}

/// The columns, in their order.
pub const COLUMNS: [&str; 29] = [
    "iso3",
    "iso2",
    "m49",
    "name_en",
    "name_fr",
    "name_es",
    "name_ar",
    "name_zh",
    "name_ru",
    "membership",
    "sovereign_iso3",
    "who_region",
    "income_group",
    "income_year",
    "office_presence",
    "office_name",
    "office_kind",
    "office_city",
    "office_country_iso3",
    "supporting_office_name",
    "strategy_status",
    "strategy_start",
    "strategy_end",
    "strategy_title",
    "note",
    "content_date",
    "source",
    "licence",
    "address",
];

/// The rows of some countries, given by their positions among [`Content::countries`]. A fact that was not found is an
/// empty cell, except where the list itself says "none found".
pub fn rows(content: &Content, positions: &[usize], on: Year, imprint: &Imprint) -> Vec<Vec<String>> {
    let countries = positions.iter().filter_map(|at| content.countries.get(*at));
    countries.map(|country| row(content, country, on, imprint)).collect()
}

fn row(content: &Content, country: &Country, on: Year, imprint: &Imprint) -> Vec<String> {
    let presence = content.presence(country.iso3);
    let strategies = content.strategies_of(country.iso3);
    let strategy = strategies.into_iter().min_by_key(|strategy| strategy.status(on));
    let mut row = vec![
        country.iso3.to_string(),
        country.iso2.to_string(),
        country.m49.map(|m49| m49.to_string()).unwrap_or_default(),
    ];
    row.extend(Language::ALL.map(|language| country.names.known(language).unwrap_or_default().to_owned()));
    row.extend([
        country.membership.slug().to_owned(),
        country.sovereign.map(|iso3| iso3.to_string()).unwrap_or_default(),
        country.region.map(Region::code).unwrap_or_default().to_owned(),
        country.income.map(Income::slug).unwrap_or_default().to_owned(),
        country.income_year.clone().unwrap_or_default(),
        presence.kind().slug().to_owned(),
    ]);
    row.extend(office(presence.office()));
    row.push(match presence {
        Presence::Supported { by, .. } => by.name.clone(),
        _ => String::new(),
    });
    row.extend(cycle(strategy, on));
    row.extend([
        country.note.clone().unwrap_or_default(),
        imprint.content_date.clone(),
        country.source.clone(),
        imprint.licence.clone(),
        imprint.address.clone(),
    ]);
    row
}

fn office(office: Option<&Office>) -> [String; 4] {
    office.map_or_else(Default::default, |office| {
        [
            office.name.clone(),
            office.kind.slug().to_owned(),
            office.city.clone().unwrap_or_default(),
            office.country.to_string(),
        ]
    })
}

fn cycle(strategy: Option<&Strategy>, on: Year) -> [String; 4] {
    let year = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
    strategy.map_or_else(
        || ["none_found".to_owned(), String::new(), String::new(), String::new()],
        |strategy| {
            let status: Status = strategy.status(on);
            [status.slug().to_owned(), year(strategy.start), year(strategy.end), strategy.title.clone()]
        },
    )
}

/// A table as CSV (RFC 4180), with the mark that makes spreadsheets read it as UTF-8.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut csv = String::from('\u{feff}');
    push_line(&mut csv, COLUMNS.iter().copied());
    for row in rows {
        push_line(&mut csv, row.iter().map(String::as_str));
    }
    csv
}

/// Adds a line to a file of CSV.
pub(in crate::domain) fn push_line<'a>(csv: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(cell);
        }
    }
    csv.push_str("\r\n");
}

/// A table as JSON (RFC 8259): one object for each row, all values text, empty ones left out.
pub fn json(rows: &[Vec<String>]) -> String {
    let mut json = String::from("[");
    for (at, row) in rows.iter().enumerate() {
        json.push_str(if at > 0 { ",\n{" } else { "\n{" });
        let filled = COLUMNS.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        for (at, (column, cell)) in filled.enumerate() {
            if at > 0 {
                json.push(',');
            }
            push_quoted(&mut json, column);
            json.push(':');
            push_quoted(&mut json, cell);
        }
        json.push('}');
    }
    json.push_str("\n]\n");
    json
}

fn push_quoted(json: &mut String, text: &str) {
    json.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => json.extend(['\\', char]),
            // Other control characters never get into checked content; a space keeps the file readable.
            _ if char.is_control() => json.push(' '),
            _ => json.push(char),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(first: &str) -> Vec<Vec<String>> {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[0] = first.to_owned();
        vec![row]
    }

    #[test]
    fn cells_with_signs_are_quoted() {
        let csv = csv(&table("a \"b\", c"));
        let (head, row) = csv.split_once("\r\n").unwrap();
        assert!(head.starts_with("\u{feff}iso3,iso2,m49,name_en,"));
        assert!(row.starts_with("\"a \"\"b\"\", c\",,"));
        assert_eq!(json(&table("a \"b\"\\\n")), "[\n{\"iso3\":\"a \\\"b\\\"\\\\ \"}\n]\n");
        assert_eq!(json(&[]), "[\n]\n");
    }

    proptest! {
        /// A plain reader of RFC 4180 is the oracle.
        #[test]
        fn a_cell_is_read_back(cell in "[a-z\",\r\n é]{0,20}") {
            let csv = csv(&table(&cell));
            let (_, line) = csv.split_once("\r\n").unwrap();
            let read = match line.strip_prefix('"') {
                Some(quoted) => {
                    let mut read = String::new();
                    let mut chars = quoted.chars().peekable();
                    while let Some(char) = chars.next() {
                        match (char, chars.peek()) {
                            ('"', Some('"')) => read.extend(chars.next()),
                            ('"', _) => break,
                            (other, _) => read.push(other),
                        }
                    }
                    read
                }
                None => line.split(',').next().unwrap().to_owned(),
            };
            prop_assert_eq!(read, cell);
        }
    }
}
