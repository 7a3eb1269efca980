use country_cooperation::ui::memo::memo;
use country_cooperation::ui::signal::RwSignal;
use country_cooperation::ui::typed_text::TypedText;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::stage;

/// A kept text, a kept state, and typing over them.
fn typing() -> (RwSignal<String>, RwSignal<String>, TypedText, super::support::Stage) {
    let (answer, question) = std::sync::mpsc::channel();
    let view = stage(move || {
        let (kept, state) = (RwSignal::new("ken".to_owned()), RwSignal::new("q=ken".to_owned()));
        let typed = TypedText::new(memo(move || kept.get()), memo(move || state.get()));
        answer.send((kept, state, typed)).unwrap();
    });
    let (kept, state, typed) = question.recv().unwrap();
    (kept, state, typed, view)
}

#[wasm_bindgen_test]
fn what_is_typed_shows_before_it_is_kept_and_after() {
    let (kept, state, typed, _stage) = typing();
    assert_eq!(typed.get(), "ken");
    typed.type_text("kenya".to_owned(), || ());
    assert_eq!(typed.get(), "kenya");
    kept.set("kenya".to_owned());
    state.set("q=kenya".to_owned());
    assert_eq!(typed.get(), "kenya");
    typed.stop_waiting();
}

#[wasm_bindgen_test]
fn another_state_overtakes_typing_for_good() {
    let (kept, state, typed, _stage) = typing();
    typed.type_text("kenya".to_owned(), || ());
    kept.set("chad".to_owned());
    state.set("q=chad".to_owned());
    assert_eq!(typed.get(), "chad");
    kept.set("ken".to_owned());
    state.set("q=ken".to_owned());
    assert_eq!(typed.get(), "ken", "the old typing must not come back with the old state");
    typed.type_text("kenyan".to_owned(), || ());
    assert_eq!(typed.get(), "kenyan");
    typed.stop_waiting();
}
