//! The address bar follows the page.
//!
//! To write an entry of the history takes a browser as long as to answer a filter. So a list first shows its answer,
//! and the address is written when that has been drawn: until then what is shown stands ahead of the bar.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Location;
use send_wrapper::SendWrapper;

use crate::domain::route::Address;
use crate::platform::page;
use crate::state::shell::Step;
use crate::ui::memo::effect;
use crate::ui::signal::{RwSignal, StoredValue};

/// Enough for an old phone to draw the answer.
const FOLLOW: Duration = Duration::from_millis(150);

/// Goes to an address with the router's options.
type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

/// What is shown ahead of the bar.
#[derive(Clone, Debug, PartialEq)]
struct Ahead {
    address: Address,
    /// What stood in the bar then. Once something else stands there, this is over: written, or left by Back.
    over: String,
}

/// What is still to be written.
struct Waiting {
    href: String,
    step: Step,
    over: String,
    /// The title that belongs to the new entry: set before it is there, the title would name the old one.
    title: Option<String>,
    timer: Option<TimeoutHandle>,
}

/// A handle to the bar.
#[derive(Clone, Copy)]
pub struct AddressBar {
    location: StoredValue<Location>,
    navigate: StoredValue<SendWrapper<Navigate>>,
    ahead: RwSignal<Option<Ahead>>,
    waiting: StoredValue<Option<Waiting>>,
}

impl AddressBar {
    /// The bar of the router around.
    pub fn here() -> Self {
        let bar = Self {
            location: StoredValue::new(use_location()),
            navigate: StoredValue::new(SendWrapper::new(Box::new(use_navigate()))),
            ahead: RwSignal::new(None),
            waiting: StoredValue::new(None),
        };
        // What is over must not come back when Back leads to where it began.
        effect(move || {
            let here = bar.read();
            if bar.ahead.with_untracked(|ahead| ahead.as_ref().is_some_and(|ahead| ahead.over != here)) {
                bar.ahead.set(None);
            }
        });
        bar
    }

    /// Path and query in the bar.
    fn read(&self) -> String {
        self.location.with_value(|location| {
            location.pathname.with(|path| location.search.with(|query| [path, "?", query].concat()))
        })
    }

    /// The address shown, if it is not the one in the bar.
    pub fn ahead(&self) -> Option<Address> {
        let here = self.read();
        self.ahead.with(|ahead| {
            ahead.as_ref().filter(|ahead| ahead.over == here).map(|ahead| ahead.address.clone())
        })
    }

    /// Shows an address that is another question to the same view; the bar follows.
    pub fn show(self, address: &Address, href: String, step: Step) {
        self.catch_up();
        let over = untrack(|| self.read());
        self.ahead.set(Some(Ahead { address: address.clone(), over: over.clone() }));
        let timer = set_timeout_with_handle(move || self.catch_up(), FOLLOW).ok();
        self.waiting.set_value(Some(Waiting { href, step, over, title: None, timer }));
    }

    /// Goes to an address at once.
    pub fn go(&self, href: &str, step: Step, scroll: bool) {
        self.catch_up();
        let replace = step == Step::Replace;
        let options = NavigateOptions { resolve: false, replace, scroll, ..NavigateOptions::default() };
        self.navigate.with_value(|navigate| navigate(href, options));
    }

    /// Writes what is waiting.
    pub fn catch_up(&self) {
        let Some(waiting) = self.waiting.try_update_value(Option::take).flatten() else { return };
        if let Some(timer) = waiting.timer {
            timer.clear();
        }
        if waiting.over == untrack(|| self.read()) {
            self.go(&waiting.href, waiting.step, false);
            if let Some(title) = waiting.title {
                page::set_title(&title);
            }
        }
    }

    /// Titles the page as soon as the bar says what is shown.
    pub fn title(&self, title: &str) {
        let is_kept = self.waiting.try_update_value(|waiting| {
            waiting.as_mut().map(|waiting| waiting.title = Some(title.to_owned())).is_some()
        });
        if is_kept != Some(true) {
            page::set_title(title);
        }
    }
}
