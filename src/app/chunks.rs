//! Which views lie in chunks of code of their own, fetched when the first of them is wanted, as is the matcher of countries
//! (`docs/decisions/0020-chunks.md`). Without the feature `chunks`, as in tests, all are here from the beginning.
#![allow(clippy::unnecessary_wraps, reason = "what lies in another module may not be had")]
#![cfg_attr(
    feature = "chunks",
    allow(unsafe_code, reason = "the macro declares functions that lie in another module")
)]

#[cfg(feature = "chunks")]
mod apart;
#[cfg(not(feature = "chunks"))]
mod whole;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
#[cfg(feature = "chunks")]
use wasm_split_helpers::wasm_split;

#[cfg(feature = "chunks")]
use self::apart as arrival;
use self::arrival::{Drawn, drawn};
#[cfg(not(feature = "chunks"))]
use self::whole as arrival;
use super::page::{Asked, asks, choices};
use crate::bundle::decode;
use crate::bundle::index::PartName;
use crate::components::loaded::{failure, waiting};
use crate::domain::content::Content;
use crate::domain::fetching::LoadError;
use crate::domain::language::Language;
use crate::domain::milestone::Track;
use crate::domain::route::Route;
use crate::domain::search::plain;
use crate::domain::story::StoryId;
use crate::platform::boot;
use crate::state::library::Library;
use crate::state::matcher::{Matcher, matcher, plain_matcher};
use crate::ui::element::Element;
use crate::ui::memo::memo;
use crate::views::about::{about_view, text_view};
use crate::views::at_work::at_work_view;
use crate::views::contact::contact_view;
use crate::views::countries::countries_view;
use crate::views::country::country_view;
use crate::views::embed::embed_view;
use crate::views::not_found::nearest_view;
use crate::views::overview::overview_view;
use crate::views::publication::publication_view;
use crate::views::publications::publications_view;
use crate::views::story::story_view;
use crate::views::strategies::strategies_view;

/// A chunk. `public/boot/chunks.js` knows the same names.
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
    Finder,
}

/// Where a view lies.
fn chunk_of(route: &Route) -> Chunk {
    match route {
        Route::Overview => Chunk::Overview,
        Route::Countries(_) => Chunk::Countries,
        Route::Country(_) | Route::NoCountry(_) => Chunk::Country,
        Route::Publications(_) => Chunk::Publications,
        Route::Publication(_) => Chunk::Publication,
        Route::Strategies(_) => Chunk::Strategies,
        Route::AtWork(_) => Chunk::Charts,
        Route::Embed(_) => Chunk::Builder,
        _ => Chunk::Stories,
    }
}

/// What has become of a chunk that was asked for.
type Arrival = Result<(), LoadError>;

/// Which chunks are here, and which could not be had.
#[derive(Clone, Copy)]
pub struct Chunks {
    arrived: RwSignal<Vec<(Chunk, Arrival)>>,
    underway: StoredValue<Vec<Chunk>>,
}

impl Chunks {
    /// None is here.
    pub fn none() -> Self {
        Self { arrived: RwSignal::new(Vec::new()), underway: StoredValue::new(Vec::new()) }
    }

    /// Makes the memo or effect that asks run again when a chunk arrives.
    pub fn track(self) {
        self.arrived.with(|_| ());
    }

    /// The view; until its code is here, what is going on.
    pub fn draw(self, asked: Asked) -> Vec<Element> {
        let chunk = chunk_of(&asked.route);
        match self.arrival(chunk) {
            Some(Ok(())) => drawn(chunk, asked),
            Some(Err(error)) => vec![failure(error, Callback::new(move |()| self.fetch(chunk)))],
            None => {
                self.fetch(chunk);
                vec![waiting()]
            }
        }
    }

    /// A matcher of countries; nothing until its code is here, and a plain one if that cannot be had.
    pub fn matcher(self, content: &Content, language: Language) -> Option<Arc<dyn Matcher>> {
        match self.arrival(Chunk::Finder) {
            Some(Ok(())) => arrival::matcher(content, language),
            Some(Err(_)) => Some(plain_matcher(content, language)),
            None => {
                self.fetch(Chunk::Finder);
                None
            }
        }
    }

    /// Fetches the code of the matcher, also if that has failed before.
    pub fn request_matcher(self) {
        if untrack(|| self.arrival(Chunk::Finder)) != Some(Ok(())) {
            self.fetch(Chunk::Finder);
        }
    }

