//! What a reader asks of a list: words, chosen values, years, order, page. This is the state of a list, and it is
//! all in the address: keys and words here are a public contract.

use super::country::Iso3;
use super::date::Year;

/// The lists that can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    Countries,
    Strategies,
    Publications,
}

/// The values a key accepts.
#[derive(Clone, Copy, Debug)]
pub enum Allowed {
    /// These words only.
    Words(&'static [&'static str]),
    /// ISO 3166-1 alpha-3 codes, in capitals.
    Countries,
    /// Slugs that come from the content; the content decides which exist.
    Slugs,
}

/// One facet of a list: its key in the address, and what it accepts.
#[derive(Clone, Copy, Debug)]
pub struct FacetKey {
    pub key: &'static str,
    pub allowed: Allowed,
}

const REGIONS: Allowed = Allowed::Words(&["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR"]);

const COUNTRY_FACETS: &[FacetKey] = &[
    FacetKey { key: "region", allowed: REGIONS },
    FacetKey {
        key: "membership",
        allowed: Allowed::Words(&["member_state", "associate_member", "territory"]),
    },
    FacetKey {
        key: "office",
        allowed: Allowed::Words(&["in_country", "served_from_elsewhere", "none_found"]),
    },
    FacetKey {
        key: "strategy",
        allowed: Allowed::Words(&["current", "in_development", "undated", "expired", "none_found"]),
    },
    FacetKey {
        key: "income",
        allowed: Allowed::Words(&["low", "lower_middle", "upper_middle", "high", "not_classified"]),
    },
];

const STRATEGY_FACETS: &[FacetKey] = &[
    FacetKey { key: "region", allowed: REGIONS },
    FacetKey { key: "status", allowed: Allowed::Words(&["current", "in_development", "undated", "expired"]) },
    FacetKey { key: "country", allowed: Allowed::Countries },
];

const PUBLICATION_FACETS: &[FacetKey] = &[
    FacetKey { key: "type", allowed: Allowed::Slugs },
    FacetKey { key: "country", allowed: Allowed::Countries },
    FacetKey {
        key: "region",
        allowed: Allowed::Words(&["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR", "global"]),
    },
    FacetKey { key: "language", allowed: Allowed::Slugs },
    FacetKey { key: "topic", allowed: Allowed::Slugs },
];

impl List {
    /// The facets, in the order a page shows them.
    pub fn facets(self) -> &'static [FacetKey] {
        match self {
            Self::Countries => COUNTRY_FACETS,
            Self::Strategies => STRATEGY_FACETS,
            Self::Publications => PUBLICATION_FACETS,
        }
    }

    /// The orders a reader can choose; the first is the default and never stands in an address.
    pub fn sorts(self) -> &'static [&'static str] {
        match self {
            Self::Countries => &["name", "region", "strategy_end"],
            Self::Strategies => &["newest", "oldest", "country"],
            Self::Publications => &["relevance", "newest", "oldest", "title"],
        }
    }

    fn has_years(self) -> bool {
        matches!(self, Self::Strategies | Self::Publications)
    }

    fn has_pages(self) -> bool {
        matches!(self, Self::Publications)
    }

    fn facet(self, key: &str) -> Option<&'static FacetKey> {
        self.facets().iter().find(|facet| facet.key == key)
    }
}

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
    page: u32,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self { text: String::new(), chosen: Vec::new(), from: None, to: None, sort: None, page: 1 }
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

    /// Everything cleared but the order.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, ..Self::default() }
    }

    /// The chosen order, or the list's default.
    pub fn sort(&self, list: List) -> &'static str {
        self.sort.or_else(|| list.sorts().first().copied()).unwrap_or("")
    }

    /// The page, counted from 1.
    pub fn page(&self) -> u32 {
        self.page
    }

    /// The query without the values that `exists` denies, and those values.
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
        (query, ignored)
    }
}

impl FacetKey {
    /// The value as it is kept, if the facet accepts it.
    fn read(&self, value: &str) -> Option<String> {
        match self.allowed {
            Allowed::Words(words) => words.contains(&value).then(|| value.to_owned()),
            Allowed::Countries => Iso3::parse(value).map(|iso3| iso3.to_string()),
            Allowed::Slugs => {
                let plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '+');
                let valid = !value.is_empty() && value.len() <= 64 && value.chars().all(plain);
                valid.then(|| value.to_owned())
            }
        }
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
            (List::Countries, "?sort=name&page=2&colour=blue", ""),
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
