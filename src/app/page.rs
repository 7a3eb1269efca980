//! Which view stands at which address.

use leptos::prelude::*;

use super::site::Place;
use crate::components::notice::IgnoredNotice;
use crate::domain::list_query::{Ignored, ListQuery};
use crate::domain::milestone::Track;
use crate::domain::route::Route;
use crate::domain::story::StoryId;
use crate::state::locale::use_locale;
use crate::state::question::Intent;
use crate::state::shell::{Step, use_shell};
use crate::views::about::AboutView;
use crate::views::at_work::AtWorkView;
use crate::views::contact::ContactView;
use crate::views::countries::CountriesView;
use crate::views::country::CountryView;
use crate::views::not_found::NotFoundView;
use crate::views::overview::OverviewView;
use crate::views::publication::PublicationView;
use crate::views::publications::PublicationsView;
use crate::views::story::StoryView;
use crate::views::strategies::StrategiesView;

/// The view of the present address. It is rebuilt for another view, not for another query.
#[component]
pub fn Page(place: Memo<Option<Place>>) -> impl IntoView {
    let view = Memo::new(move |_| {
        place.with(|place| place.as_ref().map(|place| place.address.route.without_query()))
    });
    let kept = Memo::new(move |_| {
        place.with(|place| {
            place
                .as_ref()
                .map_or_else(Default::default, |place| (place.address.route.query(), place.ignored.clone()))
        })
    });
    move || view.get().map(|route| view_of(route, kept.into()))
}

fn view_of(route: Route, kept: Signal<(ListQuery, Vec<Ignored>)>) -> AnyView {
    match route {
        Route::Countries(_) => {
            let on_intent = asks(Route::Countries);
            view! { <CountriesView kept on_intent /> }.into_any()
        }
        Route::Strategies(_) => {
            let on_intent = asks(Route::Strategies);
            view! { <StrategiesView kept on_intent /> }.into_any()
        }
        Route::Publications(_) => {
            let on_intent = asks(Route::Publications);
            view! { <PublicationsView kept on_intent /> }.into_any()
        }
        other => {
            let ignored = Signal::derive(move || kept.with(|(_, ignored)| ignored.clone()));
            view! {
                <div class="page"><IgnoredNotice ignored /></div>
                {plain_view(other)}
            }
            .into_any()
        }
    }
}

/// Views without a query.
fn plain_view(route: Route) -> AnyView {
    match route {
        Route::Country(code) => view! { <CountryView code /> }.into_any(),
        Route::Publication(id) => view! { <PublicationView id /> }.into_any(),
        Route::AtWork => view! { <AtWorkView /> }.into_any(),
        Route::Support => {
            view! { <StoryView id=StoryId::Support track=Track::CountryCooperation topics=&["ccs", "department", "hub", "presence"] /> }.into_any()
        }
        Route::Reform => view! { <StoryView id=StoryId::Reform track=Track::Reform topics=&["reform", "evaluation", "results"] /> }.into_any(),
        Route::UnCollaboration => {
            view! { <StoryView id=StoryId::UnCollaboration track=Track::UnCollaboration topics=&["un", "non_state_actors", "cooperation"] /> }.into_any()
        }
        Route::Contact => view! { <ContactView /> }.into_any(),
        Route::About => view! { <AboutView /> }.into_any(),
        Route::Overview => view! { <OverviewView /> }.into_any(),
        Route::NotFound | Route::Countries(_) | Route::Strategies(_) | Route::Publications(_) => {
            view! { <NotFoundView /> }.into_any()
        }
    }
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
