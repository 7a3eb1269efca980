//! Parts of views whose code may lie apart (`state/apart.rs`).

use super::embed::filters::filter_fields;
use super::strategies::timeline::timeline;
use crate::bundle::index::PartName;
use crate::components::comparison::compared;
use crate::components::country_box::country_box;
use crate::components::country_map::country_map;
use crate::components::loaded::loaded;
use crate::state::apart::Apart;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::ui::element::Element;

/// The part, where all code is here.
pub fn draw(part: Apart) -> Vec<Element> {
    match part {
        Apart::Field(id) => vec![country_box(id)],
        Apart::Map(controls) => vec![map(controls)],
        Apart::Comparison(countries) => compared(countries),
        Apart::Timeline(controls, strategies) => vec![timeline(controls, strategies)],
        Apart::Filters(given, list) => vec![filter_fields(given, list)],
    }
}

/// The map, once its geometry has arrived.
pub fn map(controls: ListControls) -> Element {
    let parts = vec![PartName::Map, PartName::Terms(use_locale().language())];
    loaded(parts, move || vec![country_map(controls)])
}
