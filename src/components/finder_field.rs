//! The field that finds a country, where its code may lie apart.

use crate::state::apart::Apart;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The field. Needs the countries and the offices.
pub fn finder_field(id: &'static str) -> Element {
    let shell = use_shell();
    el("div", "").live_children(move || shell.draw(Apart::Field(id)))
}
