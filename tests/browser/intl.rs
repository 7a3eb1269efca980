use std::cmp::Ordering;

use country_cooperation::domain::catalog::PluralCategory;
use country_cooperation::domain::date::PartialDate;
use country_cooperation::domain::language::Language;
use country_cooperation::platform::intl::BrowserFormats;
use country_cooperation::state::locale::Formats;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn plurals_follow_cldr() {
    use PluralCategory::{Few, Many, One, Other, Two, Zero};
    for (language, count, expected) in [
        (Language::En, 1, One),
        (Language::En, 0, Other),
        (Language::Fr, 0, One),
        (Language::Ru, 2, Few),
        (Language::Ru, 5, Many),
        (Language::Ru, 21, One),
        (Language::Ar, 0, Zero),
        (Language::Ar, 2, Two),
        (Language::Ar, 3, Few),
        (Language::Ar, 11, Many),
        (Language::Ar, 100, Other),
        (Language::Zh, 1, Other),
    ] {
        assert_eq!(BrowserFormats::new(language).plural(count), expected, "{language:?} {count}");
    }
}

#[wasm_bindgen_test]
fn numbers_keep_latin_digits_in_every_language() {
    for language in Language::ALL {
        let shown = BrowserFormats::new(language).number(1_234_567.5);
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(digits, "12345675", "{language:?}: {shown}");
    }
    assert_eq!(BrowserFormats::new(Language::En).number(88.5), "88.5");
    assert_eq!(BrowserFormats::new(Language::En).number(153.0), "153");
}

#[wasm_bindgen_test]
fn dates_are_written_to_the_precision_they_have() {
    let english = BrowserFormats::new(Language::En);
    let date = |text: &str| english.date(PartialDate::parse(text).unwrap());
    assert_eq!(date("2026"), "2026");
    assert_eq!(date("2026-11"), "November 2026");
    assert_eq!(date("2026-11-23"), "23 November 2026");
    assert_eq!(
        BrowserFormats::new(Language::Fr).date(PartialDate::parse("2026-11-23").unwrap()),
        "23 novembre 2026"
    );
}

#[wasm_bindgen_test]
fn names_sort_as_the_language_sorts_them() {
    let order = |language, a: &str, b: &str| BrowserFormats::new(language).collate(a, b);
    assert_eq!(order(Language::En, "Åland", "Albania"), Ordering::Less);
    assert_eq!(order(Language::En, "Côte d’Ivoire", "Croatia"), Ordering::Less);
    assert_eq!(order(Language::Zh, "巴西", "中国"), Ordering::Less);
    assert_eq!(order(Language::En, "Chad", "Chad"), Ordering::Equal);
}

#[wasm_bindgen_test]
fn lists_are_joined_in_words() {
    let parts = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(BrowserFormats::new(Language::En).list(&parts), "a, b and c");
    assert_eq!(BrowserFormats::new(Language::Fr).list(&parts), "a, b et c");
}
