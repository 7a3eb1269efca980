//! What the charts count of publications: a twentieth of what the records weigh, which the page of the charts does not show.

use crate::domain::date::{PartialDate, Year};
use crate::domain::publication::{Coverage, Publication};

/// A publication, as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedPublication {
    pub kind: String,
    pub coverage: Coverage,
    /// The year of the record, whatever it is.
    pub year: Option<Year>,
    /// The year of publication; that of a period is none.
    pub issued: Option<Year>,
}

impl From<&Publication> for CountedPublication {
    fn from(publication: &Publication) -> Self {
        Self {
            kind: publication.kind.clone(),
            coverage: publication.coverage,
            year: publication.year,
            issued: publication.issued().map(PartialDate::year),
        }
    }
}
