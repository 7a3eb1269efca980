use country_cooperation::ui::callback::Callback;
use country_cooperation::ui::facet_group::{FacetOption, FacetText, OptionState, facet_group};
use country_cooperation::ui::memo::memo;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::support::{Stage, settle, stage};

/// Four values with the counts 5, 0, 3 and 0, of which `shown` stand open; one may be chosen.
fn group(chosen: ArcRwSignal<Option<&'static str>>, shown: usize) -> Stage {
    stage(move || {
        let names = ["A", "B", "C", "D"];
        let options = names.map(|name| FacetOption { value: name.to_owned(), label: name.to_owned() });
        let read = chosen.clone();
        let states = memo(move || {
            let state =
                |(name, count): (&str, u32)| OptionState { count, is_chosen: read.get() == Some(name) };
            names.into_iter().zip([5, 0, 3, 0]).map(state).collect::<Vec<_>>()
        });
        let text = FacetText {
            legend: "Group",
            count: Callback::new(|count: u32| count.to_string()),
            more: Callback::new(|total: usize| format!("All {total}")),
            less: "Fewer",
        };
        let on_toggle =
            Callback::new(move |value: String| chosen.set(names.into_iter().find(|name| *name == value)));
        facet_group("group", text, &options, states, on_toggle, shown, None).into_any()
    })
}

fn is_disabled(stage: &Stage, value: &str) -> bool {
    stage.find(&format!("input[value={value}]")).has_attribute("disabled")
}

fn is_there(stage: &Stage, value: &str) -> bool {
    stage.count(&format!("label:not([hidden]) > input[value={value}]")) == 1
}

#[wasm_bindgen_test]
async fn a_value_without_results_is_disabled_but_never_while_it_is_chosen() {
    let chosen = ArcRwSignal::new(None);
    let stage = group(chosen.clone(), 4);
    assert!(!is_disabled(&stage, "A"));
    assert!(is_disabled(&stage, "B"));
    chosen.set(Some("B"));
    settle().await;
    assert!(!is_disabled(&stage, "B"));
}

#[wasm_bindgen_test]
async fn long_groups_fold_but_keep_what_is_chosen() {
    let chosen = ArcRwSignal::new(None);
    let stage = group(chosen.clone(), 2);
    assert!(is_there(&stage, "B") && !is_there(&stage, "C"));
    chosen.set(Some("C"));
    settle().await;
    assert!(is_there(&stage, "C") && !is_there(&stage, "D"));
    stage.find("button").unchecked_ref::<HtmlElement>().click();
    settle().await;
    assert!(is_there(&stage, "D"));
    assert_eq!(stage.text("button"), "Fewer");
}

#[wasm_bindgen_test]
async fn a_click_is_handed_on() {
    let chosen = ArcRwSignal::new(None);
    let stage = group(chosen.clone(), 4);
    stage.find("input[value=C]").unchecked_ref::<HtmlElement>().click();
    settle().await;
    assert_eq!(chosen.get_untracked(), Some("C"));
}
