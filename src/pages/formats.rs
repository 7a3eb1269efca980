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

fn category(category: icu_plurals::PluralCategory) -> PluralCategory {
    match category {
        icu_plurals::PluralCategory::Zero => PluralCategory::Zero,
        icu_plurals::PluralCategory::One => PluralCategory::One,
        icu_plurals::PluralCategory::Two => PluralCategory::Two,
        icu_plurals::PluralCategory::Few => PluralCategory::Few,
        icu_plurals::PluralCategory::Many => PluralCategory::Many,
        icu_plurals::PluralCategory::Other => PluralCategory::Other,
    }
}

impl Formats for CldrFormats {
    fn plural(&self, count: u32) -> PluralCategory {
        category(self.0.plural.category_for(count))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::plural_categories;

    fn formats(language: Language) -> CldrFormats {
        CldrFormats::new(language).unwrap()
    }

    #[test]
    fn each_language_has_exactly_the_plural_forms_that_cldr_gives_it() {
        for language in Language::ALL {
            let mut found: Vec<_> = formats(language).0.plural.categories().map(category).collect();
            found.sort();
            assert_eq!(found, plural_categories(language), "{language:?}");
        }
    }

    #[test]
    fn whole_numbers_are_counted_as_cldr_counts_them() {
        use PluralCategory::{Few, Many, One, Other, Two, Zero};
        for (language, count, expected) in [
            (Language::En, 1, One),
            (Language::Fr, 0, One),
            (Language::Fr, 1_000_000, Many),
            (Language::Ru, 22, Few),
            (Language::Ar, 0, Zero),
            (Language::Ar, 2, Two),
            (Language::Ar, 102, Other),
            (Language::Zh, 1, Other),
        ] {
            assert_eq!(formats(language).plural(count), expected, "{language:?} {count}");
        }
    }

    #[test]
    fn numbers_dates_and_lists_are_written_as_browsers_write_them() {
        // What Chromium's Intl gives for the tags of `platform/intl.rs`.
        for (language, number, day, list) in [
            (Language::En, "1,234,567.5", "23 November 2026", "a, b and c"),
            (Language::Fr, "1\u{202f}234\u{202f}567,5", "23 novembre 2026", "a, b et c"),
            (Language::Es, "1.234.567,5", "23 de noviembre de 2026", "a, b y c"),
            (Language::Ar, "1,234,567.5", "23 نوفمبر 2026", "a وb وc"),
            (Language::Zh, "1,234,567.5", "2026年11月23日", "a、b和c"),
            (Language::Ru, "1\u{a0}234\u{a0}567,5", "23 ноября 2026\u{202f}г.", "a, b и c"),
        ] {
            let formats = formats(language);
            assert_eq!(formats.number(1_234_567.5), number, "{language:?}");
            assert_eq!(formats.date(PartialDate::parse("2026-11-23").unwrap()), day, "{language:?}");
            assert_eq!(formats.list(&["a", "b", "c"].map(str::to_owned)), list, "{language:?}");
        }
        let english = formats(Language::En);
        assert_eq!((english.number(153.0), english.number(88.25)), ("153".to_owned(), "88.25".to_owned()));
        assert_eq!(formats(Language::Es).number(8273.0), "8273", "four digits are not grouped in Spanish");
        assert_eq!(english.date(PartialDate::parse("2026-11").unwrap()), "November 2026");
        assert_eq!(english.date(PartialDate::parse("2026").unwrap()), "2026");
        assert_eq!(formats(Language::Zh).collate("巴西", "中国"), Ordering::Less);
    }
}
