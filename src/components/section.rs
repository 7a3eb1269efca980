//! The repeated gesture of the site: a rule, a head at its side, the content beside it.

use crate::ui::element::{Element, el};

/// A section with its heading, a quiet note below the heading, and what `fill` puts into the body.
pub fn section(
    id: &'static str,
    head: impl AsRef<str>,
    note: impl AsRef<str>,
    fill: impl FnOnce(Element) -> Element,
) -> Element {
    frame(id, head.as_ref(), note.as_ref(), fill(el("div", "section__body")))
}

#[inline(never)]
fn frame(id: &'static str, head: &str, note: &str, body: Element) -> Element {
    let label = [id, "-head"].concat();
    let note = (!note.is_empty()).then(|| el("p", "section__note").text(note));
    let head = el("h2", "section__head").attr("id", &label).text(head);
    el("section", "section page")
        .attr("id", id)
        .attr("aria-labelledby", label)
        .el(el("div", "section__side").el(head).el_if(note))
        .el(body)
}
