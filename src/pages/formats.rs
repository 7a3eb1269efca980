//! How numbers, dates and lists are written, counted and sorted, from CLDR by ICU4X. Browsers take theirs from the same
//! tables, so a page reads the same before and after the app has started.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;
use icu_plurals::{PluralRules, PluralRulesOptions};
use send_wrapper::SendWrapper;

use crate::domain::catalog::PluralCategory;
use crate::domain::date::PartialDate;
use crate::domain::language::Language;
use crate::state::locale::Formats;

/// CLDR's formatters for one language.
pub struct CldrFormats(SendWrapper<Inner>);

struct Inner {
    plural: PluralRules,
    number: DecimalFormatter,
    month: DateTimeFormatter<YM>,
    day: DateTimeFormatter<YMD>,
    compare: CollatorBorrowed<'static>,
    list: ListFormatter,
    choice: ListFormatter,
}

impl CldrFormats {
    /// The formatters, if the tables have the language; they have all six.
    pub fn new(language: Language) -> Option<Self> {
        // The same tags as in `platform/intl.rs`, and for the same reasons.
        let tag = match language {
            Language::Ar => "ar-u-nu-latn",
            Language::En => "en-GB",
            other => other.code(),
        };
        let locale: Locale = tag.parse().ok()?;
        let wide = || ListFormatterOptions::default().with_length(ListLength::Wide);
        Some(Self(SendWrapper::new(Inner {
            plural: PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).ok()?,
            number: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok()?,
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).ok()?,
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?,
            compare: Collator::try_new((&locale).into(), CollatorOptions::default()).ok()?,
            list: ListFormatter::try_new_and((&locale).into(), wide()).ok()?,
            choice: ListFormatter::try_new_or((&locale).into(), wide()).ok()?,
        })))
    }
}

impl Formats for CldrFormats {
    fn plural(&self, count: u32) -> PluralCategory {
        match self.0.plural.category_for(count) {
            icu_plurals::PluralCategory::Zero => PluralCategory::Zero,
            icu_plurals::PluralCategory::One => PluralCategory::One,
            icu_plurals::PluralCategory::Two => PluralCategory::Two,
            icu_plurals::PluralCategory::Few => PluralCategory::Few,
            icu_plurals::PluralCategory::Many => PluralCategory::Many,
            icu_plurals::PluralCategory::Other => PluralCategory::Other,
        }
    }

    fn number(&self, number: f64) -> String {
        // Three decimal places at most, as `Intl` does, and none that say nothing.
        let text = format!("{number:.3}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        Decimal::try_from_str(text)
            .map_or_else(|_| text.to_owned(), |decimal| self.0.number.format(&decimal).to_string())
    }

    fn date(&self, date: PartialDate) -> String {
        let year = i32::from(date.year().number());
        let at = |month: u8, day: u8| Date::try_new_iso(year, month, day).ok();
        let written = match (date.month(), date.day()) {
            (None, _) => None,
            (Some(month), None) => at(month, 1).map(|at| self.0.month.format(&at).to_string()),
            (Some(month), Some(day)) => at(month, day).map(|at| self.0.day.format(&at).to_string()),
        };
        written.unwrap_or_else(|| date.to_string())
    }

    fn collate(&self, a: &str, b: &str) -> Ordering {
        self.0.compare.compare(a, b)
    }

    fn list(&self, parts: &[String]) -> String {
        self.0.list.format(parts.iter()).to_string()
    }

    fn any_of(&self, parts: &[String]) -> String {
        self.0.choice.format(parts.iter()).to_string()
    }
}
