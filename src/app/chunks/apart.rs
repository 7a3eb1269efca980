//! Code in chunks: each function that lies in one waits until it is here.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use wasm_split_helpers::SplitLoaderError;

use super::{Arc, Asked, Chunk, Content, Element, Language, Library, Matcher, PartName};

pub(super) type Drawn = Result<Vec<Element>, SplitLoaderError>;

pub(super) type Made = Result<Arc<dyn Matcher>, SplitLoaderError>;
pub(super) type Read = Result<(), SplitLoaderError>;
pub(super) type Answered = Result<Option<String>, SplitLoaderError>;

pub(super) const ALL_ARE_HERE: bool = false;

pub(super) async fn fetched(chunk: Chunk) -> bool {
    let fetched = match chunk {
        Chunk::Overview => super::fetch_overview().await,
        Chunk::Countries => super::fetch_countries().await,
        Chunk::Country => super::fetch_country().await,
        Chunk::Publications => super::fetch_publications().await,
        Chunk::Publication => super::fetch_publication().await,
        Chunk::Strategies => super::fetch_strategies().await,
        Chunk::Charts => super::fetch_charts().await,
        Chunk::Stories => super::fetch_stories().await,
        Chunk::Builder => super::fetch_builder().await,
        Chunk::Finder => super::fetch_finder().await,
    };
    fetched.is_ok()
}

pub(super) fn drawn(chunk: Chunk, asked: Asked) -> Vec<Element> {
    match chunk {
        Chunk::Overview => now(super::overview(asked)),
        Chunk::Countries => now(super::countries(asked)),
        Chunk::Country => now(super::country(asked)),
        Chunk::Publications => now(super::publications(asked)),
        Chunk::Publication => now(super::publication(asked)),
        Chunk::Strategies => now(super::strategies(asked)),
        Chunk::Charts => now(super::charts(asked)),
        Chunk::Stories => now(super::stories(asked)),
        Chunk::Builder => now(super::builder(asked)),
        Chunk::Finder => None,
    }
    .unwrap_or_default()
}

pub(super) fn matcher(content: &Content, language: Language) -> Option<Arc<dyn Matcher>> {
    now(super::finder(content, language))
}

pub(super) async fn received(library: Library, part: PartName, bytes: &[u8]) -> bool {
    super::read_part(library, part, bytes).await.is_ok()
}

pub(super) async fn plain_reply(publications: &[u8], question: &str) -> Option<String> {
    super::answer(publications, question).await.ok().flatten()
}

/// What a chunk makes that is here: then there is nothing to wait for.
fn now<T>(made: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(made).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made.ok(),
        Poll::Pending => None,
    }
}
