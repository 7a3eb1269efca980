//! Rows of `publications.csv`.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::PublicationRow;
use crate::domain::date::{PartialDate, Year};
use crate::domain::office::Confidence;
use crate::domain::publication::{Copy, Coverage, Publication, PublicationId, YearBasis};
use crate::domain::web_address::WebAddress;

/// Reads a publication.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn publication(row: &PublicationRow) -> Result<Publication, Vec<Problem>> {
    let mut reader = Reader::default();
    let id = reader.required("id", &row.id, PublicationId::parse, Fault::NotId);
    let title = reader.text("title", &row.title);
    let subtitle = reader.optional_text("subtitle", &row.subtitle);
    let (year, year_basis, date) = time(&mut reader, row);
    let kind = reader.text("type", &row.kind);
    let countries = reader.list("countries", &row.countries, iso3, Fault::NotIso3);
    let coverage = reader.required("who_region", &row.who_region, Coverage::from_slug, Fault::NotCoverage);
    let languages = filled_list(&mut reader, "languages", &row.languages);
    let topics = filled_list(&mut reader, "topics", &row.topics);
    let reference = reader.optional_text("who_ref", &row.who_ref);
    let isbn = reader.optional_text("isbn", &row.isbn);
    let iris_handle = reader.optional_text("iris_handle", &row.iris_handle);
    let copy = copy(&mut reader, row);
    let pages = reader.optional("pages", &row.pages, pages, Fault::NotPages);
    let summary = reader.text("summary", &row.summary);
    let source = reader.text("source", &row.source);
    let confidence =
        reader.required("confidence", &row.confidence, Confidence::from_slug, Fault::NotConfidence);
    let note = reader.optional_text("note", &row.note);
    let added = reader.optional("added", &row.added, PartialDate::parse_day, Fault::NotDay);
    let publication = || {
        Some(Publication {
            id: id?,
            title: title?,
            subtitle,
            year,
            year_basis,
            date,
            kind: kind?,
            countries,
            coverage: coverage?,
            languages,
            topics,
            reference,
            isbn,
            iris_handle,
            copy,
            pages,
            summary: summary?,
            source: source?,
            confidence: confidence?,
            note,
            added,
        })
    };
    let publication = publication();
    reader.finish(publication)
}

/// The year, what the year is, and the date. A printed date lies in the printed year.
fn time(reader: &mut Reader, row: &PublicationRow) -> (Option<Year>, Option<YearBasis>, Option<PartialDate>) {
    let year = reader.optional("year", &row.year, Year::parse, Fault::NotYear);
    let basis = reader.optional("year_basis", &row.year_basis, YearBasis::from_word, Fault::NotYearBasis);
    both_or_neither(reader, ("year", &row.year), ("year_basis", &row.year_basis));
    let date = reader.optional("date", &row.date, PartialDate::parse, Fault::NotDate);
    if let (Some(year), Some(YearBasis::Printed), Some(date)) = (year, basis, date)
        && date.year() != year
    {
        reader.fault("date", Fault::NotInYear);
    }
    (year, basis, date)
}

fn copy(reader: &mut Reader, row: &PublicationRow) -> Option<(WebAddress, Copy)> {
    let address = reader.optional("url", &row.url, WebAddress::parse, Fault::NotAddress);
    let copy = reader.optional("copy", &row.copy, copy_kind, Fault::NotCopy);
    both_or_neither(reader, ("url", &row.url), ("copy", &row.copy));
    let (address, copy) = address.zip(copy)?;
    // WHO's old machines are not linked, yet a copy seen there is WHO's own.
    let is_official = address.is_official() || address.host().ends_with(".who.int");
    if copy == Copy::Official && !is_official {
        reader.fault("copy", Fault::NotOfficial);
    }
    Some((address, copy))
}

fn filled_list(reader: &mut Reader, field: &'static str, text: &str) -> Vec<String> {
    if text.is_empty() {
        reader.fault(field, Fault::Blank);
    }
    reader.texts(field, text)
}

fn both_or_neither(reader: &mut Reader, first: (&'static str, &str), second: (&'static str, &str)) {
    match (first.1.is_empty(), second.1.is_empty()) {
        (true, false) => reader.fault(first.0, Fault::Missing),
        (false, true) => reader.fault(second.0, Fault::Missing),
        (true, true) | (false, false) => {}
    }
}

fn copy_kind(text: &str) -> Option<Copy> {
    match text {
        "official" => Some(Copy::Official),
        "third_party" => Some(Copy::ThirdParty),
        _ => None,
    }
}

fn pages(text: &str) -> Option<u16> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let pages: u16 = plain.then(|| text.parse().ok())??;
    (1..=5000).contains(&pages).then_some(pages)
}
