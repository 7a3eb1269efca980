//! Countries as links to their profiles.

use crate::domain::country::{Country, CountryCode};
use crate::domain::order::sorted;
use crate::domain::route::Route;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// A link to a country's profile.
pub fn country_link(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let href = shell.href(Route::Country(CountryCode::Iso3(country.iso3)));
    link(href).text(country.names.get(locale.language()))
}

/// A list of them, in the order of their names.
pub fn country_links(class: &'static str, countries: Vec<&Country>) -> Element {
    let locale = use_locale();
    let name = |country: &&Country| country.names.get(locale.language()).to_owned();
    let countries = sorted(countries, |a, b| locale.collate(&name(a), &name(b)));
    el("ul", class).each(countries.into_iter().map(|country| el("li", "").el(country_link(country))))
}
