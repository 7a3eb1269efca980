//! Two to four countries side by side, in one table that fits on a sheet.

use super::country_links::country_link;
use super::words;
use crate::domain::content::Content;
use crate::domain::country::{Country, Iso3};
use crate::domain::list_query::MOST_COMPARED;
use crate::domain::message::Msg;
use crate::state::apart::Apart;
use crate::state::list_controls::ListControls;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, Event, button, el, pressed_value};
use crate::ui::icon::{Icon, icon_mark};
use crate::ui::memo::{Memo, memo};

/// The table, or what is still to be chosen; nothing while no country is chosen.
pub fn comparison(controls: ListControls) -> Element {
    let shell = use_shell();
    let compared = memo(move || controls.query.with(|query| query.compared().to_vec()));
    let on_press = move |event: Event| {
        let query = controls.query.get_untracked();
        match pressed_value(&event) {
            Some(value) if value == "all" => controls.on_query.run(query.without_comparison()),
            Some(value) => {
                if let Some(iso3) = Iso3::parse(&value) {
                    controls.on_query.run(query.compared_with(iso3));
                }
            }
            None => {}
        }
    };
    let head = el("h2", "comparison__head").attr("id", "comparison-head");
    el("section", "comparison")
        .attr("aria-labelledby", "comparison-head")
        .live_flag("hidden", move || compared.with(Vec::is_empty))
        .live_bool("data-complete", move || compared.with(|compared| compared.len() > 1))
        .on("click", on_press)
        .el(head.text(use_locale().text(Msg::CompareTitle)))
        .el(el("div", "comparison__body").live_children(move || {
            if compared.with(Vec::is_empty) { Vec::new() } else { shell.draw(Apart::Comparison(compared)) }
        }))
}

/// What stands below its heading, with the countries that are chosen.
pub fn compared(compared: Memo<Vec<Iso3>>) -> Vec<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let countries: Vec<&Country> =
        compared.get().into_iter().filter_map(|iso3| content.country(iso3)).collect();
    parts(locale, &content, &countries)
}

fn parts(locale: Locale, content: &Content, countries: &[&Country]) -> Vec<Element> {
    let hint = match countries.len() {
        0 | 1 => Some(Msg::CompareMore),
        MOST_COMPARED => Some(Msg::CompareFull),
        _ => None,
    };
    let hint = hint.map(|hint| el("p", "comparison__hint").text(locale.text(hint)));
    let clear = button("copy").attr("value", "all").text(locale.text(Msg::CompareClear));
    let shown = if countries.len() > 1 {
        table(locale, content, countries)
    } else {
        el("p", "").each(countries.iter().map(|country| country_link(country)))
    };
    vec![shown, el("div", "cluster comparison__foot").el_if(hint).el(clear)]
}

/// How a fact of a country is told.
type Told = fn(Locale, &Content, &Country) -> String;

/// One column for each country, one row for each fact.
fn table(locale: Locale, content: &Content, countries: &[&Country]) -> Element {
    let column = |country: &&Country| {
        let name = country.names.get(locale.language());
        let remove = button("comparison__remove")
            .attr("value", country.iso3.as_str())
            .attr("aria-label", locale.with(Msg::CompareRemove, &[("country", name)]))
            .el(icon_mark(Icon::Close));
        el("th", "table__head").attr("scope", "col").el(country_link(country)).el(remove)
    };
    let corner = el("th", "table__head").attr("scope", "col").text(locale.text(Msg::CompareFact));
    let head = el("thead", "").el(el("tr", "").el(corner).each(countries.iter().map(column)));
    let row = |(term, value): (Msg, Told)| {
        let cell = |country: &&Country| el("td", "table__cell").text(value(locale, content, country));
        let term = el("th", "table__cell").attr("scope", "row").text(locale.text(term));
        el("tr", "").el(term).each(countries.iter().map(cell))
    };
    let rows: [(Msg, Told); 7] = [
        (Msg::FactCodes, |_, _, country| codes(country)),
        (Msg::FacetMembership, |locale, _, country| {
            locale.text(words::membership(country.membership)).to_owned()
        }),
        (Msg::FacetRegion, |locale, _, country| {
            locale.text(country.region.map_or(Msg::RegionNone, words::region)).to_owned()
        }),
        (Msg::FacetIncome, |locale, _, country| words::income_of(locale, country)),
        (Msg::FacetOffice, |locale, content, country| {
            words::presence(locale, content, &content.presence(country.iso3))
        }),
        (Msg::FacetStrategy, words::leading_strategy),
        (Msg::FactNote, |_, _, country| country.note.clone().unwrap_or_default()),
    ];
    let has_notes = countries.iter().any(|country| country.note.is_some());
    let rows = rows.into_iter().filter(|(term, _)| *term != Msg::FactNote || has_notes).map(row);
    let table = el("table", "table").el(head).el(el("tbody", "").each(rows));
    el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", locale.with(Msg::TableRegion, &[("caption", locale.text(Msg::CompareTitle))]))
        .el(table)
}

/// All codes of a country: "KEN · KE · 404".
fn codes(country: &Country) -> String {
    let m49 = country.m49.map(|m49| [" · ", &m49.to_string()].concat()).unwrap_or_default();
    [country.iso3.as_str(), " · ", country.iso2.as_str(), &m49].concat()
}
