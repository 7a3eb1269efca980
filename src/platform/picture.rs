//! A drawing of the page as a file of its own. `picture.js` does it, because all of it is asking the browser.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/picture.js")]
extern "C" {
    #[wasm_bindgen(js_name = savePicture)]
    fn js_save_picture(id: &str, title: &str, source: &str, name: &str);
}

/// Hands the drawing with this id to the reader, with a title above it and its source below. The name ends in `.svg` or
/// `.png`. Where the browser does not allow it, nothing happens.
pub fn save(id: &str, title: &str, source: &str, name: &str) {
    js_save_picture(id, title, source, name);
}
