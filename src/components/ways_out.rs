//! An answer without results: which filter empties the list, and what doing without it would give.

use std::sync::Arc;

use leptos::prelude::*;

use super::result_head::narrowing_words;
use super::words;
use crate::domain::content::Content;
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::domain::narrowing::{Narrowing, WayOut};
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, button, el, pressed_value};

/// Shown when `ways` gives ways out; none means that there are results. `nearest` has what comes nearest to the words.
pub fn ways_out_box(
    ways: Arc<dyn Fn() -> Option<Vec<WayOut>> + Send + Sync>,
    nearest: Arc<dyn Fn() -> Option<Element> + Send + Sync>,
    on_query: Callback<ListQuery>,
) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let (pressed, looked_at) = (ways.clone(), ways.clone());
    let on_press = move |event| {
        let at = pressed_value(&event).and_then(|at| at.parse::<usize>().ok());
        let query = at.and_then(|at| Some(untrack(&*pressed)?.get(at)?.query.clone()));
        if let Some(query) = query {
            on_query.run(query);
            shell.focus(super::result_head::SENTENCE_ID);
        }
    };
    el("div", "ways-out")
        .live_flag("hidden", move || looked_at().is_none())
        .on("click", on_press)
        .live_children(move || {
            let content = shell.content();
            let told = ways().map(|ways| told(locale, &content, &ways));
            told.map(|told| told.into_iter().chain(nearest()).collect()).unwrap_or_default()
        })
}

fn told(locale: Locale, content: &Content, ways: &[WayOut]) -> Vec<Element> {
    let lead = if ways.is_empty() { Msg::EmptyNone } else { Msg::EmptyLead };
    let item = |(at, way): (usize, &WayOut)| {
        let filter = filter_words(locale, content, &way.narrowings);
        let text = locale.with(Msg::EmptyWay, &[("filter", &filter), ("count", &locale.number(way.hits))]);
        el("li", "").el(button("button").attr("value", at.to_string()).text(text))
    };
    let list = (!ways.is_empty()).then(|| el("ul", "cluster").each(ways.iter().enumerate().map(item)));
    vec![el("p", "ways-out__lead").text(locale.text(lead))].into_iter().chain(list).collect()
}

/// "WHO region: African Region or European Region".
fn filter_words(locale: Locale, content: &Content, narrowings: &[Narrowing]) -> String {
    let words: Vec<(Msg, String)> =
        narrowings.iter().map(|narrowing| narrowing_words(locale, content, narrowing)).collect();
    let kind = words.first().map_or("", |(kind, _)| locale.text(*kind));
    let values: Vec<String> = words.iter().map(|(_, value)| value.clone()).collect();
    words::fact_line(locale, kind, &locale.any_of(&values))
}
