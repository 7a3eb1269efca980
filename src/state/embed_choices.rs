//! What is chosen on the page for web editors, and where another choice goes.

use leptos::prelude::*;

use super::locale::use_locale;
use super::shell::use_shell;
use crate::domain::embed::{Embed, EmbedView};
use crate::domain::embed_builder::Builder;
use crate::domain::list_query::Ignored;
use crate::ui::callback::Callback;
use crate::ui::memo::Memo;

/// What the address says, and what becomes of another choice.
#[derive(Clone, Copy)]
pub struct EmbedChoices {
    pub shown: Memo<Builder>,
    /// What of the address could not be used.
    pub ignored: Memo<Vec<Ignored>>,
    pub on_choose: Callback<Builder>,
    /// The same while somebody types: no entry of the history for each rest of the fingers.
    pub on_type: Callback<Builder>,
}

impl EmbedChoices {
    /// The embed, once all of it is chosen and the content has it.
    pub fn embed(self) -> Option<Embed> {
        let embed = self.shown.get().embed(use_locale().language())?;
        match embed.view {
            EmbedView::Country(iso3) => use_shell().content().country(iso3).map(|_| embed),
            _ => Some(embed),
        }
    }

    /// Chooses a value for a key of the address.
    pub fn choose(self, key: &str, value: &str) {
        self.on_choose.run(untrack(|| self.shown.get()).with(key, value));
    }
}
