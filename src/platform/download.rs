//! Fetching a file of the bundle: with a time limit, a size limit, a check of status, length and hash, and new tries.

use gloo_net::http::{Request, Response};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache};

use super::boot::take_early;
use crate::bundle::index::PartEntry;
use crate::domain::fetching::{LoadError, TRIES, wait_after};

/// Milliseconds without a byte after which a try is given up. A slow line that still brings something is left alone.
const STALL: i32 = 20_000;

/// The index has no entry that tells its length; it is some kilobytes.
const LONGEST_INDEX: usize = 256 * 1024;

/// What a file must be.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The folder of the bundle, with a slash at the end.
    pub folder: String,
    /// The file's name in the folder.
    pub file: String,
    /// Length and hash, where they are known.
    expected: Option<(usize, String)>,
}

impl Wanted {
    /// A part, as the index describes it.
    pub fn part(folder: &str, entry: &PartEntry) -> Self {
        let expected = Some((entry.bytes as usize, entry.sha384.clone()));
        Self { folder: folder.to_owned(), file: entry.file.clone(), expected }
    }

    /// The index itself.
    pub fn index(folder: &str) -> Self {
        Self { folder: folder.to_owned(), file: "index.json".to_owned(), expected: None }
    }
}

/// Fetches a file.
///
/// # Errors
/// The last fault, when no further try can help.
pub async fn fetch(wanted: &Wanted) -> Result<Vec<u8>, LoadError> {
    let mut attempt = 1;
    loop {
        match fetch_once(wanted, attempt).await {
            Err(error) if error.can_retry() && attempt < TRIES => {
                sleep(wait_after(attempt, js_sys::Math::random())).await;
                attempt += 1;
            }
            result => return result,
        }
    }
}

async fn fetch_once(wanted: &Wanted, attempt: u32) -> Result<Vec<u8>, LoadError> {
    let response = ask(wanted, attempt).await?;
    if !response.ok() {
        return Err(LoadError::Status(response.status()));
    }
    let limit = wanted.expected.as_ref().map_or(LONGEST_INDEX, |(length, _)| *length);
    let bytes = read(&response, limit).await?;
    if let Some((length, hash)) = &wanted.expected
        && (bytes.len() != *length || !has_hash(&bytes, hash).await)
    {
        return Err(LoadError::Damaged);
    }
    Ok(bytes)
}

/// Takes the early answer, or asks. A copy that came damaged may sit in a cache, so later tries go past it.
async fn ask(wanted: &Wanted, attempt: u32) -> Result<Response, LoadError> {
    if attempt == 1
        && let Some(early) = take_early(&wanted.file)
    {
        let response: web_sys::Response =
            in_time(&early).await?.dyn_into().map_err(|_| LoadError::Connection)?;
        return Ok(Response::from(response));
    }
    let cache = match (&wanted.expected, attempt) {
        (None, _) => RequestCache::NoCache,
        (Some(_), 1) => RequestCache::Default,
        (Some(_), _) => RequestCache::Reload,
    };
    let url = [wanted.folder.as_str(), &wanted.file].concat();
    let request = Request::get(&url).cache(cache).build().map_err(|_| LoadError::Connection)?;
    let answer = wasm_bindgen_futures::future_to_promise(async move {
        let response = request.send().await.map_err(|error| JsValue::from_str(&error.to_string()))?;
        Ok(web_sys::Response::from(response).into())
    });
    let response: web_sys::Response =
        in_time(&answer).await?.dyn_into().map_err(|_| LoadError::Connection)?;
    Ok(Response::from(response))
}

/// Reads the body piece by piece, so that a stall and an endless body are noticed while they happen.
async fn read(response: &Response, limit: usize) -> Result<Vec<u8>, LoadError> {
    let mut bytes = Vec::new();
    let Some(body) = response.body() else {
        return Ok(bytes);
    };
    let reader: ReadableStreamDefaultReader =
        body.get_reader().dyn_into().map_err(|_| LoadError::Connection)?;
    loop {
        let piece = in_time(&reader.read()).await;
        let piece = match piece {
            Ok(piece) => piece,
            Err(error) => {
                drop(reader.cancel());
                return Err(error);
            }
        };
        let is_done = Reflect::get(&piece, &"done".into()).is_ok_and(|done| done.is_truthy());
        if is_done {
            return Ok(bytes);
        }
        let value =
            Reflect::get(&piece, &"value".into()).ok().and_then(|value| value.dyn_into::<Uint8Array>().ok());
        let Some(value) = value else {
            return Err(LoadError::Connection);
        };
        if bytes.len() + value.length() as usize > limit {
            drop(reader.cancel());
            return Err(LoadError::TooLarge);
        }
        bytes.extend_from_slice(&value.to_vec());
    }
}

/// Whether the bytes have the SHA-384 hash. Outside https browsers offer no hash function; there the length, which
/// has been checked, must do.
async fn has_hash(bytes: &[u8], expected: &str) -> bool {
    let Ok(crypto) = window().crypto() else {
        return true;
    };
    let subtle = crypto.subtle();
    if subtle.is_undefined() {
        return true;
    }
    let data = Uint8Array::from(bytes);
    let Ok(digest) = subtle.digest_with_str_and_js_u8_array("SHA-384", &data) else {
        return false;
    };
    let Ok(digest) = JsFuture::from(digest).await else {
        return false;
    };
    let binary: String = Uint8Array::new(&digest).to_vec().into_iter().map(char::from).collect();
    window().btoa(&binary).is_ok_and(|hash| hash == expected)
}

/// Waits for a promise, but no longer than [`STALL`].
async fn in_time(promise: &Promise) -> Result<JsValue, LoadError> {
    let late = JsValue::from_str("late");
    let answer = late.clone();
    let limit = Promise::new(&mut |resolve, _| {
        let answer = answer.clone();
        let ring = Closure::once_into_js(move || drop(resolve.call1(&JsValue::UNDEFINED, &answer)));
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(ring.unchecked_ref(), STALL));
    });
    let first = Promise::race(&Array::of2(promise, &limit));
    let value = JsFuture::from(first).await.map_err(|_| LoadError::Connection)?;
    if value == late { Err(LoadError::Timeout) } else { Ok(value) }
}

async fn sleep(milliseconds: u32) {
    let wait = Promise::new(&mut |resolve, _| {
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds));
    });
    drop(JsFuture::from(wait).await);
}
