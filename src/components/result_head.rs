//! What stands above a list: the sentence that says what is shown, the chips of what was chosen, the order.

use leptos::prelude::*;

use super::filter_panel::ListControls;
use super::words;
use crate::domain::content::Content;
use crate::domain::date::Year;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::Msg;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, pressed_value};
use crate::ui::icon::{Icon, icon_mark};

/// Where the focus goes when the last chip is gone.
const SENTENCE_ID: &str = "result-sentence";

/// Sentence, chips and order.
#[component]
pub fn ResultHead(controls: ListControls, #[prop(into)] sentence: Signal<String>) -> impl IntoView {
    view! {
        <p class="results__sentence" id=SENTENCE_ID role="status" tabindex="-1">{sentence}</p>
        <Chips controls />
        <SortBox controls />
    }
}

/// A thing that narrows the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Narrowing {
    Words(String),
    Value(&'static str, String),
    From(Year),
    To(Year),
}

impl Narrowing {
    fn all(query: &ListQuery, list: List) -> Vec<Self> {
        let words = (!query.text.is_empty()).then(|| Self::Words(query.text.clone()));
        let values =
            query.all_values(list).into_iter().map(|(facet, value)| Self::Value(facet, value.to_owned()));
        let years = [query.from.map(Self::From), query.to.map(Self::To)];
        words.into_iter().chain(values).chain(years.into_iter().flatten()).collect()
    }

    fn without(&self, query: &ListQuery) -> ListQuery {
        match self {
            Self::Words(_) => query.with_text(""),
            Self::Value(facet, value) => query.toggled(facet, value),
            Self::From(_) => query.with_years(None, query.to),
            Self::To(_) => query.with_years(query.from, None),
        }
    }

    /// What it is, and which.
    fn words(&self, locale: Locale, content: &Content) -> (Msg, String) {
        match self {
            Self::Words(text) => (Msg::ChipWords, text.clone()),
            Self::Value(facet, value) => {
                (words::facet(facet), words::facet_value(locale, content, facet, value))
            }
            Self::From(year) => (Msg::YearFrom, year.to_string()),
            Self::To(year) => (Msg::YearTo, year.to_string()),
        }
    }
}

/// One button for each thing that narrows the list; its name says what pressing it does. One listener hears them all.
#[component]
fn Chips(controls: ListControls) -> impl IntoView {
    let (shell, locale) = (use_shell(), use_locale());
    let narrowings = move |query: &ListQuery| Narrowing::all(query, controls.list);
    let on_press = move |event| {
        let query = controls.query.get_untracked();
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
    let chips = move || {
        let content = shell.content();
        let narrowings = controls.query.with(narrowings);
        (!narrowings.is_empty()).then(|| {
            let clear = el("button", "copy").attr("type", "button").attr("value", "all");
            let clear = el("li", "").el(clear.text(locale.text(Msg::ChipsClear)));
            let chips =
                narrowings.iter().enumerate().map(|(at, narrowing)| chip(locale, &content, at, narrowing));
            el("ul", "results__bar")
                .attr("aria-label", locale.text(Msg::ChipsLabel))
                .each(chips)
                .el(clear)
                .into_any()
        })
    };
    view! { <div on:click=on_press>{chips}</div> }
}

fn chip(locale: Locale, content: &Content, at: usize, narrowing: &Narrowing) -> Element {
    let (kind, value) = narrowing.words(locale, content);
    let kind = [locale.text(kind), ":"].concat();
    let name = locale.with(Msg::ChipRemove, &[("filter", &[kind.as_str(), " ", &value].concat())]);
    let button = el("button", "chip")
        .attr("type", "button")
        .attr("value", at.to_string())
        .attr("aria-label", name)
        .el(el("span", "chip__kind").text(kind))
        .el(el("bdi", "").text(value))
        .el(icon_mark(Icon::Close));
    el("li", "").el(button)
}

/// The choice of order.
#[component]
fn SortBox(controls: ListControls) -> impl IntoView {
    let locale = use_locale();
    let id = "sort";
    let current = move || controls.query.with(|query| query.sort(controls.list));
    let options = controls
        .list
        .sorts()
        .iter()
        .map(|sort| {
            let is_current = move || current() == *sort;
            view! { <option value=*sort selected=is_current>{locale.text(words::sort(sort))}</option> }
        })
        .collect_view();
    let on_change = move |event| {
        let sort = event_target_value(&event);
        controls.on_query.run(controls.query.with_untracked(|query| query.sorted_by(controls.list, &sort)));
    };
    view! {
        <div class="sort">
            <label class="sort__label" for=id>{locale.text(Msg::SortLabel)}</label>
            <select class="sort__select" id=id prop:value=current on:change=on_change>{options}</select>
        </div>
    }
}
