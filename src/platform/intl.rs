//! How the browser writes numbers, dates and lists, counts and sorts: `Intl`, with formatters made once per language.

use std::cell::OnceCell;
use std::cmp::Ordering;

use js_sys::Intl::{Collator, DateTimeFormat, ListFormat, NumberFormat, PluralRules};
use js_sys::{Array, Date, Function, Object, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use crate::domain::catalog::PluralCategory;
use crate::domain::date::PartialDate;
use crate::domain::language::Language;
use crate::state::locale::Formats;

/// The browser's formatters for one language. Each takes a browser some milliseconds to make, so it is made when it is first
/// needed.
pub struct BrowserFormats(SendWrapper<Inner>);

struct Inner {
    locales: Array,
    plural: OnceCell<PluralRules>,
    number: OnceCell<Function>,
    month: OnceCell<Function>,
    day: OnceCell<Function>,
    compare: OnceCell<Function>,
    list: OnceCell<ListFormat>,
    choice: OnceCell<ListFormat>,
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
        Self(SendWrapper::new(Inner {
            locales: Array::of1(&JsValue::from_str(tag)),
            plural: OnceCell::new(),
            number: OnceCell::new(),
            month: OnceCell::new(),
            day: OnceCell::new(),
            compare: OnceCell::new(),
            list: OnceCell::new(),
            choice: OnceCell::new(),
        }))
    }

    fn joined(&self, cell: &OnceCell<ListFormat>, kind: &str, parts: &[String]) -> String {
        let make = || ListFormat::new(&self.0.locales, &object(&[("type", kind), ("style", "long")]));
        let parts: Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
        String::from(cell.get_or_init(make).format(&parts))
    }
}

impl Formats for BrowserFormats {
    fn plural(&self, count: u32) -> PluralCategory {
        let plural = self.0.plural.get_or_init(|| PluralRules::new(&self.0.locales, &Object::new()));
        let word = String::from(plural.select(f64::from(count)));
        PluralCategory::from_word(&word).unwrap_or(PluralCategory::Other)
    }

    fn number(&self, number: f64) -> String {
        let make = || NumberFormat::new(&self.0.locales, &Object::new()).format();
        call(self.0.number.get_or_init(make), &JsValue::from_f64(number)).unwrap_or_default()
    }

    fn date(&self, date: PartialDate) -> String {
        let year = u32::from(date.year().number());
        let mut options = vec![("timeZone", "UTC"), ("year", "numeric"), ("month", "long")];
        let (cell, month, day) = match (date.month(), date.day()) {
            (None, _) => return date.to_string(),
            (Some(month), None) => (&self.0.month, month, 1),
            (Some(month), Some(day)) => {
                options.push(("day", "numeric"));
                (&self.0.day, month, day)
            }
        };
        let formatter = cell.get_or_init(|| DateTimeFormat::new(&self.0.locales, &object(&options)).format());
        let at = Date::new(&JsValue::from_f64(0.0));
        at.set_utc_full_year_with_month_date(year, i32::from(month) - 1, i32::from(day));
        call(formatter, &at).unwrap_or_else(|| date.to_string())
    }

    fn collate(&self, a: &str, b: &str) -> Ordering {
        let make = || Collator::new(&self.0.locales, &Object::new()).compare();
        let order = self
            .0
            .compare
            .get_or_init(make)
            .call2(&JsValue::UNDEFINED, &a.into(), &b.into())
            .ok()
            .and_then(|order| order.as_f64());
        order.and_then(|order| order.partial_cmp(&0.0)).unwrap_or_else(|| a.cmp(b))
    }

    fn list(&self, parts: &[String]) -> String {
        self.joined(&self.0.list, "conjunction", parts)
    }

    fn any_of(&self, parts: &[String]) -> String {
        self.joined(&self.0.choice, "disjunction", parts)
    }

    fn prepare(&self, number: usize) -> bool {
        let two = || ["a".to_owned(), "b".to_owned()];
        match number {
            0 => _ = self.plural(1),
            1 => drop(self.number(1000.0)),
            2 => _ = self.collate("a", "b"),
            3 => drop(self.list(&two())),
            4 => drop(self.any_of(&two())),
            _ => return false,
        }
        true
    }
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
