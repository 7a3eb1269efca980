//! All code is here: nothing is waited for.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;

use super::{Asked, Chunk, marked};
use crate::bundle::index::PartName;
use crate::domain::content::Content;
use crate::domain::language::Language;
use crate::state::apart::Apart;
use crate::state::library::Library;
use crate::state::matcher::Matcher;
use crate::ui::element::Element;

pub(super) type Drawn = Result<Vec<Element>, Infallible>;

pub(super) type Made = Result<Arc<dyn Matcher>, Infallible>;
pub(super) type Read = Result<(), Infallible>;
pub(super) type Answered = Result<Option<String>, Infallible>;

pub(super) const ALL_ARE_HERE: bool = true;

pub(super) fn fetched(_chunk: Chunk) -> Ready<bool> {
    ready(true)
}

pub(super) fn view(chunk: Chunk, asked: Asked) -> Vec<Element> {
    let Ok(view) = match chunk {
        Chunk::Overview => marked::overview(asked),
        Chunk::Countries => marked::countries(asked),
        Chunk::Country => marked::country(asked),
        Chunk::Publications => marked::publications(asked),
        Chunk::Publication => marked::publication(asked),
        Chunk::Strategies => marked::strategies(asked),
        Chunk::Charts => marked::charts(asked),
        Chunk::Builder => marked::builder(asked),
        _ => marked::stories(asked),
    };
    view
}

pub(super) fn part(part: Apart) -> Vec<Element> {
    let Ok(drawn) = match part {
        Apart::Field(id) => marked::field(id),
        Apart::Map(controls) => marked::map(controls),
        Apart::Comparison(countries) => marked::comparison(countries),
        Apart::Timeline(controls, strategies) => marked::timeline(controls, strategies),
        Apart::Filters(given, list) => marked::filters(given, list),
    };
    drawn
}

pub(super) fn matcher(content: &Content, language: Language) -> Option<Arc<dyn Matcher>> {
    marked::finder(content, language).ok()
}

pub(super) fn received(library: Library, part: PartName, bytes: &[u8]) -> Ready<bool> {
    ready(marked::read_part(library, part, bytes).is_ok())
}

pub(super) fn plain_reply(publications: &[u8], question: &str) -> Ready<Option<String>> {
    ready(marked::answer(publications, question).ok().flatten())
}
