//! The explorer's filters on the real content: every count is the number of hits that choosing the value alone gives.

use std::sync::LazyLock;

use country_cooperation::domain::content::Content;
use country_cooperation::domain::country_finder::FoundSet;
use country_cooperation::domain::country_list::CountryList;
use country_cooperation::domain::date::Year;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::list_query::{List, ListQuery};
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::bundle;

static CONTENT: LazyLock<Content> = LazyLock::new(|| bundle::content(&bundle::files()));
static COUNTRIES: LazyLock<CountryList> =
    LazyLock::new(|| CountryList::new(&CONTENT, Language::En, Year::parse("2026").unwrap(), &str::cmp));

fn hits(query: &ListQuery) -> usize {
    COUNTRIES.find(query, &FoundSet::All).hits.len()
}

/// Any choice of any values of all filters.
fn any_query() -> impl Strategy<Value = ListQuery> {
    let values: Vec<(&str, &str)> = List::Countries
        .facets()
        .iter()
        .flat_map(|facet| facet.words().iter().map(|word| (facet.key, *word)))
        .collect();
    let most = values.len();
    subsequence(values, 0..=most.min(8)).prop_map(|chosen| {
        chosen.into_iter().fold(ListQuery::default(), |query, (facet, value)| query.toggled(facet, value))
    })
}

#[test]
fn the_counts_of_every_filter_add_up_to_all() {
    let tally = COUNTRIES.find(&ListQuery::default(), &FoundSet::All);
    assert_eq!(tally.hits.len(), 223);
    for (at, facet) in COUNTRIES.facets.iter().enumerate() {
        let sum: u32 = (0..facet.values.len()).map(|value| tally.count_of(at, value)).sum();
        let unstated = match facet.key {
            "region" => CONTENT.countries.iter().filter(|country| country.region.is_none()).count(),
            "income" => CONTENT.countries.iter().filter(|country| country.income.is_none()).count(),
            _ => 0,
        };
        assert_eq!(sum as usize + unstated, 223, "{}", facet.key);
    }
}

proptest! {
    #[test]
    fn a_count_is_what_choosing_the_value_alone_gives(query in any_query()) {
        let tally = COUNTRIES.find(&query, &FoundSet::All);
        for (at, facet) in COUNTRIES.facets.iter().enumerate() {
            for (value, slug) in facet.values.iter().enumerate() {
                let alone = query.without_facet(facet.key).toggled(facet.key, slug);
                prop_assert_eq!(tally.count_of(at, value) as usize, hits(&alone), "{} {}", facet.key, slug);
            }
        }
    }
}
