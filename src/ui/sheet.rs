//! A part of the page that comes up as a sheet over it where there is little room.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlDialogElement;

use super::element::{DomElement, Element, button, el};
use super::icon::{Icon, icon_mark};

use crate::ui::signal::RwSignal;

/// The words of a sheet.
pub struct SheetText {
    pub title: &'static str,
    pub close: &'static str,
}

/// `body` stands in the page; `open` takes it into a dialog, and closing puts it back, with everything that was done in
/// it. The browser's own dialog keeps the focus in it, closes with Escape and gives the focus back. `done` is what the
/// button at the end says.
pub fn sheet(
    id: &'static str,
    text: SheetText,
    body: Element,
    done: impl Fn() -> String + Send + Sync + 'static,
    open: RwSignal<bool>,
) -> Element {
    let close = move |_| open.set(false);
    let title_id = [id, "-title"].concat();
    let head = el("div", "sheet__head")
        .el(el("h2", "sheet__title").attr("id", &title_id).text(text.title))
        .el(button("sheet__close")
            .attr("aria-label", text.close)
            .el(icon_mark(Icon::Close))
            .on("click", close));
    let foot =
        el("div", "sheet__foot").el(button("button button--primary").live_text(done).on("click", close));
    let dialog = el("dialog", "sheet")
        .attr("aria-labelledby", title_id)
        .el(head)
        .el(el("div", "sheet__body"))
        .el(foot)
        // Escape closes it without asking.
        .on("close", close);
    el("div", "sheet-place")
        .attr("id", id)
        .el(el("div", "sheet-place__body").el(body))
        .el(dialog)
        .live_node(move |place| move_body(place, open.get()))
}

/// Moves the body to where it is to be seen.
fn move_body(place: &DomElement, is_open: bool) {
    let part = |selector| place.query_selector(selector).ok().flatten();
    let (Some(outside), Some(inside)) = (part(":scope > .sheet-place__body"), part(".sheet__body")) else {
        return;
    };
    let (from, to) = if is_open { (&outside, &inside) } else { (&inside, &outside) };
    if let Some(body) = from.first_element_child() {
        _ = to.append_child(&body);
    }
    let dialog = part("dialog").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
    match dialog.filter(|dialog| dialog.open() != is_open) {
        Some(dialog) if is_open => _ = dialog.show_modal(),
        Some(dialog) => dialog.close(),
        None => {}
    }
}
