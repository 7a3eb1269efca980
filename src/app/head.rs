//! Title, description, language and direction of the document.

use leptos::prelude::*;

use super::site::Place;
use crate::components::words;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::platform::page;
use crate::state::locale::Locale;
use crate::state::shell::Shell;
use crate::ui::memo::effect;

/// Keeps the head true to what is shown.
pub fn keep_head(place: Memo<Option<Place>>, shell: Shell, locale: Locale) {
    page::set_language(locale.language());
    page::set_description(locale.text(Msg::SiteDescription));
    effect(move || {
        let route = place.with(|place| place.as_ref().map(|place| place.address.route.clone()));
        // A narrowed list says itself what it shows, once it knows.
        let says_itself = |route: &Route| matches!(route, Route::Countries(query) | Route::Publications(query) if query.is_narrowed());
        if let Some(route) = route.filter(|route| !says_itself(route)) {
            shell.title(&title(&route, shell, locale));
        }
    });
}

/// "Kenya – Countries – Country Cooperation": the most telling words first.
fn title(route: &Route, shell: Shell, locale: Locale) -> String {
    let site = locale.text(Msg::SiteName);
    let own = match route {
        Route::Country(code) => {
            let content = shell.library.content_tracked();
            content.resolve(*code).map(|country| country.names.get(locale.language()).to_owned())
        }
        Route::Publication(id) => {
            shell.library.content_tracked().publication(id).map(|publication| publication.title.clone())
        }
        Route::NotFound | Route::NoCountry(_) => Some(locale.text(Msg::NotFoundTitle).to_owned()),
        _ => None,
    };
    let section = match route {
        Route::Overview | Route::NotFound => None,
        _ => route.section().map(|section| locale.text(words::page(section)).to_owned()),
    };
    let parts: Vec<String> = own.into_iter().chain(section).chain([site.to_owned()]).collect();
    parts.join(" – ")
}
