//! Rows of `figures.csv`.

use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::FigureRow;
use crate::domain::date::Year;
use crate::domain::figure::{Figure, Value};

/// Reads a figure.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn figure(row: &FigureRow) -> Result<Figure, Vec<Problem>> {
    let mut reader = Reader::default();
    let metric = reader.text("metric", &row.metric);
    let value = reader.required("value", &row.value, Value::parse, Fault::NotValue);
    let unit = reader.text("unit", &row.unit);
    let year = reader.optional("year", &row.year, Year::parse, Fault::NotYear);
    let breakdown = reader.text("breakdown", &row.breakdown);
    let source = reader.source(&row.source, &row.url);
    let figure = || {
        Some(Figure {
            metric: metric?,
            value: value?,
            unit: unit?,
            year,
            breakdown: breakdown?,
            source: source?,
        })
    };
    let figure = figure();
    reader.finish(figure)
}
