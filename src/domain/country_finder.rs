//! Finding a country by what somebody types: any of its names or codes, without accents, anywhere in the name.

use super::content::Content;
use super::country::{Country, Iso3};
use super::fold::fold;
use super::order::sorted_by_key;
use super::scan;

/// The spellings of every country, folded once.
#[derive(Clone, Debug, Default)]
pub struct CountryFinder {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    iso3: Iso3,
    /// Folded names in six languages, then aliases.
    names: Vec<String>,
    /// Codes in lower case, matched only as a whole.
    codes: Vec<String>,
}

/// How well a name matches; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Start,
    WordStart,
    Inside,
}

impl CountryFinder {
    pub fn new(content: &Content) -> Self {
        Self { entries: content.countries.iter().map(Entry::new).collect() }
    }

    /// Every country that a text may mean, best first; countries that fit alike keep the order of their codes.
    /// An empty text means none.
    pub fn find(&self, text: &str) -> Vec<Iso3> {
        let wanted = fold(text);
        if wanted.is_empty() {
            return Vec::new();
        }
        let found: Vec<(Fit, Iso3)> =
            self.entries.iter().filter_map(|entry| entry.fit(&wanted).map(|fit| (fit, entry.iso3))).collect();
        sorted_by_key(found, |found| *found).into_iter().map(|(_, iso3)| iso3).collect()
    }

    /// Whether the record at a position (in the order of the content's countries) matches a folded text.
    pub fn matches(&self, position: usize, wanted: &str) -> bool {
        wanted.is_empty() || self.entries.get(position).is_some_and(|entry| entry.matches(wanted))
    }
}

/// The part of a name that a text matches, as byte positions; none if the match came through another name.
pub fn matched(name: &str, text: &str) -> Option<std::ops::Range<usize>> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return None;
    }
    let starts = name.char_indices().map(|(at, _)| at);
    let ends = |start: usize| {
        name.char_indices().map(|(at, char)| at + char.len_utf8()).filter(move |end| *end > start)
    };
    let mut spans = starts.flat_map(|start| ends(start).map(move |end| start..end));
    spans.find(|span| {
        name.get(span.clone())
            .is_some_and(|part| part.starts_with(char::is_alphanumeric) && fold(part) == wanted)
    })
}

impl Entry {
    fn new(country: &Country) -> Self {
        let names =
            country.names.all().map(|(_, name)| name).chain(country.aliases.iter().map(String::as_str));
        let m49 = country.m49.map(|m49| m49.to_string());
        let codes = [country.iso3.as_str(), country.iso2.as_str()].map(str::to_ascii_lowercase);
        Self {
            iso3: country.iso3,
            names: names.map(fold).collect(),
            codes: codes.into_iter().chain(m49).collect(),
        }
    }

    fn matches(&self, wanted: &str) -> bool {
        self.codes.iter().any(|code| code == wanted)
            || self.names.iter().any(|name| scan::contains(name, wanted))
    }

    fn fit(&self, wanted: &str) -> Option<Fit> {
        if self.codes.iter().any(|code| code == wanted) {
            return Some(Fit::Exact);
        }
        self.names.iter().filter_map(|name| fit(name, wanted)).min()
    }
}

fn fit(name: &str, wanted: &str) -> Option<Fit> {
    Some(match scan::position(name, wanted)? {
        0 if name.len() == wanted.len() => Fit::Exact,
        0 => Fit::Start,
        _ if scan::contains(name, &[" ", wanted].concat()) => Fit::WordStart,
        _ => Fit::Inside,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matched_part_is_found_in_the_name_as_written() {
        let part = |name: &'static str, text| matched(name, text).and_then(|span| name.get(span));
        assert_eq!(part("Türkiye", "tu"), Some("Tü"));
        assert_eq!(part("Côte d’Ivoire", "cote div"), Some("Côte d’Iv"));
        assert_eq!(part("Guinea-Bissau", "bis"), Some("Bis"));
        assert_eq!(part("Kenya", "uganda"), None);
        assert_eq!(part("Kenya", ""), None);
    }

    #[test]
    fn better_fits_come_first() {
        assert_eq!(fit("niger", "niger"), Some(Fit::Exact));
        assert_eq!(fit("nigeria", "niger"), Some(Fit::Start));
        assert_eq!(fit("republic of the niger", "niger"), Some(Fit::WordStart));
        assert_eq!(fit("xniger the niger", "niger"), Some(Fit::WordStart));
        assert_eq!(fit("annigeri", "niger"), Some(Fit::Inside));
        assert_eq!(fit("chad", "niger"), None);
    }
}
