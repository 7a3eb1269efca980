//! Text that is being typed over a value kept elsewhere (in the address).
//!
//! The list answers every key at once, but the address is written only when the fingers rest: WebKit allows a
//! hundred history calls in half a minute and throws after that
//! (<https://github.com/remix-run/history/issues/291>). Until then the typed text stands in front of the kept one.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::ui::memo::{Memo, memo_after};
use crate::ui::signal::{RwSignal, StoredValue};

/// How long the fingers must rest.
const REST: Duration = Duration::from_millis(400);

#[derive(Clone, Debug, PartialEq)]
struct Typed {
    text: String,
    /// The whole state kept elsewhere at the time of typing. When it becomes another one, typing is over.
    over: String,
    generation: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct Shown {
    text: String,
    /// Typing up to this generation has been overtaken, for instance by the Back button.
    expired: u32,
}

/// A handle to the text being typed.
#[derive(Clone, Copy)]
pub struct TypedText {
    typed: RwSignal<Option<Typed>>,
    shown: Memo<Shown>,
    state: Memo<String>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl TypedText {
    /// `kept` is the text as it is kept, `state` a fingerprint of everything kept with it.
    pub fn new(kept: Memo<String>, state: Memo<String>) -> Self {
        let typed = RwSignal::new(None::<Typed>);
        let shown = memo_after(move |before: Option<&Shown>| {
            let expired = before.map_or(0, |shown| shown.expired);
            let kept = kept.get();
            match typed.get() {
                Some(typed)
                    if typed.generation > expired && (typed.text == kept || typed.over == state.get()) =>
                {
                    Shown { text: typed.text, expired }
                }
                Some(typed) => Shown { text: kept, expired: typed.generation },
                None => Shown { text: kept, expired },
            }
        });
        Self { typed, shown, state, timer: StoredValue::new(None) }
    }

    /// The text to show and to search for.
    pub fn get(&self) -> String {
        self.shown.with(|shown| shown.text.clone())
    }

    /// Takes what the field holds now, and calls `rest` once no key has been touched for a while.
    pub fn type_text(&self, text: String, rest: impl FnOnce() + 'static) {
        let over = self.state.get_untracked();
        let generation =
            self.typed.with_untracked(|typed| typed.as_ref().map_or(0, |typed| typed.generation)) + 1;
        self.typed.set(Some(Typed { text, over, generation }));
        self.stop_waiting();
        self.timer.set_value(set_timeout_with_handle(rest, REST).ok());
    }

    /// Forgets a pending call, because the text has been kept by another way or the view has gone.
    pub fn stop_waiting(&self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
