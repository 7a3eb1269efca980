//! A list whose rows are all there from the start, and are hidden and shown.

use leptos::html::Ul;
use leptos::prelude::*;

/// A row with the position by which `visible` knows it.
pub struct Row {
    pub at: usize,
    pub view: AnyView,
}

/// The list. Hiding and showing takes a fraction of the time of building rows, and one effect does it for all of them.
#[component]
pub fn RowList(
    class: &'static str,
    rows: Vec<Row>,
    #[prop(into)] visible: Signal<Vec<bool>>,
) -> impl IntoView {
    let list = NodeRef::<Ul>::new();
    let positions: Vec<usize> = rows.iter().map(|row| row.at).collect();
    let views: Vec<AnyView> = rows.into_iter().map(|row| row.view).collect();
    let shown = RenderEffect::new(move |before: Option<Vec<bool>>| {
        let visible = visible.get();
        let Some(list) = list.get() else { return Vec::new() };
        let before = before.unwrap_or_default();
        let children = list.children();
        for (child, at) in (0..).zip(&positions) {
            let now = visible.get(*at) == Some(&true);
            if before.get(*at) != Some(&now)
                && let Some(row) = children.item(child)
            {
                _ = row.toggle_attribute_with_force("hidden", !now);
            }
        }
        visible
    });
    on_cleanup(move || drop(shown));
    view! { <ul class=class node_ref=list>{views}</ul> }
}
