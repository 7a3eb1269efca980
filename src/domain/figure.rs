//! Figures: a number with its unit, its date and its source.

use std::fmt;

use super::country::Source;
use super::date::Year;

/// A decimal number without rounding: `units` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    pub units: i64,
    pub scale: u8,
}

impl Decimal {
    /// Reads an optional minus sign, digits, and an optional point with one to three digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let has_bare_point = digits.contains('.') && fraction.is_empty();
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > 15
            || fraction.len() > 3
            || has_bare_point
            || !plain(whole)
            || !plain(fraction)
        {
            return None;
        }
        let units: i64 = [whole, fraction].concat().parse().ok()?;
        let scale = u8::try_from(fraction.len()).ok()?;
        Some(Self { units: sign * units, scale })
    }

    /// The number without what stands behind the point, for placing it in a drawing.
    pub fn whole(self) -> i64 {
        (0..self.scale).fold(self.units, |units, _| units / 10)
    }

    /// The nearest floating-point number, for formatting and drawing.
    #[expect(clippy::cast_precision_loss, reason = "at most 18 digits; shown values have at most 10")]
    pub fn as_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(i32::from(self.scale))
    }
}

impl fmt::Display for Decimal {
    /// The form that [`Decimal::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.units.unsigned_abs().to_string();
        let scale = usize::from(self.scale);
        let missing = (scale + 1).saturating_sub(digits.len());
        let digits = ["0".repeat(missing).as_str(), &digits].concat();
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(scale));
        f.write_str(if self.units < 0 { "-" } else { "" })?;
        f.write_str(whole)?;
        f.write_str(if scale > 0 { "." } else { "" })?;
        f.write_str(fraction)
    }
}

/// What a source says about a number: exactly, as a bound, roughly, or as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Exact(Decimal),
    /// `>50`
    MoreThan(Decimal),
    /// `>=50`
    AtLeast(Decimal),
    /// `<=900`
    AtMost(Decimal),
    /// `~700`
    About(Decimal),
    /// `560-650`
    Between(Decimal, Decimal),
}

impl Value {
    /// Reads the notation of the facts.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix(">=") {
            return Decimal::parse(rest).map(Self::AtLeast);
        }
        if let Some(rest) = text.strip_prefix("<=") {
            return Decimal::parse(rest).map(Self::AtMost);
        }
        if let Some(rest) = text.strip_prefix('>') {
            return Decimal::parse(rest).map(Self::MoreThan);
        }
        if let Some(rest) = text.strip_prefix('~') {
            return Decimal::parse(rest).map(Self::About);
        }
        if let Some(exact) = Decimal::parse(text) {
            return Some(Self::Exact(exact));
        }
        let (low, high) = text.split_once('-')?;
        let (low, high) = (Decimal::parse(low)?, Decimal::parse(high)?);
        (low.as_f64() < high.as_f64()).then_some(Self::Between(low, high))
    }
}

impl Value {
    /// The range that some values lie in, or their number if they all have the same; none without a value.
    pub fn span(values: impl Iterator<Item = Self>) -> Option<Self> {
        let mut span: Option<(Decimal, Decimal)> = None;
        for value in values {
            let (low, high) = value.ends();
            let (least, most) = span.unwrap_or((low, high));
            let least = if low.as_f64() < least.as_f64() { low } else { least };
            let most = if high.as_f64() > most.as_f64() { high } else { most };
            span = Some((least, most));
        }
        let (low, high) = span?;
        Some(if low.as_f64() < high.as_f64() { Self::Between(low, high) } else { Self::Exact(low) })
    }

    /// The least and the largest number that the value names.
    pub fn ends(self) -> (Decimal, Decimal) {
        match self {
            Self::Exact(number)
            | Self::MoreThan(number)
            | Self::AtLeast(number)
            | Self::AtMost(number)
            | Self::About(number) => (number, number),
            Self::Between(low, high) => (low, high),
        }
    }
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Slug of what is counted; its label is a term of the message files.
    pub metric: String,
    pub value: Value,
    /// Slug of the unit; its label is a term of the message files.
    pub unit: String,
    /// A figure without a year is shown as undated, never as current.
    pub year: Option<Year>,
    /// What the number covers, in English, as worded in the facts.
    pub breakdown: String,
    pub source: Source,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_notation_of_the_facts() {
        let exact = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(Value::parse("153"), Some(Value::Exact(exact("153"))));
        assert_eq!(Value::parse("-21"), Some(Value::Exact(exact("-21"))));
        assert_eq!(Value::parse("88.5"), Some(Value::Exact(Decimal { units: 885, scale: 1 })));
        assert_eq!(Value::parse(">50"), Some(Value::MoreThan(exact("50"))));
        assert_eq!(Value::parse(">=3000000000"), Some(Value::AtLeast(exact("3000000000"))));
        assert_eq!(Value::parse("<=900"), Some(Value::AtMost(exact("900"))));
        assert_eq!(Value::parse("~700"), Some(Value::About(exact("700"))));
        assert_eq!(Value::parse("560-650"), Some(Value::Between(exact("560"), exact("650"))));
        for bad in
            ["", "-", "1.", ".5", "650-560", "5-5", ">", "1,000", "1e3", "NaN", "9999999999999999", "1.2345"]
        {
            assert_eq!(Value::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn values_span_a_range() {
        let span = |texts: &[&str]| Value::span(texts.iter().filter_map(|text| Value::parse(text)));
        assert_eq!(span(&["150", ">149", "152"]), Value::parse("149-152"));
        assert_eq!(span(&["560-650", "~700"]), Value::parse("560-700"));
        assert_eq!(span(&["7"]), Value::parse("7"));
        assert_eq!(span(&[]), None);
    }

    #[test]
    fn writes_what_it_reads() {
        for text in ["0", "153", "-21", "88.5", "0.05", "-0.5", "120.010"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(["88.5", "-0.5", "7"].map(|text| Decimal::parse(text).unwrap().whole()), [88, 0, 7]);
    }
}
