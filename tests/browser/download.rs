//! Files are served from `data:` addresses, whose length and content a test can choose.

use country_cooperation::bundle::index::PartEntry;
use country_cooperation::domain::fetching::LoadError;
use country_cooperation::platform::download::{Wanted, fetch};
use wasm_bindgen_test::wasm_bindgen_test;

/// SHA-256 of "abc" (FIPS 180-4, appendix example) in base64.
const ABC: &str = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

/// `boot.js` is not there, so its offers are stood in for.
fn stand_in_for_boot() {
    js_sys::eval("globalThis.countryCooperation ??= { takeEarly() {}, started() {}, failed() {} }").unwrap();
}

fn wanted(text: &str, bytes: u32, hash: &str) -> Wanted {
    let entry = PartEntry { key: "test".to_owned(), file: text.to_owned(), bytes, sha256: hash.to_owned() };
    Wanted::part("data:text/plain,", &entry)
}

#[wasm_bindgen_test]
async fn a_file_of_the_right_length_and_hash_is_taken() {
    stand_in_for_boot();
    assert_eq!(fetch(&wanted("abc", 3, ABC)).await, Ok(b"abc".to_vec()));
}

#[wasm_bindgen_test]
async fn another_hash_and_a_shorter_file_are_damage() {
    stand_in_for_boot();
    assert_eq!(fetch(&wanted("abd", 3, ABC)).await, Err(LoadError::Damaged));
    assert_eq!(fetch(&wanted("ab", 3, ABC)).await, Err(LoadError::Damaged));
}

#[wasm_bindgen_test]
async fn a_longer_file_is_not_read_to_its_end() {
    stand_in_for_boot();
    assert_eq!(fetch(&wanted("abcd", 3, ABC)).await, Err(LoadError::TooLarge));
}

#[wasm_bindgen_test]
async fn an_early_answer_is_used_once() {
    js_sys::eval(
        "globalThis.countryCooperation = { early: Promise.resolve(new Response('abc')),
           takeEarly() { const early = this.early; this.early = undefined; return early; }, started() {}, failed() {} }",
    )
    .unwrap();
    let unreachable =
        PartEntry { key: "test".to_owned(), file: "abc".to_owned(), bytes: 3, sha256: ABC.to_owned() };
    assert_eq!(fetch(&Wanted::part("blob:nowhere/", &unreachable)).await, Ok(b"abc".to_vec()));
    js_sys::eval("delete globalThis.countryCooperation").unwrap();
}
