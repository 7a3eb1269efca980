//! What a reader of the other site will see.

use leptos::prelude::*;

use super::{Framed, title};
use crate::domain::message::Msg;
use crate::state::embed_choices::EmbedChoices;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, framed_title, link};
use crate::ui::memo::memo;

/// The embed itself in a frame.
pub(super) fn preview(given: EmbedChoices, framed: Framed) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let source = memo(move || given.embed().map(|embed| shell.file(&embed.source())).unwrap_or_default());
    let height = move || given.shown.get().height().to_string();
    // A frame that is led to another page writes an entry of the history; a new one does not, and Back stays the reader's.
    let frame = move || {
        let source = source.get();
        if source.is_empty() {
            return vec![el("p", "builder__empty").text(locale.text(Msg::BuilderCountryNone))];
        }
        let called = move || {
            let title = given.embed().map(|embed| title(&embed, framed)).unwrap_or_default();
            Some(locale.with(Msg::BuilderPreviewOf, &[("title", &title)]))
        };
        let (here, embed) = (source.clone(), untrack(|| given.embed()));
        let language = embed.map_or("", |embed| embed.language.code());
        let on_load = move |event| {
            if let Some(title) = framed_title(&event, language) {
                framed.set([here.as_str(), " ", &title].concat());
            }
        };
        // A page that was written has it fetched when it comes into sight (boot/page.js), and without scripts at once. What browsers
        // call lazy begins a screen and a half before that.
        let address = if crate::IS_FOR_FILES { "data-src" } else { "src" };
        let unscripted = crate::IS_FOR_FILES.then(|| {
            let frame = el("iframe", "builder__frame").attr("src", &source).attr("height", untrack(height));
            el("noscript", "").el(frame.attr("title", untrack(called).unwrap_or_default()))
        });
        let frame = el("iframe", "builder__frame")
            .attr(address, source)
            .attr("loading", "lazy")
            .attr_if(crate::IS_FOR_FILES, "data-written", "")
            .live("title", called)
            .live("height", move || Some(height()))
            .on("load", on_load);
        // In an element of its own, so that a frame that is on the page already can take its place (element/nodes.js).
        vec![el("div", "").el(frame).el_if(unscripted)]
    };
    let head = el("h2", "builder__head").attr("id", "embed-preview").text(locale.text(Msg::BuilderPreview));
    el("section", "builder__preview")
        .attr("aria-labelledby", "embed-preview")
        .el(head)
        // A list in the frame may hold hundreds of links.
        .el(link("#code".to_owned())
            .attr("class", "skip")
            .attr("rel", "external")
            .live_flag("hidden", move || source.with(String::is_empty))
            .text(locale.text(Msg::BuilderPreviewSkip)))
        .el(el("div", "builder__stage").live_children(frame))
        .el(el("p", "builder__hint").text(locale.text(Msg::BuilderPreviewNote)))
}
