//! Title, description, language and direction of the document, and what it tells machines.

use super::site::Place;
use crate::components::words;
use crate::domain::content::Content;
use crate::domain::feed;
use crate::domain::linked_data;
use crate::domain::message::Msg;
use crate::domain::publication::Publication;
use crate::domain::route::Route;
use crate::platform::page;
use crate::state::locale::Locale;
use crate::state::shell::Shell;
use crate::ui::memo::{Memo, effect};

/// Keeps the head true to what is shown.
pub fn keep_head(place: Memo<Option<Place>>, shell: Shell, locale: Locale) {
    page::set_language(locale.language());
    page::set_description(locale.text(Msg::SiteDescription));
    page::set_feed(locale.text(Msg::FeedAll), &shell.file(&feed::path(locale.language(), None)));
    let mut has_linked_data = false;
    effect(move || {
        let Some(route) = place.with(|place| place.as_ref().map(|place| place.address.route.clone())) else {
            return;
        };
        page::leave_written(&shell.href_in(locale.language(), route.without_query()));
        let content = shell.library.content_tracked();
        let publication = match &route {
            Route::Publication(id) => content.publication(id),
            _ => None,
        };
        // No other page tells machines anything.
        let told = publication.map(|publication| {
            linked_data::publication(publication, &shell.absolute(locale.language(), route.clone()))
        });
        if has_linked_data || told.is_some() {
            page::set_linked_data(told.as_deref());
            has_linked_data = told.is_some();
        }
        // A narrowed list says itself what it shows, once it knows.
        let says_itself =
            matches!(&route, Route::Countries(query) | Route::Publications(query) if query.is_narrowed());
        if !says_itself {
            shell.title(&title(&route, &content, publication, locale));
        }
    });
}

/// "Kenya – Countries – Country Cooperation": the most telling words first.
pub fn title(route: &Route, content: &Content, publication: Option<&Publication>, locale: Locale) -> String {
    let site = locale.text(Msg::SiteName);
    let own = match route {
        Route::Country(code) => {
            // A code says nothing in a title.
            let country = content.resolve(*code).filter(|country| country.names.all().next().is_some());
            country.map(|country| country.names.get(locale.language()).to_owned())
        }
        Route::Publication(_) if publication.is_some() || content.publications.is_empty() => {
            publication.map(|publication| publication.title.clone())
        }
        Route::Publication(_) | Route::NotFound | Route::NoCountry(_) => {
            Some(locale.text(Msg::NotFoundTitle).to_owned())
        }
        Route::AtWork(region) => region.map(|region| locale.text(words::region(region)).to_owned()),
        _ => None,
    };
    let section = match route {
        Route::Overview | Route::NotFound => None,
        _ => route.section().map(|section| locale.text(words::page(section)).to_owned()),
    };
    let parts: Vec<String> = own.into_iter().chain(section).chain([site.to_owned()]).collect();
    parts.join(" – ")
}
