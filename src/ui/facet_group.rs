//! One group of filters: a legend, and a box with label and count for each value.

use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    pub value: String,
    pub label: String,
}

/// How a value stands at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionState {
    /// How many results choosing this value alone would give.
    pub count: u32,
    pub is_chosen: bool,
}

/// The words of a group.
#[derive(Clone, Copy)]
pub struct FacetText {
    pub legend: &'static str,
    /// Writes a count in the reader's language.
    pub count: Callback<u32, String>,
    /// The name of the button that shows all of so many values.
    pub more: Callback<usize, String>,
    pub less: &'static str,
}

/// A group of boxes. `shown` of them stand open; a button shows the rest. A value without results is disabled, but
/// never while it is chosen: chosen values do not vanish.
///
/// The boxes are built once. One effect changes what has changed, and one listener hears them all: an effect and a
/// listener for each box of a long facet, or drawing the group anew, would take longer than a frame at every key.
#[component]
pub fn FacetGroup(
    #[prop(into)] id: String,
    text: FacetText,
    options: Vec<FacetOption>,
    /// In the order of the options.
    #[prop(into)]
    states: Signal<Vec<OptionState>>,
    on_toggle: Callback<String>,
    /// How many options stand open at first.
    shown: usize,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let list = NodeRef::<Div>::new();
    let total = options.len();
    let list_id = format!("{id}-options");
    let looks = move || {
        let limit = if is_open.get() { total } else { shown };
        states.with(|states| {
            states.iter().enumerate().map(|(at, state)| Look::new(at, *state, limit)).collect::<Vec<_>>()
        })
    };
    let built = untrack(looks);
    let boxes = options
        .into_iter()
        .zip(built.clone())
        .map(|(option, look)| facet_box(&option, look, text))
        .collect_view();
    let drawn = RenderEffect::new(move |before: Option<Vec<Look>>| {
        let mut drawn = before.unwrap_or_else(|| built.clone());
        let looks = looks();
        if let Some(list) = list.get() {
            let children = list.children();
            for (child, (drawn, look)) in (0..).zip(drawn.iter_mut().zip(looks)) {
                // A box that stays folded away is brought up to date when it is unfolded.
                if !(drawn.is_hidden && look.is_hidden)
                    && *drawn != look
                    && let Some(label) = children.item(child)
                {
                    look.draw(*drawn, &label, text);
                    *drawn = look;
                }
            }
        }
        drawn
    });
    on_cleanup(move || drop(drawn));
    let toggle = (total > shown).then(|| {
        let controls = list_id.clone();
        view! {
            <button
                type="button"
                class="filters__more"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=controls
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {move || if is_open.get() { text.less.to_owned() } else { text.more.run(total) }}
            </button>
        }
    });
    let on_change = move |event: Event| on_toggle.run(event_target_value(&event));
    view! {
        <fieldset class="filters__group" on:change=on_change>
            <legend class="filters__legend">{text.legend}</legend>
            <div id=list_id node_ref=list>{boxes}</div>
            {toggle}
        </fieldset>
    }
}

/// How a box looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    count: u32,
    is_chosen: bool,
    is_hidden: bool,
}

impl Look {
    fn new(at: usize, state: OptionState, limit: usize) -> Self {
        let OptionState { count, is_chosen } = state;
        Self { count, is_chosen, is_hidden: at >= limit && !is_chosen }
    }

    fn is_empty(self) -> bool {
        self.count == 0
    }

    fn is_disabled(self) -> bool {
        self.is_empty() && !self.is_chosen
    }

    /// Makes a box that looked otherwise look like this.
    fn draw(self, before: Self, label: &Element, text: FacetText) {
        let toggle = |element: &Element, name: &str, was_set: bool, is_set: bool| {
            if was_set != is_set {
                _ = element.toggle_attribute_with_force(name, is_set);
            }
        };
        toggle(label, "hidden", before.is_hidden, self.is_hidden);
        toggle(label, "data-empty", before.is_empty(), self.is_empty());
        if let Some(input) =
            label.first_element_child().and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
        {
            toggle(&input, "disabled", before.is_disabled(), self.is_disabled());
            input.set_checked(self.is_chosen);
        }
        if before.count != self.count
            && let Some(count) = label.last_element_child()
        {
            count.set_text_content(Some(&text.count.run(self.count)));
        }
    }
}

fn facet_box(option: &FacetOption, look: Look, text: FacetText) -> impl IntoView + use<> {
    view! {
        <label class="filters__option" hidden=look.is_hidden data-empty=look.is_empty().then_some("")>
            <input
                class="filters__check"
                type="checkbox"
                value=option.value.clone()
                checked=look.is_chosen
                disabled=look.is_disabled()
            />
            <span class="filters__label">{option.label.clone()}</span>
            <span class="filters__count">{text.count.run(look.count)}</span>
        </label>
    }
}
