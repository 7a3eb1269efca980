//! The list of countries: what its facets are, which countries a query finds, in which order.

use std::cmp::{Ordering, Reverse};

use super::content::Content;
use super::country::{Income, Iso3};
use super::country_finder::FoundSet;
use super::date::Year;
use super::facets::{Facet, Tally, has_value, tally};
use super::language::Language;
use super::list_query::{Allowed, Ignored, List, ListQuery};
use super::order::{ranks, sort_positions_by_key};
use super::region::Region;

/// The countries, ready to be asked. Positions mean the order of [`Content::countries`].
#[derive(Clone, Debug, Default)]
pub struct CountryList {
    pub facets: Vec<Facet>,
    codes: Vec<Iso3>,
    /// Rank of each country by its name in the reader's language.
    name_rank: Vec<usize>,
    region_rank: Vec<usize>,
    /// Last year of the latest strategy found.
    strategy_end: Vec<Option<Year>>,
}

impl CountryList {
    /// Prepares the list for a reader: `collate` compares two names in the reader's language, `on` is the year in
    /// which "current" is meant.
    pub fn new(
        content: &Content,
        language: Language,
        on: Year,
        collate: &dyn Fn(&str, &str) -> Ordering,
    ) -> Self {
        let countries = &content.countries;
        let name = |at: usize| countries.get(at).map_or("", |country| country.names.get(language));
        let last_end = |iso3| {
            content.cycles.iter().filter(move |row| row.country == iso3).filter_map(|row| row.end).max()
        };
        Self {
            facets: facets(content, on),
            codes: countries.iter().map(|country| country.iso3).collect(),
            name_rank: ranks(countries.len(), &|a, b| collate(name(a), name(b))),
            region_rank: countries
                .iter()
                .map(|country| country.region.map_or(usize::MAX, |region| region as usize))
                .collect(),
            strategy_end: countries.iter().map(|country| last_end(country.iso3)).collect(),
        }
    }

    /// The countries that a query finds, in its order, with the counts of all facet values. `by_text` is what the finder
    /// finds for the query's words.
    pub fn find(&self, query: &ListQuery, by_text: &FoundSet) -> Tally {
        let mut found = tally(&self.facets, query, self.name_rank.len(), &|at| by_text.contains(at));
        let name = |at: usize| self.name_rank.get(at).copied();
        match query.sort(List::Countries) {
            "region" => {
                sort_positions_by_key(&mut found.hits, |at| (self.region_rank.get(at).copied(), name(at)));
            }
            "strategy_end" => {
                let end = |at: usize| self.strategy_end.get(at).copied().flatten();
                sort_positions_by_key(&mut found.hits, |at| (Reverse(end(at)), name(at)));
            }
            _ => sort_positions_by_key(&mut found.hits, name),
        }
        found
    }

    /// The query without values that no record has; and those values.
    pub fn known(&self, query: &ListQuery) -> (ListQuery, Vec<Ignored>) {
        query.retaining(|key, value| match key {
            "compare" => Iso3::parse(value).is_some_and(|iso3| self.codes.contains(&iso3)),
            _ => has_value(&self.facets, key, value),
        })
    }
}

fn facets(content: &Content, on: Year) -> Vec<Facet> {
    let countries = || content.countries.iter();
    let build = |key: &'static str, words: &[&str]| match key {
        "region" => Facet::with_values(
            key,
            words,
            countries().map(|country| country.region.map(Region::code).into_iter().collect()),
        ),
        "membership" => {
            Facet::with_values(key, words, countries().map(|country| vec![country.membership.slug()]))
        }
        "office" => Facet::with_values(
            key,
            words,
            countries().map(|country| vec![content.presence(country.iso3).kind().slug()]),
        ),
        "strategy" => Facet::with_values(
            key,
            words,
            countries().map(|country| {
                vec![content.strategy_status(country.iso3, on).map_or("none_found", |status| status.slug())]
            }),
        ),
        _ => Facet::with_values(
            key,
            words,
            countries().map(|country| country.income.map(Income::slug).into_iter().collect()),
        ),
    };
    let keys = List::Countries.facets().iter();
    keys.filter_map(|facet| match facet.allowed {
        Allowed::Words(words) => Some(build(facet.key, words)),
        Allowed::Countries | Allowed::Slugs => None,
    })
    .collect()
}
