//! Which addresses there are, and in which files they lie.

use crate::domain::content::Content;
use crate::domain::country::CountryCode;
use crate::domain::list_query::ListQuery;
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

/// The file of an address, below the site's folder: `en/countries/KEN.html`. Static hosts find it without the ending, and
/// need not lead to an address with a slash at its end.
pub(super) fn file(address: &Address) -> String {
    [address.href().trim_start_matches('/'), ".html"].concat()
}
