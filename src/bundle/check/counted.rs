//! Rows of the parts that hold what the charts count of publications, and what a profile shows of them. The compiler makes them of
//! records it has checked.

use super::country::iso3;
use super::publication::both_or_neither;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::chart::counted::CountedPublication;
use crate::domain::date::Year;
use crate::domain::publication::{Coverage, PublicationId, YearBasis};
use crate::domain::search::result_page::{Marked, ResultRow};

/// Reads a publication as it is counted.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn counted_publication(row: &dyn Row) -> Result<CountedPublication, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let kind = reader.text("type");
    let coverage = reader.required("who_region", Coverage::from_slug, Fault::NotCoverage);
    let year = reader.optional("year", Year::parse, Fault::NotYear);
    let issued = reader.optional("issued", Year::parse, Fault::NotYear);
    let counted = || Some(CountedPublication { kind: kind?, coverage: coverage?, year, issued });
    let counted = counted();
    reader.finish(counted)
}

/// Reads what a list shows of a publication.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn listed_publication(row: &dyn Row) -> Result<ResultRow, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let id = reader.required("id", PublicationId::parse, Fault::NotId);
    let title = reader.text("title");
    let year = reader.optional("year", Year::parse, Fault::NotYear);
    let year_basis = reader.optional("year_basis", YearBasis::from_word, Fault::NotYearBasis);
    both_or_neither(&mut reader, "year", "year_basis");
    let kind = reader.text("type");
    let countries = reader.list("countries", iso3, Fault::NotIso3);
    let region = reader.required("who_region", Coverage::from_slug, Fault::NotCoverage);
    let languages = reader.texts("languages");
    let summary = reader.text("summary");
    let listed = || {
        Some(ResultRow {
            id: id?.as_str().to_owned(),
            year,
            year_basis,
            kind: kind?,
            region: region?.slug().to_owned(),
            countries: countries.iter().map(|iso3| iso3.as_str().to_owned()).collect(),
            languages,
            title: Marked::plain(&title?),
            summary: Marked::plain(&summary?),
        })
    };
    let listed = listed();
    reader.finish(listed)
}
