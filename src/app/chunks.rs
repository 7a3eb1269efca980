//! Which views, and which rare parts of them, lie in chunks of code of their own, fetched when the first of them is wanted, as is
//! the matcher of countries (`docs/decisions/0020-chunks.md`). Without the feature `chunks`, as in tests, all are here from the
//! beginning.
#![allow(clippy::unnecessary_wraps, reason = "what lies in another module may not be had")]

#[cfg(feature = "chunks")]
mod apart;
mod marked;
#[cfg(not(feature = "chunks"))]
mod whole;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[cfg(feature = "chunks")]
use self::apart as arrival;
#[cfg(not(feature = "chunks"))]
use self::whole as arrival;
use super::page::Asked;
use crate::bundle::index::PartName;
use crate::components::loaded::{failure, waiting};
use crate::domain::content::Content;
use crate::domain::fetching::LoadError;
use crate::domain::language::Language;
use crate::domain::route::Route;
use crate::platform::boot;
use crate::state::apart::Apart;
use crate::state::library::Library;
use crate::state::matcher::{Matcher, plain_matcher};
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::ui::memo::memo;
use crate::ui::signal::{RwSignal, StoredValue};

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
    Field,
    Map,
    Comparison,
    Timeline,
    Filters,
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

/// Where a part of a view lies.
fn chunk_of_part(part: Apart) -> Chunk {
    match part {
        Apart::Field(_) => Chunk::Field,
        Apart::Map(_) => Chunk::Map,
        Apart::Comparison(_) => Chunk::Comparison,
        Apart::Timeline(..) => Chunk::Timeline,
        Apart::Filters(..) => Chunk::Filters,
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
        self.once_here(chunk, || arrival::view(chunk, asked))
    }

    /// A part of a view; until its code is here, what is going on.
    pub fn draw_part(self, part: Apart) -> Vec<Element> {
        self.once_here(chunk_of_part(part), || arrival::part(part))
    }

    fn once_here(self, chunk: Chunk, draw: impl FnOnce() -> Vec<Element>) -> Vec<Element> {
        match self.arrival(chunk) {
            Some(Ok(())) => draw(),
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
