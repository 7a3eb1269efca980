//! What the site lends to its views.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::address_bar::AddressBar;
use crate::bundle::index::PartName;
use crate::domain::fetching::LoadError;
use crate::domain::route::Address;
use crate::platform::boot;
use crate::platform::download::{self, Wanted};
use crate::platform::page;
use crate::state::library::Library;
use crate::state::shell::{File, Services, Step};

/// The site's abilities.
pub struct SiteServices {
    base: String,
    folder: String,
    library: Library,
    bar: AddressBar,
}

impl SiteServices {
    /// `base` is the folder of the site, `folder` that of the bundle; both end in a slash.
    pub fn new(base: String, folder: String, library: Library, bar: AddressBar) -> Self {
        Self { base, folder, library, bar }
    }
}

impl Services for SiteServices {
    fn href(&self, address: &Address) -> String {
        [self.base.trim_end_matches('/'), &address.href()].concat()
    }

    fn absolute(&self, address: &Address) -> String {
        [page::origin(), self.href(address)].concat()
    }

    fn file(&self, path: &str) -> String {
        [self.base.as_str(), path].concat()
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
        if !self.library.begin(part) {
            return;
        }
        let library = self.library;
        let Some(wanted) = library.index().part(part).map(|entry| Wanted::part(&self.folder, entry)) else {
            library.fail(part, LoadError::Missing);
            return;
        };
        spawn_local(async move {
            match download::fetch(&wanted).await {
                Ok(bytes) => library.receive(part, &bytes),
                Err(error) => library.fail(part, error),
            }
        });
    }

    fn search(&self, question: String, done: Callback<String>) {
        let entry = self.library.index().part(PartName::Search).map(|entry| entry.file.clone());
        // Without a file the browser says that there is none.
        let manifest = ["data/", &entry.unwrap_or_default()].concat();
        spawn_local(async move {
            let reply = boot::search(&manifest, &question).await;
            _ = done.try_run(reply);
        });
    }

    fn copy(&self, text: String, done: Callback<bool>) {
        page::copy(&text, move |worked| _ = done.try_run(worked));
    }

    fn print(&self) {
        page::print();
    }

    fn save(&self, file: &File) {
        page::save(file.name, file.media_type, &file.text);
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
