//! What is to become of nodes, told to the browser in one text: `nodes.js` reads it and has the reasons.

use leptos::prelude::AnyView;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{self, JsCast};
use leptos::web_sys;
use leptos::web_sys::js_sys::Array;

use super::pieces::is_off_stage;
use super::{Draw, Element, Node, Reaction};

#[wasm_bindgen(wasm_bindgen = wasm_bindgen, module = "/src/ui/element/nodes.js")]
extern "C" {
    #[wasm_bindgen(js_name = build)]
    fn js_build(text: &str) -> Array;
    #[wasm_bindgen(js_name = matching)]
    fn js_matching(parent: &web_sys::Element, selector: &str) -> Array;
    #[wasm_bindgen(js_name = change)]
    fn js_change(nodes: &Array, text: &str);
}

/// Stands between two pieces; it is no character of a text for readers.
const BETWEEN: char = '\u{1F}';

#[derive(Default)]
struct Pieces(String);

impl Pieces {
    fn attribute(&mut self, name: &str, value: &str) {
        self.push('@', name);
        self.0.push('=');
        self.push_text(value);
    }

    #[inline(never)]
    fn push(&mut self, kind: char, text: &str) {
        if !self.0.is_empty() {
            self.0.push(BETWEEN);
        }
        self.0.push(kind);
        self.push_text(text);
    }

    #[inline(never)]
    fn push_text(&mut self, text: &str) {
        if text.contains(BETWEEN) {
            self.0.extend(text.chars().filter(|char| *char != BETWEEN));
        } else {
            self.0.push_str(text);
        }
    }
}

/// Elements to be made.
#[derive(Default)]
pub(super) struct Plan {
    pieces: Pieces,
    wanted: Vec<Wanted>,
}

/// What a node is wanted for once it has been made.
pub(super) enum Wanted {
    /// An element that reacts, or is one of those that were asked for.
    Element { reactions: Vec<Reaction>, is_root: bool },
    /// A view takes the place of the node.
    View(AnyView),
    /// Elements take the place of the node.
    Later(Draw),
}

impl Plan {
    /// Adds an element with all that is in it.
    pub(super) fn add(&mut self, element: Element, is_root: bool) {
        // Drawings live in a namespace of their own (SVG 2, section 5.1).
        let is_drawing = matches!(
            element.tag,
            "svg" | "path" | "line" | "rect" | "circle" | "text" | "g" | "pattern" | "defs"
        );
        self.pieces.push(if is_drawing { '{' } else { '<' }, element.tag);
        for (name, value) in &element.attributes {
            self.pieces.attribute(name, value);
        }
        for child in element.children {
            match child {
                Node::Text(text) => self.pieces.push('"', &text),
                Node::Element(child) => self.add(child, false),
                Node::View(view) => {
                    self.pieces.push('?', "");
                    self.wanted.push(Wanted::View(view));
                }
                Node::Later(draw) if is_off_stage() => {
                    self.pieces.push('?', "");
                    self.wanted.push(Wanted::Later(draw));
                }
                Node::Later(draw) => draw().into_iter().for_each(|child| self.add(child, false)),
            }
        }
        let reactions = element.reactions;
        let is_wanted = is_root || !reactions.is_empty();
        self.pieces.push(if is_wanted { '!' } else { '>' }, "");
        if is_wanted {
            self.wanted.push(Wanted::Element { reactions, is_root });
        }
    }

    /// Has the nodes made. Inner ones come before those around them.
    pub(super) fn build(self) -> impl Iterator<Item = (web_sys::Element, Wanted)> {
        let nodes = js_build(&self.pieces.0);
        let node = move |at: usize| nodes.get(u32::try_from(at).unwrap_or(u32::MAX)).unchecked_into();
        self.wanted.into_iter().enumerate().map(move |(at, wanted)| (node(at), wanted))
    }
}

/// Nodes whose changes are told together.
pub struct Nodes(Array);

impl Nodes {
    /// The elements in another one that a selector matches. They are known by their place in this order.
    pub fn matching(parent: &web_sys::Element, selector: &str) -> Self {
        Self(js_matching(parent, selector))
    }

    /// Makes changes.
    pub fn change(&self, changes: &Changes) {
        if !changes.0.0.is_empty() {
            js_change(&self.0, &changes.0.0);
        }
    }
}

/// Changes of some nodes.
#[derive(Default)]
pub struct Changes(Pieces);

impl Changes {
    /// What follows is about the node in this place.
    pub fn of(&mut self, place: usize) -> &mut Self {
        self.push('#', &place.to_string())
    }

    /// Sets or takes away an attribute without a value.
    pub fn flag(&mut self, name: &str, is_set: bool) -> &mut Self {
        if is_set {
            self.0.attribute(name, "");
            self
        } else {
            self.push('-', name)
        }
    }

    /// Sets a property that is a truth value, such as `checked`.
    pub fn truth(&mut self, name: &str, is_set: bool) -> &mut Self {
        self.push(if is_set { '+' } else { '~' }, name)
    }

    /// Sets the text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.push('"', text)
    }

    fn push(&mut self, kind: char, text: &str) -> &mut Self {
        self.0.push(kind, text);
        self
    }
}
