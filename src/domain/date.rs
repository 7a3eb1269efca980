//! Calendar dates as sources print them: a year, a month of a year, or a day.

use std::fmt;

/// A year of the Gregorian calendar between 1900 and 2100, the span in which the product's facts can lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// A year, if it lies between 1900 and 2100.
    pub fn new(year: u16) -> Option<Self> {
        (1900..=2100).contains(&year).then_some(Self(year))
    }

    /// Reads four digits.
    pub fn parse(text: &str) -> Option<Self> {
        digits(text, 4).and_then(Self::new)
    }

    /// The year as a number.
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A date known to the year, the month or the day. Orders by time; a less precise date comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: Year,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// A date known to the year only.
    pub fn of_year(year: Year) -> Self {
        Self { year, month: None, day: None }
    }

    /// Reads `2025`, `2025-03` or `2025-03-07` (ISO 8601); nothing that is not in the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = Year::parse(parts.next()?)?;
        let Some(month) = parts.next() else {
            return Some(Self::of_year(year));
        };
        let month = u8::try_from(digits(month, 2)?).ok().filter(|month| (1..=12).contains(month))?;
        let Some(day) = parts.next() else {
            return Some(Self { year, month: Some(month), day: None });
        };
        let day = u8::try_from(digits(day, 2)?).ok()?;
        let valid = parts.next().is_none() && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Self { year, month: Some(month), day: Some(day) })
    }

    /// Reads `2025-03-07`: a date known to the day.
    pub fn parse_day(text: &str) -> Option<Self> {
        Self::parse(text).filter(|date| date.day.is_some())
    }

    pub fn year(self) -> Year {
        self.year
    }

    /// 1 to 12, if the month is known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// 1 to 31, if the day is known.
    pub fn day(self) -> Option<u8> {
        self.day
    }
}

impl fmt::Display for PartialDate {
    /// The ISO 8601 form that [`PartialDate::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The number that exactly `count` ASCII digits spell.
fn digits(text: &str, count: usize) -> Option<u16> {
    let valid = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| text.parse().ok())?
}

fn days_in(year: Year, month: u8) -> u8 {
    let year = year.number();
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_sources_print_and_nothing_else() {
        for good in ["2025", "2025-03", "2024-02-29", "1900", "2100-12-31"] {
            assert_eq!(PartialDate::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "",
            "25",
            "2025-",
            "2025-13",
            "2025-00",
            "2023-02-29",
            "2025-3",
            "2025-03-07-1",
            "+025",
            "1899",
            "٢٠٢٥",
        ] {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn orders_by_time() {
        let mut dates: Vec<_> =
            ["2025-03", "2024", "2025", "2025-03-07"].into_iter().filter_map(PartialDate::parse).collect();
        dates.sort();
        let text: Vec<_> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(text, ["2024", "2025", "2025-03", "2025-03-07"]);
    }
}
