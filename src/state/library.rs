//! The parts of the content that have arrived, are on their way, or could not be had.

use std::sync::Arc;

use crate::bundle::decode::{self, Unreadable};
use crate::bundle::index::{Index, PartName};
use crate::domain::content::Content;
use crate::domain::fetching::LoadError;
use crate::ui::signal::{RwSignal, StoredValue};

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    Underway,
    Ready,
    Failed(LoadError),
}

/// All parts, and how far each is. A handle that can be copied into every closure.
#[derive(Clone, Copy)]
pub struct Library {
    index: StoredValue<Arc<Index>>,
    content: RwSignal<Arc<Content>>,
    parts: RwSignal<Vec<(PartName, Loading)>>,
    left_out: RwSignal<usize>,
}

impl Library {
    pub fn new(index: Index) -> Self {
        Self {
            index: StoredValue::new(Arc::new(index)),
            content: RwSignal::new(Arc::default()),
            parts: RwSignal::default(),
            left_out: RwSignal::default(),
        }
    }

    pub fn index(&self) -> Arc<Index> {
        self.index.get_value()
    }

    /// What has arrived up to now. Ask for it where the parts needed are known to be ready.
    pub fn content(&self) -> Arc<Content> {
        self.content.get_untracked()
    }

    /// The same, for what must change when more arrives.
    pub fn content_tracked(&self) -> Arc<Content> {
        self.content.get()
    }

    /// Says that something has arrived that is no part of the content, such as the first answer of the search.
    pub fn arrived(&self) {
        self.content.update(|_| ());
    }

    /// Notes that a part was asked for. Tells whether it has to be fetched: it is neither there nor underway.
    pub fn begin(&self, part: PartName) -> bool {
        let state = self.parts.with_untracked(|parts| state_of(parts, part));
        let must_fetch = !matches!(state, Some(Loading::Underway | Loading::Ready));
        if must_fetch {
            self.set(part, Loading::Underway);
        }
        must_fetch
    }

    /// Takes the bytes of a part. Bad records are left out: the compiler does not let any through, so that a
    /// stranger's bundle with some bad rows still shows the good ones.
    pub fn receive(&self, part: PartName, bytes: &[u8]) {
        let mut content = Content::clone(&self.content.get_untracked());
        let left_out = decode::part(part, bytes, &mut content);
        self.take(part, content, left_out);
    }

    /// The same for the parts that most views need. Tells whether it was one of them: the code for others may be elsewhere.
    pub fn receive_common(&self, part: PartName, bytes: &[u8]) -> bool {
        let mut content = Content::clone(&self.content.get_untracked());
        let left_out = decode::common_part(part, bytes, &mut content);
        left_out.is_some_and(|left_out| {
            self.take(part, content, left_out);
            true
        })
    }

    fn take(&self, part: PartName, content: Content, left_out: Result<usize, Unreadable>) {
        match left_out {
            Ok(left_out) => {
                if left_out > 0 {
                    self.left_out.update(|count| *count += left_out);
                }
                self.content.set(Arc::new(content));
                self.set(part, Loading::Ready);
            }
            Err(Unreadable::NotJson | Unreadable::OtherSchema | Unreadable::OtherMessages) => {
                self.fail(part, LoadError::Unreadable);
            }
        }
    }

    /// How many records could not be read and are missing from the content.
    pub fn left_out(&self) -> usize {
        self.left_out.get()
    }

    pub fn fail(&self, part: PartName, error: LoadError) {
        self.set(part, Loading::Failed(error));
    }

    /// How far a group of parts is: failed if one has failed, ready if all are.
    pub fn progress(&self, wanted: &[PartName]) -> Loading {
        let progress = |parts: &Vec<(PartName, Loading)>| {
            let states = || wanted.iter().map(|part| state_of(parts, *part).unwrap_or(Loading::Underway));
            let failed = states().find(|state| matches!(state, Loading::Failed(_)));
            failed.unwrap_or(if states().all(|state| state == Loading::Ready) {
                Loading::Ready
            } else {
                Loading::Underway
            })
        };
        // What is ready stays so. A signal remembers all who have read it until it changes, also those that have gone: this one
        // does not change any more, and would remember every view of a visit.
        match self.parts.with_untracked(progress) {
            Loading::Ready => Loading::Ready,
            _ => self.parts.with(progress),
        }
    }

    fn set(&self, part: PartName, state: Loading) {
        self.parts.update(|parts| match parts.iter_mut().find(|(known, _)| *known == part) {
            Some((_, known)) => *known = state,
            None => parts.push((part, state)),
        });
    }
}

fn state_of(parts: &[(PartName, Loading)], part: PartName) -> Option<Loading> {
    parts.iter().find(|(known, _)| *known == part).map(|(_, state)| *state)
}
