//! Rows of `figures.csv`.

use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::date::Year;
use crate::domain::figure::{Figure, Value};

/// Reads a figure.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn figure(row: &dyn Row) -> Result<Figure, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let metric = reader.text("metric");
    let value = reader.required("value", Value::parse, Fault::NotValue);
    let unit = reader.text("unit");
    let year = reader.optional("year", Year::parse, Fault::NotYear);
    let breakdown = reader.text("breakdown");
    let source = reader.source();
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
