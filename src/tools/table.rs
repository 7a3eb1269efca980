//! Reads the CSV tables, row by row, with the line of each.

use std::io;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};
use serde::de::DeserializeOwned;

use super::explain::explain;
use super::finding::{Finding, Place};
use crate::bundle::problem::Problem;
use crate::bundle::wire;

/// A row, where it stands, and what it means if nothing is wrong with it.
pub(super) struct Record<Row, T> {
    pub line: usize,
    pub row: Row,
    pub value: Option<T>,
}

/// A table. Rows that could not even be split into cells are not in it.
pub(super) struct Table<Row, T> {
    pub file: &'static str,
    pub records: Vec<Record<Row, T>>,
    /// Whether every row is there, good or bad.
    pub is_whole: bool,
}

impl<Row, T> Table<Row, T> {
    /// The rows that nothing is wrong with.
    pub(super) fn good(&self) -> impl Iterator<Item = (usize, &Row, &T)> {
        self.records.iter().filter_map(|record| Some((record.line, &record.row, record.value.as_ref()?)))
    }

    pub(super) fn is_good(&self) -> bool {
        self.is_whole && self.records.iter().all(|record| record.value.is_some())
    }

    /// A place in the table.
    pub(super) fn place(&self, line: usize, field: &str) -> Place {
        Place::line(self.file, line).field(field)
    }
}

/// Reads and checks a table. What is wrong goes to the findings.
pub(super) fn read<Row: DeserializeOwned + wire::Row, T>(
    root: &Path,
    file: &'static str,
    columns: &[&str],
    check: fn(&dyn wire::Row) -> Result<T, Vec<Problem>>,
    findings: &mut Vec<Finding>,
) -> Table<Row, T> {
    let mut table = Table { file, records: Vec::new(), is_whole: false };
    let Some(text) = read_text(root, file, findings) else {
        return table;
    };
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    if !header_is_right(file, &header, columns, findings) {
        return table;
    }
    table.is_whole = true;
    for record in reader.records() {
        let Ok(record) = record else { continue };
        match row(&record, &header) {
            Ok(row) => {
                let line = line_of(&record);
                let value = check(&row).map_err(|problems| {
                    let tell = |problem| tell(problem, file, line, &record, &header);
                    findings.extend(problems.into_iter().map(tell));
                });
                table.records.push(Record { line, row, value: value.ok() });
            }
            Err(wrong) => {
                table.is_whole = false;
                let right = "Check the commas and quotation marks of this line and the one before.";
                findings.push(Finding::error(Place::line(file, line_of(&record)), wrong, right));
            }
        }
    }
    table
}

/// Reads a file that must be there and hold UTF-8 text. A byte order mark, as spreadsheets write it, is left out.
pub(super) fn read_text(root: &Path, file: &str, findings: &mut Vec<Finding>) -> Option<String> {
    let bytes = match std::fs::read(root.join(file)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let wrong = format!("the file {}.", not_read(&error));
            findings.push(Finding::error(Place::file(file), wrong, "Put it where this path says."));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let line = good.split(|byte| *byte == b'\n').count();
            let wrong = "a character is not in the encoding UTF-8.";
            let right = "Save the file as \"CSV UTF-8\" or as plain text in UTF-8.";
            findings.push(Finding::error(Place::line(file, line), wrong, right));
            None
        }
    }
}

/// Why a file could not be read, in words that are the same on every computer where they can be.
pub(super) fn not_read(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "is missing".to_owned(),
        _ => format!("could not be read ({error})"),
    }
}

fn header_is_right(file: &str, header: &StringRecord, columns: &[&str], findings: &mut Vec<Finding>) -> bool {
    let before = findings.len();
    let mut tell = |column: &str, wrong: &str, right: &str| {
        findings.push(Finding::error(Place::line(file, 1).field(column), wrong, right));
    };
    for column in columns.iter().filter(|column| !header.iter().any(|name| name == **column)) {
        tell(column, "this column is missing.", "Add it to the first line and to every row.");
    }
    for (index, column) in header.iter().enumerate() {
        if !columns.contains(&column) {
            tell(column, "this column is not known.", "Remove it, or correct its name in the first line.");
        } else if header.iter().take(index).any(|earlier| earlier == column) {
            tell(column, "this column stands twice.", "Remove one of the two.");
        }
    }
    findings.len() == before
}

fn row<Row: DeserializeOwned>(record: &StringRecord, header: &StringRecord) -> Result<Row, String> {
    if record.len() != header.len() {
        return Err(format!("the row has {} cells, but there are {} columns.", record.len(), header.len()));
    }
    record.deserialize(Some(header)).map_err(|error| format!("the row could not be read ({error})."))
}

fn line_of(record: &StringRecord) -> usize {
    record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0))
}

fn tell(problem: Problem, file: &str, line: usize, record: &StringRecord, header: &StringRecord) -> Finding {
    let column = header.iter().position(|name| name == problem.field);
    let value = column.and_then(|index| record.get(index)).unwrap_or("");
    let (wrong, right) = explain(problem.fault, problem.field, value);
    Finding::error(Place::line(file, line).field(problem.field), wrong, right)
}
