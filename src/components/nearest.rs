//! What comes nearest to a text that nothing is called: countries by their names, publications by id and title.

use super::country_links::country_link;
use super::publication_row::publication_rows;
use super::section::section;
use crate::domain::message::Msg;
use crate::domain::near_publications::near_publications;
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

/// A section with the nearest publications; nothing if none comes near. Needs the publications.
pub fn nearest_publications(id: &str) -> Option<Element> {
    let (content, locale) = (use_shell().content(), use_locale());
    let nearest = near_publications(&content.publications, id);
    (!nearest.is_empty()).then(|| {
        section("nearest", locale.text(Msg::NavPublications), "", |body| {
            body.el(el("p", "").text(locale.text(Msg::PublicationNearest))).el(publication_rows(nearest))
        })
    })
}
