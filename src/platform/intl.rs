//! How the browser writes numbers, dates and lists, counts and sorts: `Intl`, with formatters made once per language.

use std::cmp::Ordering;

use js_sys::Intl::{Collator, DateTimeFormat, ListFormat, NumberFormat, PluralRules};
use js_sys::{Array, Date, Function, Object, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use crate::domain::catalog::PluralCategory;
use crate::domain::date::PartialDate;
use crate::domain::language::Language;
use crate::state::locale::Formats;

/// The browser's formatters for one language.
pub struct BrowserFormats(SendWrapper<Inner>);

struct Inner {
    plural: PluralRules,
    number: Function,
    month: Function,
    day: Function,
    compare: Function,
    list: ListFormat,
    choice: ListFormat,
}

impl BrowserFormats {
    pub fn new(language: Language) -> Self {
        // Latin digits in Arabic too, so that codes, years and counts read alike everywhere on the page.
        let tag = match language {
            Language::Ar => "ar-u-nu-latn",
            // WHO writes British English: 23 November 2026.
            Language::En => "en-GB",
            other => other.code(),
        };
        let locales = Array::of1(&JsValue::from_str(tag));
        let list = |kind| ListFormat::new(&locales, &object(&[("type", kind), ("style", "long")]));
        let date = |options: &[(&str, &str)]| DateTimeFormat::new(&locales, &object(options)).format();
        Self(SendWrapper::new(Inner {
            plural: PluralRules::new(&locales, &Object::new()),
            number: NumberFormat::new(&locales, &Object::new()).format(),
            month: date(&[("year", "numeric"), ("month", "long"), ("timeZone", "UTC")]),
            day: date(&[("year", "numeric"), ("month", "long"), ("day", "numeric"), ("timeZone", "UTC")]),
            compare: Collator::new(&locales, &Object::new()).compare(),
            list: list("conjunction"),
            choice: list("disjunction"),
        }))
    }
}

impl Formats for BrowserFormats {
    fn plural(&self, count: u32) -> PluralCategory {
        let word = String::from(self.0.plural.select(f64::from(count)));
        PluralCategory::from_word(&word).unwrap_or(PluralCategory::Other)
    }

    fn number(&self, number: f64) -> String {
        call(&self.0.number, &JsValue::from_f64(number)).unwrap_or_default()
    }

    fn date(&self, date: PartialDate) -> String {
        let year = u32::from(date.year().number());
        let (formatter, month, day) = match (date.month(), date.day()) {
            (None, _) => return date.to_string(),
            (Some(month), None) => (&self.0.month, month, 1),
            (Some(month), Some(day)) => (&self.0.day, month, day),
        };
        let at = Date::new(&JsValue::from_f64(0.0));
        at.set_utc_full_year_with_month_date(year, i32::from(month) - 1, i32::from(day));
        call(formatter, &at).unwrap_or_else(|| date.to_string())
    }

    fn collate(&self, a: &str, b: &str) -> Ordering {
        let order = self
            .0
            .compare
            .call2(&JsValue::UNDEFINED, &a.into(), &b.into())
            .ok()
            .and_then(|order| order.as_f64());
        order.and_then(|order| order.partial_cmp(&0.0)).unwrap_or_else(|| a.cmp(b))
    }

    fn list(&self, parts: &[String]) -> String {
        join(&self.0.list, parts)
    }

    fn any_of(&self, parts: &[String]) -> String {
        join(&self.0.choice, parts)
    }
}

fn join(formatter: &ListFormat, parts: &[String]) -> String {
    let parts: Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
    String::from(formatter.format(&parts))
}

fn call(function: &Function, value: &JsValue) -> Option<String> {
    function.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn object(options: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in options {
        // A plain object takes any property.
        drop(Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value)));
    }
    object
}
