//! The charts of "WHO at work in countries": what they count, and where their marks stand.
//!
//! Each chart is a table first ([`table::ChartTable`]). Drawing, table on the page and file are all made from it, so that
//! they cannot say different things.

pub mod bars;
pub mod counted;
pub mod dots;
pub mod drawing;
pub mod export;
pub mod figures;
pub mod lines;
pub mod presence;
pub mod publications;
pub mod rings;
pub mod room;
pub mod scale;
pub mod strategies;
pub mod strips;
pub mod table;
pub mod text;

use super::content::Content;
use super::date::Year;
use super::region::Region;
use drawing::{Drawing, Writer};
use table::ChartTable;

/// A chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartId {
    Offices,
    Presence,
    Served,
    Strategies,
    Publications,
    Staff,
}

impl ChartId {
    /// All charts, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Offices, Self::Presence, Self::Served, Self::Strategies, Self::Publications, Self::Staff];

    /// The anchor of the chart and the beginning of its files' names: a public contract.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Offices => "offices",
            Self::Presence => "regions",
            Self::Served => "served",
            Self::Strategies => "strategies-by-year",
            Self::Publications => "publications-by-year",
            Self::Staff => "staff-by-year",
        }
    }

    /// The chart of a word in an address.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.slug() == slug)
    }

    /// Whether the sources have the figures of this chart for the whole world only.
    pub fn is_worldwide(self) -> bool {
        matches!(self, Self::Offices | Self::Staff)
    }

    /// What the chart shows, of the whole world or of a region. `on` is the year of the content.
    pub fn table(self, content: &Content, region: Option<Region>, on: Year) -> ChartTable {
        match self {
            Self::Offices => figures::figures(content, &["country_offices"]),
            Self::Presence => presence::presence(content, region),
            Self::Served => presence::served(content, region),
            Self::Strategies => strategies::strategies(content, region, on),
            Self::Publications => publications::publications(content, region),
            Self::Staff => figures::figures(content, &["staff_total", "staff_long_term"]),
        }
    }

    /// Where everything stands. `writer` has the words.
    pub fn drawing(self, table: &ChartTable, on: Year, writer: &dyn Writer) -> Drawing {
        match self {
            Self::Offices | Self::Staff => dots::dots(table, writer),
            Self::Presence => bars::bars(table, writer),
            Self::Served => rings::rings(table, writer),
            Self::Strategies | Self::Publications => strips::strips(table, on, writer),
        }
    }
}
