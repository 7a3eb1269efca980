//! Reads the fields of one record and remembers what is wrong with any of them.

use crate::bundle::problem::{Fault, Problem};
use crate::domain::country::Source;
use crate::domain::web_address::WebAddress;

/// Collects problems, so that an editor hears of all of them at once. A method that gives `None` has noted why.
#[derive(Default)]
pub(super) struct Reader(Vec<Problem>);

impl Reader {
    pub(super) fn fault(&mut self, field: &'static str, fault: Fault) {
        self.0.push(Problem { field, fault });
    }

    /// A field that must be filled and that `parse` must understand.
    pub(super) fn required<T>(
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
        text: &str,
        parse: fn(&str) -> Option<T>,
        fault: Fault,
    ) -> Option<T> {
        if text.is_empty() { None } else { self.required(field, text, parse, fault) }
    }

    /// Words that must be there.
    pub(super) fn text(&mut self, field: &'static str, text: &str) -> Option<String> {
        if text.trim().is_empty() {
            self.fault(field, Fault::Blank);
            return None;
        }
        self.optional_text(field, text)
    }

    /// Words that may be absent.
    pub(super) fn optional_text(&mut self, field: &'static str, text: &str) -> Option<String> {
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
        text: &str,
        parse: fn(&str) -> Option<T>,
        fault: Fault,
    ) -> Vec<T> {
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
    pub(super) fn texts(&mut self, field: &'static str, text: &str) -> Vec<String> {
        if let Some(fault) = text.split('|').find_map(text_fault) {
            self.fault(field, fault);
        }
        self.list(field, text, |part| Some(part.to_owned()), Fault::Gap)
    }

    /// The source of a figure or milestone, from the columns `source` and `url`.
    pub(super) fn source(&mut self, source: &str, url: &str) -> Option<Source> {
        let address = self.optional("url", url, WebAddress::parse, Fault::NotAddress);
        self.text("source", source).map(|name| Source { name, address })
    }

    /// The value, if nothing at all was wrong.
    pub(super) fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Problem>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
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
