//! Countries that a typed text names, to be offered as filters.

use crate::domain::content::Content;
use crate::domain::country::Iso3;
use crate::domain::country_finder::{CountryFinder, Found, Reason, spelling_key};
use crate::domain::language::Language;
use crate::domain::order::sorted_by_key;

/// Names of more words are not looked for in the middle of a text.
const LONGEST_NAME: usize = 5;
/// Words of a text that are looked at.
const MOST_WORDS: usize = 16;
/// The shortest code that is taken for a country, and only in capital letters: "WHO" is none, "KEN" is Kenya.
const CODE: usize = 3;

/// A country that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub country: Iso3,
    /// The part of the text that names it, as it was typed.
    pub typed: String,
    /// The text without that part.
    pub rest: String,
}

/// The countries that a text names, in the order of the text. Only whole names count, spelled with whatever case and
/// accents: a beginning of a name or a slip is no reason to offer a filter ("mali" is in "malignant").
pub fn named(text: &str, finder: &CountryFinder, content: &Content, language: Language) -> Vec<Named> {
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
    let mut found: Vec<(usize, Named)> = Vec::new();
    let mut taken = vec![false; words.len()];
    // Longer names first: "Guinea-Bissau" is not Guinea, nor is "Papua New Guinea".
    for length in (1..=LONGEST_NAME.min(words.len())).rev() {
        for (start, window) in words.windows(length).enumerate() {
            let places = start..start + length;
            let is_free = taken.get(places.clone()).is_some_and(|taken| !taken.contains(&true));
            let typed = window.join(" ");
            let Some(country) = Some(&typed)
                .filter(|_| is_free)
                .and_then(|typed| whole_name(typed, finder, content, language))
            else {
                continue;
            };
            taken.iter_mut().skip(start).take(length).for_each(|taken| *taken = true);
            let is_rest = |(at, _): &(usize, &&str)| !places.contains(at);
            let rest: Vec<&str> = words.iter().enumerate().filter(is_rest).map(|(_, word)| *word).collect();
            if !found.iter().any(|(_, other)| other.country == country) {
                found.push((start, Named { country, typed, rest: rest.join(" ") }));
            }
        }
    }
    sorted_by_key(found, |(start, _)| *start).into_iter().map(|(_, named)| named).collect()
}

/// The only country with exactly this name.
fn whole_name(typed: &str, finder: &CountryFinder, content: &Content, language: Language) -> Option<Iso3> {
    let key = spelling_key(typed.trim_matches(|char: char| !char.is_alphanumeric()));
    let is_whole = |found: &Found| match &found.reason {
        Reason::Name => content
            .country(found.iso3)
            .is_some_and(|country| spelling_key(country.names.get(language)) == key),
        Reason::Other(other) => spelling_key(&other.text) == key,
        Reason::Code => typed.len() >= CODE && typed.bytes().all(|byte| byte.is_ascii_uppercase()),
        Reason::SlipInName | Reason::SlipInOther(_) => false,
    };
    let mut whole = finder.find(typed).into_iter().filter(is_whole);
    match (whole.next(), whole.next()) {
        (Some(only), None) => Some(only.iso3),
        _ => None,
    }
}
