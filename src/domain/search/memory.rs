//! The search over some thousands of works: all of them arrive in one part, and an index is built over them.

use super::blocks::beginning;
use super::build;
use super::bytes::{Damaged, size};
use super::index::Index;
use super::manifest::{Manifest, part};
use super::query::{NoAnswer, SearchAnswer, SearchBackend, SearchQuery};
use super::work::Work;
use super::works;

/// An index over works that are all at hand.
#[derive(Debug)]
pub struct Memory {
    manifest: Manifest,
    arrived: Option<(Index, Vec<Work>)>,
}

impl Memory {
    pub fn new(manifest: Manifest) -> Self {
        Self { manifest, arrived: None }
    }

    fn arrived(&self) -> Result<&(Index, Vec<Work>), NoAnswer> {
        self.arrived.as_ref().ok_or_else(|| NoAnswer::Missing(vec![part::WORKS.to_owned()]))
    }
}

impl SearchBackend for Memory {
    fn facets(&self) -> &[Vec<String>] {
        &self.manifest.values
    }

    fn len(&self) -> u32 {
        self.manifest.works
    }

    fn answer(&self, query: &SearchQuery) -> Result<SearchAnswer, NoAnswer> {
        self.arrived()?.0.answer(query)
    }

    fn works(&self, hits: &[u32]) -> Result<Vec<Work>, NoAnswer> {
        let (_, works) = self.arrived()?;
        Ok(hits.iter().filter_map(|hit| works.get(size(*hit)).cloned()).collect())
    }

    fn summaries(&self, hits: &[u32]) -> Result<Vec<String>, NoAnswer> {
        let (_, works) = self.arrived()?;
        let found = hits.iter().filter_map(|hit| works.get(size(*hit)));
        Ok(found.map(|work| beginning(&work.summary)).collect())
    }

    fn supply(&mut self, part: &str, bytes: Vec<u8>) -> Result<(), Damaged> {
        let works = works::all(part, bytes, &self.manifest)?;
        let built = build::in_memory(&works, &self.manifest);
        let mut index = Index::new(built.manifest);
        for (name, bytes) in built.parts {
            index.accept(&name, bytes)?;
        }
        self.arrived = Some((index, works));
        Ok(())
    }
}
