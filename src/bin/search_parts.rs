//! The search as a WebAssembly module of its own, for a worker: it knows bytes, and nothing of pages or networks.
//! How questions and replies are written: `domain/search/message.rs`.

use country_cooperation::domain::search::index::Index;
use country_cooperation::domain::search::manifest::Manifest;
use country_cooperation::domain::search::message;
use country_cooperation::domain::search::query::SearchBackend;
use country_cooperation::domain::search::result_page;
use wasm_bindgen::prelude::wasm_bindgen;

/// A search over an index. Some hundreds of works need neither an index nor a worker: the page looks at each.
#[wasm_bindgen]
pub struct Search {
    index: Index,
}

#[wasm_bindgen]
impl Search {
    /// Opens the search of a manifest; nothing if the manifest is damaged.
    pub fn open(manifest: Vec<u8>) -> Option<Search> {
        let manifest = Manifest::read(manifest).ok()?;
        Some(Self { index: Index::new(manifest) })
    }

    /// Takes a part. 0 if it is good, else what is damaged.
    pub fn supply(&mut self, name: &str, bytes: Vec<u8>) -> u32 {
        self.index.supply(name, bytes).map_or_else(message::damaged_code, |()| 0)
    }

    /// Tells a page of results, or what is missing for it: `domain/search/result_page.rs`.
    pub fn page(&self, question: &str) -> String {
        result_page::reply(&self.index, question)
    }

    /// Answers a question.
    pub fn ask(&self, question: &str) -> Vec<u8> {
        message::ask(&self.index, question)
    }

    /// Tells what is shown of some hits.
    pub fn works(&self, hits: &[u32]) -> Vec<u8> {
        message::ask_works(&self.index, hits)
    }
}

fn main() {}
