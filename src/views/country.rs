//! The profile of a country: who serves it, under which strategy, with which publications, and who says so.

mod head;
mod names;
mod office;
mod related;
mod strategies;

pub use self::head::answer;
use super::not_found::nearest_view;
use crate::bundle::index::PartName;
use crate::components::loaded::loaded;
use crate::domain::country::{Country, CountryCode};
use crate::domain::embed_builder::Builder;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The view; not found if no country has this code.
pub fn country_view(code: CountryCode) -> Vec<Element> {
    let language = use_locale().language();
    let parts = vec![
        PartName::Countries,
        PartName::Offices,
        PartName::Strategies,
        PartName::CountryPublications,
        PartName::Terms(language),
    ];
    let view = move || match use_shell().content().resolve(code) {
        Some(country) => vec![profile(country)],
        None => nearest_view(code.to_string()),
    };
    vec![loaded(parts, view)]
}

/// All of it in one block, which is laid out as a brief of one sheet on paper.
fn profile(country: &Country) -> Element {
    let iso3 = country.iso3;
    let part = move |draw: fn(&Country) -> Option<Element>| {
        move || use_shell().content().country(iso3).and_then(draw).into_iter().collect()
    };
    el("article", "brief")
        .el(head::head(country))
        .later(part(|country| Some(office::responsible(country))))
        .later(part(|country| Some(strategies::strategies(country))))
        .later(part(|country| Some(office::contact(country))))
        .later(part(|country| Some(related::publications(country))))
        .later(part(related::neighbours))
        .later(part(|country| Some(names::names(country.iso3))))
        .el(embed(country))
}

/// The way to the code that shows this country on another site.
fn embed(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let chosen = Builder::default().with("country", country.iso3.as_str());
    let way = link(shell.href(Route::Embed(chosen.asked()))).text(locale.text(Msg::BuilderTitle));
    el("div", "page builder__link").el(el("p", "section__more").el(way))
}
