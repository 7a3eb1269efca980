//! The question a reader puts to a list: what the address says, with the words being typed in front of it.

use leptos::prelude::*;

use crate::domain::list_query::{Ignored, List, ListQuery};
use crate::domain::query_string;
use crate::ui::callback::Callback;
use crate::ui::memo::{Memo, effect, memo, memo_after};
use crate::ui::typed_text::TypedText;

/// What the address says of a list: its query, and the pieces that could not be used.
pub type Kept = Memo<(ListQuery, Vec<Ignored>)>;

/// How a list's new state is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// A filter, an order, a page: one history entry.
    Ask(ListQuery),
    /// Words, once the fingers rest: in place of the present entry.
    Type(ListQuery),
}

/// The question as it is shown, cleaned of what the content does not have.
#[derive(Clone, Copy)]
pub struct Question {
    pub shown: Memo<ListQuery>,
    /// Pieces of the address that were left out.
    pub ignored: Memo<Vec<Ignored>>,
    kept: Memo<(ListQuery, Vec<Ignored>)>,
    typed: TypedText,
    on_intent: Callback<Intent>,
}

impl Question {
    /// `kept` is the address's query with what it ignored; `known` drops the values that no record has.
    pub fn new(
        list: List,
        kept: Kept,
        known: impl Fn(&ListQuery) -> (ListQuery, Vec<Ignored>) + Send + Sync + 'static,
        on_intent: Callback<Intent>,
    ) -> Self {
        let cleaned = memo(move || {
            let (query, mut ignored) = kept.get();
            let (query, unknown) = known(&query);
            ignored.extend(unknown);
            (query, ignored)
        });
        // What was left out goes from the address, too, which asks the same again: what is told of it stays as long.
        let told = memo_after(move |before: Option<&(ListQuery, Vec<Ignored>)>| {
            let now = cleaned.get();
            match before {
                Some(before) if now.1.is_empty() && before.0 == now.0 => before.clone(),
                _ => now,
            }
        });
        effect(move || {
            let (query, _) = told.get();
            if cleaned.with(|(_, ignored)| !ignored.is_empty()) {
                on_intent.run(Intent::Type(query));
            }
        });
        let text = memo(move || cleaned.with(|(query, _)| query.text.clone()));
        let state = memo(move || cleaned.with(|(query, _)| query_string::write(&query.pairs(list))));
        let typed = TypedText::new(text, state);
        let shown = memo(move || {
            let text = typed.get();
            cleaned.with(|(query, _)| if query.text == text { query.clone() } else { query.with_text(&text) })
        });
        on_cleanup(move || typed.stop_waiting());
        Self {
            shown,
            kept: cleaned,
            ignored: memo(move || told.with(|(_, ignored)| ignored.clone())),
            typed,
            on_intent,
        }
    }

    /// Whether what is shown is kept, too: nobody is typing.
    pub fn is_kept(&self) -> bool {
        self.kept.with(|(kept, _)| self.shown.with(|shown| shown == kept))
    }

    /// Takes what stands in the search field.
    pub fn type_text(&self, text: String) {
        let (shown, on_intent) = (self.shown, self.on_intent);
        self.typed.type_text(text, move || {
            if let Some(query) = shown.try_get_untracked() {
                on_intent.run(Intent::Type(query));
            }
        });
    }

    /// Keeps the typed words at once: Enter, the search button.
    pub fn submit(&self) {
        self.typed.stop_waiting();
        self.on_intent.run(Intent::Type(self.shown.get_untracked()));
    }

    /// Asks another question.
    pub fn on_query(&self) -> Callback<ListQuery> {
        let (typed, on_intent) = (self.typed, self.on_intent);
        Callback::new(move |query| {
            typed.stop_waiting();
            on_intent.run(Intent::Ask(query));
        })
    }
}
