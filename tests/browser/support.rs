//! A place on the page, and a shell that notes what it is asked for.

use std::sync::Arc;

use country_cooperation::bundle::index::{Counts, Index, PartName};
use country_cooperation::domain::catalog::{Catalog, PluralForms};
use country_cooperation::domain::citation_format::CitationFormat;
use country_cooperation::domain::date::PartialDate;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::message::{Msg, Plural};
use country_cooperation::domain::route::Address;
use country_cooperation::domain::site::Site;
use country_cooperation::platform::intl::BrowserFormats;
use country_cooperation::state::apart::Apart;
use country_cooperation::state::library::Library;
use country_cooperation::state::locale::Locale;
use country_cooperation::state::shell::{File, Picture, Services, Shell, Step};
use country_cooperation::ui::callback::Callback;
use country_cooperation::views::apart::draw;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

/// A part of the page that one test has for itself; its view goes with it.
pub(super) struct Stage {
    pub(super) root: HtmlElement,
    _view: Box<dyn std::any::Any>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Mounts a view.
pub(super) fn stage<F, N>(view: F) -> Stage
where
    F: FnOnce() -> N + 'static,
    N: IntoView + 'static,
{
    let root: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let handle = mount_to(root.clone(), view);
    Stage { root, _view: Box::new(handle) }
}

impl Stage {
    pub(super) fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    pub(super) fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    pub(super) fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    pub(super) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector).get_attribute(name)
    }
}

/// Waits until the effects of the last change, and the effects of those, have run.
pub(super) async fn settle() {
    for _ in 0..4 {
        leptos::task::tick().await;
    }
}

/// Types a text as one input event.
pub(super) async fn type_text(field: &Element, text: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(text);
    let init = EventInit::new();
    init.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    settle().await;
}

/// Presses a key.
pub(super) async fn press(field: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    field
        .dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap())
        .unwrap();
    settle().await;
}

/// Messages that are their own names.
pub(super) fn locale(language: Language) -> Locale {
    let texts = vec!["message".to_owned(); Msg::COUNT];
    let form: PluralForms = [None, None, None, None, None, Some("{{count}}".to_owned())];
    let catalog = Catalog::new(texts, vec![form; Plural::COUNT]).unwrap();
    Locale::new(language, catalog, Box::new(BrowserFormats::new(language)))
}

pub(super) fn library() -> Library {
    let site = Site {
        content_date: PartialDate::parse("2026-11-23").unwrap(),
        publisher: None,
        department_mail: "countryfocus@who.int".to_owned(),
        map_cleared: false,
        key_metrics: Vec::new(),
    };
    Library::new(Index { site, counts: Counts::default(), parts: Vec::new() })
}

struct Nothing;

impl Services for Nothing {
    fn base(&self) -> &'static str {
        "/"
    }
    fn origin(&self) -> String {
        String::new()
    }
    fn navigate(&self, _: &Address, _: Step) {}
    fn request(&self, _: PartName) {}
    fn draw(&self, part: Apart) -> Vec<country_cooperation::ui::element::Element> {
        draw(part)
    }

    fn search(&self, _: String, _: Callback<String>) {}
    fn cite(&self, _: CitationFormat, _: String, _: Callback<bool>) {}
    fn last_seen(&self) -> Option<PartialDate> {
        None
    }
    fn copy(&self, _: String, _: Callback<bool>) {}
    fn print(&self) {}
    fn save(&self, _: &File) {}
    fn save_picture(&self, _: &Picture) {}

    fn title(&self, _: &str) {}
    fn focus(&self, _: &str) {}
}

/// Provides what views expect from a shell.
pub(super) fn provide_shell(language: Language) {
    provide_context(Shell::new(Arc::new(Nothing), library()));
    provide_context(locale(language));
}
