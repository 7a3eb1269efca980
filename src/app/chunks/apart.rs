//! Code in chunks: each function that lies in one waits until it is here.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use wasm_split_helpers::SplitLoaderError;

use super::{Asked, Chunk, marked};
use crate::bundle::index::PartName;
use crate::domain::content::Content;
use crate::domain::language::Language;
use crate::state::apart::Apart;
use crate::state::library::Library;
use crate::state::matcher::Matcher;
use crate::ui::element::Element;

pub(super) type Drawn = Result<Vec<Element>, SplitLoaderError>;

pub(super) type Made = Result<Arc<dyn Matcher>, SplitLoaderError>;
pub(super) type Read = Result<(), SplitLoaderError>;
pub(super) type Answered = Result<Option<String>, SplitLoaderError>;

pub(super) const ALL_ARE_HERE: bool = false;

pub(super) async fn fetched(chunk: Chunk) -> bool {
    let fetched = match chunk {
        Chunk::Overview => marked::fetch_overview().await,
        Chunk::Countries => marked::fetch_countries().await,
        Chunk::Country => marked::fetch_country().await,
        Chunk::Publications => marked::fetch_publications().await,
        Chunk::Publication => marked::fetch_publication().await,
        Chunk::Strategies => marked::fetch_strategies().await,
        Chunk::Charts => marked::fetch_charts().await,
        Chunk::Stories => marked::fetch_stories().await,
        Chunk::Builder => marked::fetch_builder().await,
        Chunk::Finder => marked::fetch_finder().await,
        Chunk::Field => marked::fetch_field().await,
        Chunk::Map => marked::fetch_map().await,
        Chunk::Comparison => marked::fetch_comparison().await,
        Chunk::Timeline => marked::fetch_timeline().await,
        Chunk::Filters => marked::fetch_filters().await,
    };
    fetched.is_ok()
}

pub(super) fn view(chunk: Chunk, asked: Asked) -> Vec<Element> {
    match chunk {
        Chunk::Overview => now(marked::overview(asked)),
        Chunk::Countries => now(marked::countries(asked)),
        Chunk::Country => now(marked::country(asked)),
        Chunk::Publications => now(marked::publications(asked)),
        Chunk::Publication => now(marked::publication(asked)),
        Chunk::Strategies => now(marked::strategies(asked)),
        Chunk::Charts => now(marked::charts(asked)),
        Chunk::Builder => now(marked::builder(asked)),
        _ => now(marked::stories(asked)),
    }
    .unwrap_or_default()
}

pub(super) fn part(part: Apart) -> Vec<Element> {
    match part {
        Apart::Field(id) => now(marked::field(id)),
        Apart::Map(controls) => now(marked::map(controls)),
        Apart::Comparison(countries) => now(marked::comparison(countries)),
        Apart::Timeline(controls, strategies) => now(marked::timeline(controls, strategies)),
        Apart::Filters(given, list) => now(marked::filters(given, list)),
    }
    .unwrap_or_default()
}

pub(super) fn matcher(content: &Content, language: Language) -> Option<Arc<dyn Matcher>> {
    now(marked::finder(content, language))
}

pub(super) async fn received(library: Library, part: PartName, bytes: &[u8]) -> bool {
    marked::read_part(library, part, bytes).await.is_ok()
}

pub(super) async fn plain_reply(publications: &[u8], question: &str) -> Option<String> {
    marked::answer(publications, question).await.ok().flatten()
}

/// What a chunk makes that is here: then there is nothing to wait for.
fn now<T>(made: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(made).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made.ok(),
        Poll::Pending => None,
    }
}
