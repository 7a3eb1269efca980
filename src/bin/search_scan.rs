//! The search for some hundreds of works as a WebAssembly module: it looks at each of them and has no index. Apart from
//! that it is `search_parts.rs`. How questions and replies are written: `domain/search/result_page.rs`.

// A module has nothing to do at its start; with a `main`, what surrounds one would come too.
#![cfg_attr(target_arch = "wasm32", no_main)]

use country_cooperation::domain::search::manifest::Manifest;
use country_cooperation::domain::search::message;
use country_cooperation::domain::search::query::SearchBackend;
use country_cooperation::domain::search::result_page;
use country_cooperation::domain::search::scan::Scan;
use wasm_bindgen::prelude::wasm_bindgen;

/// The usual allocator is three times as large to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A search over works that arrive all at once.
#[wasm_bindgen]
pub struct Search {
    scan: Scan,
}

#[wasm_bindgen]
impl Search {
    /// Opens the search of a manifest; nothing if the manifest is damaged.
    pub fn open(manifest: Vec<u8>) -> Option<Search> {
        let manifest = Manifest::read(manifest).ok()?;
        Some(Self { scan: Scan::new(manifest) })
    }

    /// Takes a part. 0 if it is good, else what is damaged.
    pub fn supply(&mut self, name: &str, bytes: Vec<u8>) -> u32 {
        self.scan.supply(name, bytes).map_or_else(message::damaged_code, |()| 0)
    }

    /// Tells a page of results, or what is missing for it.
    pub fn page(&self, question: &str) -> String {
        result_page::reply(&self.scan, question)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
