//! Which views lie in chunks of code of their own, which are fetched when the first of them is wanted
//! (`docs/decisions/0019-chunks.md`). A site that is compiled whole, as in tests, has all of them from the beginning.
#![cfg_attr(apart, allow(unsafe_code, reason = "the macro declares functions that another module has"))]

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::page::Asked;
use crate::components::loaded::{failure, waiting};
use crate::domain::fetching::LoadError;
use crate::domain::milestone::Track;
use crate::domain::route::Route;
use crate::domain::story::StoryId;
use crate::ui::element::Element;
use crate::views::about::{about_view, text_view};
use crate::views::at_work::at_work_view;
use crate::views::contact::contact_view;
use crate::views::countries::countries_view;
use crate::views::country::country_view;
use crate::views::embed::embed_view;
use crate::views::overview::overview_view;
use crate::views::publication::publication_view;
use crate::views::publications::publications_view;
use crate::views::story::story_view;
use crate::views::strategies::strategies_view;

/// A chunk of code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chunk {
    Overview,
    Countries,
    Country,
    Publications,
    Publication,
    Strategies,
    Charts,
    Stories,
    Builder,
}

/// What has become of the chunks that were asked for.
#[derive(Clone, Copy)]
pub struct Chunks(RwSignal<Vec<(Chunk, bool)>>, StoredValue<Vec<Chunk>>);

impl Chunks {
    /// None has been asked for.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()), StoredValue::new(Vec::new()))
    }

    /// Tells a memo or an effect of each chunk that arrives.
    pub fn track(self) {
        self.0.with(|_| ());
    }

    /// The view, or what is going on until its code is here.
    pub fn draw(self, asked: Asked) -> Vec<Element> {
        let chunk = chunk_of(&asked.route);
        match self.0.with(|all| all.iter().find(|(one, _)| *one == chunk).map(|(_, is_here)| *is_here)) {
            Some(true) => drawn(chunk, asked),
            Some(false) => vec![failure(LoadError::Connection, Callback::new(move |()| self.load(chunk)))],
            None => {
                self.load(chunk);
                vec![waiting()]
            }
        }
    }

    fn load(self, chunk: Chunk) {
        if self.1.with_value(|asked| asked.contains(&chunk)) {
            return;
        }
        self.1.update_value(|asked| asked.push(chunk));
        spawn_local(async move {
            let is_here = load(chunk).await;
            self.1.update_value(|asked| asked.retain(|one| *one != chunk));
            self.0.update(|all| {
                all.retain(|(one, _)| *one != chunk);
                all.push((chunk, is_here));
            });
        });
    }
}

fn chunk_of(route: &Route) -> Chunk {
    match route {
        Route::Countries(_) => Chunk::Countries,
        Route::Country(_) => Chunk::Country,
        Route::Publications(_) => Chunk::Publications,
        Route::Publication(_) => Chunk::Publication,
        Route::Strategies(_) => Chunk::Strategies,
        Route::AtWork(_) => Chunk::Charts,
        Route::Embed(_) => Chunk::Builder,
        Route::Overview => Chunk::Overview,
        _ => Chunk::Stories,
    }
}

#[cfg(apart)]
mod apart {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    pub(super) type Drawn = Result<Vec<super::Element>, wasm_split_helpers::SplitLoaderError>;

    pub(super) fn ready(view: impl Future<Output = Drawn>) -> Vec<super::Element> {
        match pin!(view).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(view)) => view,
            _ => Vec::new(),
        }
    }
}
#[cfg(apart)]
use apart::{Drawn, ready};
#[cfg(apart)]
use wasm_split_helpers::wasm_split;

async fn load(chunk: Chunk) -> bool {
    match chunk {
        Chunk::Overview => load_overview().await.is_ok(),
        Chunk::Countries => load_countries().await.is_ok(),
        Chunk::Country => load_country().await.is_ok(),
        Chunk::Publications => load_publications().await.is_ok(),
        Chunk::Publication => load_publication().await.is_ok(),
        Chunk::Strategies => load_strategies().await.is_ok(),
        Chunk::Charts => load_charts().await.is_ok(),
        Chunk::Stories => load_stories().await.is_ok(),
        Chunk::Builder => load_builder().await.is_ok(),
    }
}

fn drawn(chunk: Chunk, asked: Asked) -> Vec<Element> {
    match chunk {
        Chunk::Overview => ready(overview(asked)),
        Chunk::Countries => ready(countries(asked)),
        Chunk::Country => ready(country(asked)),
        Chunk::Publications => ready(publications(asked)),
        Chunk::Publication => ready(publication(asked)),
        Chunk::Strategies => ready(strategies(asked)),
        Chunk::Charts => ready(charts(asked)),
        Chunk::Stories => ready(stories(asked)),
        Chunk::Builder => ready(builder(asked)),
    }
}

#[cfg_attr(apart, wasm_split(overview, fallible, preload(load_overview)))]
fn overview(_asked: Asked) -> Drawn {
    Ok(overview_view())
}
#[cfg_attr(apart, wasm_split(countries, fallible, preload(load_countries)))]
fn countries(asked: Asked) -> Drawn {
    Ok(countries_view(asked.kept, super::page::asks(Route::Countries)))
}
#[cfg_attr(apart, wasm_split(country, fallible, preload(load_country)))]
fn country(asked: Asked) -> Drawn {
    Ok(match asked.route { Route::Country(code) => country_view(code), _ => Vec::new() })
}
#[cfg_attr(apart, wasm_split(publications, fallible, preload(load_publications)))]
fn publications(asked: Asked) -> Drawn {
    Ok(publications_view(asked.kept, super::page::asks(Route::Publications)))
}
#[cfg_attr(apart, wasm_split(publication, fallible, preload(load_publication)))]
fn publication(asked: Asked) -> Drawn {
    Ok(match asked.route { Route::Publication(id) => publication_view(id), _ => Vec::new() })
}
#[cfg_attr(apart, wasm_split(strategies, fallible, preload(load_strategies)))]
fn strategies(asked: Asked) -> Drawn {
    Ok(strategies_view(asked.kept, super::page::asks(Route::Strategies)))
}
#[cfg_attr(apart, wasm_split(charts, fallible, preload(load_charts)))]
fn charts(asked: Asked) -> Drawn {
    Ok(at_work_view(asked.kept))
}
#[cfg_attr(apart, wasm_split(builder, fallible, preload(load_builder)))]
fn builder(asked: Asked) -> Drawn {
    Ok(embed_view(super::page::choices(asked.place)))
}
#[cfg_attr(apart, wasm_split(stories, fallible, preload(load_stories)))]
fn stories(asked: Asked) -> Drawn {
    Ok(match asked.route {
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
        _ => text_view(StoryId::Accessibility),
    })
}
