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
        Route::AtWork,
        Route::Support,
        Route::Reform,
        Route::UnCollaboration,
        Route::Contact,
        Route::About,
        Route::Accessibility,
    ];
    let countries = content.countries.iter().map(|country| Route::Country(CountryCode::Iso3(country.iso3)));
    let publications =
        content.publications.iter().map(|publication| Route::Publication(publication.id.clone()));
    pages.into_iter().chain(countries).chain(publications).collect()
}

/// The lists narrowed by one value of one facet, for readers without a script. They are no pages of their own for search engines:
/// what they show stands in the whole lists.
pub(super) fn narrowed(content: &Content) -> Vec<Route> {
    let narrowed = |list, facet: &str, value: &str| plain_filter::query(list, facet, value);
    let mut routes = Vec::new();
    for region in Region::ALL {
        routes.extend(narrowed(List::Countries, "region", region.code()).map(Route::Countries));
        routes.extend(narrowed(List::Strategies, "region", region.code()).map(Route::Strategies));
    }
    let of = &content.publications;
    let regions = of.iter().map(|publication| ("region", publication.coverage.slug().to_owned()));
    let types = of.iter().map(|publication| ("type", publication.kind.clone()));
    let years = of.iter().filter_map(|publication| Some((plain_filter::YEAR, publication.year?.to_string())));
    let values: BTreeSet<(&str, String)> = regions.chain(types).chain(years).collect();
    let queries = values.iter().filter_map(|(facet, value)| narrowed(List::Publications, facet, value));
    routes.extend(queries.map(Route::Publications));
    routes
}

/// The file of an address, below the site's folder: `en/countries/KEN.html`. Static hosts find it without the ending, and
/// need not lead to an address with a slash at its end.
pub(super) fn file(address: &Address) -> String {
    [address.plain_href().trim_start_matches('/'), ".html"].concat()
}
