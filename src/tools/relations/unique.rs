//! Nothing that identifies a record may stand twice.

use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::finding::Finding;
use super::super::table::Table;

/// Checks the codes of countries and the ids of publications.
pub(super) fn check(facts: &Facts, findings: &mut Vec<Finding>) {
    once(&facts.countries, "iso3", |row| &row.iso3, findings);
    once(&facts.countries, "iso2", |row| &row.iso2, findings);
    once(&facts.countries, "m49", |row| &row.m49, findings);
    once(&facts.publications, "id", |row| &row.id, findings);
}

fn once<Row, T>(table: &Table<Row, T>, field: &str, value: fn(&Row) -> &str, findings: &mut Vec<Finding>) {
    let mut first = BTreeMap::new();
    for record in &table.records {
        let value = value(&record.row);
        if value.is_empty() {
            continue;
        }
        let line = *first.entry(value).or_insert(record.line);
        if line != record.line {
            let wrong = format!("\"{value}\" stands in line {line} already.");
            let right = "Remove one of the rows, or correct the value.";
            findings.push(Finding::error(table.place(record.line, field), wrong, right));
        }
    }
}
