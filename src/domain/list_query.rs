//! What a reader asks of a list: words, chosen values, years, order, page. This is the state of a list, and it is
//! all in the address: keys and words here are a public contract.

mod keys;

pub use keys::{Allowed, FacetKey, List};

use super::country::Iso3;
use super::date::Year;
use super::fold::fold;

/// A piece of an address that could not be used, to be told to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    pub key: String,
    pub value: String,
}

/// The state of one list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListQuery {
    pub text: String,
    /// Facet and value of each choice, sorted and each once.
    chosen: Vec<(&'static str, String)>,
    pub from: Option<Year>,
    pub to: Option<Year>,
    sort: Option<&'static str>,
    view: Option<&'static str>,
    /// Countries put side by side: sorted, each once, no more than [`MOST_COMPARED`].
    compared: Vec<Iso3>,
    page: u32,
}

/// More countries side by side would not fit on a sheet of paper.
pub const MOST_COMPARED: usize = 4;

impl Default for ListQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            chosen: Vec::new(),
            from: None,
            to: None,
            sort: None,
            view: None,
            compared: Vec::new(),
            page: 1,
        }
    }
}

/// Longest text that is searched for, in characters; what is typed beyond it is cut.
const LONGEST_TEXT: usize = 200;

impl ListQuery {
    /// Reads the pairs of an address. What the list does not know is handed back, never an error.
    pub fn parse(list: List, pairs: &[(String, String)]) -> (Self, Vec<Ignored>) {
        let mut query = Self::default();
        let mut ignored = Vec::new();
        for (key, value) in pairs {
            if !query.accept(list, key, value, &mut ignored) {
                ignored.push(Ignored { key: key.clone(), value: value.clone() });
            }
        }
        if let (Some(from), Some(to)) = (query.from, query.to)
            && from > to
        {
            query.to = None;
            ignored.push(Ignored { key: "to".to_owned(), value: to.to_string() });
        }
        (query, ignored)
    }

    /// Takes one pair. Several values of a facet may be partly good: the bad ones are added to `ignored`.
    fn accept(&mut self, list: List, key: &str, value: &str, ignored: &mut Vec<Ignored>) -> bool {
        match key {
            "q" => self.text = value.chars().take(LONGEST_TEXT).collect(),
            "from" if list.has_years() => match Year::parse(value) {
                Some(year) => self.from = Some(year),
                None => return false,
            },
            "to" if list.has_years() => match Year::parse(value) {
                Some(year) => self.to = Some(year),
                None => return false,
            },
            "sort" => match list.sorts().iter().find(|sort| **sort == value) {
                Some(sort) => {
                    self.sort = list.sorts().first().is_some_and(|first| first != sort).then_some(sort);
                }
                None => return false,
            },
            "view" => match list.views().iter().position(|view| *view == value) {
                Some(0) => self.view = None,
                Some(at) => self.view = list.views().get(at).copied(),
                None => return false,
            },
            "compare" if list.has_comparison() => {
                for part in value.split(',') {
                    if !Iso3::parse(part).is_some_and(|iso3| self.compare(iso3)) {
                        ignored.push(Ignored { key: key.to_owned(), value: part.to_owned() });
                    }
                }
            }
            "page" if list.has_pages() => match value.parse() {
                Ok(page) if (1..=9999).contains(&page) => self.page = page,
                _ => return false,
            },
            _ => {
                let Some(facet) = list.facet(key) else {
                    return false;
                };
                for part in value.split(',') {
                    match facet.read(part) {
                        Some(value) => self.choose(facet.key, value),
                        None => ignored.push(Ignored { key: key.to_owned(), value: part.to_owned() }),
                    }
                }
            }
        }
        true
    }

