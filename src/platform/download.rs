//! Fetching a file of the bundle: with a time limit, a size limit, a check of status, length and hash, and new tries.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;

use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache};

use super::boot::take_early;
use crate::bundle::index::PartEntry;
use crate::domain::fetching::{LoadError, TRIES, wait_after};

/// Milliseconds without a byte after which a try is given up. A slow line that still brings something is left alone.
const STALL: i32 = 10_000;

/// Seconds that a server may ask us to wait (`Retry-After`, RFC 9110 section 10.2.3). A reader is told sooner than after
/// minutes.
const LONGEST_WAIT: u32 = 5;

/// The index has no entry that tells its length; it is some kilobytes.
const LONGEST_INDEX: usize = 256 * 1024;

/// The longest part that is fetched: a hundred thousand publications have 45 MB.
const LONGEST_PART: usize = 48_000_000;

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
        let expected = Some((entry.bytes as usize, entry.sha256.clone()));
        Self { folder: folder.to_owned(), file: entry.file.clone(), expected }
    }

    /// The index itself.
    pub fn index(folder: &str) -> Self {
        Self::index_at(folder, "index.json")
    }

    /// An index of another name.
    pub fn index_at(folder: &str, file: &str) -> Self {
        Self { folder: folder.to_owned(), file: file.to_owned(), expected: None }
    }
}

/// Fetches a file.
///
/// # Errors
/// The last fault, when no further try can help.
pub async fn fetch(wanted: &Wanted) -> Result<Vec<u8>, LoadError> {
    if wanted.expected.as_ref().is_some_and(|(length, _)| *length > LONGEST_PART) {
        return Err(LoadError::TooLarge);
    }
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
        let error = LoadError::Status(response.status());
        let asked = response.headers().get("Retry-After").and_then(|seconds| seconds.parse::<u32>().ok());
        if let Some(seconds) = asked.filter(|_| error.can_retry()) {
            sleep(seconds.min(LONGEST_WAIT).saturating_mul(1000)).await;
        }
        return Err(error);
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
        let response = in_time(JsFuture::from(early)).await?.ok();
        let response = response.and_then(|response| response.dyn_into::<web_sys::Response>().ok());
        return response.map(Response::from).ok_or(LoadError::Connection);
    }
    let cache = match (&wanted.expected, attempt) {
        (None, _) => RequestCache::NoCache,
        (Some(_), 1) => RequestCache::Default,
        (Some(_), _) => RequestCache::Reload,
    };
    let url = [wanted.folder.as_str(), &wanted.file].concat();
    let request = Request::get(&url).cache(cache).build().map_err(|_| LoadError::Connection)?;
    in_time(request.send()).await?.map_err(|_| LoadError::Connection)
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
        let piece = match in_time(JsFuture::from(reader.read())).await {
            Ok(Ok(piece)) => piece,
            Ok(Err(_)) => return Err(LoadError::Connection),
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

/// Whether the bytes have the SHA-256 hash. Outside https browsers offer no hash function; there the length, which
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
    let Ok(digest) = subtle.digest_with_str_and_js_u8_array("SHA-256", &data) else {
        return false;
    };
    let Ok(digest) = JsFuture::from(digest).await else {
        return false;
    };
    let binary: String = Uint8Array::new(&digest).to_vec().into_iter().map(char::from).collect();
    window().btoa(&binary).is_ok_and(|hash| hash == expected)
}

/// Waits for something, but no longer than [`STALL`].
async fn in_time<F: Future>(wanted: F) -> Result<F::Output, LoadError> {
    let (mut wanted, mut late) = (pin!(wanted), JsFuture::from(timer(STALL)));
    poll_fn(|context| {
        if let Poll::Ready(output) = wanted.as_mut().poll(context) {
            return Poll::Ready(Ok(output));
        }
        Pin::new(&mut late).poll(context).map(|_| Err(LoadError::Timeout))
    })
    .await
}

async fn sleep(milliseconds: u32) {
    drop(JsFuture::from(timer(i32::try_from(milliseconds).unwrap_or(i32::MAX))).await);
}

/// A promise that is kept after so many milliseconds.
fn timer(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds));
    })
}
