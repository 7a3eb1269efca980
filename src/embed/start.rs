//! The start: index and messages first, then the list, beside what was written.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::services::EmbedServices;
use super::{countries, publications, strategies};
use crate::bundle::decode;
use crate::bundle::index::Index;
use crate::domain::fetching::LoadError;
use crate::domain::language::Language;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::query_string;
use crate::domain::route::Route;
use crate::platform::download::{self, Wanted};
use crate::platform::frame;
use crate::platform::parts::load_locale;
use crate::state::finder::Finder;
use crate::state::library::Library;
use crate::state::locale::Locale;
use crate::state::question::{Intent, Kept};
use crate::state::shell::Shell;
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::ui::memo::{effect, memo};
use crate::ui::signal::RwSignal;

/// A list that can stand in an embed: where the site has it, and what draws it.
#[derive(Clone, Copy)]
struct View {
    route: fn(ListQuery) -> Route,
    draw: fn(Kept, Callback<Intent>) -> Element,
}

/// Starts the shell. Whatever goes wrong leaves what was written.
pub fn start() {
    spawn_local(async {
        if run().await.is_err() {
            frame::failed();
        }
    });
}

async fn run() -> Result<(), LoadError> {
    let folder = frame::asked("folder");
    let bytes = download::fetch(&Wanted::index_at(&folder, &frame::asked("index"))).await?;
    let index = decode::index(&bytes).map_err(|_| LoadError::Unreadable)?;
    let language = Language::from_code(&frame::asked("lang")).unwrap_or(Language::En);
    let locale = load_locale(&folder, &index, language).await?;
    let stage = document().create_element("div").ok().and_then(|element| element.dyn_into().ok());
    let stage: web_sys::HtmlElement = stage.ok_or(LoadError::Unreadable)?;
    mount_to(stage.clone(), move || root(folder, index, locale).into_any()).forget();
    frame::started(&stage);
    Ok(())
}

fn root(folder: String, index: Index, locale: Locale) -> Element {
    let (view, first) = asked();
    let library = Library::new(index);
    let place = RwSignal::new(first);
    let services = EmbedServices::new(frame::asked("base"), folder, library, place);
    let shell = Shell::new(Arc::new(services), library);
    provide_context(shell);
    provide_context(locale);
    let finder = Finder::new(shell, locale.language());
    provide_context(finder);
    effect(move || finder.prepare());
    effect(move || frame::shown(&shell.href_in(locale.language(), (view.route)(place.get()))));
    let kept: Kept = memo(move || (place.get(), Vec::new()));
    // Nothing enters a history here, so both kinds of intent lead the same way.
    let on_intent = Callback::new(move |intent| match intent {
        Intent::Ask(query) | Intent::Type(query) => place.set(query),
    });
    (view.draw)(kept, on_intent)
}

/// Which list the document is, and its question.
fn asked() -> (View, ListQuery) {
    let word = frame::asked("view");
    let (list, view) = match word.as_str() {
        "strategies" => (List::Strategies, View { route: Route::Strategies, draw: strategies::strategies }),
        "publications" => {
            (List::Publications, View { route: Route::Publications, draw: publications::publications })
        }
        _ => (List::Countries, View { route: Route::Countries, draw: countries::countries }),
    };
    let (query, _) = ListQuery::parse(list, &query_string::parse(&frame::asked("query")));
    let query = if word == "map" { query.viewed_as(list, "map") } else { query };
    (view, query)
}
