//! A list whose rows are all there from the start, and are hidden and shown.

use leptos::prelude::*;

use super::element::{Changes, Element, Nodes};

/// A row with the position by which `visible` knows it.
pub struct Row {
    pub at: usize,
    pub element: Element,
}

/// Fills a list (or the body of a table) with rows. Hiding and showing takes a fraction of the time of building rows,
/// and one effect does it for all of them.
///
/// A file has no use for rows that would only be hidden.
pub fn row_list(list: Element, mut rows: Vec<Row>, visible: Signal<Vec<bool>>) -> Element {
    if crate::IS_FOR_FILES {
        visible.with_untracked(|visible| rows.retain(|row| visible.get(row.at) == Some(&true)));
    }
    let positions: Vec<usize> = rows.iter().map(|row| row.at).collect();
    list.each(rows.into_iter().map(|row| row.element)).live_parts(move |list| {
        let rows = Nodes::matching(&list, ":scope > *");
        let mut drawn = vec![true; positions.len()];
        move || {
            let mut changes = Changes::default();
            visible.with(|visible| {
                for (place, (at, drawn)) in positions.iter().zip(&mut drawn).enumerate() {
                    let is_visible = visible.get(*at) == Some(&true);
                    if *drawn != is_visible {
                        changes.of(place).truth("hidden", !is_visible);
                        *drawn = is_visible;
                    }
                }
            });
            rows.change(&changes);
        }
    })
}
