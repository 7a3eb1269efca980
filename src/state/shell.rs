//! What a shell (the site, later the widget) lends to the views, so that no view knows where it runs.

use std::sync::Arc;

use leptos::prelude::*;

use super::apart::Apart;
use super::library::Library;
use super::locale::use_locale;
use super::matcher::{self, Matcher};
use crate::bundle::index::{Index, PartName};
use crate::domain::citation_format::CitationFormat;
use crate::domain::content::Content;
use crate::domain::date::{PartialDate, Year};
use crate::domain::language::Language;
use crate::domain::route::{Address, Route};
use crate::domain::story::StoryId;
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::ui::signal::StoredValue;

/// How a navigation enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry: one per intent.
    Push,
    /// Instead of the present entry: while somebody is still typing.
    Replace,
}

/// The abilities. Keep them few: a long list means that a view does a shell's work.
pub trait Services: Send + Sync {
    /// The folder of the site; ends in a slash.
    fn base(&self) -> &str;
    /// Scheme and host of the site; empty where they are not known.
    fn origin(&self) -> String;
    /// The link to an address, with whatever the host puts before it.
    fn href(&self, address: &Address) -> String {
        [self.base().trim_end_matches('/'), &address.href()].concat()
    }
    /// The same with scheme and host, to be sent to somebody.
    fn absolute(&self, address: &Address) -> String {
        [self.origin(), self.href(address)].concat()
    }
    /// The address of a file of the site that is no page, such as `cite/wha65-5.ris`.
    fn file(&self, path: &str) -> String {
        [self.base(), path].concat()
    }
    /// Goes to an address without leaving the page.
    fn navigate(&self, address: &Address, step: Step);
    /// Fetches a part, if it is not there and not underway.
    fn request(&self, part: PartName);
    /// A matcher with what has arrived of the content; nothing until its code is here, which a memo or an effect is then told.
    fn matcher(&self, content: &Content, language: Language) -> Option<Arc<dyn Matcher>> {
        Some(matcher::matcher(content, language))
    }
    /// Fetches the code of the matcher, if that is not here.
    fn request_matcher(&self) {}
    /// Draws a part of a view whose code may lie apart; until that is here, what is going on. The memo or effect in which it is
    /// called runs again then.
    fn draw(&self, part: Apart) -> Vec<Element>;
    /// Asks the search over the publications; questions and replies as in `domain/search/result_page.rs`.
    fn search(&self, question: String, done: Callback<String>);
    /// Saves the citations of all that a question to the search finds as one file, and reports whether that worked.
    fn cite(&self, format: CitationFormat, question: String, done: Callback<bool>);
    /// The date of the content that the reader saw at the last visit, as it is kept on the device. Notes the present one.
    fn last_seen(&self) -> Option<PartialDate>;
    /// Puts a text on the clipboard and reports whether it worked.
    fn copy(&self, text: String, done: Callback<bool>);
    /// Opens the browser's dialogue for printing the page.
    fn print(&self);
    /// Hands a text to the reader as a file.
    fn save(&self, file: &File);
    /// Hands a drawing of the page to the reader as a picture.
    fn save_picture(&self, picture: &Picture);
    /// Names what is shown more closely than the address alone could: the title of the page.
    fn title(&self, title: &str);
    /// Moves the focus to the element with this id, as a reader's own act would, and brings it into sight.
    fn focus(&self, id: &str);
}

/// A file for the reader to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// The media type, such as `text/csv`.
    pub media_type: &'static str,
    pub text: String,
}

/// A drawing of the page that is to become a picture of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The file's name; its ending, `.svg` or `.png`, says what is wanted.
    pub name: String,
    /// The id of the drawing.
    pub drawing: String,
    /// Written above the drawing.
    pub title: String,
    /// Written below it.
    pub source: String,
}

/// The handle that views hold.
#[derive(Clone, Copy)]
pub struct Shell {
    services: StoredValue<Arc<dyn Services>>,
    pub library: Library,
}

impl Shell {
    pub fn new(services: Arc<dyn Services>, library: Library) -> Self {
        Self { services: StoredValue::new(services), library }
    }

    /// The link to a route in the language shown.
    pub fn href(&self, route: Route) -> String {
        self.href_in(use_locale().language(), route)
    }

    pub fn href_in(&self, language: Language, route: Route) -> String {
        self.services.with_value(|services| services.href(&Address { language, route }))
    }

    /// The whole address of a route in the language shown.
    pub fn absolute(&self, language: Language, route: Route) -> String {
        self.services.with_value(|services| services.absolute(&Address { language, route }))
    }

    pub fn file(&self, path: &str) -> String {
        self.services.with_value(|services| services.file(path))
    }

    pub fn navigate(&self, language: Language, route: Route, step: Step) {
        let services = self.services.get_value();
        services.navigate(&Address { language, route }, step);
    }

    pub fn request(&self, part: PartName) {
        self.services.get_value().request(part);
    }

    pub fn matcher(&self, content: &Content, language: Language) -> Option<Arc<dyn Matcher>> {
        self.services.get_value().matcher(content, language)
    }

    pub fn request_matcher(&self) {
        self.services.get_value().request_matcher();
    }

    pub fn draw(&self, part: Apart) -> Vec<Element> {
        self.services.get_value().draw(part)
    }

    pub fn search(&self, question: String, done: Callback<String>) {
        self.services.get_value().search(question, done);
    }

    pub fn cite(&self, format: CitationFormat, question: String, done: Callback<bool>) {
        self.services.get_value().cite(format, question, done);
    }

    pub fn last_seen(&self) -> Option<PartialDate> {
        self.services.get_value().last_seen()
    }

    pub fn copy(&self, text: String, done: Callback<bool>) {
        self.services.get_value().copy(text, done);
    }

    pub fn print(&self) {
        self.services.get_value().print();
    }

    pub fn save(&self, file: &File) {
        self.services.get_value().save(file);
    }

    pub fn save_picture(&self, picture: &Picture) {
        self.services.get_value().save_picture(picture);
    }

    pub fn title(&self, title: &str) {
        self.services.get_value().title(title);
    }

    pub fn focus(&self, id: &str) {
        self.services.get_value().focus(id);
    }

    pub fn index(&self) -> Arc<Index> {
        self.library.index()
    }

    pub fn content(&self) -> Arc<Content> {
        self.library.content()
    }

    /// The year in which "current" is meant: that of the content's date, never the clock's.
    pub fn content_year(&self) -> Year {
        self.library.index().site.content_date.year()
    }

    /// The part that holds a story for a reader: in the reader's language, otherwise in English.
    pub fn story_part(&self, id: StoryId) -> PartName {
        let own = PartName::Story(id, use_locale().language());
        if self.library.index().part(own).is_some() { own } else { PartName::Story(id, Language::En) }
    }
}

/// The shell of the subtree.
///
/// # Panics
/// Never in the product: every shell provides itself before it shows a view.
pub fn use_shell() -> Shell {
    expect_context()
}
