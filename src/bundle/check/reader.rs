//! Reads the fields of one record and remembers what is wrong with any of them.

use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::country::Source;
use crate::domain::web_address::WebAddress;

/// Collects problems, so that an editor hears of all of them at once. A method that gives `None` has noted why.
pub(super) struct Reader<'a> {
    row: &'a dyn Row,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(row: &'a dyn Row) -> Self {
        Self { row, problems: Vec::new() }
    }

    /// For what is no row.
    pub(super) fn of_texts() -> Reader<'static> {
        Reader::new(&NoRow)
    }

    pub(super) fn fault(&mut self, field: &'static str, fault: Fault) {
        self.problems.push(Problem { field, fault });
    }

    /// What stands in a field.
    pub(super) fn cell(&self, field: &str) -> &'a str {
        self.row.cell(field)
    }

    /// A field that must be filled and that `parse` must understand.
    pub(super) fn required<T>(
        &mut self,
        field: &'static str,
        parse: fn(&str) -> Option<T>,
        fault: Fault,
    ) -> Option<T> {
        self.required_of(field, self.cell(field), parse, fault)
    }

    /// The same for a text that is no cell of a row.
    pub(super) fn required_of<T>(
        &mut self,
        field: &'static str,
        text: &str,
        parse: fn(&str) -> Option<T>,
        fault: Fault,
    ) -> Option<T> {
        if text.is_empty() {
            self.fault(field, Fault::Blank);
            return None;
        }
        let value = parse(text);
        if value.is_none() {
            self.fault(field, fault);
        }
        value
    }

    /// A field that may be blank.
    pub(super) fn optional<T>(
        &mut self,
        field: &'static str,
        parse: fn(&str) -> Option<T>,
        fault: Fault,
    ) -> Option<T> {
        let text = self.cell(field);
        if text.is_empty() { None } else { self.required(field, parse, fault) }
    }

    /// Words that must be there.
    pub(super) fn text(&mut self, field: &'static str) -> Option<String> {
        self.text_of(field, self.cell(field))
    }

    /// The same for a text that is no cell of a row.
    pub(super) fn text_of(&mut self, field: &'static str, text: &str) -> Option<String> {
        if text.trim().is_empty() {
            self.fault(field, Fault::Blank);
            return None;
        }
        self.optional_text_of(field, text)
    }

    /// Words that may be absent.
    pub(super) fn optional_text(&mut self, field: &'static str) -> Option<String> {
        self.optional_text_of(field, self.cell(field))
    }

    fn optional_text_of(&mut self, field: &'static str, text: &str) -> Option<String> {
        let fault = text_fault(text);
        if let Some(fault) = fault {
            self.fault(field, fault);
        }
        (fault.is_none() && !text.is_empty()).then(|| text.to_owned())
    }

    /// Several values joined by `|`; a blank field is an empty list.
    pub(super) fn list<T: PartialEq>(
        &mut self,
        field: &'static str,
        parse: fn(&str) -> Option<T>,
        fault: Fault,
    ) -> Vec<T> {
        let text = self.cell(field);
        let mut values = Vec::new();
        for part in text.split('|').filter(|_| !text.is_empty()) {
            match parse(part) {
                _ if part.trim().is_empty() => self.fault(field, Fault::Gap),
                None => self.fault(field, fault),
                Some(value) if values.contains(&value) => self.fault(field, Fault::Twice),
                Some(value) => values.push(value),
            }
        }
        values
    }

    /// Words joined by `|`.
    pub(super) fn texts(&mut self, field: &'static str) -> Vec<String> {
        if let Some(fault) = self.cell(field).split('|').find_map(text_fault) {
            self.fault(field, fault);
        }
        self.list(field, |part| Some(part.to_owned()), Fault::Gap)
    }

    /// The source of a figure or milestone, from the columns `source` and `url`.
    pub(super) fn source(&mut self) -> Option<Source> {
        let address = self.optional("url", WebAddress::parse, Fault::NotAddress);
        self.text("source").map(|name| Source { name, address })
    }

    /// The value, if nothing at all was wrong.
    pub(super) fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Problem>> {
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self.problems),
        }
    }
}

struct NoRow;

impl Row for NoRow {
    fn cell(&self, _: &str) -> &'static str {
        ""
    }
}

/// What makes words unfit to be shown.
pub(super) fn text_fault(text: &str) -> Option<Fault> {
    let unseen = |char: char| {
        char.is_control()
            || matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if text.contains('<') || text.contains(unseen) {
        Some(Fault::Markup)
    } else if text.trim() != text {
        Some(Fault::OuterSpace)
    } else {
        None
    }
}
