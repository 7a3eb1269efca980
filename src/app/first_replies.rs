//! The replies of the search that are written with the content: a list that is asked nothing needs no search
//! (`docs/decisions/0026-first-replies.md`).

use crate::bundle::decode;
use crate::domain::search::result_page::FIRST;
use crate::platform::download::{self, Wanted};
use crate::ui::signal::StoredValue;

/// A handle to the replies.
#[derive(Clone, Copy)]
pub struct FirstReplies {
    /// The file, once it is here.
    bytes: StoredValue<Vec<u8>>,
    /// Whether the search was asked something that has no written reply: from then on it is the quickest to answer.
    is_search_awake: StoredValue<bool>,
}

impl FirstReplies {
    /// None is here.
    pub fn none() -> Self {
        Self { bytes: StoredValue::new(Vec::new()), is_search_awake: StoredValue::new(false) }
    }

    /// Whether the search is to answer a question itself, as it is where a list `is_asked` something.
    pub fn leaves_to_search(self, question: &str, is_asked: bool) -> bool {
        if is_asked || !FIRST.contains(&question) {
            self.is_search_awake.set_value(true);
        }
        self.is_search_awake.get_value()
    }

    /// The written reply; nothing if it cannot be had.
    pub async fn reply(self, question: &str, file: Wanted) -> Option<String> {
        if self.bytes.with_value(Vec::is_empty) {
            self.bytes.set_value(download::fetch(&file).await.ok()?);
        }
        self.bytes.with_value(|bytes| decode::first_reply(bytes, question))
    }
}
