//! The filters of a list: one group per facet, with true counts.

use super::plain_filters::plain_filters;
use super::words;
use super::year_range::year_range;
use crate::domain::country::Iso3;
use crate::domain::date::Year;
use crate::domain::facets::Facet;
use crate::domain::fold::fold;
use crate::domain::message::{Msg, Plural};
use crate::domain::order::{sort_positions, sort_positions_by_key};
use crate::state::finder::use_finder;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, button, el};
use crate::ui::facet_group::{FacetOption, FacetSearch, FacetText, OptionState, facet_group};
use crate::ui::icon::{Icon, icon_mark};
use crate::ui::memo::memo;
use crate::ui::sheet::{SheetText, sheet};
use crate::ui::signal::RwSignal;

/// Values of a long facet that stand open at first.
const SHOWN: usize = 8;

/// The panel. The years, where a list has some, stand above the facets.
pub fn filter_panel(controls: ListControls, facets: &[Facet], years: &[Year]) -> Element {
    let locale = use_locale();
    let is_open = RwSignal::new(false);
    let chosen = move || controls.query.with(|query| query.all_values(controls.list).len());
    let label = move || locale.with(Msg::FiltersToggle, &[("count", &locale.number(chosen()))]);
    let results = move || locale.count(Plural::FiltersResults, controls.tally.with(|tally| tally.total));
    let toggle = button("button filters__toggle")
        .attr("aria-haspopup", "dialog")
        .on("click", move |_| is_open.set(true))
        .el(icon_mark(Icon::Filter))
        .el(el("span", "filters__chosen").live_text(label))
        .el(el("span", "filters__results").live_text(results));
    let body = filter_form(controls, facets, years);
    let text = SheetText { title: locale.text(Msg::FiltersTitle), close: locale.text(Msg::FiltersClose) };
    let done = move || locale.with(Msg::FiltersShow, &[("results", &results())]);
    el("div", "filters")
        .el_if(crate::IS_FOR_FILES.then(|| plain_filters(controls, facets, years)))
        .el(toggle)
        .el(sheet("filter-sheet", text, body, done, is_open))
}

/// The filters alone, without the sheet around them.
pub fn filter_form(controls: ListControls, facets: &[Facet], years: &[Year]) -> Element {
    let form = el("form", "filters__body")
        .attr("id", "filters-body")
        // The address keeps what is chosen. Without this the browser keeps it too, box by box, at every new entry of the
        // history: three milliseconds where a facet has two hundred.
        .attr("autocomplete", "off")
        .attr("aria-label", use_locale().text(Msg::FiltersTitle))
        .on("submit", |event| event.prevent_default())
        .el_if((!years.is_empty()).then(|| year_range(controls, years)));
    facets
        .iter()
        .cloned()
        .enumerate()
        .fold(form, |form, (at, facet)| form.later(move || vec![group(controls, at, &facet)]))
}

/// One facet. Long facets show the values with most records first, those with as many by name.
fn group(controls: ListControls, at: usize, facet: &Facet) -> Element {
    let locale = use_locale();
    let content = use_shell().content();
    let key = facet.key;
    let label = |value: &String| words::facet_value(locale, &content, key, value);
    let mut order: Vec<usize> = (0..facet.values.len()).collect();
    if order.len() > SHOWN {
        let labels: Vec<String> = facet.values.iter().map(label).collect();
        let name = |at: usize| labels.get(at).map_or("", String::as_str);
        sort_positions(&mut order, &|a, b| locale.collate(name(a), name(b)));
        let count = |value: usize| controls.tally.with_untracked(|tally| tally.count_of(at, value));
        sort_positions_by_key(&mut order, |value| std::cmp::Reverse(count(value)));
    }
    let in_order = order.iter().filter_map(|value| facet.values.get(*value));
    let options: Vec<FacetOption> =
        in_order.map(|value| FacetOption { value: value.clone(), label: label(value) }).collect();
    let values = facet.values.clone();
    // Answer and question are read once: a tracked read for each of hundreds of values takes longer than the counting.
    let states = memo(move || {
        controls.tally.with(|tally| {
            controls.query.with(|query| {
                let state = |value: &usize| OptionState {
                    count: tally.count_of(at, *value),
                    is_chosen: values.get(*value).is_some_and(|slug| query.has(key, slug)),
                };
                order.iter().map(state).collect::<Vec<_>>()
            })
        })
    });
    let on_toggle = Callback::new(move |value: String| {
        controls.on_query.run(controls.asked.with_untracked(|query| query.toggled(key, &value)));
    });
    let text = FacetText {
        legend: locale.text(words::facet(key)),
        count: Callback::new(move |count: u32| locale.number(count as usize)),
        more: Callback::new(move |total| locale.count(Plural::FiltersMore, total)),
        less: locale.text(Msg::FiltersLess),
    };
    let search = search(key, &options);
    facet_group(&["filter-", key].concat(), text, &options, states, on_toggle, SHOWN, Some(search))
}

/// Looks for countries as everywhere, and for other values by a part of their name.
fn search(key: &'static str, options: &[FacetOption]) -> FacetSearch {
    let (shell, locale) = (use_shell(), use_locale());
    let finder = use_finder();
    let content = shell.content();
    let place = |option: &FacetOption| content.position(Iso3::parse(&option.value)?);
    let places: Vec<Option<usize>> = options.iter().map(place).collect();
    let names: Vec<String> = options.iter().map(|option| fold(&option.label)).collect();
    let find = move |text: String| {
        if key == "country" {
            let found = finder.find_set(&text);
            return places.iter().map(|place| place.is_some_and(|place| found.contains(place))).collect();
        }
        let text = fold(&text);
        names.iter().map(|name| name.contains(&text)).collect()
    };
    FacetSearch {
        label: locale.text(Msg::FiltersFind),
        find: Callback::new(find),
        found: Callback::new(move |count| {
            locale.with(Msg::FiltersFound, &[("count", &locale.number(count))])
        }),
        on_begin: Callback::new(move |()| finder.request()),
    }
}
