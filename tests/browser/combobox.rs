use country_cooperation::ui::callback::Callback;
use country_cooperation::ui::combobox::{ComboboxActions, ComboboxText, Suggestion, combobox};
use country_cooperation::ui::element::el;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{Stage, press, stage, type_text};

const NAMES: [&str; 3] = ["Tunisia", "Turkmenistan", "Tuvalu"];

fn suggestion(name: &str) -> Suggestion {
    Suggestion {
        key: name.to_owned(),
        name: [String::new(), name.to_owned(), String::new()],
        hint: String::new(),
    }
}

/// A box over three names that notes what is chosen and what is submitted.
fn finder(chosen: ArcRwSignal<String>, submitted: ArcRwSignal<String>) -> Stage {
    stage(move || {
        let suggest = Callback::new(|typed: String| {
            let fits =
                |name: &&str| !typed.is_empty() && name.to_lowercase().starts_with(&typed.to_lowercase());
            NAMES.iter().copied().filter(|name| fits(name)).map(suggestion).collect::<Vec<_>>()
        });
        let text = ComboboxText {
            label: "Find",
            suggestions: "Suggestions",
            status: Callback::new(|count: usize| format!("{count} found")),
        };
        let actions = ComboboxActions {
            suggest,
            lead: Callback::new(|_| el("span", "")),
            is_certain: Callback::new(|typed: String| typed == "Tuv"),
            on_choose: Callback::new(move |key| chosen.set(key)),
            on_submit: Callback::new(move |typed| submitted.set(typed)),
        };
        combobox("box", text, actions).into_any()
    })
}

#[wasm_bindgen_test]
async fn suggestions_open_while_typing_and_are_announced() {
    let stage = finder(ArcRwSignal::default(), ArcRwSignal::default());
    let field = stage.find("input");
    assert_eq!(stage.attribute("input", "aria-expanded").as_deref(), Some("false"));
    type_text(&field, "tu").await;
    assert_eq!(stage.count("[role=option]"), 3);
    assert_eq!(stage.attribute("input", "aria-expanded").as_deref(), Some("true"));
    assert_eq!(stage.text("[role=status]"), "3 found");
    type_text(&field, "zz").await;
    assert_eq!(stage.attribute("input", "aria-expanded").as_deref(), Some("false"));
    assert_eq!(stage.text("[role=status]"), "0 found");
}

#[wasm_bindgen_test]
async fn arrows_move_and_enter_takes_the_active_one() {
    let chosen = ArcRwSignal::new(String::new());
    let stage = finder(chosen.clone(), ArcRwSignal::default());
    let field = stage.find("input");
    type_text(&field, "tu").await;
    press(&field, "ArrowDown").await;
    press(&field, "ArrowDown").await;
    assert_eq!(stage.attribute("input", "aria-activedescendant").as_deref(), Some("box-option-1"));
    assert_eq!(stage.attribute("#box-option-1", "aria-selected").as_deref(), Some("true"));
    assert_eq!(stage.attribute("#box-option-0", "aria-selected").as_deref(), Some("false"));
    press(&field, "Enter").await;
    assert_eq!(chosen.get_untracked(), "Turkmenistan");
    assert_eq!(stage.attribute("input", "aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn enter_without_a_choice_takes_a_certain_match_and_submits_anything_else() {
    let (chosen, submitted) = (ArcRwSignal::new(String::new()), ArcRwSignal::new(String::new()));
    let stage = finder(chosen.clone(), submitted.clone());
    let field = stage.find("input");
    type_text(&field, "tu").await;
    press(&field, "Enter").await;
    assert_eq!((chosen.get_untracked().as_str(), submitted.get_untracked().as_str()), ("", "tu"));
    type_text(&field, "Tuv").await;
    press(&field, "Enter").await;
    assert_eq!(chosen.get_untracked(), "Tuvalu");
}

#[wasm_bindgen_test]
async fn escape_closes_first_and_clears_second() {
    let stage = finder(ArcRwSignal::default(), ArcRwSignal::default());
    let field = stage.find("input");
    let value = || wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlInputElement>(&field).value();
    type_text(&field, "tu").await;
    press(&field, "Escape").await;
    assert_eq!(stage.attribute("input", "aria-expanded").as_deref(), Some("false"));
    assert_eq!(value(), "tu");
    press(&field, "Escape").await;
    assert_eq!(value(), "");
}

#[wasm_bindgen_test]
async fn arrows_run_round_at_both_ends() {
    let stage = finder(ArcRwSignal::default(), ArcRwSignal::default());
    let field = stage.find("input");
    let active = || stage.attribute("input", "aria-activedescendant");
    type_text(&field, "tu").await;
    press(&field, "ArrowUp").await;
    assert_eq!(active().as_deref(), Some("box-option-2"));
    press(&field, "ArrowDown").await;
    assert_eq!(active().as_deref(), Some("box-option-0"));
    press(&field, "ArrowUp").await;
    assert_eq!(active().as_deref(), Some("box-option-2"));
}
