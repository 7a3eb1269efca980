//! What is drawn in pieces, as long as it is not on the page.

use country_cooperation::ui::element::{Element, draw_in_pieces, el};
use country_cooperation::ui::signal::RwSignal;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::support::settle;

/// Lets the browser begin tasks that wait.
async fn moment() {
    let wait = js_sys::Promise::new(&mut |done, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 2).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(wait).await.unwrap();
}

/// A place beside the page; whatever changes is drawn in pieces until it is put on the page.
struct Beside(HtmlElement);

impl Beside {
    fn new() -> Self {
        let place: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
        draw_in_pieces(place.clone().into());
        Self(place)
    }

    fn is_busy(&self) -> bool {
        self.0.has_attribute("aria-busy")
    }

    async fn finished(&self) {
        for _ in 0..200 {
            if !self.is_busy() {
                return;
            }
            moment().await;
        }
        panic!("no end of it: {}", self.0.inner_html());
    }
}

impl Drop for Beside {
    // The next test draws at once again: what is on a page ends it.
    fn drop(&mut self) {
        document().body().unwrap().append_child(&self.0).unwrap();
        draw_in_pieces(self.0.clone().into());
    }
}

/// Parts in parts, beside plain ones.
fn tree(shown: RwSignal<usize>) -> Element {
    let list = el("ol", "")
        .later(|| vec![el("li", "").text("1"), el("li", "").later(|| vec![el("i", "").text("2")])])
        .el(el("li", "").text("3"))
        .later(Vec::new)
        .later(|| vec![el("li", "").live_children(|| vec![el("b", "").text("4")])]);
    // Looks at what is in it when all of that is there.
    let count = move |list: &web_sys::Element| {
        shown.set(list.query_selector_all("li, i, b").unwrap().length() as usize);
    };
    let more =
        el("p", "").live_children(move || vec![el("u", "").live_text(move || shown.get().to_string())]);
    el("main", "").el(list.live_node(count)).el(more).text("end")
}

const WHOLE: &str =
    "<main><ol><li>1</li><li><i>2</i></li><li>3</li><li><b>4</b></li></ol><p><u>6</u></p>end</main>";

#[wasm_bindgen_test]
async fn beside_the_page_parts_come_later_and_the_whole_is_the_same() {
    let beside = Beside::new();
    let shown = RwSignal::new(0);
    let handle = mount_to(beside.0.clone(), move || tree(shown).into_any());
    assert!(beside.is_busy());
    assert_eq!(beside.0.query_selector_all("li").unwrap().length(), 1, "only the plain one");
    beside.finished().await;
    settle().await;
    assert_eq!(beside.0.inner_html().replace("<!---->", ""), WHOLE);
    // A change draws in pieces too, in the same place.
    shown.set(7);
    settle().await;
    beside.finished().await;
    assert_eq!(beside.0.query_selector("u").unwrap().unwrap().text_content().as_deref(), Some("7"));
    drop(handle);
}

#[wasm_bindgen_test]
async fn on_the_page_all_is_there_at_once() {
    drop(Beside::new());
    let place: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let handle = mount_to(place.clone(), || tree(RwSignal::new(0)).into_any());
    assert_eq!(place.query_selector_all("li").unwrap().length(), 4);
    drop(handle);
    place.remove();
}

#[wasm_bindgen_test]
async fn a_part_whose_place_has_gone_is_not_made() {
    let beside = Beside::new();
    let made = RwSignal::new(0);
    let is_there = RwSignal::new(true);
    let part = move || {
        made.update(|made| *made += 1);
        vec![el("i", "")]
    };
    let parts = move || if is_there.get() { vec![el("p", "").later(part)] } else { Vec::new() };
    let handle = mount_to(beside.0.clone(), move || el("div", "").live_children(parts).into_any());
    beside.finished().await;
    assert_eq!(made.get_untracked(), 1);
    is_there.set(false);
    is_there.set(true);
    is_there.set(false);
    settle().await;
    beside.finished().await;
    assert_eq!((made.get_untracked(), beside.0.query_selector_all("p").unwrap().length()), (1, 0));
    drop(handle);
}
