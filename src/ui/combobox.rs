//! An editable field with a list of suggestions: the "editable combobox with list autocomplete, manual selection" of
//! the ARIA Authoring Practices (<https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>).

use leptos::web_sys::Event;

use super::element::{Element, el, field_value, pressed_key};
use super::icon::{Icon, icon_mark};

use crate::ui::callback::Callback;
use crate::ui::memo::{Memo, memo};
use crate::ui::signal::RwSignal;

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub key: String,
    /// The name in up to three parts: before, in and after the part that matches.
    pub name: [String; 3],
    pub hint: String,
}

/// The words of the field.
#[derive(Clone, Copy)]
pub struct ComboboxText {
    pub label: &'static str,
    pub suggestions: &'static str,
    /// "5 suggestions. …", from the number of suggestions and whether anything was typed.
    pub status: Callback<usize, String>,
}

/// What a box does with what it is given. `suggest` answers what was typed; `lead` draws a sign before the suggestion
/// with a key; `is_certain` tells whether Enter may take
/// the first suggestion without moving to it; `on_choose` gets the key of the suggestion taken; `on_submit` what was
/// typed when there is none to take.
#[derive(Clone, Copy)]
pub struct ComboboxActions {
    pub suggest: Callback<String, Vec<Suggestion>>,
    pub lead: Callback<String, Element>,
    pub is_certain: Callback<String, bool>,
    pub on_choose: Callback<String>,
    pub on_submit: Callback<String>,
}

/// The state of a box.
#[derive(Clone, Copy)]
struct State {
    actions: ComboboxActions,
    typed: RwSignal<String>,
    is_open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    found: Memo<Vec<Suggestion>>,
}

impl State {
    fn new(actions: ComboboxActions) -> Self {
        let typed = RwSignal::new(String::new());
        let found = memo(move || actions.suggest.run(typed.get()));
        Self { actions, typed, is_open: RwSignal::new(false), active: RwSignal::new(None), found }
    }

    fn count(self) -> usize {
        self.found.with(Vec::len)
    }

    fn shows_list(self) -> bool {
        self.is_open.get() && self.count() > 0
    }

    fn type_text(self, text: String) {
        self.typed.set(text);
        self.active.set(None);
        self.is_open.set(true);
    }

    fn close(self) {
        self.is_open.set(false);
        self.active.set(None);
    }

    fn choose(self, at: usize) {
        let key = self.found.with_untracked(|found| found.get(at).map(|suggestion| suggestion.key.clone()));
        if let Some(key) = key {
            self.close();
            self.typed.set(String::new());
            self.actions.on_choose.run(key);
        }
    }

    fn step(self, step: isize) {
        let total = self.found.with_untracked(Vec::len);
        if total > 0 {
            self.is_open.set(true);
            self.active.update(|at| *at = Some(next_position(*at, step, total)));
        }
    }

    fn enter(self) {
        let words = self.typed.get_untracked();
        match self.active.get_untracked() {
            Some(at) => self.choose(at),
            None if words.trim().is_empty() => {}
            None if self.actions.is_certain.run(words.clone()) => self.choose(0),
            None => self.actions.on_submit.run(words),
        }
    }

    fn escape(self) {
        if self.is_open.get_untracked() && self.found.with_untracked(|found| !found.is_empty()) {
            self.close();
        } else {
            self.typed.set(String::new());
        }
    }

    fn press(self, event: &Event) {
        match pressed_key(event).as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Enter" => self.enter(),
            "Escape" => return self.escape(),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The field with its label, its list and its spoken status.
pub fn combobox(id: &'static str, text: ComboboxText, actions: ComboboxActions) -> Element {
    let state = State::new(actions);
    let list_id = [id, "-list"].concat();
    let status_id = [id, "-status"].concat();
    let status = move || {
        if state.typed.with(String::is_empty) { String::new() } else { text.status.run(state.count()) }
    };
    let input = el("input", "finder__input")
        .attr("id", id)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", &list_id)
        .attr("aria-describedby", &status_id)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .live_bool("aria-expanded", move || state.shows_list())
        .live("aria-activedescendant", move || state.active.get().map(|at| option_id(id, at)))
        .live_property("value", move || state.typed.get())
        .on("input", move |event| state.type_text(field_value(&event)))
        .on("keydown", move |event| state.press(&event))
        .on("blur", move |_| state.close());
    let list = el("ul", "finder__list")
        .attr("id", list_id)
        .attr("role", "listbox")
        .attr("aria-label", text.suggestions)
        .live_flag("hidden", move || !state.shows_list())
        // A press would take the focus from the field, and with it the list, before the click arrives.
        .on("mousedown", |event| event.prevent_default())
        .live_children(move || options(id, state));
    el("div", "finder")
        .el(el("label", "finder__label").attr("for", id).text(text.label))
        .el(el("div", "finder__field").el(icon_mark(Icon::Search)).el(input))
        .el(list)
        .el(el("p", "finder__status").attr("id", status_id).attr("role", "status").live_text(status))
}

fn options(id: &'static str, state: State) -> Vec<Element> {
    let option = |(at, suggestion): (usize, &Suggestion)| {
        let [before, matched, after] = &suggestion.name;
        let name = el("span", "finder__name").text(before).el(el("mark", "").text(matched)).text(after);
        el("li", "finder__option")
            .attr("id", option_id(id, at))
            .attr("role", "option")
            .live_bool("aria-selected", move || state.active.get() == Some(at))
            .on("click", move |_| state.choose(at))
            .el(state.actions.lead.run(suggestion.key.clone()))
            .el(name)
            .el(el("span", "finder__hint").text(&suggestion.hint))
    };
    state.found.with(|found| found.iter().enumerate().map(option).collect())
}

fn option_id(id: &str, at: usize) -> String {
    [id, "-option-", &at.to_string()].concat()
}

/// The position after a step, running round at both ends.
fn next_position(at: Option<usize>, step: isize, total: usize) -> usize {
    match (at, step > 0) {
        (None, true) => 0,
        (None, false) => total.saturating_sub(1),
        (Some(at), true) => (at + 1) % total.max(1),
        (Some(at), false) => at.checked_sub(1).unwrap_or(total.saturating_sub(1)),
    }
}
