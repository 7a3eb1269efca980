//! Stands in for the crate of this name (`docs/decisions/0011-stand-in-for-streams.md`).
//!
//! Leptos brings server functions along, and they bring that crate, which exports classes to JavaScript. What is exported
//! is kept and downloaded, used or not. This site has no server functions: here is what they need to be compiled.

use futures_util::stream::{self, Stream};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser. One that was made from a stream of Rust is not there, and none tells anything.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Stands for a stream of the browser that would be made from this one.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that ends at once.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
