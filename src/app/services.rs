//! What the site lends to its views.

use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use super::address_bar::AddressBar;
use super::chunks::{self, Chunks};
use super::first_replies::FirstReplies;
use crate::bundle::index::PartName;
use crate::domain::citation_format::CitationFormat;
use crate::domain::content::Content;
use crate::domain::date::PartialDate;
use crate::domain::fetching::LoadError;
use crate::domain::language::Language;
use crate::domain::route::Address;
use crate::domain::search::result_page;
use crate::platform::boot;
use crate::platform::download::{self, Wanted};
use crate::platform::memory;
use crate::platform::page;
use crate::platform::parts;
use crate::platform::picture;
use crate::state::apart::Apart;
use crate::state::library::Library;
use crate::state::matcher::Matcher;
use crate::state::shell::{File, Picture, Services, Step};
use crate::ui::callback::Callback;
use crate::ui::element::Element;

/// The site's abilities.
pub struct SiteServices {
    base: String,
    folder: String,
    library: Library,
    bar: AddressBar,
    chunks: Chunks,
    first_replies: FirstReplies,
}

impl SiteServices {
    /// `base` is the folder of the site, `folder` that of the bundle; both end in a slash.
    pub fn new(base: String, folder: String, library: Library, bar: AddressBar, chunks: Chunks) -> Self {
        Self { base, folder, library, bar, chunks, first_replies: FirstReplies::none() }
    }

    /// The file of a part, below the site's folder. Without an entry in the index there is none, and whoever fetches it
    /// says so.
    fn part_file(&self, part: PartName) -> String {
        let entry = self.library.index().part(part).map(|entry| entry.file.clone());
        ["data/", &entry.unwrap_or_default()].concat()
    }
}

impl Services for SiteServices {
    fn base(&self) -> &str {
        &self.base
    }

    fn origin(&self) -> String {
        page::origin()
    }

    fn navigate(&self, address: &Address, step: Step) {
        let href = self.href(address);
        // Another view begins at its top; another question to the same list leaves the reader where they are.
        let path = |href: &str| href.split('?').next().unwrap_or("").to_owned();
        if path(&href) == path(&page::address()) {
            self.bar.show(address, href, step);
        } else {
            self.bar.go(&href, step, true);
        }
    }

    fn request(&self, part: PartName) {
        let missed = |error| {
            if error == LoadError::Status(404) {
                boot::missing();
            }
        };
        let library = self.library;
        let arrived = move |bytes: Vec<u8>| {
            if !library.receive_common(part, &bytes) {
                spawn_local(chunks::receive(library, part, bytes));
            }
        };
        parts::request(library, &self.folder, part, arrived, missed);
    }

    fn matcher(&self, content: &Content, language: Language) -> Option<Arc<dyn Matcher>> {
        self.chunks.matcher(content, language)
    }

    fn request_matcher(&self) {
        self.chunks.request_matcher();
    }

    fn draw(&self, part: Apart) -> Vec<Element> {
        self.chunks.draw_part(part)
    }

    fn search(&self, question: String, done: Callback<String>) {
        let manifest = self.part_file(PartName::Search);
        let index = self.library.index();
        let first_replies = self.first_replies;
        let is_first = !first_replies.leaves_to_search(&question, page::address().contains('?'));
        let first = index.part(PartName::FirstReplies).filter(|_| is_first);
        let first = first.map(|entry| Wanted::part(&self.folder, entry));
        let publications = index.part(PartName::Publications);
        let publications = publications.filter(|entry| entry.bytes <= LARGEST_STAND_IN);
        let publications = publications.map(|entry| Wanted::part(&self.folder, entry));
        spawn_local(async move {
            if let Some(file) = first
                && let Some(reply) = first_replies.reply(&question, file).await
            {
                done.try_run(reply);
                return;
            }
            let mut reply = boot::search(&manifest, &question).await;
            if result_page::is_fault(&reply) {
                reply = without_search(&question, publications).await.unwrap_or(reply);
            }
            done.try_run(reply);
        });
    }

    fn cite(&self, format: CitationFormat, question: String, done: Callback<bool>) {
        let (manifest, sheet) =
            (self.part_file(PartName::Search), self.part_file(PartName::Citations(format)));
        spawn_local(async move {
            let worked = boot::cite(&manifest, &question, &sheet).await;
            done.try_run(worked);
        });
    }

    fn last_seen(&self) -> Option<PartialDate> {
        let present = self.library.index().site.content_date.to_string();
        PartialDate::parse(&memory::last_seen(&present)?)
    }

    fn copy(&self, text: String, done: Callback<bool>) {
        page::copy(&text, move |worked| done.try_run(worked));
    }

    fn print(&self) {
        page::print();
    }

    fn save(&self, file: &File) {
        page::save(&file.name, file.media_type, &file.text);
    }

    fn save_picture(&self, picture: &Picture) {
        picture::save(&picture.drawing, &picture.title, &picture.source, &picture.name);
    }

    fn title(&self, title: &str) {
        self.bar.title(title);
    }

    fn focus(&self, id: &str) {
        let selector = ["#", id].concat();
        page::after_drawing(move || {
            page::focus(&selector);
            page::bring_into_sight(&selector);
        });
    }
}

/// Bytes of the publications that are fetched to do without the search.
const LARGEST_STAND_IN: u32 = 1024 * 1024;

/// A reply from the publications themselves, for which no words are looked for.
async fn without_search(question: &str, publications: Option<Wanted>) -> Option<String> {
    let bytes = download::fetch(&publications?).await.ok()?;
    chunks::plain_reply(&bytes, question).await
}
