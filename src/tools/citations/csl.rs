//! CSL-JSON, the format of the Citation Style Language 1.0.2
//! (<https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json>).

use serde::Serialize;

use super::record::Record;
use crate::domain::date::PartialDate;

/// An item, under the names of the schema.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: &'a str,
    r#type: &'a str,
    title: &'a str,
    genre: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    language: &'a str,
    #[serde(rename = "ISBN", skip_serializing_if = "Option::is_none")]
    isbn: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number_of_pages: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archive: Option<&'a str>,
    // The schema writes this name with a line below.
    #[serde(rename = "archive_location", skip_serializing_if = "Option::is_none")]
    archive_location: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    keyword: String,
    r#abstract: &'a str,
    note: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Date {
    date_parts: [Vec<u16>; 1],
}

/// An item of the list as JSON; nothing if it could not be written, which cannot happen to text and numbers.
pub(super) fn entry(record: &Record) -> Option<String> {
    let item = Item {
        id: &record.id,
        r#type: if record.is_report { "report" } else { "document" },
        title: &record.title,
        genre: &record.genre,
        number: record.number.as_deref(),
        issued: record.issued.map(date),
        language: &record.language,
        isbn: record.isbn.as_deref(),
        number_of_pages: record.pages.as_deref(),
        archive: record.handle.as_ref().map(|_| "IRIS"),
        archive_location: record.handle.as_deref(),
        url: record.url.as_deref(),
        keyword: record.keywords.join(", "),
        r#abstract: &record.summary,
        note: &record.note,
    };
    serde_json::to_string(&item).ok()
}

fn date(date: PartialDate) -> Date {
    let parts = [Some(date.year().number()), date.month().map(u16::from), date.day().map(u16::from)];
    Date { date_parts: [parts.into_iter().flatten().collect()] }
}
