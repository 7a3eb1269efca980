//! Plain markup, built from data.
//!
//! Most of what the site shows never changes once it stands. `view!` makes a type of its own for each element of it,
//! with code to build, rebuild, move and drop it: measured, some 800 bytes an element, and markers between the nodes of
//! the page. Here all elements share one type (`docs/decisions/0004-plain-markup.md`). What reacts to the reader stays
//! in `view!`.

mod view;

use leptos::ev::MouseEvent;
use leptos::prelude::{AnyView, IntoAny};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// An element on its way to the page.
#[must_use]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

enum Node {
    Text(String),
    Element(Element),
    View(AnyView),
}

/// An element with a class; an empty class is left out.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element { tag, attributes: Vec::new(), children: Vec::new() };
    if class.is_empty() { element } else { element.attr("class", class) }
}

/// A drawing that says nothing that the words beside it do not say: screen readers skip it.
#[inline(never)]
pub fn decoration(class: &'static str, view_box: &str) -> Element {
    el("svg", class).attr("viewBox", view_box).attr("aria-hidden", "true").attr("focusable", "false")
}

/// A link.
#[inline(never)]
pub fn link(href: String) -> Element {
    el("a", "").attr("href", href)
}

/// The value of the button that was pressed, for a listener that hears several.
pub fn pressed_value(event: &MouseEvent) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("button").ok()??.get_attribute("value")
}

// The thin generic methods are copied to each caller; the work stands once, in functions that are not.
impl Element {
    /// Sets an attribute. The value is escaped as text; markup cannot get in.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.push_attribute(name, value.as_ref())
    }

    /// Marks text that is in English whatever the page's language is.
    #[inline(never)]
    pub fn english(self) -> Self {
        self.attr("lang", "en").attr("dir", "ltr")
    }

    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.push_text(text.as_ref())
    }

    #[inline(never)]
    pub fn text_if(self, text: Option<String>) -> Self {
        match text {
            Some(text) => self.text(text),
            None => self,
        }
    }

    /// Adds an element.
    #[inline(never)]
    pub fn el(self, child: Element) -> Self {
        self.push(Node::Element(child))
    }

    #[inline(never)]
    pub fn el_if(self, child: Option<Element>) -> Self {
        match child {
            Some(child) => self.el(child),
            None => self,
        }
    }

    /// Adds elements.
    pub fn each(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Self::el)
    }

    /// Adds a part that reacts.
    #[inline(never)]
    pub fn view(self, child: AnyView) -> Self {
        self.push(Node::View(child))
    }

    /// The finished view.
    #[inline(never)]
    pub fn into_any(self) -> AnyView {
        IntoAny::into_any(self)
    }

    fn push(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    #[inline(never)]
    fn push_attribute(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    #[inline(never)]
    fn push_text(self, text: &str) -> Self {
        self.push(Node::Text(text.to_owned()))
    }
}
