//! What a chart shows, as rows and columns.

use crate::domain::country::{Iso3, Source};
use crate::domain::date::Year;
use crate::domain::figure::{Decimal, Value};
use crate::domain::office::OfficeKind;
use crate::domain::region::Region;

/// What a row or a column is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    Region(Region),
    Office(OfficeKind),
    Country(Iso3),
    /// Slug of a kind of publication.
    Publication(String),
    /// Slug of a metric of the figures.
    Metric(String),
    Year(Year),
    /// Without a year in the sources.
    Undated,
    /// Publications of which only the first or last year of the period in the title is known.
    PeriodOnly,
    /// Member States with a strategy whose period was not found.
    NoPeriod,
    /// Member States without a strategy in the sources, which is not the same as "none".
    NotFound,
    /// Places served from elsewhere: how many.
    Served,
    /// Their names.
    Places,
    All,
}

impl Label {
    /// The word used in files: the same in every language.
    pub fn slug(&self) -> &str {
        match self {
            Self::Region(region) => region.code(),
            Self::Office(kind) => kind.slug(),
            Self::Country(iso3) => iso3.as_str(),
            Self::Publication(slug) | Self::Metric(slug) => slug,
            Self::Undated => "undated",
            Self::PeriodOnly => "period_only",
            Self::NoPeriod => "period_not_found",
            Self::NotFound => "none_found",
            Self::Served => "served_from_elsewhere",
            Self::Places => "places",
            Self::Year(_) => "year",
            Self::All => "all",
        }
    }

    /// The year of a row that has one.
    pub fn year(&self) -> Option<Year> {
        if let Self::Year(year) = self { Some(*year) } else { None }
    }
}

/// What stands where a row and a column meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// As the sources have it: a bound, a range or an approximation stays one.
    Value(Value),
    Places(Vec<Iso3>),
    /// No source says it: a gap, never a zero.
    Missing,
}

/// What a figure covers and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// In English, as worded in the facts.
    pub covers: String,
    pub source: Source,
}

/// One row; it has as many cells as the table has columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub label: Label,
    pub cells: Vec<Cell>,
    /// Where the row comes from, if not from the site's own list.
    pub origin: Option<Origin>,
}

/// The table behind a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    pub columns: Vec<Label>,
    pub rows: Vec<Row>,
}

impl Cell {
    /// A number of things counted in the site's own lists.
    pub fn count(count: usize) -> Self {
        let units = i64::try_from(count).unwrap_or(i64::MAX);
        Self::Value(Value::Exact(Decimal { units, scale: 0 }))
    }

    /// The number in the cell if it is exact and whole, otherwise 0.
    pub fn number(&self) -> usize {
        match self {
            Self::Value(Value::Exact(Decimal { units, scale: 0 })) => usize::try_from(*units).unwrap_or(0),
            _ => 0,
        }
    }
}

impl Row {
    /// A row of numbers counted in the site's own lists.
    pub fn counted(label: Label, counts: &[usize]) -> Self {
        Self { label, cells: counts.iter().map(|count| Cell::count(*count)).collect(), origin: None }
    }

    /// The number in a column, or 0.
    pub fn number(&self, column: usize) -> usize {
        self.cells.get(column).map_or(0, Cell::number)
    }
}

impl ChartTable {
    /// The row of a label.
    pub fn row(&self, label: &Label) -> Option<&Row> {
        self.rows.iter().find(|row| row.label == *label)
    }

    /// The number where a row and the column of all meet; 0 where there is none.
    pub fn total(&self, label: &Label) -> usize {
        let column = self.columns.iter().position(|column| *column == Label::All).unwrap_or(0);
        self.row(label).map_or(0, |row| row.number(column))
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        let is_filled = |cell: &Cell| match cell {
            Cell::Value(Value::Exact(number)) => number.units != 0,
            Cell::Value(_) | Cell::Places(_) => true,
            Cell::Missing => false,
        };
        !self.rows.iter().any(|row| row.cells.iter().any(is_filled))
    }
}
