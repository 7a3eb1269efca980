//! What a page written as a file lends to its views: links, and parts of the content that are there at once. All that a
//! reader does comes later, in the browser.

use std::fs;
use std::path::{Path, PathBuf};

use send_wrapper::SendWrapper;

use super::Unwritten;
use crate::bundle::index::PartName;
use crate::domain::citation_format::CitationFormat;
use crate::domain::date::PartialDate;
use crate::domain::fetching::LoadError;
use crate::domain::route::Address;
use crate::domain::search::manifest::Manifest;
use crate::domain::search::plain;
use crate::domain::search::query::SearchBackend;
use crate::domain::search::result_page;
use crate::domain::search::scan::Scan;
use crate::state::apart::Apart;
use crate::state::library::Library;
use crate::state::shell::{File, Picture, Services, Step};
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::views::apart::draw;

/// The abilities of a file.
pub(super) struct FileServices {
    pub base: String,
    /// Scheme and host, if they are known.
    pub origin: String,
    pub library: Library,
    pub data: PathBuf,
    pub search: Search,
}

/// The first page of the list of publications, as the search in the browser would give it. A collection that is too large for
/// the simple search is answered as where the search cannot be had.
pub(super) enum Search {
    Scan(SendWrapper<Box<Scan>>),
    Plain,
}

impl Search {
    /// The search of a site's folder of data. `manifest` is its file there.
    ///
    /// # Errors
    /// A file is missing or damaged.
    pub(super) fn open(data: &Path, manifest: &str) -> Result<Self, Unwritten> {
        let file = data.join(manifest);
        if file.file_stem().is_none_or(|kind| kind != "scan") {
            return Ok(Self::Plain);
        }
        let bytes = read(&file)?;
        let manifest = Manifest::read(bytes).map_err(|_| Unwritten::at(&file, &"the search is damaged"))?;
        let mut scan = Scan::new(manifest);
        let works = file.with_file_name("works.bin");
        let bytes = read(&works)?;
        scan.supply("works", bytes).map_err(|_| Unwritten::at(&works, &"the search is damaged"))?;
        Ok(Self::Scan(SendWrapper::new(Box::new(scan))))
    }
}

pub(super) fn read(file: &Path) -> Result<Vec<u8>, Unwritten> {
    fs::read(file).map_err(|error| Unwritten::at(file, &error))
}

impl Services for FileServices {
    fn base(&self) -> &str {
        &self.base
    }

    fn origin(&self) -> String {
        self.origin.clone()
    }

    fn href(&self, address: &Address) -> String {
        [self.base.trim_end_matches('/'), &address.plain_href()].concat()
    }

    fn navigate(&self, _: &Address, _: Step) {}

    fn request(&self, part: PartName) {
        if !self.library.begin(part) {
            return;
        }
        let file = self.library.index().part(part).map(|entry| self.data.join(&entry.file));
        match file.and_then(|file| fs::read(file).ok()) {
            Some(bytes) => self.library.receive(part, &bytes),
            None => self.library.fail(part, LoadError::Missing),
        }
    }

    fn draw(&self, part: Apart) -> Vec<Element> {
        draw(part)
    }

    fn search(&self, question: String, done: Callback<String>) {
        let reply = match &self.search {
            Search::Scan(scan) => result_page::reply(&***scan, &question),
            Search::Plain => plain::reply(&self.library.content().publications, &question),
        };
        done.try_run(reply);
    }

    fn cite(&self, _: CitationFormat, _: String, _: Callback<bool>) {}

    fn last_seen(&self) -> Option<PartialDate> {
        None
    }

    fn copy(&self, _: String, _: Callback<bool>) {}

    fn print(&self) {}

    fn save(&self, _: &File) {}

    fn save_picture(&self, _: &Picture) {}

    fn title(&self, _: &str) {}

    fn focus(&self, _: &str) {}
}
