//! The one matcher of countries, made when it is first asked and shared by every box of the page.

use std::sync::Arc;

use leptos::prelude::*;

use super::library::Loading;
use super::matcher::Matcher;
use super::shell::Shell;
use crate::bundle::index::PartName;
use crate::domain::country_finder::{Found, FoundSet};
use crate::domain::language::Language;
use crate::domain::search::places::Named;
use crate::ui::memo::{Memo, memo, memo_always};
use crate::ui::signal::RwSignal;

/// The names in other languages, and the spellings.
const OTHER_NAMES: [PartName; 2] = [PartName::Names, PartName::Spellings];

/// A handle to the matcher. It knows the names in the reader's language and the codes as soon as they have arrived, and others when
/// they have: nothing waits for those, less is found until then. Until its own code is here, it finds nothing and leaves every list
/// whole.
#[derive(Clone, Copy)]
pub struct Finder {
    shell: Shell,
    language: Language,
    matcher: Memo<Option<Arc<dyn Matcher>>>,
    is_wanted: RwSignal<bool>,
}

impl Finder {
    pub fn new(shell: Shell, language: Language) -> Self {
        let arrived = memo(move || {
            let [names, spellings] = OTHER_NAMES;
            let parts = [PartName::Countries, PartName::Terms(language), names, spellings];
            parts.map(|part| shell.library.progress(&[part]) == Loading::Ready).to_vec()
        });
        let make = move || {
            // To read it, not only to track it: a memo that nobody has read follows nothing.
            drop(arrived.get());
            shell.matcher(&shell.content(), language)
        };
        Self { shell, language, matcher: memo_always(make), is_wanted: RwSignal::new(false) }
    }

    /// Asks for the other names, once somebody is about to search.
    pub fn request(&self) {
        for part in OTHER_NAMES {
            self.shell.request(part);
        }
        self.shell.request_matcher();
        self.is_wanted.set(true);
    }

    /// Makes the matcher as soon as it is wanted and all has arrived, so that no key has to wait for it. To be called
    /// in an effect.
    pub fn prepare(&self) {
        let [names, spellings] = OTHER_NAMES;
        let parts = [PartName::Countries, PartName::Terms(self.language), names, spellings];
        if self.is_wanted.get() && self.shell.library.progress(&parts) != Loading::Underway {
            drop(self.find_set("a"));
        }
    }

    /// Whether its code is here: until then an empty answer means nothing.
    pub fn is_ready(&self) -> bool {
        self.matcher.with(Option::is_some)
    }

    /// What the matcher answers; the empty answer until there is one.
    fn ask<T>(&self, or: T, question: impl FnOnce(&dyn Matcher) -> T) -> T {
        self.matcher.with(|matcher| match matcher {
            Some(matcher) => question(&**matcher),
            None => or,
        })
    }

    /// The countries that a text may mean, best first.
    pub fn find(&self, text: &str) -> Vec<Found> {
        if text.is_empty() { Vec::new() } else { self.ask(Vec::new(), |matcher| matcher.find(text)) }
    }

    /// Which countries a text leaves in a list.
    pub fn find_set(&self, text: &str) -> FoundSet {
        if text.is_empty() {
            FoundSet::All
        } else {
            self.ask(FoundSet::All, |matcher| matcher.find_set(text))
        }
    }

    /// Whether the first country found is meant for sure.
    pub fn is_certain(&self, text: &str) -> bool {
        self.ask(false, |matcher| matcher.is_certain(text))
    }

    /// The countries that a text names in the midst of other words.
    pub fn named(&self, text: &str) -> Vec<Named> {
        let content = self.shell.content();
        self.ask(Vec::new(), |matcher| matcher.named(text, &content, self.language))
    }

    /// The names nearest to a text, whatever it is.
    pub fn nearest(&self, text: &str, count: usize) -> Vec<Found> {
        self.ask(Vec::new(), |matcher| matcher.nearest(text, count))
    }
}

/// The matcher of the subtree.
///
/// # Panics
/// Never in the product: every shell provides a matcher before it shows a view.
pub fn use_finder() -> Finder {
    expect_context()
}
