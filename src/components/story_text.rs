//! A story's blocks as text. They come typed from the bundle, so nothing here ever becomes markup by accident.

use super::loop_drawing::loop_drawing;
use super::notice::english_only;
use crate::domain::country::CountryCode;
use crate::domain::route::Route;
use crate::domain::story::{Block, Inline, LinkTarget, Story, StoryId};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The text. One that exists in another language only says so and carries that language.
pub fn story_text(story: &Story) -> Element {
    let is_foreign = story.language != use_locale().language();
    el("div", "stack").el_if(is_foreign.then(english_only)).el(prose(story, &story.blocks))
}

/// Some blocks of a story, in its language.
pub fn prose(story: &Story, blocks: &[Block]) -> Element {
    el("div", "prose")
        .attr("lang", story.language.code())
        .attr("dir", story.language.direction().code())
        .each(blocks.iter().flat_map(|one| [drawing(story, one), Some(block(one))]).flatten())
}

/// What a block shows besides its words: the steps of a strategy come round again.
fn drawing(story: &Story, block: &Block) -> Option<Element> {
    match block {
        Block::Steps(steps) if story.id == StoryId::Support => Some(loop_drawing(story, steps)),
        _ => None,
    }
}

fn block(block: &Block) -> Element {
    match block {
        Block::Section { anchor, text } => runs(el("h2", "").attr("id", anchor), text),
        Block::Subsection { text } => runs(el("h3", ""), text),
        Block::Paragraph(text) => runs(el("p", ""), text),
        Block::Bullets(items) => el("ul", "").each(items.iter().map(|text| runs(el("li", ""), text))),
        Block::Steps(items) => el("ol", "").each(items.iter().map(|text| runs(el("li", ""), text))),
    }
}

fn runs(element: Element, text: &[Inline]) -> Element {
    text.iter().fold(element, |element, run| match run {
        Inline::Text(text) => element.text(text),
        Inline::Strong(text) => element.el(el("strong", "").text(text)),
        Inline::Emphasis(text) => element.el(el("em", "").text(text)),
        Inline::Link { text, target } => element.el(target_link(target).text(text)),
    })
}

fn target_link(target: &LinkTarget) -> Element {
    let shell = use_shell();
    match target {
        LinkTarget::Page(page) => link(shell.href(Route::of_page(*page))),
        LinkTarget::Country(iso3) => link(shell.href(Route::Country(CountryCode::Iso3(*iso3)))),
        LinkTarget::Publication(id) => link(shell.href(Route::Publication(id.clone()))),
        LinkTarget::Web(address) => link(address.to_string()).attr("rel", "external"),
        LinkTarget::Mail(mail) => link(["mailto:", mail].concat()).attr("rel", "external"),
    }
}
