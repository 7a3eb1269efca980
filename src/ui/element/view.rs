//! How plain markup becomes nodes of the page, or text of an HTML file.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::{AddAnyAttr, AnyView, Mountable, Render, RenderHtml};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};
use leptos::wasm_bindgen::JsCast;

use super::{Element, Node};

/// An element on the page, and the parts below it that react.
pub struct ElementState {
    element: types::Element,
    views: Vec<AnyViewState>,
}

/// Drawings live in a namespace of their own (SVG 2, section 5.1).
fn namespace(tag: &str) -> Option<&'static str> {
    matches!(tag, "svg" | "path" | "line" | "circle").then_some("http://www.w3.org/2000/svg")
}

fn build(element: Element, views: &mut Vec<AnyViewState>) -> types::Element {
    let built = Rndr::create_element(element.tag, namespace(element.tag));
    for (name, value) in element.attributes {
        Rndr::set_attribute(&built, name, &value);
    }
    for child in element.children {
        match child {
            Node::Text(text) => Rndr::insert_node(&built, &Rndr::create_text_node(&text), None),
            Node::Element(child) => Rndr::insert_node(&built, &build(child, views), None),
            Node::View(view) => {
                let mut state = view.build();
                state.mount(&built, None);
                views.push(state);
            }
        }
    }
    built
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        let mut views = Vec::new();
        ElementState { element: build(self, &mut views), views }
    }

    /// Markup that takes the place of other markup replaces it: it is not meant to change piece by piece.
    fn rebuild(self, state: &mut ElementState) {
        let mut new = Render::build(self);
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
        self.views.clear();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element).and_then(|parent| parent.dyn_into().ok());
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.element));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        for child in &mut self.children {
            match child {
                Node::Text(_) => {}
                Node::Element(element) => element.dry_resolve(),
                Node::View(view) => view.dry_resolve(),
            }
        }
    }

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        buf.push('<');
        buf.push_str(self.tag);
        for (name, value) in &self.attributes {
            buf.push(' ');
            buf.push_str(name);
            buf.push_str("=\"");
            push_escaped(buf, value);
            buf.push('"');
        }
        buf.push('>');
        for child in self.children {
            match child {
                Node::Text(text) => push_escaped(buf, &text),
                Node::Element(element) => {
                    element.to_html_with_buf(buf, position, escape, mark_branches, Vec::new());
                }
                Node::View(view) => view.to_html_with_buf(buf, position, escape, mark_branches, Vec::new()),
            }
        }
        buf.push_str("</");
        buf.push_str(self.tag);
        buf.push('>');
        *position = Position::NextChild;
    }

    /// Markup is not matched with nodes that are there already; it is built anew.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElementState {
        Render::build(self)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Element {
    type Output<NewAttr: Attribute> = AnyView;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> AnyView {
        self.into_any()
    }
}

/// Text and attribute values share one rule, so that neither can end what it stands in.
fn push_escaped(buf: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => buf.push_str("&amp;"),
            '<' => buf.push_str("&lt;"),
            '>' => buf.push_str("&gt;"),
            '"' => buf.push_str("&quot;"),
            other => buf.push(other),
        }
    }
}
