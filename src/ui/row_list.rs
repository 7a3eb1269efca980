//! A list whose rows are all there from the start, and are hidden and shown.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use super::element::Element;

/// A row with the position by which `visible` knows it.
pub struct Row {
    pub at: usize,
    pub element: Element,
}

/// Fills a list (or the body of a table) with rows. Hiding and showing takes a fraction of the time of building rows,
/// and one effect does it for all of them.
pub fn row_list(list: Element, rows: Vec<Row>, visible: Signal<Vec<bool>>) -> Element {
    let positions: Vec<usize> = rows.iter().map(|row| row.at).collect();
    let drawn = StoredValue::new(Vec::<bool>::new());
    list.each(rows.into_iter().map(|row| row.element)).live_node(move |list| {
        let now = visible.get();
        drawn.update_value(|before| {
            let children = list.children();
            for (child, at) in (0..).zip(&positions) {
                let is_visible = now.get(*at) == Some(&true);
                if before.get(*at) != Some(&is_visible)
                    && let Some(row) = children.item(child)
                {
                    // A property takes a truth value; the attribute's name would be carried over as text for each row.
                    row.unchecked_ref::<HtmlElement>().set_hidden(!is_visible);
                }
            }
            *before = now;
        });
    })
}
