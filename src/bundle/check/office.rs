//! Rows of `offices.csv`.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::OfficeRow;
use crate::domain::date::PartialDate;
use crate::domain::office::{Confidence, Office, OfficeKind};
use crate::domain::region::Region;
use crate::domain::web_address::WebAddress;

/// Reads an office.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn office(row: &OfficeRow) -> Result<Office, Vec<Problem>> {
    let mut reader = Reader::default();
    let country = reader.required("iso3", &row.iso3, iso3, Fault::NotIso3);
    let region = reader.required("who_region", &row.who_region, Region::from_code, Fault::NotRegion);
    let city = reader.optional_text("city", &row.city);
    let kind = reader.required("office_type", &row.office_type, OfficeKind::from_slug, Fault::NotOfficeKind);
    let name = reader.text("name", &row.name);
    let website = reader.optional("website_path", &row.website_path, WebAddress::parse, Fault::NotAddress);
    let established = reader.optional("established", &row.established, PartialDate::parse, Fault::NotDate);
    let serves = reader.list("serves", &row.serves, iso3, Fault::NotIso3);
    let confidence =
        reader.required("confidence", &row.confidence, Confidence::from_slug, Fault::NotConfidence);
    let note = reader.optional_text("evidence_note", &row.evidence_note);
    let source = reader.text("source", &row.source);
    let office = || {
        Some(Office {
            country: country?,
            region: region?,
            city,
            kind: kind?,
            name: name?,
            website,
            established,
            serves,
            confidence: confidence?,
            note,
            source: source?,
        })
    };
    let office = office();
    reader.finish(office)
}
