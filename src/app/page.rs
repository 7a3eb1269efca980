//! Which view stands at which address.

use leptos::prelude::*;

use super::site::Place;
use crate::components::notice::ignored_notice;
use crate::domain::embed_builder::Builder;
use crate::domain::list_query::ListQuery;
use crate::domain::milestone::Track;
use crate::domain::route::Route;
use crate::domain::story::StoryId;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept};
use crate::state::shell::{Step, use_shell};
use crate::ui::element::{Element, el};
use crate::ui::memo::memo;
use crate::views::about::{about_view, text_view};
use crate::views::at_work::at_work_view;
use crate::views::contact::contact_view;
use crate::views::countries::countries_view;
use crate::views::country::country_view;
use crate::views::embed::{Choices, embed_view};
use crate::views::not_found::{nearest_view, not_found_view};
use crate::views::overview::overview_view;
use crate::views::publication::publication_view;
use crate::views::publications::publications_view;
use crate::views::story::story_view;
use crate::views::strategies::strategies_view;

/// The view of the present address. It is rebuilt for another view, not for another query.
pub fn page(place: Memo<Option<Place>>) -> Element {
    let view =
        memo(move || place.with(|place| place.as_ref().map(|place| place.address.route.without_query())));
    let kept = memo(move || {
        place.with(|place| {
            place
                .as_ref()
                .map_or_else(Default::default, |place| (place.address.route.query(), place.ignored.clone()))
        })
    });
    el("main", "main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .live_children(move || view.get().map(|route| view_of(route, kept.into(), place)).unwrap_or_default())
}

fn view_of(route: Route, kept: Kept, place: Memo<Option<Place>>) -> Vec<Element> {
    match route {
        Route::Countries(_) => countries_view(kept, asks(Route::Countries)),
        Route::Strategies(_) => strategies_view(kept, asks(Route::Strategies)),
        Route::Publications(_) => publications_view(kept, asks(Route::Publications)),
        other => {
            let ignored = Signal::derive(move || kept.with(|(_, ignored)| ignored.clone()));
            let mut view = match other {
                Route::Embed(_) => embed_view(choices(place)),
                other => plain_view(other, kept),
            };
            view.insert(0, el("div", "page").el(ignored_notice(ignored)));
            view
        }
    }
}

/// Views that are no lists. The charts have a choice all the same: their region.
fn plain_view(route: Route, kept: Kept) -> Vec<Element> {
    match route {
        Route::Country(code) => country_view(code),
        Route::NoCountry(text) => nearest_view(text),
        Route::Publication(id) => publication_view(id),
        Route::AtWork(_) => at_work_view(kept),
        Route::Support => {
            let topics = &["ccs", "department", "hub", "presence"];
            story_view(StoryId::Support, Track::CountryCooperation, topics)
        }
        Route::Reform => story_view(StoryId::Reform, Track::Reform, &["reform", "evaluation", "results"]),
        Route::UnCollaboration => {
            let topics = &["un", "non_state_actors", "cooperation"];
            story_view(StoryId::UnCollaboration, Track::UnCollaboration, topics)
        }
        Route::Contact => contact_view(),
        Route::About => about_view(),
        Route::Accessibility => text_view(StoryId::Accessibility),
        Route::Overview => overview_view(),
        Route::NotFound
        | Route::Countries(_)
        | Route::Strategies(_)
        | Route::Publications(_)
        | Route::Embed(_) => not_found_view(""),
    }
}

/// What the address says of the code for other sites, and the way to say something else.
fn choices(place: Memo<Option<Place>>) -> Choices {
    let (shell, language) = (use_shell(), use_locale().language());
    // Of the view: what follows it ends with the view, which goes when the place is another.
    let shown = memo(move || {
        place.with(|place| match place.as_ref().map(|place| &place.address.route) {
            Some(Route::Embed(builder)) => builder.clone(),
            _ => Builder::default(),
        })
    });
    let go = move |step| Callback::new(move |builder| shell.navigate(language, Route::Embed(builder), step));
    Choices { shown, on_choose: go(Step::Push), on_type: go(Step::Replace) }
}

/// Turns a list's intent into an address: one history entry per intent, none per key typed.
fn asks(route: fn(ListQuery) -> Route) -> Callback<Intent> {
    let shell = use_shell();
    let language = use_locale().language();
    Callback::new(move |intent| match intent {
        Intent::Ask(query) => shell.navigate(language, route(query), Step::Push),
        Intent::Type(query) => shell.navigate(language, route(query), Step::Replace),
    })
}
