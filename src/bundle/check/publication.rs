//! Rows of `publications.csv`.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::date::{PartialDate, Year};
use crate::domain::office::Confidence;
use crate::domain::publication::{Copy, Coverage, Publication, PublicationId, YearBasis};
use crate::domain::web_address::WebAddress;

/// Reads a publication.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn publication(row: &dyn Row) -> Result<Publication, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let id = reader.required("id", PublicationId::parse, Fault::NotId);
    let title = reader.text("title");
    let subtitle = reader.optional_text("subtitle");
    let (year, year_basis, date) = time(&mut reader);
    let kind = reader.text("type");
    let countries = reader.list("countries", iso3, Fault::NotIso3);
    let coverage = reader.required("who_region", Coverage::from_slug, Fault::NotCoverage);
    let languages = filled_list(&mut reader, "languages");
    let topics = filled_list(&mut reader, "topics");
    let reference = reader.optional_text("who_ref");
    let isbn = reader.optional_text("isbn");
    let iris_handle = reader.optional_text("iris_handle");
    let copy = copy(&mut reader);
    let pages = reader.optional("pages", pages, Fault::NotPages);
    let summary = reader.text("summary");
    let source = reader.text("source");
    let confidence = reader.required("confidence", Confidence::from_slug, Fault::NotConfidence);
    let note = reader.optional_text("note");
    let added = reader.optional("added", PartialDate::parse_day, Fault::NotDay);
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
fn time(reader: &mut Reader<'_>) -> (Option<Year>, Option<YearBasis>, Option<PartialDate>) {
    let year = reader.optional("year", Year::parse, Fault::NotYear);
    let basis = reader.optional("year_basis", YearBasis::from_word, Fault::NotYearBasis);
    both_or_neither(reader, "year", "year_basis");
    let date = reader.optional("date", PartialDate::parse, Fault::NotDate);
    if let (Some(year), Some(YearBasis::Printed), Some(date)) = (year, basis, date)
        && date.year() != year
    {
        reader.fault("date", Fault::NotInYear);
    }
    (year, basis, date)
}

fn copy(reader: &mut Reader<'_>) -> Option<(WebAddress, Copy)> {
    let address = reader.optional("url", WebAddress::parse, Fault::NotAddress);
    let copy = reader.optional("copy", copy_kind, Fault::NotCopy);
    both_or_neither(reader, "url", "copy");
    let (address, copy) = address.zip(copy)?;
    // WHO's old machines are not linked, yet a copy seen there is WHO's own.
    let is_official = address.is_official() || address.host().ends_with(".who.int");
    if copy == Copy::Official && !is_official {
        reader.fault("copy", Fault::NotOfficial);
    }
    Some((address, copy))
}

fn filled_list(reader: &mut Reader<'_>, field: &'static str) -> Vec<String> {
    if reader.cell(field).is_empty() {
        reader.fault(field, Fault::Blank);
    }
    reader.texts(field)
}

pub(super) fn both_or_neither(reader: &mut Reader<'_>, first: &'static str, second: &'static str) {
    match (reader.cell(first).is_empty(), reader.cell(second).is_empty()) {
        (true, false) => reader.fault(first, Fault::Missing),
        (false, true) => reader.fault(second, Fault::Missing),
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
