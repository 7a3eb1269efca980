//! Tests of what needs a DOM, run in headless Chromium: `scripts/test` or
//! `cargo test --target wasm32-unknown-unknown --test browser`.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod browser {
    mod combobox;
    mod download;
    mod element;
    mod facet_group;
    mod intl;
    mod library;
    mod pieces;
    mod story_text;
    mod support;
    mod typed_text;
}

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
