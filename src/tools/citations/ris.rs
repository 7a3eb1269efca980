//! RIS, the format of Research Information Systems (RIS Format Specifications, 2011): lines of a tag, two spaces, a hyphen,
//! a space and a value, each ended by CR LF, in UTF-8.

use super::record::Record;
use crate::domain::date::PartialDate;

/// The end of a line; between two records, an empty one.
pub(super) const END: &str = "\r\n";

/// A record. A report has a field for its number and none for an ISBN, which therefore stands in the note.
pub(super) fn entry(record: &Record) -> String {
    let mut out = String::new();
    push(&mut out, "TY", if record.is_report { "RPRT" } else { "GEN" });
    push(&mut out, "ID", &record.id);
    push(&mut out, "TI", &record.title);
    if let Some(date) = record.issued {
        push(&mut out, "PY", &date.year().to_string());
        push(&mut out, "DA", &ris_date(date));
    }
    push(&mut out, "M3", &record.genre);
    push(&mut out, "LA", &record.language);
    let number = if record.is_report { &record.number } else { &record.isbn };
    push_some(&mut out, "SN", number.as_ref());
    push_some(&mut out, "SP", record.pages.as_ref());
    push_some(&mut out, "AN", record.handle.as_ref());
    push_some(&mut out, "UR", record.url.as_ref());
    for word in &record.keywords {
        push(&mut out, "KW", word);
    }
    push(&mut out, "AB", &record.summary);
    let isbn = record.isbn.as_ref().filter(|_| record.is_report);
    let isbn = isbn.map(|isbn| ["ISBN: ", isbn, ". "].concat()).unwrap_or_default();
    push(&mut out, "N1", &[&isbn, record.note.as_str()].concat());
    push(&mut out, "ER", "");
    out
}

fn push_some(out: &mut String, tag: &str, value: Option<&String>) {
    if let Some(value) = value {
        push(out, tag, value);
    }
}

fn push(out: &mut String, tag: &str, value: &str) {
    for piece in [tag, "  - ", value, END] {
        out.push_str(piece);
    }
}

/// `2015/08/20/`: year, month, day and a remark, each of which may be missing, but not its stroke.
fn ris_date(date: PartialDate) -> String {
    let part = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    [&date.year().to_string(), "/", &part(date.month()), "/", &part(date.day()), "/"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_all_its_strokes() {
        let date = |text: &str| ris_date(PartialDate::parse(text).unwrap());
        assert_eq!(date("2015-08-20"), "2015/08/20/");
        assert_eq!(date("2015-08"), "2015/08//");
        assert_eq!(date("2015"), "2015///");
    }
}
