//! Rows of `offices.csv`.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::date::PartialDate;
use crate::domain::office::{Confidence, Office, OfficeKind};
use crate::domain::region::Region;
use crate::domain::web_address::WebAddress;

/// Reads an office.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn office(row: &dyn Row) -> Result<Office, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let country = reader.required("iso3", iso3, Fault::NotIso3);
    let region = reader.required("who_region", Region::from_code, Fault::NotRegion);
    let city = reader.optional_text("city");
    let kind = reader.required("office_type", OfficeKind::from_slug, Fault::NotOfficeKind);
    let name = reader.text("name");
    let website = reader.optional("website_path", WebAddress::parse, Fault::NotAddress);
    let established = reader.optional("established", PartialDate::parse, Fault::NotDate);
    let serves = reader.list("serves", iso3, Fault::NotIso3);
    let confidence = reader.required("confidence", Confidence::from_slug, Fault::NotConfidence);
    let note = reader.optional_text("evidence_note");
    let source = reader.text("source");
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
