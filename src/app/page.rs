//! Which view stands at which address.

use super::chunks::Chunks;
use super::site::Place;
use crate::components::notice::ignored_notice;
use crate::domain::embed_builder::Builder;
use crate::domain::list_query::ListQuery;
use crate::domain::route::Route;
use crate::state::embed_choices::EmbedChoices;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept};
use crate::state::shell::{Step, use_shell};
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el};
use crate::ui::memo::{Memo, memo};

/// The view of the present address. It is rebuilt for another view, not for another query.
pub fn page(place: Memo<Option<Place>>, chunks: Chunks) -> Element {
    let view =
        memo(move || place.with(|place| place.as_ref().map(|place| place.address.route.without_query())));
    let kept = move || {
        place.with(|place| {
            place
                .as_ref()
                .map_or_else(Default::default, |place| (place.address.route.query(), place.ignored.clone()))
        })
    };
    el("main", "main").attr("id", "main").attr("tabindex", "-1").live_children(move || {
        // Each view has a memo of its own, which goes with it: one for all would remember the readers of every view of a visit.
        view.get().map(|route| view_of(chunks, route, memo(kept), place)).unwrap_or_default()
    })
}

/// What a view is asked for.
pub struct Asked {
    pub route: Route,
    pub kept: Kept,
    pub place: Memo<Option<Place>>,
}

fn view_of(chunks: Chunks, route: Route, kept: Kept, place: Memo<Option<Place>>) -> Vec<Element> {
    match route {
        // What of the address could not be used is told in the view itself, or there is no view to tell it.
        Route::Countries(_)
        | Route::Strategies(_)
        | Route::Publications(_)
        | Route::Embed(_)
        | Route::NotFound => chunks.draw(Asked { route, kept, place }),
        other => {
            let ignored = memo(move || kept.with(|(_, ignored)| ignored.clone()));
            let mut view = chunks.draw(Asked { route: other, kept, place });
            view.insert(0, el("div", "page").el(ignored_notice(ignored)));
            view
        }
    }
}

/// What the address says of the code for other sites, and the way to say something else.
pub(super) fn embed_choices(place: Memo<Option<Place>>) -> EmbedChoices {
    let (shell, language) = (use_shell(), use_locale().language());
    // Of the view: what follows it ends with the view, which goes when the place is another.
    let read = memo(move || {
        place.with(|place| match place.as_ref().map(|place| &place.address.route) {
            Some(Route::Embed(pairs)) => Builder::parse(pairs),
            _ => Default::default(),
        })
    });
    let go = move |step| {
        Callback::new(move |builder: Builder| shell.navigate(language, Route::Embed(builder.asked()), step))
    };
    EmbedChoices {
        shown: memo(move || read.with(|(builder, _)| builder.clone())),
        ignored: memo(move || read.with(|(_, ignored)| ignored.clone())),
        on_choose: go(Step::Push),
        on_type: go(Step::Replace),
    }
}

/// Turns a list's intent into an address: one history entry per intent, none per key typed.
pub(super) fn asks(route: fn(ListQuery) -> Route) -> Callback<Intent> {
    let shell = use_shell();
    let language = use_locale().language();
    Callback::new(move |intent| match intent {
        Intent::Ask(query) => shell.navigate(language, route(query), Step::Push),
        Intent::Type(query) => shell.navigate(language, route(query), Step::Replace),
    })
}
