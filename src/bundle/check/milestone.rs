//! Rows of `timeline.csv`.

use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::date::{PartialDate, Year};
use crate::domain::milestone::{Milestone, Track};

/// Reads a milestone. The date says more precisely what the year says, where it is known.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn milestone(row: &dyn Row) -> Result<Milestone, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let track = reader.required("track", Track::from_slug, Fault::NotTrack);
    let year = reader.required("year", Year::parse, Fault::NotYear);
    let date = reader.optional("date", PartialDate::parse, Fault::NotDate);
    if let (Some(year), Some(date)) = (year, date)
        && date.year() != year
    {
        reader.fault("date", Fault::NotInYear);
    }
    let title = reader.text("title");
    let detail = reader.text("detail");
    let source = reader.source();
    let milestone = || {
        let date = date.or_else(|| year.map(PartialDate::of_year));
        Some(Milestone { track: track?, date: date?, title: title?, detail: detail?, source: source? })
    };
    let milestone = milestone();
    reader.finish(milestone)
}
