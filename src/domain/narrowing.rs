//! The things that narrow a list, one by one, and what taking each away would give.

use std::cmp::Reverse;

use super::date::Year;
use super::list_query::{List, ListQuery};
use super::order::sorted_by_key;

/// A thing that narrows a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Narrowing {
    Words(String),
    /// A facet and one of its chosen values.
    Value(&'static str, String),
    From(Year),
    To(Year),
}

/// A filter to do without, and how many records that would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    pub narrowings: Vec<Narrowing>,
    pub query: ListQuery,
    pub hits: usize,
}

impl Narrowing {
    /// Everything that narrows a query, in the order of the list's filters.
    pub fn all(query: &ListQuery, list: List) -> Vec<Self> {
        let words = (!query.text.is_empty()).then(|| Self::Words(query.text.clone()));
        let values =
            query.all_values(list).into_iter().map(|(facet, value)| Self::Value(facet, value.to_owned()));
        let years = [query.from.map(Self::From), query.to.map(Self::To)];
        words.into_iter().chain(values).chain(years.into_iter().flatten()).collect()
    }

    /// The query without it.
    pub fn without(&self, query: &ListQuery) -> ListQuery {
        match self {
            Self::Words(_) => query.with_text(""),
            Self::Value(facet, value) => query.toggled(facet, value),
            Self::From(_) => query.with_years(None, query.to),
            Self::To(_) => query.with_years(query.from, None),
        }
    }

    /// Whether two narrowings are one filter: values of a facet stand for each other, and so do both ends of a span.
    fn is_one_filter(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Value(a, _), Self::Value(b, _)) => a == b,
            (Self::From(_) | Self::To(_), Self::From(_) | Self::To(_)) => true,
            _ => self == other,
        }
    }
}

/// For a query that finds nothing: each filter without which something is found, best first. `count` tells how many
/// records a query finds.
pub fn ways_out(query: &ListQuery, list: List, count: impl Fn(&ListQuery) -> usize) -> Vec<WayOut> {
    let mut filters: Vec<Vec<Narrowing>> = Vec::new();
    for narrowing in Narrowing::all(query, list) {
        match filters.iter_mut().find(|filter| filter.iter().any(|one| one.is_one_filter(&narrowing))) {
            Some(filter) => filter.push(narrowing),
            None => filters.push(vec![narrowing]),
        }
    }
    let ways: Vec<WayOut> = filters
        .into_iter()
        .map(|narrowings| {
            let without = narrowings.iter().fold(query.clone(), |query, narrowing| narrowing.without(&query));
            WayOut { hits: count(&without), query: without, narrowings }
        })
        .filter(|way| way.hits > 0)
        .collect();
    sorted_by_key(ways, |way| Reverse(way.hits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::query_string;

    fn query(text: &str) -> ListQuery {
        ListQuery::parse(List::Countries, &query_string::parse(text)).0
    }

    #[test]
    fn a_facet_is_one_filter_whatever_it_holds() {
        let asked = query("?q=x&region=AFR,EUR&income=low");
        let count = |query: &ListQuery| match (query.text.is_empty(), query.has("region", "AFR")) {
            (true, true) => 3,
            (false, false) => 5,
            _ => 0,
        };
        let ways = ways_out(&asked, List::Countries, count);
        let told: Vec<_> = ways.iter().map(|way| (way.narrowings.len(), way.hits)).collect();
        assert_eq!(told, [(2, 5), (1, 3)]);
        assert_eq!(ways[0].query, query("?q=x&income=low"));
        assert_eq!(ways[1].query, query("?region=AFR,EUR&income=low"));
    }

    #[test]
    fn nothing_is_promised_that_is_not_found() {
        assert_eq!(ways_out(&query("?q=x&income=low"), List::Countries, |_| 0), []);
        assert_eq!(ways_out(&query(""), List::Countries, |_| 1), []);
    }
}
