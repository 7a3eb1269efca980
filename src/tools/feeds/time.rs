//! The moments of a feed (RFC 3339). The facts have years, months and days, and some publications have no date at all.

use crate::domain::date::PartialDate;
use crate::domain::publication::Publication;

/// Where no date is known. It must be some moment, always the same, or readers would be told again of what they have read;
/// this is the one that programs take for none.
const UNKNOWN: &str = "1970-01-01T00:00:00Z";

/// What publications are ordered by: the date, or the year, whatever the year is.
pub(super) fn moment(publication: &Publication) -> Option<PartialDate> {
    publication.date.or(publication.year.map(PartialDate::of_year))
}

/// When it was published or adopted, if that is known: the first moment of the day, the month or the year.
pub(super) fn published(publication: &Publication) -> Option<String> {
    publication.issued().map(first_moment)
}

/// When an entry last changed: no later than the day of the content, because nobody can have seen it later.
pub(super) fn updated(publication: &Publication, content_date: &str) -> String {
    let known = moment(publication).map_or_else(|| UNKNOWN.to_owned(), first_moment);
    known.min(of_day(content_date))
}

/// The first moment of a day.
pub(super) fn of_day(day: &str) -> String {
    [day, "T00:00:00Z"].concat()
}

fn first_moment(date: PartialDate) -> String {
    let (year, month, day) = (date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1));
    of_day(&format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_its_first_moment() {
        for (date, moment) in [
            ("2015-08-20", "2015-08-20T00:00:00Z"),
            ("2015-08", "2015-08-01T00:00:00Z"),
            ("2015", "2015-01-01T00:00:00Z"),
        ] {
            assert_eq!(first_moment(PartialDate::parse(date).unwrap()), moment);
        }
    }
}
