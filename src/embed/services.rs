//! What an embed lends to its views. The place is kept in memory alone.

use wasm_bindgen_futures::spawn_local;

use crate::bundle::index::PartName;
use crate::domain::citation_format::CitationFormat;
use crate::domain::date::PartialDate;
use crate::domain::list_query::ListQuery;
use crate::domain::route::Address;
use crate::domain::search::plain;
use crate::platform::download::Wanted;
use crate::platform::page;
use crate::platform::parts;
use crate::state::apart::Apart;
use crate::state::library::Library;
use crate::state::shell::{File, Picture, Services, Step};
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::ui::signal::RwSignal;

/// The abilities of an embed. What would touch the page around it, or leave something on the device, it does not have.
pub(super) struct EmbedServices {
    base: String,
    folder: String,
    library: Library,
    place: RwSignal<ListQuery>,
}

impl EmbedServices {
    /// `base` is the folder of the site, `folder` that of the embed's data; both end in a slash. `place` is the question that
    /// is shown.
    pub(super) fn new(base: String, folder: String, library: Library, place: RwSignal<ListQuery>) -> Self {
        Self { base, folder, library, place }
    }
}

impl Services for EmbedServices {
    fn base(&self) -> &str {
        &self.base
    }

    fn origin(&self) -> String {
        page::origin()
    }

    fn navigate(&self, address: &Address, _: Step) {
        self.place.set(address.route.query());
    }

    fn request(&self, part: PartName) {
        let library = self.library;
        let arrived = move |bytes: Vec<u8>| library.receive(part, &bytes);
        parts::request(library, &self.folder, part, arrived, |_| ());
    }

    /// Answers from the publications themselves: a document without an origin can have no worker.
    // The lists of an embed have none of these parts.
    fn draw(&self, _: Apart) -> Vec<Element> {
        Vec::new()
    }

    fn search(&self, question: String, done: Callback<String>) {
        let index = self.library.index();
        let wanted = index.part(PartName::Publications).map(|entry| Wanted::part(&self.folder, entry));
        spawn_local(async move {
            let reply = parts::answer(&question, wanted, plain::reply_by_titles).await;
            done.try_run(reply.unwrap_or_default());
        });
    }

    fn cite(&self, _: CitationFormat, _: String, done: Callback<bool>) {
        done.try_run(false);
    }

    fn last_seen(&self) -> Option<PartialDate> {
        None
    }

    fn copy(&self, _: String, done: Callback<bool>) {
        done.try_run(false);
    }

    fn print(&self) {}

    fn save(&self, _: &File) {}

    fn save_picture(&self, _: &Picture) {}

    fn title(&self, _: &str) {}

    /// The focus moves, and nothing is scrolled: that would scroll the page around.
    fn focus(&self, id: &str) {
        let selector = ["#", id].concat();
        page::after_drawing(move || _ = page::focus(&selector));
    }
}
