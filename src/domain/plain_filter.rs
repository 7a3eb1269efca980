//! Filters that are pages of their own, for readers without a script: one value of one facet, in the path and not in the
//! query, because a file has no query. `/en/countries/by/region/AFR` is `/en/countries?region=AFR`.

use super::list_query::{List, ListQuery};

/// The segment between the list and the facet.
pub const SEGMENT: &str = "by";

/// The one facet that is no facet in addresses: the years have a first and a last.
pub const YEAR: &str = "year";

/// The facets of a list whose values are pages.
pub fn facets(list: List) -> &'static [&'static str] {
    match list {
        List::Countries | List::Strategies => &["region"],
        List::Publications => &["region", "type", YEAR],
    }
}

/// The query of a page; none if the list has no such pages, or cannot use the value.
pub fn query(list: List, facet: &str, value: &str) -> Option<ListQuery> {
    if !facets(list).contains(&facet) {
        return None;
    }
    let keys: &[&str] = if facet == YEAR { &["from", "to"] } else { &[facet] };
    let pairs: Vec<(String, String)> = keys.iter().map(|key| ((*key).to_owned(), value.to_owned())).collect();
    let (query, ignored) = ListQuery::parse(list, &pairs);
    (ignored.is_empty() && segments(list, &query).is_some()).then_some(query)
}

/// Facet and value of the page that a query is; none if it asks for more or for something else.
pub fn segments(list: List, query: &ListQuery) -> Option<(&'static str, String)> {
    let pairs = query.pairs(list);
    let (facet, value) = match pairs.as_slice() {
        [("from", from), ("to", to)] if from == to => (YEAR, from),
        [(facet, value)] if !value.contains(',') => (*facet, value),
        _ => return None,
    };
    facets(list).contains(&facet).then(|| (facet, value.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_one_value_of_one_facet() {
        for (list, facet, value, written) in [
            (List::Countries, "region", "AFR", "?region=AFR"),
            (List::Strategies, "region", "WPR", "?region=WPR"),
            (List::Publications, "type", "strategy", "?type=strategy"),
            (List::Publications, "year", "2024", "?from=2024&to=2024"),
        ] {
            let query = query(list, facet, value).unwrap();
            assert_eq!(crate::domain::query_string::write(&query.pairs(list)), written);
            assert_eq!(segments(list, &query), Some((facet, value.to_owned())));
        }
    }

    #[test]
    fn nothing_else_is() {
        for (list, facet, value) in [
            (List::Countries, "region", "XXX"),
            (List::Countries, "region", "AFR,AMR"),
            (List::Countries, "region", ""),
            (List::Countries, "income", "low"),
            (List::Countries, "year", "2024"),
            (List::Publications, "year", "20"),
            (List::Publications, "type", "a,b"),
            (List::Publications, "q", "a"),
        ] {
            assert_eq!(query(list, facet, value), None, "{facet}={value}");
        }
        let narrowed = ListQuery::default().toggled("region", "AFR");
        assert_eq!(segments(List::Publications, &narrowed.with_text("a")), None);
        assert_eq!(segments(List::Publications, &narrowed.toggled("region", "AMR")), None);
        assert_eq!(segments(List::Publications, &ListQuery::default()), None);
    }
}
