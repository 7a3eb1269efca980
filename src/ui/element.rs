//! Markup built from data: plain elements, and what of them reacts to the reader.
//!
//! `view!` makes a type of its own for each element, with code to build, rebuild, move and drop it: measured, some 800
//! bytes an element and more for each part that reacts, and markers between the nodes of the page. Here all elements
//! share one type, and so do all reactions (`docs/decisions/0004-plain-markup.md`).

mod html;
mod pieces;
mod told;
mod view;

use leptos::prelude::{AnyView, IntoAny};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
/// What of the browser the markup hands on: an event heard, and an element that is on the page. Components take both
/// from here and name the browser nowhere.
pub use leptos::web_sys::{Element as DomElement, Event};
pub use pieces::draw_in_pieces;
pub use told::{Changes, Nodes};

/// An element on its way to the page.
#[must_use]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
    reactions: Vec<Reaction>,
}

enum Node {
    Text(String),
    Element(Element),
    View(AnyView),
    Later(Draw),
}

/// Elements that are made when their turn comes.
pub type Draw = Box<dyn FnOnce() -> Vec<Element> + Send + Sync>;

/// A function with one argument, called by reference only. A boxed `dyn Fn` would carry code for being called by value
/// and by mutable reference as well, for each of hundreds of closures.
trait Call<A, T>: Send + Sync {
    fn call(&self, argument: A) -> T;
}

impl<A, T, F: Fn(A) -> T + Send + Sync> Call<A, T> for F {
    fn call(&self, argument: A) -> T {
        self(argument)
    }
}

/// Something asked again whenever a signal in it changes.
type Live<T> = Box<dyn Call<(), T>>;

/// Given the node, makes the work that is done now and whenever a signal in it changes.
type Setup = Box<dyn FnOnce(web_sys::Element) -> Box<dyn FnMut()> + Send + Sync>;

/// What of an element changes or listens.
enum Reaction {
    /// An attribute; none takes it away.
    Attribute(&'static str, Live<Option<String>>),
    /// A property of the node, such as the `value` of a field.
    Property(&'static str, Live<Option<String>>),
    /// The text in the element.
    Text(Live<Option<String>>),
    /// The elements in the element.
    Children(Live<Vec<Element>>),
    /// The elements in the element, each known by a number.
    Rows(Live<Vec<usize>>, Box<dyn Call<usize, Option<Element>>>),
    /// Work on the node itself.
    Node(Setup),
    Listener(&'static str, Box<dyn Call<Event, ()>>),
}

/// An element with a class; an empty class is left out.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element { tag, attributes: Vec::new(), children: Vec::new(), reactions: Vec::new() };
    if class.is_empty() { element } else { element.attr("class", class) }
}

/// A button that submits nothing.
#[inline(never)]
pub fn button(class: &'static str) -> Element {
    el("button", class).attr("type", "button")
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
pub fn pressed_value(event: &Event) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("button").ok()??.get_attribute("value")
}

/// The attribute of the nearest element around an event that has it.
pub fn data_of(event: &Event, name: &str) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

/// The value of the field that an event came from.
#[inline(never)]
pub fn field_value(event: &Event) -> String {
    leptos::prelude::event_target_value(event)
}

/// The key that was pressed.
pub fn pressed_key(event: &Event) -> String {
    event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key).unwrap_or_default()
}

/// The title of the page that has arrived in a frame, if it is in this language; none if it is the page of another host.
pub fn framed_title(event: &Event, language: &str) -> Option<String> {
    let frame: web_sys::HtmlIFrameElement = event.target()?.dyn_into().ok()?;
    let page = frame.content_document()?;
    let is_so = page.document_element()?.get_attribute("lang").as_deref() == Some(language);
    is_so.then(|| page.title())
}

// The thin generic methods are copied to each caller; the work stands once, in functions that are not.
impl Element {
    /// Sets an attribute. The value is escaped as text; markup cannot get in.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.push_attribute(name, value.as_ref())
    }

    /// Sets an attribute, or leaves it out.
    pub fn attr_if(self, is_set: bool, name: &'static str, value: impl AsRef<str>) -> Self {
        if is_set { self.push_attribute(name, value.as_ref()) } else { self }
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

    /// Adds elements that may be made a little later, while the page is not there yet (`pieces.rs`): a part of a view that takes
    /// its time.
    pub fn later(self, draw: impl FnOnce() -> Vec<Self> + Send + Sync + 'static) -> Self {
        self.push(Node::Later(Box::new(draw)))
    }

    /// Adds a part that reacts.
    #[inline(never)]
    pub fn view(self, child: AnyView) -> Self {
        self.push(Node::View(child))
    }

    /// Keeps an attribute true to what `value` says; none takes it away.
    pub fn live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.react(Reaction::Attribute(name, Box::new(move |()| value())))
    }

    /// Keeps an attribute with the words `true` and `false`, such as `aria-expanded`.
    pub fn live_bool(self, name: &'static str, value: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.live(name, move || Some(value().to_string()))
    }

    /// Keeps an attribute that is there or not, such as `hidden`.
    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.live(name, move || value().then(String::new))
    }

    /// Keeps a property of the node true to what `value` says, such as the `value` of a field.
    pub fn live_property(
        self,
        name: &'static str,
        value: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        self.react(Reaction::Property(name, Box::new(move |()| Some(value()))))
    }

    /// Fills the element with a text that changes. Nothing else may be in it.
    pub fn live_text(self, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.react(Reaction::Text(Box::new(move |()| Some(text()))))
    }

    /// Fills the element with elements that are drawn anew when a signal in `children` changes. Nothing else may be in
    /// it.
    pub fn live_children(self, children: impl Fn() -> Vec<Element> + Send + Sync + 'static) -> Self {
        self.react(Reaction::Children(Box::new(move |()| children())))
    }

    /// Fills the element with the rows of some numbers, in that order. A row whose number was there before is taken over
    /// as it stands. Nothing else may be in it.
    pub fn live_rows(
        self,
        numbers: impl Fn() -> Vec<usize> + Send + Sync + 'static,
        row: impl Fn(usize) -> Option<Element> + Send + Sync + 'static,
    ) -> Self {
        self.react(Reaction::Rows(Box::new(move |()| numbers()), Box::new(row)))
    }

    /// Does something to the node itself, now and whenever a signal in `work` changes. Only on a page, not in a file.
    pub fn live_node(self, work: impl Fn(&web_sys::Element) + Send + Sync + 'static) -> Self {
        self.live_parts(move |node| move || work(&node))
    }

    /// The same for work that remembers: `setup` is given the node once, with its children, and makes the work.
    pub fn live_parts<W: FnMut() + 'static>(
        self,
        setup: impl FnOnce(web_sys::Element) -> W + Send + Sync + 'static,
    ) -> Self {
        self.react(Reaction::Node(Box::new(move |node| Box::new(setup(node)))))
    }

    /// Hears an event, also from within the element.
    pub fn on(self, event: &'static str, listener: impl Fn(Event) + Send + Sync + 'static) -> Self {
        self.react(Reaction::Listener(event, Box::new(listener)))
    }

    #[inline(never)]
    fn react(mut self, reaction: Reaction) -> Self {
        self.reactions.push(reaction);
        self
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
