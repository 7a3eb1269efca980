//! What `public/embed/shell.js` offers to the shell of an embed: what was asked for, and the way into the document.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = countryCooperation)]
extern "C" {
    #[wasm_bindgen(js_name = asked)]
    fn js_asked(key: &str) -> String;
    #[wasm_bindgen(js_name = started)]
    fn js_started(stage: &web_sys::Element);
    #[wasm_bindgen(js_name = shown)]
    fn js_shown(href: &str);
    #[wasm_bindgen(js_name = failed)]
    fn js_failed();
}

/// What the document says of itself: its `view`, `lang`, the `base` of the site, the `folder` of its data with the name of its
/// `index`, and as `query` the filters it was asked for.
pub fn asked(key: &str) -> String {
    js_asked(key)
}

/// Hands over the element in which the list is drawn. It takes the place of the written one when it shows as much.
pub fn started(stage: &web_sys::Element) {
    js_started(stage);
}

/// Tells where the site shows what is shown now.
pub fn shown(href: &str) {
    js_shown(href);
}

/// Gives up: what was written stays.
pub fn failed() {
    js_failed();
}
