//! One group of filters: a legend, and a box with label and count for each value.

use leptos::prelude::*;

use super::element::{Changes, Element, Nodes, button, el, field_value, pressed_key};

use crate::ui::callback::Callback;
use crate::ui::memo::{Memo, memo};
use crate::ui::signal::RwSignal;

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

/// Groups of so many values get the field: fewer are seen at a glance when they stand open.
const SEARCHED_FROM: usize = 20;

/// A field that looks for values in a long group.
#[derive(Clone, Copy)]
pub struct FacetSearch {
    pub label: &'static str,
    /// For each option, whether a text finds it.
    pub find: Callback<String, Vec<bool>>,
    /// Says how many values were found.
    pub found: Callback<usize, String>,
    /// Somebody is about to search.
    pub on_begin: Callback<()>,
}

/// A group of boxes. `shown` of them stand open; a button shows the rest. A value without results is disabled, but
/// never while it is chosen: chosen values do not vanish.
///
/// What a text finds stands open in place of these.
///
/// The boxes are built once. One effect changes what has changed, and one listener hears them all: an effect and a
/// listener for each box of a long facet, or drawing the group anew, would take longer than a frame at every key.
pub fn facet_group(
    id: &str,
    text: FacetText,
    options: &[FacetOption],
    // In the order of the options.
    states: Memo<Vec<OptionState>>,
    on_toggle: Callback<String>,
    // How many options stand open at first.
    shown: usize,
    search: Option<FacetSearch>,
) -> Element {
    let is_open = RwSignal::new(false);
    let sought = RwSignal::new(String::new());
    let total = options.len();
    let list_id = [id, "-options"].concat();
    let search = search.filter(|_| total >= SEARCHED_FROM);
    // Nothing is found where nothing is sought.
    let found = memo(move || {
        let text = sought.get();
        search.filter(|_| !text.trim().is_empty()).map(|search| search.find.run(text))
    });
    let looks = move || {
        let limit = if is_open.get() { total } else { shown };
        let look = |found: &Option<Vec<bool>>, (at, state): (usize, &OptionState)| {
            let is_listed = found.as_ref().map_or(at < limit, |found| found.get(at) == Some(&true));
            Look::new(*state, is_listed)
        };
        found.with(|found| {
            states
                .with(|states| states.iter().enumerate().map(|state| look(found, state)).collect::<Vec<_>>())
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
            .attr("aria-controls", &list_id)
            .live_flag("hidden", move || found.with(Option::is_some))
            .live_bool("aria-expanded", move || is_open.get())
            .on("click", move |_| is_open.update(|open| *open = !*open))
            .live_text(move || if is_open.get() { text.less.to_owned() } else { text.more.run(total) })
    });
    el("fieldset", "filters__group")
        .el(el("legend", "filters__legend").text(text.legend))
        .el_if(search.map(|search| search_field(id, &list_id, search, sought, found)))
        .el(list.on("change", move |event| on_toggle.run(field_value(&event))))
        .el_if(toggle)
}

/// The field, and how many values it has found.
fn search_field(
    id: &str,
    list_id: &str,
    search: FacetSearch,
    sought: RwSignal<String>,
    found: Memo<Option<Vec<bool>>>,
) -> Element {
    let field_id = [id, "-search"].concat();
    let field = el("input", "filters__search")
        .attr("id", &field_id)
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-controls", list_id)
        .on("focus", move |_| search.on_begin.run(()))
        // Enter in a field submits its form, and there is nothing to submit.
        .on("keydown", |event| {
            if pressed_key(&event) == "Enter" {
                event.prevent_default();
            }
        })
        .on("input", move |event| sought.set(field_value(&event)));
    let count = move || {
        let count = found.with(|found| found.as_ref().map(|found| found.iter().filter(|is| **is).count()));
        count.map(|count| search.found.run(count)).unwrap_or_default()
    };
    el("div", "filters__find")
        .el(el("label", "visually-hidden").attr("for", field_id).text(search.label))
        .el(field.attr("placeholder", search.label))
        .el(el("p", "filters__found").attr("role", "status").live_text(count))
}

/// How a box looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    count: u32,
    is_chosen: bool,
    is_hidden: bool,
}

impl Look {
    fn new(state: OptionState, is_listed: bool) -> Self {
        let OptionState { count, is_chosen } = state;
        Self { count, is_chosen, is_hidden: !is_listed && !is_chosen }
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
