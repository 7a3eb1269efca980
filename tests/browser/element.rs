use country_cooperation::ui::element::{Element, el};
use country_cooperation::ui::signal::RwSignal;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::support::{settle, stage};

#[wasm_bindgen_test]
fn texts_and_values_stay_what_they_are() {
    let stage = stage(|| {
        let hostile = "\"<b>=\u{1F}<script\u{1F}@onclick=x\u{1F}>";
        el("p", "a b").attr("title", "x=y=\u{1F}z").text(hostile).text(" ").el(el("i", "")).into_any()
    });
    assert_eq!(stage.attribute("p", "title").as_deref(), Some("x=y=z"));
    assert_eq!(stage.text("p.a.b"), "\"<b>=<script@onclick=x> ");
    assert_eq!((stage.count("script"), stage.count("p > i")), (0, 1));
}

#[wasm_bindgen_test]
fn views_drawings_and_parts_that_react_keep_their_places() {
    let stage = stage(|| {
        let view = || el("b", "").text("2").into_any();
        let drawing = el("svg", "").el(el("path", "").attr("d", "M0 0"));
        let live = el("i", "").live_text(|| "3".to_owned());
        el("p", "").text("1").view(view()).el(live).text("4").view(view()).el(drawing).into_any()
    });
    assert_eq!(stage.text("p"), "12342");
    assert_eq!(stage.root.query_selector_all("p > *").unwrap().length(), 4);
    let path = stage.find("svg > path");
    assert_eq!(path.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
}

#[wasm_bindgen_test]
async fn rows_that_stay_are_the_same_nodes() {
    let numbers = RwSignal::new(vec![1, 2, 3]);
    let pressed = RwSignal::new(0);
    let row = move |number: usize| -> Option<Element> {
        // The fourth is not to be had.
        let button = el("button", "").attr("value", number.to_string()).text(number.to_string());
        (number != 4).then(|| el("li", "").el(button.on("click", move |_| pressed.set(number))))
    };
    let stage = stage(move || el("ol", "").live_rows(move || numbers.get(), row).into_any());
    let second = stage.find("button[value='2']");
    numbers.set(vec![5, 2, 4, 1]);
    settle().await;
    assert_eq!(stage.text("ol"), "521");
    assert!(stage.find("button[value='2']").is_same_node(Some(&second)));
    stage.find("button[value='5']").unchecked_ref::<HtmlElement>().click();
    assert_eq!(pressed.get_untracked(), 5);
    second.unchecked_ref::<HtmlElement>().click();
    assert_eq!(pressed.get_untracked(), 2);
}
