//! What the site says about its connection: that it has none, that another release is there, and that a language can be
//! saved to be read without one.

use wasm_bindgen_futures::spawn_local;

use crate::domain::message::Msg;
use crate::platform::boot;
use crate::platform::page;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, button, el};
use crate::ui::signal::RwSignal;

/// How the site stands to its host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Connection {
    #[default]
    Well,
    Offline,
    /// Another release of the site is there.
    New,
}

/// How far the saving of a language has come.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Saving {
    /// It cannot be saved: no service worker is at work.
    No,
    /// It can be, and needs so many megabytes.
    Ready(f64),
    Underway,
    Saved,
    Failed,
}

const BYTES_IN_MEGABYTE: f64 = 1_000_000.0;

impl Connection {
    /// The present state, and every later one.
    pub fn watched() -> RwSignal<Self> {
        let state = RwSignal::new(Self::Well);
        boot::watch(move |told| {
            state.set(match told.as_str() {
                "offline" => Self::Offline,
                "new" => Self::New,
                _ => Self::Well,
            });
        });
        state
    }
}

/// The notice that sticks to the end of the window while there is something to say.
pub fn notice(state: RwSignal<Connection>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let shown = move || {
        let (text, action) = match state.get() {
            Connection::Well => match shell.library.left_out() {
                0 => return Vec::new(),
                count => (locale.with(Msg::OfflineLeftOut, &[("count", &locale.number(count))]), None),
            },
            // The first date that is written takes a browser some time; at the start there is nothing to say.
            Connection::Offline => {
                let date = locale.date(shell.index().site.content_date);
                (locale.with(Msg::OfflineNotice, &[("date", &date)]), None)
            }
            Connection::New => {
                let show =
                    button("button").on("click", |_| page::reload()).text(locale.text(Msg::OfflineShowNew));
                (locale.text(Msg::OfflineNew).to_owned(), Some(show))
            }
        };
        vec![el("div", "update").el(el("p", "").text(text)).el_if(action)]
    };
    // The live region is there before it has something to say.
    el("div", "connection").attr("role", "status").live_children(shown)
}

/// The strip below the footer: says how much a language needs, saves it, and says what came of it. Empty where that is not
/// possible.
pub fn save_strip() -> Element {
    let locale = use_locale();
    let code = locale.language().code();
    let saving = RwSignal::new(Saving::No);
    spawn_local(async move {
        let is_saved = boot::offline("saved", code).await.is_some_and(|saved| saved.is_truthy());
        let bytes = boot::offline("bytes", code).await.and_then(|bytes| bytes.as_f64());
        let found = match (is_saved, bytes) {
            (true, _) => Saving::Saved,
            (false, Some(bytes)) => Saving::Ready(bytes / BYTES_IN_MEGABYTE),
            (false, None) => Saving::No,
        };
        saving.set(found);
    });
    let save = move |_| {
        saving.set(Saving::Underway);
        spawn_local(async move {
            let worked = boot::offline("save", code).await.is_some();
            saving.set(if worked { Saving::Saved } else { Saving::Failed });
        });
    };
    let told = move || {
        let text = match saving.get() {
            Saving::No | Saving::Ready(_) => return String::new(),
            Saving::Underway => Msg::OfflineSaving,
            Saving::Saved => Msg::OfflineSaved,
            Saving::Failed => Msg::OfflineFailed,
        };
        locale.text(text).to_owned()
    };
    let ways = move || {
        let label = match saving.get() {
            Saving::Ready(size) => {
                let size = locale.tenths(size);
                locale.with(Msg::OfflineSave, &[("size", &size)])
            }
            Saving::Failed => locale.text(Msg::FaultRetry).to_owned(),
            Saving::No | Saving::Underway | Saving::Saved => return Vec::new(),
        };
        vec![button("button").on("click", save).text(label)]
    };
    el("aside", "save-strip page")
        .live_flag("hidden", move || saving.get() == Saving::No)
        .el(el("div", "").live_children(ways))
        .el(el("p", "").attr("role", "status").live_text(told))
}
