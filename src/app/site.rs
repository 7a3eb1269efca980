//! The root of the site: reads the address bar, keeps the language loaded, provides shell and locale to the views.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use wasm_bindgen_futures::spawn_local;

use super::address_bar::AddressBar;
use super::announcer::announce_views;
use super::chunks::Chunks;
use super::connection::{Connection, notice, save_strip};
use super::footer::footer;
use super::head::keep_head;
use super::links::follow_links;
use super::masthead::{masthead, skip_link};
use super::page::page;
use super::services::SiteServices;
use super::start::{below, readers_language};
use crate::bundle::index::Index;
use crate::domain::country::CountryCode;
use crate::domain::language::Language;
use crate::domain::list_query::Ignored;
use crate::domain::route::{Address, Parsed, Route};
use crate::platform::boot;
use crate::platform::parts::load_locale;
use crate::state::finder::Finder;
use crate::state::library::Library;
use crate::state::locale::Locale;
use crate::state::shell::{Shell, Step};
use crate::ui::element::Element;
use crate::ui::memo::{Memo, effect, memo};
use crate::ui::signal::{RwSignal, StoredValue};

/// Where the reader is: an address that can be shown, and what of the address bar could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub address: Address,
    pub ignored: Vec<Ignored>,
}

impl Place {
    /// The view, whatever it is asked.
    pub fn view(&self) -> (Language, Route) {
        (self.address.language, self.address.route.without_query())
    }
}

/// The site. There is no table of routes: [`Address::parse`] alone decides what an address means.
#[component]
pub fn Site(base: String, folder: String, index: Index, locale: Locale) -> impl IntoView {
    let library = Library::new(index);
    view! {
        <Router>
            <Root base folder library first=locale />
        </Router>
    }
}

#[component]
fn Root(base: String, folder: String, library: Library, first: Locale) -> impl IntoView {
    let bar = AddressBar::here();
    let chunks = Chunks::none();
    let services = SiteServices::new(base.clone(), folder.clone(), library, bar, chunks);
    let shell = Shell::new(Arc::new(services), library);
    provide_context(shell);
    let place = read_place(base.clone(), bar);
    keep_canonical(shell, place, bar);
    let locale = keep_locale(place, library, folder, first);
    let state = Connection::watched();
    let follow = follow_links(base, bar, announce_views(place, library, chunks));
    let frame = move || {
        let locale = locale.get();
        provide_context(locale);
        let finder = Finder::new(shell, locale.language());
        provide_context(finder);
        effect(move || finder.prepare());
        keep_head(place, shell, locale);
        vec![skip_link(), masthead(place), page(place, chunks), footer(), save_strip(), notice(state)]
            .into_iter()
            .map(Element::into_any)
            .collect_view()
    };
    view! { <div class="site" on:click=follow>{frame}</div> }
}

/// What the address bar says, or will say.
fn read_place(base: String, bar: AddressBar) -> Memo<Option<Place>> {
    let location = use_location();
    memo(move || {
        if let Some(address) = bar.ahead() {
            return Some(Place { address, ignored: Vec::new() });
        }
        let parsed = location
            .pathname
            .with(|path| location.search.with(|query| Address::parse(below(&base, path), query)));
        match parsed {
            Parsed::Root => None,
            Parsed::Address(address, ignored) => Some(Place { address, ignored }),
            Parsed::NoLanguage => {
                let address = Address { language: readers_language(), route: Route::NotFound };
                Some(Place { address, ignored: Vec::new() })
            }
        }
    })
}

/// Leads `/` to a language once, and other ways of writing an address to its one canonical form.
fn keep_canonical(shell: Shell, place: Memo<Option<Place>>, bar: AddressBar) {
    let location = use_location();
    effect(move || {
        let go = |address: &Address| {
            bar.go(&shell.href_in(address.language, address.route.clone()), Step::Replace, false);
        };
        let Some(mut place) = place.get() else {
            go(&Address { language: readers_language(), route: Route::Overview });
            return;
        };
        let route = &mut place.address.route;
        if let Route::Country(code) = route {
            // Only the content knows which country an ISO alpha-2 or M49 code means.
            match shell.library.content_tracked().resolve(*code) {
                Some(country) => *code = CountryCode::Iso3(country.iso3),
                None if !matches!(code, CountryCode::Iso3(_)) => return,
                None => {}
            }
        }
        let canonical = shell.href_in(place.address.language, route.without_query());
        let is_canonical = location.pathname.with(|path| *path == canonical);
        if !route.is_nowhere() && !is_canonical {
            go(&place.address);
        }
    });
}

/// The messages of the language in the address. While another language is on its way, the page stays as it is.
fn keep_locale(
    place: Memo<Option<Place>>,
    library: Library,
    folder: String,
    first: Locale,
) -> RwSignal<Locale> {
    let locale = RwSignal::new(first);
    let known = StoredValue::new(vec![first]);
    effect(move || {
        let Some(wanted) = place.with(|place| place.as_ref().map(|place| place.address.language)) else {
            return;
        };
        if locale.with_untracked(|locale| locale.language() == wanted) {
            return;
        }
        if let Some(found) =
            known.with_value(|known| known.iter().find(|locale| locale.language() == wanted).copied())
        {
            locale.set(found);
            return;
        }
        let folder = folder.clone();
        spawn_local(async move {
            match load_locale(&folder, &library.index(), wanted).await {
                Ok(loaded) => {
                    known.update_value(|known| known.push(loaded));
                    let still_wanted =
                        place.with_untracked(|place| place.as_ref().map(|place| place.address.language));
                    if still_wanted == Some(wanted) {
                        locale.set(loaded);
                    }
                }
                Err(error) => boot::failed(error),
            }
        });
    });
    locale
}