    /// Nothing for a chunk that was not asked for yet. A memo or an effect hears of this chunk only: another must not draw a view
    /// anew in which somebody is typing.
    fn arrival(self, chunk: Chunk) -> Option<Arrival> {
        if arrival::ALL_ARE_HERE {
            return Some(Ok(()));
        }
        let find = move |arrived: &Vec<(Chunk, Arrival)>| {
            arrived.iter().find(|(one, _)| *one == chunk).map(|(_, arrival)| *arrival)
        };
        // What is here stays here: there is nothing to follow, and the signal would remember every view of a visit.
        if let Some(Ok(())) = self.arrived.with_untracked(find) {
            return Some(Ok(()));
        }
        memo(move || self.arrived.with(find)).get()
    }

    fn fetch(self, chunk: Chunk) {
        if self.underway.with_value(|underway| underway.contains(&chunk)) {
            return;
        }
        self.underway.update_value(|underway| underway.push(chunk));
        spawn_local(async move {
            let is_here = arrival::fetched(chunk).await;
            let arrival = if is_here { Ok(()) } else { Err(boot::chunk_fault()) };
            self.underway.update_value(|underway| underway.retain(|one| *one != chunk));
            self.arrived.update(|arrived| {
                arrived.retain(|(one, _)| *one != chunk);
                arrived.push((chunk, arrival));
            });
        });
    }
}

#[cfg_attr(feature = "chunks", wasm_split(overview, fallible, preload(fetch_overview)))]
fn overview(_asked: Asked) -> Drawn {
    Ok(overview_view())
}

#[cfg_attr(feature = "chunks", wasm_split(countries, fallible, preload(fetch_countries)))]
fn countries(asked: Asked) -> Drawn {
    Ok(countries_view(asked.kept, asks(Route::Countries)))
}

#[cfg_attr(feature = "chunks", wasm_split(country, fallible, preload(fetch_country)))]
fn country(asked: Asked) -> Drawn {
    Ok(match asked.route {
        Route::Country(code) => country_view(code),
        Route::NoCountry(text) => nearest_view(text),
        _ => Vec::new(),
    })
}

#[cfg_attr(feature = "chunks", wasm_split(publications, fallible, preload(fetch_publications)))]
fn publications(asked: Asked) -> Drawn {
    Ok(publications_view(asked.kept, asks(Route::Publications)))
}

#[cfg_attr(feature = "chunks", wasm_split(publication, fallible, preload(fetch_publication)))]
fn publication(asked: Asked) -> Drawn {
    Ok(if let Route::Publication(id) = asked.route { publication_view(id) } else { Vec::new() })
}

#[cfg_attr(feature = "chunks", wasm_split(strategies, fallible, preload(fetch_strategies)))]
fn strategies(asked: Asked) -> Drawn {
    Ok(strategies_view(asked.kept, asks(Route::Strategies)))
}

#[cfg_attr(feature = "chunks", wasm_split(charts, fallible, preload(fetch_charts)))]
fn charts(asked: Asked) -> Drawn {
    Ok(at_work_view(asked.kept))
}

#[cfg_attr(feature = "chunks", wasm_split(builder, fallible, preload(fetch_builder)))]
fn builder(asked: Asked) -> Drawn {
    Ok(embed_view(choices(asked.place)))
}

#[cfg_attr(feature = "chunks", wasm_split(stories, fallible, preload(fetch_stories)))]
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
        Route::Accessibility => text_view(StoryId::Accessibility),
        _ => about_view(),
    })
}

#[cfg_attr(feature = "chunks", wasm_split(finder, fallible, preload(fetch_finder)))]
fn finder(content: &Content, language: Language) -> arrival::Made {
    Ok(matcher(content, language))
}

/// Takes a part that not all views need.
pub async fn receive(library: Library, part: PartName, bytes: Vec<u8>) {
    if !arrival::received(library, part, &bytes).await {
        library.fail(part, boot::chunk_fault());
    }
}

/// An answer to a question to the search from the publications themselves, for which no words are looked for.
pub async fn plain_reply(publications: &[u8], question: &str) -> Option<String> {
    arrival::plain_reply(publications, question).await
}

#[cfg_attr(feature = "chunks", wasm_split(records, fallible, preload(fetch_records)))]
fn read_part(library: Library, part: PartName, bytes: &[u8]) -> arrival::Read {
    library.receive(part, bytes);
    Ok(())
}

#[cfg_attr(feature = "chunks", wasm_split(records, fallible, preload(fetch_records_too)))]
fn answer(publications: &[u8], question: &str) -> arrival::Answered {
    let mut content = Content::default();
    let read = decode::part(PartName::Publications, publications, &mut content);
    Ok(read.ok().map(|_| plain::reply(&content.publications, question)))
}
