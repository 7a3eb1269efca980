//! Country cooperation strategies: one cycle for one country.

use super::country::Iso3;
use super::cycle::Cycle;
use super::date::Year;
use super::region::Region;
use super::web_address::WebAddress;

/// The stage of a strategy as the sources show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Published,
    InDevelopment,
}

/// Where a strategy stands on a given date. `Undated` means that no end of the period was found, so that
/// "current" cannot be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Current,
    InDevelopment,
    Undated,
    Expired,
}

impl Status {
    /// From the most to the least telling: a country takes the first that one of its strategies has.
    pub const ALL: [Self; 4] = [Self::Current, Self::InDevelopment, Self::Undated, Self::Expired];

    /// The word used in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::InDevelopment => "in_development",
            Self::Undated => "undated",
            Self::Expired => "expired",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.slug() == slug)
    }
}

/// How many countries the document covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    SingleCountry,
    MultiCountry,
    Subregional,
}

impl Scope {
    pub const ALL: [Self; 3] = [Self::SingleCountry, Self::MultiCountry, Self::Subregional];

    pub fn slug(self) -> &'static str {
        match self {
            Self::SingleCountry => "single_country",
            Self::MultiCountry => "multi_country",
            Self::Subregional => "subregional",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.slug() == slug)
    }
}

/// Whether a title is quoted or was written for the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleKind {
    AsPublished,
    Descriptive,
}

/// One cycle of a cooperation strategy for one country.
#[derive(Clone, Debug, PartialEq)]
pub struct Strategy {
    pub country: Iso3,
    pub region: Region,
    pub start: Option<Year>,
    pub end: Option<Year>,
    pub stage: Stage,
    /// How the stage or the end was established, in English.
    pub status_basis: String,
    pub scope: Scope,
    pub title: String,
    pub title_kind: TitleKind,
    pub year_published: Option<Year>,
    pub reference: Option<String>,
    pub iris_handle: Option<String>,
    pub isbn: Option<String>,
    /// Priorities as the document words them.
    pub priorities: Vec<String>,
    /// Where the record was seen: provenance, not a download.
    pub seen_at: Option<WebAddress>,
    pub note: Option<String>,
    pub source: String,
}

impl Strategy {
    /// Where the strategy stands in a year. A period runs to the end of its last year.
    pub fn status(&self, on: Year) -> Status {
        Cycle::from(self).status(on)
    }

    /// Whether two rows repeat one document: same title, same period.
    pub fn is_same_document(&self, other: &Self) -> bool {
        self.title == other.title && self.start == other.start && self.end == other.end
    }
}
