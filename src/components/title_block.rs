//! The heading of a page. Its `h1` takes the focus when a view opens.

use crate::ui::element::{Element, el};

/// Heading and, below it, what the page answers.
pub fn title_block(title: &str, lede: &str) -> Element {
    let lede = (!lede.is_empty()).then(|| el("p", "title__lede").text(lede));
    page(el("div", "title").el(heading(title).attr("class", "title__heading")).el_if(lede))
}

/// The heading alone: focus can be set on it, but the Tab key passes it by.
pub fn heading(title: &str) -> Element {
    el("h1", "").attr("tabindex", "-1").text(title)
}

/// The width of the page around a part.
pub fn page(content: Element) -> Element {
    el("div", "page").el(content)
}
