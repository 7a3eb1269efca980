//! How plain markup becomes nodes of the page.

use leptos::attr::Attribute;
use leptos::prelude::{AddAnyAttr, AnyView, Mountable, Render, RenderEffect};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Event;
use leptos::web_sys::js_sys::{Array, Reflect};

use super::pieces::{Later, is_off_stage, later};
use super::told::{Plan, Wanted};
use super::{Call, Draw, Element, Live, Reaction};

/// An element on the page, and the parts of it and below it that react.
pub struct ElementState {
    element: types::Element,
    parts: Vec<Part>,
}

/// Whatever must live as long as the element. Dropping it ends its work.
#[expect(dead_code, reason = "held until the element goes")]
enum Part {
    View(AnyViewState),
    Live(RenderEffect<Made>),
    Listener(RemoveEventHandler<types::Element>),
    Elements(Vec<ElementState>),
    Later(Later<Part>),
}

/// What a reaction has made. There is one type for all, because Leptos makes half a kilobyte for each.
enum Made {
    Nothing,
    Value(Option<String>),
    Children(#[expect(dead_code, reason = "held until others take their place")] Vec<ElementState>),
    Rows(Drawn),
}

/// Has elements made, all in one call, and sets their reactions to work.
fn build_all(elements: Vec<Element>) -> Vec<ElementState> {
    if elements.is_empty() {
        return Vec::new();
    }
    let mut plan = Plan::default();
    for element in elements {
        plan.add(element, true);
    }
    let mut states = Vec::new();
    let mut parts = Vec::new();
    for (node, wanted) in plan.build() {
        match wanted {
            Wanted::View(view) => parts.push(Part::View(put(view, &node))),
            Wanted::Later(draw) => {
                parts.push(Part::Later(later(Box::new(move || Part::Elements(put_elements(draw, &node))))));
            }
            Wanted::Element { reactions, is_root } => {
                parts.extend(reactions.into_iter().map(|reaction| begin(reaction, node.clone())));
                if is_root {
                    states.push(ElementState { element: node, parts: std::mem::take(&mut parts) });
                }
            }
        }
    }
    states
}

/// Puts a view in the place of a node.
fn put(view: AnyView, place: &types::Element) -> AnyViewState {
    let mut state = view.build();
    if let Some(parent) = Rndr::get_parent(place).and_then(|parent| parent.dyn_into().ok()) {
        state.mount(&parent, Some(place));
    }
    Rndr::remove(place);
    state
}

/// Puts elements in the place of a node.
fn put_elements(draw: Draw, place: &types::Element) -> Vec<ElementState> {
    let states = build_all(draw());
    if let Some(parent) = Rndr::get_parent(place).and_then(|parent| parent.dyn_into().ok()) {
        for state in &states {
            Rndr::insert_node(&parent, &state.element, Some(place));
        }
    }
    Rndr::remove(place);
    states
}

/// Fills an element with others in the place of what was in it.
fn fill(element: &types::Element, states: &[ElementState]) {
    let nodes: Array = states.iter().map(|state| &state.element).collect();
    element.replace_children_with_node(&nodes);
}

/// Sets a reaction to work on its element; on what is not on the page yet when its turn comes, if it draws more or looks at what
/// has been drawn.
fn begin(reaction: Reaction, element: types::Element) -> Part {
    let can_wait = matches!(reaction, Reaction::Children(_) | Reaction::Rows(..) | Reaction::Node(_));
    if can_wait && is_off_stage() {
        Part::Later(later(Box::new(move || start(reaction, element))))
    } else {
        start(reaction, element)
    }
}

/// Sets a reaction to work on its element.
fn start(reaction: Reaction, element: types::Element) -> Part {
    match reaction {
        Reaction::Attribute(name, value) => keep(
            value,
            Box::new(move |value| match value {
                Some(value) => Rndr::set_attribute(&element, name, value),
                None => Rndr::remove_attribute(&element, name),
            }),
        ),
        Reaction::Property(name, value) => keep(
            value,
            Box::new(move |value| {
                let value = value.as_deref().unwrap_or("");
                // Setting the text of a field moves the cursor to its end, even if it is the same text.
                let is_set = Reflect::get(&element, &name.into()).is_ok_and(|present| present == value);
                if !is_set {
                    _ = Reflect::set(&element, &name.into(), &value.into());
                }
            }),
        ),
        Reaction::Text(text) => keep(text, Box::new(move |text| element.set_text_content(text.as_deref()))),
        Reaction::Children(children) => live(Box::new(move |_| {
            let states = build_all(children.call(()));
            fill(&element, &states);
            Made::Children(states)
        })),
        Reaction::Rows(numbers, row) => live(Box::new(move |before| {
            let before = if let Made::Rows(drawn) = before { drawn } else { Drawn::default() };
            let (rows, states) = rows(numbers.call(()), &*row, before);
            fill(&element, &states);
            Made::Rows((rows, states))
        })),
        Reaction::Node(setup) => {
            let mut work = setup(element);
            live(Box::new(move |_| {
                work();
                Made::Nothing
            }))
        }
        Reaction::Listener(name, listener) => {
            let hear = move |event: JsValue| listener.call(Event::from(event));
            Part::Listener(Rndr::add_event_listener(&element, name, Box::new(hear)))
        }
    }
}

/// The numbers of rows, and the rows.
type Drawn = (Vec<usize>, Vec<ElementState>);

/// The rows of some numbers: those that were there before, and new ones.
fn rows(numbers: Vec<usize>, row: &dyn Call<usize, Option<Element>>, (known, states): Drawn) -> Drawn {
    let mut before: Vec<(usize, ElementState)> = known.into_iter().zip(states).collect();
    let mut drawn: Vec<(usize, Option<ElementState>)> = Vec::new();
    let mut missing = Vec::new();
    for number in numbers {
        let kept = before.iter().position(|(known, _)| *known == number);
        let kept = kept.map(|at| before.swap_remove(at).1);
        if kept.is_none() {
            let Some(element) = row.call(number) else { continue };
            missing.push(element);
        }
        drawn.push((number, kept));
    }
    let mut built = build_all(missing).into_iter();
    drawn.into_iter().filter_map(|(number, kept)| Some((number, kept.or_else(|| built.next())?))).unzip()
}

/// Puts a value where it belongs.
type Apply = Box<dyn Fn(&Option<String>)>;

/// Applies a value now, and again when it has become another one.
fn keep(value: Live<Option<String>>, apply: Apply) -> Part {
    live(Box::new(move |before| {
        let now = value.call(());
        if !matches!(before, Made::Value(before) if before == now) {
            apply(&now);
        }
        Made::Value(now)
    }))
}

/// Work that is done now, and again whenever a signal in it has changed. It is given what it has made before.
fn live(mut work: Box<dyn FnMut(Made) -> Made>) -> Part {
    Part::Live(RenderEffect::new(move |before: Option<Made>| work(before.unwrap_or(Made::Nothing))))
}

impl Render for Element {
    /// There is always one: `build_all` gives a state for each element.
    type State = Option<ElementState>;

    fn build(self) -> Self::State {
        build_all(vec![self]).pop()
    }

    /// Markup that takes the place of other markup replaces it: it is not meant to change piece by piece.
    fn rebuild(self, state: &mut Self::State) {
        let mut new = Render::build(self);
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
        self.parts.clear();
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

impl AddAnyAttr for Element {
    type Output<NewAttr: Attribute> = AnyView;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> AnyView {
        self.into_any()
    }
}
