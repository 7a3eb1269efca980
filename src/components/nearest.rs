//! The countries whose names come nearest to a text that nothing is called.

use super::country_links::country_link;
use crate::domain::message::Msg;
use crate::state::finder::use_finder;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// Countries offered at most.
const OFFERED: usize = 4;

/// Links to the profiles of the nearest countries; nothing if no name comes near. Needs the countries.
pub fn nearest_countries(text: &str) -> Option<Element> {
    let content = use_shell().content();
    let nearest = use_finder().nearest(text, OFFERED);
    let countries = nearest.iter().filter_map(|found| content.country(found.iso3));
    let items: Vec<Element> = countries.map(|country| el("li", "").el(country_link(country))).collect();
    let lead = el("p", "").text(use_locale().text(Msg::EmptyNearest));
    (!items.is_empty()).then(|| el("div", "nearest").el(lead).el(el("ul", "cluster").each(items)))
}
