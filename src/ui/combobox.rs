//! An editable field with a list of suggestions: the "editable combobox with list autocomplete, manual selection" of
//! the ARIA Authoring Practices (<https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>).

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::icon::{Icon, IconMark};

/// One suggestion.
#[derive(Clone)]
pub struct Suggestion {
    pub key: String,
    /// The name in up to three parts: before, in and after the part that matches.
    pub name: [String; 3],
    pub hint: String,
    pub lead: ViewFn,
}

/// The words of the field.
#[derive(Clone, Copy)]
pub struct ComboboxText {
    pub label: &'static str,
    pub suggestions: &'static str,
    /// "5 suggestions. …", from the number of suggestions and whether anything was typed.
    pub status: Callback<usize, String>,
}

/// What a box does with what it is given. `suggest` answers what was typed; `is_certain` tells whether Enter may take
/// the first suggestion without moving to it; `on_choose` gets the key of the suggestion taken; `on_submit` what was
/// typed when there is none to take.
#[derive(Clone, Copy)]
pub struct ComboboxActions {
    pub suggest: Callback<String, Vec<Suggestion>>,
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
        // Suggestions hold views, which cannot be compared: each answer counts as new.
        let found = Memo::new_with_compare(move |_| actions.suggest.run(typed.get()), |_, _| true);
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

    fn press(self, event: &KeyboardEvent) {
        match event.key().as_str() {
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
#[component]
pub fn Combobox(id: &'static str, text: ComboboxText, actions: ComboboxActions) -> impl IntoView {
    let state = State::new(actions);
    let list_id = format!("{id}-list");
    let status = move || {
        if state.typed.with(String::is_empty) { String::new() } else { text.status.run(state.count()) }
    };
    view! {
        <div class="finder">
            <label class="finder__label" for=id>{text.label}</label>
            <div class="finder__field">
                <IconMark icon=Icon::Search />
                <input
                    class="finder__input"
                    id=id
                    type="text"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-expanded=move || state.shows_list().to_string()
                    aria-controls=list_id.clone()
                    aria-activedescendant=move || state.active.get().map(|at| option_id(id, at))
                    aria-describedby=format!("{id}-status")
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    dir="auto"
                    prop:value=move || state.typed.get()
                    on:input=move |event| state.type_text(event_target_value(&event))
                    on:keydown=move |event| state.press(&event)
                    on:blur=move |_| state.close()
                />
            </div>
            <ul
                class="finder__list"
                id=list_id
                role="listbox"
                aria-label=text.suggestions
                hidden=move || !state.shows_list()
            >
                {move || options(id, state)}
            </ul>
            <p class="finder__status" id=format!("{id}-status") role="status">{status}</p>
        </div>
    }
}

fn options(id: &'static str, state: State) -> impl IntoView {
    let item = move |(at, suggestion): (usize, &Suggestion)| {
        let [before, matched, after] = suggestion.name.clone();
        view! {
            <li
                class="finder__option"
                id=option_id(id, at)
                role="option"
                aria-selected=move || (state.active.get() == Some(at)).to_string()
                // A press would take the focus from the field, and with it the list, before the click arrives.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| state.choose(at)
            >
                {suggestion.lead.run()}
                <span class="finder__name">{before}<mark>{matched}</mark>{after}</span>
                <span class="finder__hint">{suggestion.hint.clone()}</span>
            </li>
        }
    };
    state.found.with(|found| found.iter().enumerate().map(item).collect_view())
}

fn option_id(id: &str, at: usize) -> String {
    format!("{id}-option-{at}")
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
