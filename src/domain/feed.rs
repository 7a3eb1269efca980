//! The feeds of publications: one of all, and one for each type, region and country.

use super::language::Language;
use super::list_query::ListQuery;

/// The facets that have feeds, the closest set first.
const FACETS: [&str; 3] = ["country", "type", "region"];

/// The path of a feed: of all publications, or of those with a value of a facet.
pub fn path(language: Language, set: Option<(&str, &str)>) -> String {
    let set = set.map_or_else(|| "publications".to_owned(), |(facet, value)| [facet, "/", value].concat());
    ["feeds/", language.code(), "/", &set, ".xml"].concat()
}

/// The value whose feed has what a question asks for and the least besides; none for the feed of all.
pub fn set_of(query: &ListQuery) -> Option<(&'static str, &str)> {
    FACETS.into_iter().find_map(|facet| {
        let mut values = query.values(facet);
        let only = values.next().filter(|_| values.next().is_none())?;
        Some((facet, only))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_feed_is_offered() {
        let all = ListQuery::default();
        assert_eq!(path(Language::Fr, set_of(&all)), "feeds/fr/publications.xml");
        let ccs = all.toggled("type", "ccs").toggled("region", "AFR");
        assert_eq!(path(Language::En, set_of(&ccs)), "feeds/en/type/ccs.xml");
        assert_eq!(set_of(&ccs.toggled("country", "KEN")), Some(("country", "KEN")));
        // No feed has the publications of two types, so the region's is the closest.
        assert_eq!(set_of(&ccs.toggled("type", "evaluation")), Some(("region", "AFR")));
    }
}
