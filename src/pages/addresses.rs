//! Which addresses there are, and in which files they lie.

use std::collections::BTreeSet;

use crate::domain::content::Content;
use crate::domain::country::CountryCode;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::plain_filter;
use crate::domain::region::Region;
use crate::domain::route::{Address, Route};

/// The routes that are known beforehand: all but questions to the lists.
pub(super) fn known(content: &Content) -> Vec<Route> {
    let pages = [
        Route::Overview,
        Route::Countries(ListQuery::default()),
        Route::Strategies(ListQuery::default()),
        Route::Publications(ListQuery::default()),
        Route::AtWork(None),
        Route::Support,
        Route::Reform,
        Route::UnCollaboration,
        Route::Contact,
        Route::About,
        Route::Accessibility,
        Route::Embed(Vec::new()),
    ];
    let countries = content.countries.iter().map(|country| Route::Country(CountryCode::Iso3(country.iso3)));
    let publications =
        content.publications.iter().map(|publication| Route::Publication(publication.id.clone()));
    pages.into_iter().chain(countries).chain(publications).collect()
}

/// The lists narrowed by one value of one facet, for readers without a script. They are no pages of their own for search engines:
/// what they show stands in the whole lists.
pub(super) fn narrowed(content: &Content) -> Vec<Route> {
    let regions = Region::ALL.map(|region| ("region", region.code().to_owned()));
    let regions = regions.iter().flat_map(|(facet, value)| {
        [List::Countries, List::Strategies].map(|list| (list, *facet, value.clone()))
    });
    let of_publications = content.publications.iter().flat_map(|publication| {
        let year = publication.year.map(|year| (plain_filter::YEAR, year.to_string()));
        let region = ("region", publication.coverage.slug().to_owned());
        [Some(region), Some(("type", publication.kind.clone())), year].into_iter().flatten()
    });
    let of_publications: BTreeSet<(&str, String)> = of_publications.collect();
    let of_publications =
        of_publications.into_iter().map(|(facet, value)| (List::Publications, facet, value));
    let route = |(list, facet, value): (List, &str, String)| {
        Some(Route::of_list(list, plain_filter::query(list, facet, &value)?))
    };
    let charts = Region::ALL.map(|region| Route::AtWork(Some(region)));
    regions.chain(of_publications).filter_map(route).chain(charts).collect()
}

/// The file of an address, below the site's folder: `en/countries/KEN.html`. Static hosts find it without the ending, and
/// need not lead to an address with a slash at its end.
pub(super) fn file(address: &Address) -> String {
    [address.plain_href().trim_start_matches('/'), ".html"].concat()
}
