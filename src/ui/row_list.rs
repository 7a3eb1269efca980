//! A list whose rows are all there from the start, and are hidden and shown.

use super::element::{Changes, Element, Nodes};

use crate::ui::memo::Memo;

/// How many rows are drawn in one go, while the page is not there yet.
const PIECE: usize = 16;

/// A row with the position by which `visible` knows it.
pub struct Row {
    at: usize,
    draw: Box<dyn FnOnce() -> Element + Send + Sync>,
}

impl Row {
    pub fn new(at: usize, draw: impl FnOnce() -> Element + Send + Sync + 'static) -> Self {
        Self { at, draw: Box::new(draw) }
    }

    pub fn at(&self) -> usize {
        self.at
    }
}

/// Fills a list (or the body of a table) with rows. Hiding and showing takes a fraction of the time of building rows,
/// and one effect does it for all of them.
///
/// A file has no use for rows that would only be hidden.
pub fn row_list(list: Element, mut rows: Vec<Row>, visible: Memo<Vec<bool>>) -> Element {
    if crate::IS_FOR_FILES {
        visible.with_untracked(|visible| rows.retain(|row| visible.get(row.at) == Some(&true)));
    }
    let positions = rows.iter().map(|row| row.at).collect();
    let mut list = list;
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let piece: Vec<Row> = rows.by_ref().take(PIECE).collect();
        list = list.later(move || piece.into_iter().map(|row| (row.draw)()).collect());
    }
    hide_parts(list, ":scope > *", positions, visible)
}

/// Hides and shows the elements within another one that a selector matches. Each is known to `visible` by its position.
pub fn hide_parts(
    whole: Element,
    selector: &'static str,
    positions: Vec<usize>,
    visible: Memo<Vec<bool>>,
) -> Element {
    whole.live_parts(move |whole| {
        let parts = Nodes::matching(&whole, selector);
        let mut drawn = vec![true; positions.len()];
        move || {
            let mut changes = Changes::default();
            visible.with(|visible| {
                for (place, (at, drawn)) in positions.iter().zip(&mut drawn).enumerate() {
                    let is_visible = visible.get(*at) == Some(&true);
                    if *drawn != is_visible {
                        // The attribute and not the property, which drawings do not have.
                        changes.of(place).flag("hidden", !is_visible);
                        *drawn = is_visible;
                    }
                }
            });
            parts.change(&changes);
        }
    })
}
