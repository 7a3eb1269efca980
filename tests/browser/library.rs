use country_cooperation::bundle::index::PartName;
use country_cooperation::domain::fetching::LoadError;
use country_cooperation::state::library::{Library, Loading};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{library, stage};

const PARTS: [PartName; 2] = [PartName::Countries, PartName::Offices];

fn with_library(check: impl FnOnce(Library) + 'static) {
    let _stage = stage(move || check(library()));
}

#[wasm_bindgen_test]
fn a_part_is_fetched_once_and_again_only_after_a_failure() {
    with_library(|library| {
        assert!(library.begin(PartName::Countries));
        assert!(!library.begin(PartName::Countries), "it is underway");
        library.fail(PartName::Countries, LoadError::Timeout);
        assert!(library.begin(PartName::Countries), "it failed");
        library.receive(PartName::Countries, b"[]");
        assert!(!library.begin(PartName::Countries), "it is there");
    });
}

#[wasm_bindgen_test]
fn a_group_is_ready_when_all_are_and_failed_when_one_is() {
    with_library(|library| {
        assert_eq!(library.progress(&PARTS), Loading::Underway);
        library.receive(PartName::Countries, b"[]");
        assert_eq!(library.progress(&PARTS), Loading::Underway);
        library.fail(PartName::Offices, LoadError::Damaged);
        assert_eq!(library.progress(&PARTS), Loading::Failed(LoadError::Damaged));
        library.receive(PartName::Offices, b"[]");
        assert_eq!(library.progress(&PARTS), Loading::Ready);
    });
}

#[wasm_bindgen_test]
fn what_is_not_content_fails_in_words_and_keeps_what_is_there() {
    with_library(|library| {
        library.receive(PartName::Countries, b"<!doctype html>");
        assert_eq!(library.progress(&PARTS[..1]), Loading::Failed(LoadError::Unreadable));
        assert!(library.content().countries.is_empty());
    });
}
