//! The page itself: head, language, focus, scroll, clipboard, paper.

use js_sys::Array;
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Element, FocusOptions, HtmlAnchorElement, HtmlElement, ScrollRestoration, Url,
};

use crate::domain::language::Language;

pub fn set_title(title: &str) {
    // Setting a title that is there already still costs the browser its work.
    if document().title() != title {
        document().set_title(title);
    }
}

/// Sets language and direction where assistive technology looks for them: on the root.
pub fn set_language(language: Language) {
    if let Some(root) = document().document_element() {
        // The starter has set the language of the first page, and to write it again makes browsers look at the style of the
        // whole page. Another one makes every list anew (blocks/cycles.css).
        if root.get_attribute("lang").as_deref() != Some(language.code()) {
            drop(root.set_attribute("data-brief", ""));
            drop(root.set_attribute("lang", language.code()));
            drop(root.set_attribute("dir", language.direction().code()));
        }
    }
}

/// All of the page that opens now is laid out at once, so that who comes back to it finds the place where they were.
pub fn lay_out_all() {
    if let Some(root) = document().document_element() {
        drop(root.remove_attribute("data-brief"));
    }
}

/// Sets the theme on the root; none follows the system.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        match theme {
            Some(theme) => drop(root.set_attribute("data-theme", theme)),
            None => drop(root.remove_attribute("data-theme")),
        }
    }
}

pub fn set_description(text: &str) {
    if let Some(element) = document().get_element_by_id("description") {
        drop(element.set_attribute("content", text));
    }
}

/// Tells feed readers in the head where the feed is.
pub fn set_feed(name: &str, href: &str) {
    if let Some(element) = document().get_element_by_id("feed") {
        drop(element.set_attribute("title", name));
        drop(element.set_attribute("href", href));
    }
}

/// Tells machines in the head what the page is about: JSON-LD, or none.
pub fn set_linked_data(json: Option<&str>) {
    super::boot::linked_data(json.unwrap_or_default());
}

/// Removes from the head what was written there about another page than the one at this path.
pub fn leave_written(path: &str) {
    let Ok(tags) = document().query_selector_all("[data-page]") else { return };
    for at in 0..tags.length() {
        let tag = tags.item(at).and_then(|tag| tag.dyn_into::<Element>().ok());
        if let Some(tag) = tag.filter(|tag| tag.get_attribute("data-page").is_none_or(|page| page != path)) {
            tag.remove();
        }
    }
}

/// Path and query as they stand in the address bar.
pub fn address() -> String {
    let location = window().location();
    [location.pathname().unwrap_or_default(), location.search().unwrap_or_default()].concat()
}

/// The part after `#`, decoded as an id.
fn anchor() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let id = crate::domain::query_string::decode(hash.strip_prefix('#')?);
    (!id.is_empty()).then_some(id)
}

/// Focuses the first element that a selector finds. Tells whether there is one.
pub fn focus(selector: &str) -> bool {
    let found = document()
        .query_selector(selector)
        .ok()
        .flatten()
        .and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(element) = &found {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        drop(element.focus_with_options(&options));
    }
    found.is_some()
}

/// Scrolls to an element, unless all of it is on the screen.
pub fn bring_into_sight(selector: &str) {
    let Ok(Some(element)) = document().query_selector(selector) else { return };
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if place.top() < 0.0 || place.bottom() > height {
        element.scroll_into_view();
    }
}

/// Whether a selector finds anything.
pub fn exists(selector: &str) -> bool {
    document().query_selector(selector).is_ok_and(|found| found.is_some())
}

/// Scrolls to the element that the address points to, the first time it is there.
pub fn show_anchor_once() {
    let Some(element) = anchor().and_then(|id| document().get_element_by_id(&id)) else {
        return;
    };
    if !element.has_attribute("data-shown") {
        drop(element.set_attribute("data-shown", "true"));
        element.scroll_into_view();
    }
}

/// A link that was clicked.
pub struct FollowedLink {
    /// As it stands in the markup.
    pub href: String,
    /// Path, query and anchor.
    pub address: String,
    pub is_same_origin: bool,
    /// Opens elsewhere, downloads, or says that it leaves the site.
    pub is_marked_external: bool,
    /// Asks to stay where the reader is on the page.
    pub keeps_scroll: bool,
}

/// The link that an event came from.
pub fn followed_link(event: &web_sys::Event) -> Option<FollowedLink> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let rel = link.rel();
    Some(FollowedLink {
        href: link.get_attribute("href")?,
        address: [link.pathname(), link.search(), link.hash()].concat(),
        is_same_origin: Some(link.origin()) == window().location().origin().ok(),
        is_marked_external: !link.target().is_empty()
            || link.has_attribute("download")
            || rel.split(' ').any(|word| word == "external"),
        keeps_scroll: link.has_attribute("data-noscroll"),
    })
}

/// Closes the details in which something happened.
pub fn close_details(event: &web_sys::Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(details) = target.and_then(|target| target.closest("details").ok().flatten()) {
        _ = details.remove_attribute("open");
    }
}

pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

pub fn scroll_to(position: f64) {
    window().scroll_to_with_x_and_y(0.0, position);
}

/// Leaves scrolling on Back and Forward to us: the browser does it before the view is there.
pub fn take_over_scrolling() {
    if let Ok(history) = window().history() {
        drop(history.set_scroll_restoration(ScrollRestoration::Manual));
    }
}

/// Runs something when the changes of this moment have been drawn.
pub fn after_drawing(run: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(run));
}

/// Puts a text on the clipboard and tells whether it worked: browsers refuse outside https and in some frames.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        done(false);
        return;
    }
    let copying = clipboard.write_text(text);
    spawn_local(async move { done(JsFuture::from(copying).await.is_ok()) });
}

/// Opens the dialogue for printing.
/// Asks for the page anew.
pub fn reload() {
    drop(window().location().reload());
}

pub fn print() {
    drop(window().print());
}

/// Scheme, host and port of the page.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Hands a text to the reader as a file. Where the browser does not allow it, nothing happens.
pub fn save(name: &str, media_type: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&text.into());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken the address with the click; the bytes need not stay.
    drop(Url::revoke_object_url(&address));
}
