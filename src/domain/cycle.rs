//! When a country has, or had, which strategy: all that lists and charts say of strategies, without their titles and sources.

use std::cmp::Reverse;

use super::country::Iso3;
use super::date::Year;
use super::strategy::{Stage, Status, Strategy};

/// One cycle of a strategy for one country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    pub country: Iso3,
    pub stage: Stage,
    pub start: Option<Year>,
    pub end: Option<Year>,
}

impl Cycle {
    /// The key of the order in which cycles are shown: the latest period first, those without a period at the end.
    pub fn recency(&self) -> Reverse<(Option<Year>, Option<Year>)> {
        Reverse((self.start.or(self.end), self.end))
    }

    /// Where the cycle stands in a year. A period runs to the end of its last year.
    pub fn status(&self, on: Year) -> Status {
        match (self.stage, self.end) {
            (_, Some(end)) if end < on => Status::Expired,
            (Stage::InDevelopment, _) => Status::InDevelopment,
            (Stage::Published, Some(_)) => Status::Current,
            (Stage::Published, None) => Status::Undated,
        }
    }
}

impl From<&Strategy> for Cycle {
    fn from(strategy: &Strategy) -> Self {
        Self { country: strategy.country, stage: strategy.stage, start: strategy.start, end: strategy.end }
    }
}
