//! What stands above a list: the sentence that says what is shown, the chips of what was chosen, the order.

use super::words;
use crate::domain::content::Content;
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::domain::narrowing::Narrowing;
use crate::state::list_controls::ListControls;
use crate::state::locale::{Locale, use_locale};
use crate::state::question::Question;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, Event, button, el, field_value, pressed_value};
use crate::ui::icon::{Icon, icon_mark};
use crate::ui::memo::{Memo, memo};

/// Where the focus goes when the last chip is gone.
pub(super) const SENTENCE_ID: &str = "result-sentence";

/// The sentence is the heading of the results, and is said when it changes; while somebody types, screen readers are
/// asked to wait (WAI-ARIA 1.2, `aria-busy`).
pub fn result_sentence(question: Question, sentence: impl Fn() -> String + Send + Sync + 'static) -> Element {
    let heading = el("h2", "results__sentence").attr("id", SENTENCE_ID).attr("tabindex", "-1");
    let status = el("div", "").attr("role", "status").live_bool("aria-busy", move || !question.is_kept());
    status.el(heading.live_text(sentence))
}

/// The results of a list, named by their sentence.
pub fn results() -> Element {
    el("section", "results").attr("id", "results").attr("aria-labelledby", SENTENCE_ID)
}

/// A narrowed list says itself what it shows; it is the title of the page once nobody types any more.
pub fn title_when_kept(
    results: Element,
    question: Question,
    sentence: Memo<String>,
    section: Msg,
) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    results.live_node(move |_| {
        if question.is_kept() && question.shown.with(ListQuery::is_narrowed) {
            let (section, site) = (locale.text(section), locale.text(Msg::SiteName));
            shell.title(&[sentence.get().as_str(), section, site].join(" – "));
        }
    })
}

/// What narrows a list, in the reader's words: what it is, and which.
pub fn narrowing_words(locale: Locale, content: &Content, narrowing: &Narrowing) -> (Msg, String) {
    match narrowing {
        Narrowing::Words(text) => (Msg::ChipWords, text.clone()),
        Narrowing::Value(facet, value) => {
            (words::facet(facet), words::facet_value(locale, content, facet, value))
        }
        Narrowing::From(year) => (Msg::YearFrom, year.to_string()),
        Narrowing::To(year) => (Msg::YearTo, year.to_string()),
    }
}

/// One button for each thing that narrows the list; its name says what pressing it does. One listener hears them all.
pub fn chips(controls: ListControls) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let narrowings = move |query: &ListQuery| Narrowing::all(query, controls.list);
    let on_press = move |event: Event| {
        let query = controls.asked.get_untracked();
        let asked = match pressed_value(&event).as_deref() {
            Some("all") => Some(query.cleared()),
            Some(at) => {
                at.parse().ok().and_then(|at: usize| Some(narrowings(&query).get(at)?.without(&query)))
            }
            None => None,
        };
        if let Some(asked) = asked {
            controls.on_query.run(asked);
            shell.focus(SENTENCE_ID);
        }
    };
    // Another order or page is no reason to draw the chips anew.
    let shown = memo(move || controls.query.with(narrowings));
    let list = move || {
        let content = shell.content();
        let narrowings = shown.get();
        let chips =
            narrowings.iter().enumerate().map(|(at, narrowing)| chip(locale, &content, at, narrowing));
        let clear = button("copy").attr("value", "all").text(locale.text(Msg::ChipsClear));
        let clear = (!narrowings.is_empty()).then(|| el("li", "").el(clear));
        chips.chain(clear).collect()
    };
    el("ul", "results__bar")
        .attr("aria-label", locale.text(Msg::ChipsLabel))
        .live_flag("hidden", move || shown.with(Vec::is_empty))
        .on("click", on_press)
        .live_children(list)
}

fn chip(locale: Locale, content: &Content, at: usize, narrowing: &Narrowing) -> Element {
    let (kind, value) = narrowing_words(locale, content, narrowing);
    // The sign between them, and the space that belongs to it, are the language's.
    let kind = words::fact_line(locale, locale.text(kind), "");
    let name = locale.with(Msg::ChipRemove, &[("filter", &[kind.as_str(), &value].concat())]);
    let button = button("chip")
        .attr("value", at.to_string())
        .attr("aria-label", name)
        .el(el("span", "chip__kind").text(kind))
        .el(el("bdi", "").text(value))
        .el(icon_mark(Icon::Close));
    el("li", "").el(button)
}

/// The choice of order.
pub fn sort_box(controls: ListControls) -> Element {
    let locale = use_locale();
    let id = "sort";
    let option = |sort: &&'static str| {
        let sort = *sort;
        el("option", "")
            .attr("value", sort)
            .live_flag("selected", move || controls.query.with(|query| query.sort(controls.list) == sort))
            .text(locale.text(words::sort(sort)))
    };
    let on_change = move |event: Event| {
        let sort = field_value(&event);
        controls.on_query.run(controls.asked.with_untracked(|query| query.sorted_by(controls.list, &sort)));
    };
    let select = el("select", "sort__select")
        .attr("id", id)
        .each(controls.list.sorts().iter().map(option))
        .live_property("value", move || controls.query.with(|query| query.sort(controls.list).to_owned()))
        .on("change", on_change);
    let label = el("label", "sort__label").attr("for", id).text(locale.text(Msg::SortLabel));
    // Nothing has no order.
    let is_empty = move || controls.tally.with(|tally| tally.total == 0);
    el("div", "sort").live_flag("hidden", is_empty).el(label).el(select)
}
