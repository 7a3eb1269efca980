//! Rows of the part that holds the periods of strategies. The compiler makes them of strategies it has checked.

use super::country::iso3;
use super::reader::Reader;
use super::strategy::stage;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::cycle::Cycle;
use crate::domain::date::Year;

/// Reads a cycle.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn cycle(row: &dyn Row) -> Result<Cycle, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let country = reader.required("iso3", iso3, Fault::NotIso3);
    let stage = reader.required("status", stage, Fault::NotStage);
    let start = reader.optional("period_start", Year::parse, Fault::NotYear);
    let end = reader.optional("period_end", Year::parse, Fault::NotYear);
    let cycle = || Some(Cycle { country: country?, stage: stage?, start, end });
    let cycle = cycle();
    reader.finish(cycle)
}
