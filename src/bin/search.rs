//! The search as a WebAssembly module of its own, for a worker: it knows bytes, and nothing of pages or networks.
//! How questions and replies are written: `domain/search/message.rs`.

use country_cooperation::domain::search::index::Index;
use country_cooperation::domain::search::manifest::{Manifest, Size};
use country_cooperation::domain::search::message;
use country_cooperation::domain::search::query::SearchBackend;
use country_cooperation::domain::search::scan::Scan;
use wasm_bindgen::prelude::wasm_bindgen;

/// A search, in the size that its manifest decides.
#[wasm_bindgen]
pub struct Search {
    backend: Backend,
}

enum Backend {
    Scan(Scan),
    Index(Box<Index>),
}

#[wasm_bindgen]
impl Search {
    /// Opens the search of a manifest; nothing if the manifest is damaged.
    pub fn open(manifest: Vec<u8>) -> Option<Search> {
        let manifest = Manifest::read(manifest).ok()?;
        let backend = match manifest.size {
            Size::Scan => Backend::Scan(Scan::new(manifest)),
            Size::Memory | Size::Shards => Backend::Index(Box::new(Index::new(manifest))),
        };
        Some(Self { backend })
    }

    /// Takes a part. 0 if it is good, else what is damaged.
    pub fn supply(&mut self, name: &str, bytes: Vec<u8>) -> u32 {
        let supplied = match &mut self.backend {
            Backend::Scan(scan) => scan.supply(name, bytes),
            Backend::Index(index) => index.supply(name, bytes),
        };
        supplied.map_or_else(message::damaged_code, |()| 0)
    }

    /// Answers a question.
    pub fn ask(&self, question: &str) -> Vec<u8> {
        match &self.backend {
            Backend::Scan(scan) => message::ask(scan, question),
            Backend::Index(index) => message::ask(index.as_ref(), question),
        }
    }

    /// Tells what is shown of some hits.
    pub fn works(&self, hits: &[u32]) -> Vec<u8> {
        match &self.backend {
            Backend::Scan(scan) => message::ask_works(scan, hits),
            Backend::Index(index) => message::ask_works(index.as_ref(), hits),
        }
    }
}

fn main() {}