    /// The pairs of the address, in a fixed order; defaults are left out.
    pub fn pairs(&self, list: List) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.text.is_empty() {
            pairs.push(("q", self.text.clone()));
        }
        for facet in list.facets() {
            let values: Vec<&str> = self.values(facet.key).collect();
            if !values.is_empty() {
                pairs.push((facet.key, values.join(",")));
            }
        }
        pairs.extend(self.from.map(|year| ("from", year.to_string())));
        pairs.extend(self.to.map(|year| ("to", year.to_string())));
        pairs.extend(self.sort.map(|sort| ("sort", sort.to_owned())));
        pairs.extend(self.view.map(|view| ("view", view.to_owned())));
        if !self.compared.is_empty() {
            let compared: Vec<&str> = self.compared.iter().map(Iso3::as_str).collect();
            pairs.push(("compare", compared.join(",")));
        }
        if self.page > 1 {
            pairs.push(("page", self.page.to_string()));
        }
        pairs
    }

    /// The chosen values of a facet, sorted.
    pub fn values(&self, facet: &str) -> impl Iterator<Item = &str> {
        self.chosen.iter().filter(move |(key, _)| *key == facet).map(|(_, value)| value.as_str())
    }

    /// Every chosen value with its facet, in the order of the list's facets.
    pub fn all_values(&self, list: List) -> Vec<(&'static str, &str)> {
        let keys = list.facets().iter().map(|facet| facet.key);
        keys.flat_map(|key| self.values(key).map(move |value| (key, value))).collect()
    }

    pub fn has(&self, facet: &str, value: &str) -> bool {
        self.values(facet).any(|chosen| chosen == value)
    }

    fn choose(&mut self, facet: &'static str, value: String) {
        let choice = (facet, value);
        if let Err(at) = self.chosen.binary_search(&choice) {
            self.chosen.insert(at, choice);
        }
    }

    /// Adds a country to those side by side, if there is room; one that is there already stays.
    fn compare(&mut self, iso3: Iso3) -> bool {
        match self.compared.binary_search(&iso3) {
            Ok(_) => true,
            Err(at) if self.compared.len() < MOST_COMPARED => {
                self.compared.insert(at, iso3);
                true
            }
            Err(_) => false,
        }
    }

    /// The countries put side by side, sorted by their codes.
    pub fn compared(&self) -> &[Iso3] {
        &self.compared
    }

    /// The same query with a country added to those side by side or taken away. One too many changes nothing.
    #[must_use]
    pub fn compared_with(&self, iso3: Iso3) -> Self {
        let mut query = self.clone();
        if self.compared.contains(&iso3) {
            query.compared.retain(|compared| *compared != iso3);
        } else {
            query.compare(iso3);
        }
        query
    }

    /// The same query without any country side by side.
    #[must_use]
    pub fn without_comparison(&self) -> Self {
        Self { compared: Vec::new(), ..self.clone() }
    }

    /// The way the list is looked at, or the list's default.
    pub fn view(&self, list: List) -> &'static str {
        self.view.or_else(|| list.views().first().copied()).unwrap_or("")
    }

    /// The same query looked at in another way. A way the list does not have changes nothing.
    #[must_use]
    pub fn viewed_as(&self, list: List, view: &str) -> Self {
        let position = list.views().iter().position(|known| *known == view);
        match position {
            Some(at) => Self { view: list.views().get(at).copied().filter(|_| at > 0), ..self.clone() },
            None => self.clone(),
        }
    }

    /// Whether anything narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.text.is_empty() || !self.chosen.is_empty() || self.from.is_some() || self.to.is_some()
    }

    /// The same query with one value of a facet switched on or off, at the first page.
    #[must_use]
    pub fn toggled(&self, facet: &'static str, value: &str) -> Self {
        let mut query = self.at_page(1);
        if query.has(facet, value) {
            query.chosen.retain(|(key, chosen)| *key != facet || chosen != value);
        } else {
            query.choose(facet, value.to_owned());
        }
        query
    }

    /// The same query with other words, at the first page.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: text.chars().take(LONGEST_TEXT).collect(), ..self.at_page(1) }
    }

    /// The same query with a word in quotation marks: it is meant as it stands, and no similar one. The word is given as
    /// it is folded.
    #[must_use]
    pub fn with_exact(&self, folded: &str) -> Self {
        let quoted =
            |word: &str| if fold(word) == folded { ["\"", word, "\""].concat() } else { word.to_owned() };
        let words: Vec<String> = self.text.split_whitespace().map(quoted).collect();
        self.with_text(&words.join(" "))
    }

    /// Whether another query lacks the filter of this key that this one has: the words, a facet, the years.
    pub fn is_without(&self, other: &Self, key: &str) -> bool {
        match key {
            "q" => !self.text.is_empty() && other.text.is_empty(),
            "year" => {
                (self.from.is_some() || self.to.is_some()) && other.from.is_none() && other.to.is_none()
            }
            facet => self.values(facet).next().is_some() && other.values(facet).next().is_none(),
        }
    }

    /// The same query for other years, at the first page. A span that runs backwards is turned round.
    #[must_use]
    pub fn with_years(&self, from: Option<Year>, to: Option<Year>) -> Self {
        let (from, to) = match (from, to) {
            (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
            span => span,
        };
        Self { from, to, ..self.at_page(1) }
    }

    /// The same query in another order, at the first page. An order the list does not have changes nothing.
    #[must_use]
    pub fn sorted_by(&self, list: List, sort: &str) -> Self {
        let default = list.sorts().first().copied();
        let known = list.sorts().iter().find(|known| **known == sort).copied();
        match known {
            Some(sort) if Some(sort) == default => Self { sort: None, ..self.at_page(1) },
            Some(sort) => Self { sort: Some(sort), ..self.at_page(1) },
            None => self.clone(),
        }
    }

    #[must_use]
    pub fn at_page(&self, page: u32) -> Self {
        Self { page: page.max(1), ..self.clone() }
    }

    /// Nothing narrows the list any more; how it is shown and what is side by side stays.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, view: self.view, compared: self.compared.clone(), ..Self::default() }
    }

    /// The same query without any value of a facet, at the first page.
    #[must_use]
    pub fn without_facet(&self, facet: &str) -> Self {
        let mut query = self.at_page(1);
        query.chosen.retain(|(key, _)| *key != facet);
        query
    }

    /// The chosen order, or the list's default.
    pub fn sort(&self, list: List) -> &'static str {
        self.sort.or_else(|| list.sorts().first().copied()).unwrap_or("")
    }

    /// The page, counted from 1.
    pub fn page(&self) -> u32 {
        self.page
    }

    /// The query without the values that `exists` denies, and those values. Countries side by side are asked for under
    /// the key `compare`.
    pub fn retaining(&self, exists: impl Fn(&str, &str) -> bool) -> (Self, Vec<Ignored>) {
        let mut query = self.clone();
        let mut ignored = Vec::new();
        query.chosen.retain(|(facet, value)| {
            let keep = exists(facet, value);
            if !keep {
                ignored.push(Ignored { key: (*facet).to_owned(), value: value.clone() });
            }
            keep
        });
        query.compared.retain(|iso3| {
            let keep = exists("compare", iso3.as_str());
            if !keep {
                ignored.push(Ignored { key: "compare".to_owned(), value: iso3.to_string() });
            }
            keep
        });
        (query, ignored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::query_string;
    use proptest::prelude::*;

    fn read(list: List, text: &str) -> (ListQuery, Vec<Ignored>) {
        ListQuery::parse(list, &query_string::parse(text))
    }

    fn written(list: List, query: &ListQuery) -> String {
        query_string::write(&query.pairs(list))
    }

    #[test]
    fn addresses_are_cleaned() {
        for (list, from, to) in [
            (List::Countries, "?region=WPR,AFR&q=tu", "?q=tu&region=AFR,WPR"),
            (List::Countries, "?sort=name&view=list&page=2&colour=blue", ""),
            (List::Countries, "?view=globe&compare=ug", ""),
            (
                List::Countries,
                "?compare=uga,KEN,KEN,xxxx,TZA,RWA,BDI&view=table",
                "?view=table&compare=KEN,RWA,TZA,UGA",
            ),
            (List::Publications, "?view=table&compare=KEN", ""),
            (List::Countries, "?region=XXX,EUR,", "?region=EUR"),
            (List::Countries, "?region=EUR&region=AFR", "?region=AFR,EUR"),
            (
                List::Publications,
                "?country=ken,TZA&type=ccs&from=2000&to=2010&page=3&sort=title",
                "?type=ccs&country=KEN,TZA&from=2000&to=2010&sort=title&page=3",
            ),
            (List::Publications, "?page=0&from=20000&sort=best&page=x", ""),
            (List::Publications, "?from=2020&to=2010", "?from=2020"),
            (List::Publications, "?page=1&sort=relevance", ""),
            (List::Strategies, "?status=current,old&from=2020", "?status=current&from=2020"),
        ] {
            assert_eq!(written(list, &read(list, from).0), to, "{from}");
        }
    }

    #[test]
    fn what_is_not_used_is_named() {
        let (_, ignored) = read(List::Countries, "?region=XXX,EUR&colour=blue&page=2");
        let named: Vec<_> = ignored.iter().map(|piece| format!("{}={}", piece.key, piece.value)).collect();
        assert_eq!(named, ["region=XXX", "colour=blue", "page=2"]);
    }

    #[test]
    fn one_country_too_many_is_not_compared() {
        let (query, ignored) = read(List::Countries, "?compare=UGA,KEN,TZA,RWA,BDI");
        assert_eq!(ignored, [Ignored { key: "compare".to_owned(), value: "BDI".to_owned() }]);
        assert_eq!(query.compared_with(Iso3::parse("BDI").unwrap()), query);
        let fewer = query.compared_with(Iso3::parse("KEN").unwrap());
        assert_eq!(written(List::Countries, &fewer), "?compare=RWA,TZA,UGA");
        assert_eq!(fewer.without_comparison(), ListQuery::default());
    }

    #[test]
    fn clearing_keeps_how_the_list_is_shown() {
        let (query, _) = read(List::Countries, "?q=x&region=AFR&sort=region&view=map&compare=KEN");
        assert_eq!(written(List::Countries, &query.cleared()), "?sort=region&view=map&compare=KEN");
        assert_eq!(query.without_facet("region"), query.toggled("region", "AFR"));
    }

    #[test]
    fn a_word_is_meant_as_it_stands() {
        let (query, _) = read(List::Publications, "?q=Hélth+system&page=3");
        assert_eq!(query.with_exact("helth").text, "\"Hélth\" system");
        assert_eq!(query.with_exact("other").page(), 1);
    }

    #[test]
    fn a_missing_filter_is_told() {
        let (query, _) = read(List::Publications, "?q=x&type=ccs&from=2000");
        for (key, less) in [
            ("q", query.with_text("")),
            ("type", query.without_facet("type")),
            ("year", query.with_years(None, None)),
        ] {
            assert!(query.is_without(&less, key) && !query.is_without(&query, key), "{key}");
            assert!(!less.is_without(&query, key));
        }
    }

    #[test]
    fn every_change_starts_at_the_first_page() {
        let (query, _) = read(List::Publications, "?page=4");
        assert_eq!(query.page(), 4);
        assert_eq!(query.toggled("type", "ccs").page(), 1);
        assert_eq!(query.with_text("x").page(), 1);
        assert_eq!(query.sorted_by(List::Publications, "title").page(), 1);
        assert_eq!(query.with_years(Year::new(2000), None).page(), 1);
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        let (query, _) = read(List::Countries, "?region=AFR");
        assert_eq!(query.toggled("region", "EUR").toggled("region", "EUR"), query);
        assert_eq!(query.toggled("region", "AFR"), ListQuery::default());
    }

    fn any_list() -> impl Strategy<Value = List> {
        prop_oneof![Just(List::Countries), Just(List::Strategies), Just(List::Publications)]
    }

    proptest! {
        /// Whatever stands in an address, reading it and writing it again gives an address that means the same.
        #[test]
        fn a_cleaned_address_stays_as_it_is(list in any_list(), text in "[?&=,%+a-zA-Z0-9_]{0,60}") {
            let (query, _) = read(list, &text);
            let (again, ignored) = read(list, &written(list, &query));
            prop_assert_eq!(&again, &query);
            prop_assert!(ignored.is_empty());
        }

        #[test]
        fn words_survive(list in any_list(), text in "\\PC{0,50}") {
            let query = ListQuery::default().with_text(&text);
            prop_assert_eq!(read(list, &written(list, &query)).0, query);
        }
    }
}
