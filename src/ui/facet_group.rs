//! One group of filters: a legend, and a box with label and count for each value.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{self, HtmlElement, HtmlInputElement, Node};

use super::element::{Element, button, child_elements, el, field_value};

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
pub fn facet_group(
    id: &str,
    text: FacetText,
    options: &[FacetOption],
    // In the order of the options.
    states: Signal<Vec<OptionState>>,
    on_toggle: Callback<String>,
    // How many options stand open at first.
    shown: usize,
) -> Element {
    let is_open = RwSignal::new(false);
    let total = options.len();
    let list_id = [id, "-options"].concat();
    let looks = move || {
        let limit = if is_open.get() { total } else { shown };
        states.with(|states| {
            states.iter().enumerate().map(|(at, state)| Look::new(at, *state, limit)).collect::<Vec<_>>()
        })
    };
    let built = untrack(looks);
    let boxes = options.iter().zip(&built).map(|(option, look)| facet_box(option, *look, text));
    let list = el("div", "").attr("id", &list_id).each(boxes);
    let list = list.live_parts(move |list| {
        let mut boxes = drawn_boxes(&list, built);
        move || {
            for (drawn, look) in boxes.iter_mut().zip(looks()) {
                drawn.draw(look, text);
            }
        }
    });
    let toggle = (total > shown).then(|| {
        button("filters__more")
            .attr("aria-controls", list_id)
            .live_bool("aria-expanded", move || is_open.get())
            .on("click", move |_| is_open.update(|open| *open = !*open))
            .live_text(move || if is_open.get() { text.less.to_owned() } else { text.more.run(total) })
    });
    el("fieldset", "filters__group")
        .el(el("legend", "filters__legend").text(text.legend))
        .el(list)
        .el_if(toggle)
        .on("change", move |event| on_toggle.run(field_value(&event)))
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
}

/// The nodes of a box that change, and how they look.
struct DrawnBox {
    label: HtmlElement,
    input: HtmlInputElement,
    /// The text of the count: another text for its element would be another node.
    count: Node,
    look: Look,
}

/// The boxes in a list, which were built to look like this.
fn drawn_boxes(list: &web_sys::Element, built: Vec<Look>) -> Vec<DrawnBox> {
    let drawn = |(label, look): (HtmlElement, Look)| {
        let input = label.first_element_child()?.dyn_into().ok()?;
        let count = label.last_element_child()?.first_child()?;
        Some(DrawnBox { label, input, count, look })
    };
    child_elements(list).into_iter().zip(built).filter_map(drawn).collect()
}

impl DrawnBox {
    fn draw(&mut self, look: Look, text: FacetText) {
        let before = self.look;
        // A box that stays folded away is brought up to date when it is unfolded.
        if before == look || before.is_hidden && look.is_hidden {
            return;
        }
        self.look = look;
        if before.is_hidden != look.is_hidden {
            self.label.set_hidden(look.is_hidden);
        }
        if before.is_empty() != look.is_empty() {
            _ = self.label.toggle_attribute_with_force("data-empty", look.is_empty());
        }
        if before.is_disabled() != look.is_disabled() {
            self.input.set_disabled(look.is_disabled());
        }
        // The reader may have changed it, so it is set whatever was drawn.
        self.input.set_checked(look.is_chosen);
        if before.count != look.count {
            self.count.set_node_value(Some(&text.count.run(look.count)));
        }
    }
}

fn facet_box(option: &FacetOption, look: Look, text: FacetText) -> Element {
    let check = el("input", "filters__check").attr("type", "checkbox").attr("value", &option.value);
    el("label", "filters__option")
        .attr_if(look.is_hidden, "hidden", "")
        .attr_if(look.is_empty(), "data-empty", "")
        .el(check.attr_if(look.is_chosen, "checked", "").attr_if(look.is_disabled(), "disabled", ""))
        .el(el("span", "filters__label").text(&option.label))
        .el(el("span", "filters__count").text(text.count.run(look.count)))
}
