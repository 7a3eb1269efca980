//! What is remembered on the device: the chosen language and theme, and nothing else. Storage may be closed (in some
//! frames and private windows it throws); then nothing is remembered.

use leptos::prelude::window;

/// What can be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Language,
    Theme,
}

impl Key {
    /// The name in the storage, which `boot.js` reads too.
    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
        }
    }
}

pub fn recall(key: Key) -> Option<String> {
    window().local_storage().ok()??.get_item(key.name()).ok()?
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
