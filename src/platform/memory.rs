//! What is remembered on the device: the chosen language and theme, the date of the content seen last, and nothing else. Storage may be closed (in some
//! frames and private windows it throws); then nothing is remembered.

use leptos::prelude::window;

/// What can be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Language,
    Theme,
    /// The date of the content.
    Seen,
}

impl Key {
    /// The name in the storage, which `boot.js` reads too.
    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Seen => "seen",
        }
    }
}

pub fn recall(key: Key) -> Option<String> {
    // Pages written as files are for everybody.
    if crate::IS_FOR_FILES {
        return None;
    }
    window().local_storage().ok()??.get_item(key.name()).ok()?
}

/// The name, in the storage that ends with the visit, of the date at the visit before.
const SINCE: &str = "since";

/// The date of the content that was seen at the last visit, on the way to noting the present one; the present one if this
/// visit is the first. A visit lasts as long as the tab.
pub fn last_seen(present: &str) -> Option<String> {
    let visit = window().session_storage().ok()??;
    if let Ok(Some(since)) = visit.get_item(SINCE) {
        return Some(since);
    }
    let since = recall(Key::Seen).unwrap_or_else(|| present.to_owned());
    drop(visit.set_item(SINCE, &since));
    remember(Key::Seen, present);
    Some(since)
}

pub fn remember(key: Key, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or closed storage costs the reader the memory, not the page.
        drop(storage.set_item(key.name(), value));
    }
}

pub fn forget(key: Key) {
    if let Ok(Some(storage)) = window().local_storage() {
        drop(storage.remove_item(key.name()));
    }
}

/// The languages the browser prefers, best first.
pub fn preferred_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
