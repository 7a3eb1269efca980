//! What the charts count of publications and strategies: a twentieth of what the records weigh, which the page of the charts
//! does not show.

use crate::domain::country::Iso3;
use crate::domain::date::{PartialDate, Year};
use crate::domain::publication::{Coverage, Publication};
use crate::domain::strategy::{Stage, Strategy};

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

/// A cycle of a strategy for one country, as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedStrategy {
    pub country: Iso3,
    pub stage: Stage,
    pub start: Option<Year>,
    pub end: Option<Year>,
}

impl From<&Strategy> for CountedStrategy {
    fn from(strategy: &Strategy) -> Self {
        Self { country: strategy.country, stage: strategy.stage, start: strategy.start, end: strategy.end }
    }
}
