//! How plain markup becomes text of an HTML file.

use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::{Render, RenderHtml};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};

use super::{Element, Node, Reaction};

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        for child in &mut self.children {
            match child {
                // What comes later is at hand at once: it waits for nothing.
                Node::Text(_) | Node::Later(_) => {}
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
            push_attribute(buf, name, value);
        }
        let mut children = self.children;
        for reaction in self.reactions {
            match reaction {
                // A select has no value of its own: its options are marked.
                Reaction::Property(..) if self.tag == "select" => {}
                Reaction::Attribute(name, value) | Reaction::Property(name, value) => {
                    if let Some(value) = value.call(()) {
                        push_attribute(buf, name, &value);
                    }
                }
                Reaction::Text(text) => children.extend(text.call(()).map(Node::Text)),
                Reaction::Children(live) => children.extend(live.call(()).into_iter().map(Node::Element)),
                Reaction::Rows(numbers, row) => {
                    children.extend(
                        numbers.call(()).into_iter().filter_map(|number| row.call(number)).map(Node::Element),
                    );
                }
                Reaction::Node(_) | Reaction::Listener(..) => {}
            }
        }
        buf.push('>');
        for child in children {
            match child {
                Node::Text(text) => push_escaped(buf, &text),
                Node::Element(element) => {
                    element.to_html_with_buf(buf, position, escape, mark_branches, Vec::new());
                }
                Node::Later(draw) => draw().into_iter().for_each(|element| {
                    element.to_html_with_buf(buf, position, escape, mark_branches, Vec::new());
                }),
                Node::View(view) => view.to_html_with_buf(buf, position, escape, mark_branches, Vec::new()),
            }
        }
        // The one element of ours that holds nothing and has no end.
        if self.tag != "input" {
            buf.push_str("</");
            buf.push_str(self.tag);
            buf.push('>');
        }
        *position = Position::NextChild;
    }

    /// Markup is not matched with nodes that are there already; it is built anew.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        Render::build(self)
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn push_attribute(buf: &mut String, name: &str, value: &str) {
    buf.push(' ');
    buf.push_str(name);
    buf.push_str("=\"");
    push_escaped(buf, value);
    buf.push('"');
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
