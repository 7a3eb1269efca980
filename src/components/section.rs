//! The repeated gesture of the site: a rule, a head at its side, the content beside it.

use crate::ui::element::{Element, el};

/// A section with its heading, a quiet note below the heading, and what `fill` puts into the body.
pub fn section(
    id: &'static str,
    head: impl AsRef<str>,
    note: impl AsRef<str>,
    fill: impl FnOnce(Element) -> Element,
) -> Element {
    let note = note.as_ref();
    let note = (!note.is_empty()).then(|| el("p", "section__note").text(note));
    section_beside(id, head.as_ref(), note, fill(el("div", "section__body")))
}

/// The same with anything below the heading.
#[inline(never)]
pub fn section_beside(id: &'static str, head: &str, note: Option<Element>, body: Element) -> Element {
    let label = [id, "-head"].concat();
    let head = el("h2", "section__head").attr("id", &label).text(head);
    el("section", "section page")
        .attr("id", id)
        .attr("aria-labelledby", label)
        .el(el("div", "section__side").el(head).el_if(note))
        .el(body)
}
