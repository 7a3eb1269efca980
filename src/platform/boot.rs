//! What `boot.js` offers: its early answers, and the panel it shows when the app cannot go on.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::domain::fetching::LoadError;

#[wasm_bindgen(js_namespace = countryCooperation)]
extern "C" {
    #[wasm_bindgen(js_name = failed)]
    fn js_failed(kind: &str);
    #[wasm_bindgen(js_name = started)]
    fn js_started(stage: &web_sys::Element);
    #[wasm_bindgen(js_name = inOwnTask)]
    fn js_in_own_task() -> js_sys::Promise;
    #[wasm_bindgen(js_name = chunkFault)]
    fn js_chunk_fault() -> String;
    #[wasm_bindgen(js_name = takeEarly)]
    fn js_take_early(file: &str) -> JsValue;
    #[wasm_bindgen(js_name = search)]
    fn js_search(manifest: &str, question: &str) -> js_sys::Promise;
    #[wasm_bindgen(js_name = cite)]
    fn js_cite(manifest: &str, question: &str, sheet: &str) -> js_sys::Promise;
    #[wasm_bindgen(js_name = watch)]
    fn js_watch(told: &Closure<dyn FnMut(String)>);
    #[wasm_bindgen(js_name = offline)]
    fn js_offline(ask: &str, language: &str) -> js_sys::Promise;
    #[wasm_bindgen(js_name = keep)]
    fn js_keep(index: &str);
    #[wasm_bindgen(js_name = kept)]
    fn js_kept() -> js_sys::Promise;
    #[wasm_bindgen(js_name = missing)]
    fn js_missing();
    #[wasm_bindgen(js_name = linkedData)]
    fn js_linked_data(json: &str);
}

/// Hands over the element in which the app is drawn. It takes the place of the page as it was written when the site was
/// built, once there is something to show in it.
pub fn started(stage: &web_sys::Element) {
    js_started(stage);
}

/// Lets the browser do something else before what follows.
pub async fn in_own_task() {
    drop(wasm_bindgen_futures::JsFuture::from(js_in_own_task()).await);
}

/// Why the last chunk of code that could not be had was not.
pub fn chunk_fault() -> LoadError {
    if js_chunk_fault() == "connection" { LoadError::Connection } else { LoadError::Damaged }
}

/// Says in the reader's language what happened, with a button and a plain link. A page that was written when the site was
/// built stays below; an app that has begun does not.
pub fn failed(error: LoadError) {
    js_failed(match error {
        LoadError::Connection | LoadError::Timeout | LoadError::Status(408 | 429 | 500..=599) => "connection",
        _ => "damaged",
    });
}

/// The promised answer to a question that was asked while the code was still on its way; once for each file.
pub(super) fn take_early(file: &str) -> Option<js_sys::Promise> {
    js_take_early(file).dyn_into().ok()
}

/// Asks the search whose manifest lies at an address below the site's folder. `domain/search/result_page.rs` has the forms
/// of questions and replies.
pub async fn search(manifest: &str, question: &str) -> String {
    let reply = wasm_bindgen_futures::JsFuture::from(js_search(manifest, question)).await;
    reply.ok().and_then(|reply| reply.as_string()).unwrap_or_default()
}

/// Saves the citations of all that a question finds, from the sheet at an address below the site's folder, and reports
/// whether that worked.
pub async fn cite(manifest: &str, question: &str, sheet: &str) -> bool {
    let done = wasm_bindgen_futures::JsFuture::from(js_cite(manifest, question, sheet)).await;
    done.is_ok_and(|done| done.is_truthy())
}

/// Tells now and at each change how the site stands to its host: `""` for all well, `"offline"`, or `"new"` if another
/// release of the site is there.
pub fn watch(told: impl FnMut(String) + 'static) {
    let told = Closure::new(told);
    js_watch(&told);
    // It is called as long as the page is open.
    told.forget();
}

/// Asks the service worker: whether a language is `"saved"`, how many `"bytes"` it needs, or to `"save"` it. Nothing if there
/// is no worker, or it cannot do it.
pub async fn offline(ask: &str, language: &str) -> Option<JsValue> {
    let reply = wasm_bindgen_futures::JsFuture::from(js_offline(ask, language)).await;
    reply.ok().filter(|reply| !reply.is_null())
}

/// Remembers an index that was of use, as the one to fall back on.
pub fn keep(index: &[u8]) {
    js_keep(&String::from_utf8_lossy(index));
}

/// The last index that was of use, if there is one.
pub async fn kept() -> Option<Vec<u8>> {
    let text = wasm_bindgen_futures::JsFuture::from(js_kept()).await.ok()?.as_string()?;
    Some(text.into_bytes())
}

/// A part that the index names is not there: if the site has been published anew, the page is asked for again.
pub fn missing() {
    js_missing();
}

/// Puts JSON-LD into the head in the place of what is there; nothing if it is empty. Browsers that guard what becomes a script
/// ask the one policy that `boot.js` has.
pub(super) fn linked_data(json: &str) {
    js_linked_data(json);
}

/// Address of the folder the site lies in, with a slash at the end. The build writes it into the page.
pub fn base() -> String {
    let script = leptos::prelude::document().query_selector("script[data-base]").ok().flatten();
    script.and_then(|script| script.get_attribute("data-base")).unwrap_or_else(|| "/".to_owned())
}
