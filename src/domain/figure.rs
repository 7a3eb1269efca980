//! Figures: a number with its unit, its date and its source.

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

    /// The nearest floating-point number, for formatting and drawing.
    #[expect(clippy::cast_precision_loss, reason = "at most 18 digits; shown values have at most 10")]
    pub fn as_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(i32::from(self.scale))
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
}
