//! One group of filters: a legend, and a box with label and count for each value.

use leptos::prelude::*;

use super::element::{Changes, Element, Nodes, button, el, field_value};

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
        let nodes = Nodes::matching(&list, CHANGING);
        let mut drawn = built;
        move || {
            let mut changes = Changes::default();
            for (at, (drawn, look)) in drawn.iter_mut().zip(looks()).enumerate() {
                draw(&mut changes, at * 3, drawn, look, text);
            }
            nodes.change(&changes);
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

/// The three elements of a box that change: itself, its check and its count.
const CHANGING: &str = "label, input, .filters__count";

/// Changes a box from one look to another. `place` is that of the first of its elements.
fn draw(changes: &mut Changes, place: usize, drawn: &mut Look, look: Look, text: FacetText) {
    let before = *drawn;
    // A box that stays folded away is brought up to date when it is unfolded.
    if before == look || before.is_hidden && look.is_hidden {
        return;
    }
    *drawn = look;
    if before.is_hidden != look.is_hidden || before.is_empty() != look.is_empty() {
        changes.of(place).truth("hidden", look.is_hidden).flag("data-empty", look.is_empty());
    }
    // The reader may have changed it, so it is set whatever was drawn.
    changes.of(place + 1).truth("checked", look.is_chosen);
    if before.is_disabled() != look.is_disabled() {
        changes.truth("disabled", look.is_disabled());
    }
    if before.count != look.count {
        changes.of(place + 2).text(&text.count.run(look.count));
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
