//! One country in the list: what it is called, who serves it, under which strategy.

use super::compare_button::compare_button;
use super::cycle_line::cycle_line;
use super::presence_mark::{PresenceSign, presence_mark};
use super::words;
use crate::domain::content::Content;
use crate::domain::country::{Country, CountryCode};
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::strategy::Status;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};
use crate::ui::row_list::Row;

/// The rows of countries in these positions, each drawn by the same function.
pub fn country_rows(positions: &[usize], draw: fn(&Content, &Country) -> Element) -> Vec<Row> {
    let content = use_shell().content();
    let row = |at: &usize| {
        let (at, content) = (*at, content.clone());
        content.countries.get(at)?;
        Some(Row::new(at, move || match content.countries.get(at) {
            Some(country) => draw(&content, country),
            None => el("li", ""),
        }))
    };
    positions.iter().filter_map(row).collect()
}

/// Draws the row, with a button that puts the country beside others.
pub fn country_row(content: &Content, country: &Country) -> Element {
    row(content, country, Some(compare_button(country)))
}

/// The same without the button, where nothing can be pressed.
pub fn plain_country_row(content: &Content, country: &Country) -> Element {
    row(content, country, None)
}

fn row(content: &Content, country: &Country, compare: Option<Element>) -> Element {
    el("li", "country").el(name(country, compare)).el(office(content, country)).el(strategy(content, country))
}

fn name(country: &Country, compare: Option<Element>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let href = shell.href(Route::Country(CountryCode::Iso3(country.iso3)));
    let name = link(href).attr("class", "country__link").text(country.names.get(locale.language()));
    let code = el("span", "code").text(country.iso3.as_str());
    el("div", "").el(el("h3", "country__name").el(name).text(" ").el(code)).el(el("p", "country__kind")
        .text(locale.text(words::membership(country.membership)))
        .text(" ")
        .el_if(compare))
}

fn office(content: &Content, country: &Country) -> Element {
    let presence = content.presence(country.iso3);
    let mark = presence_mark(PresenceSign::from(&presence));
    el("p", "country__office").el(mark).el(el("span", "").text(words::presence(
        use_locale(),
        content,
        &presence,
    )))
}

/// The most telling cycle in words, all cycles as a line.
fn strategy(content: &Content, country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let on = shell.content_year();
    let cycles = content.cycles_of(country.iso3);
    let column = el("div", "country__strategy");
    let Some(leading) = cycles.iter().min_by_key(|cycle| cycle.status(on)) else {
        return column.text(locale.text(Msg::StatusNotFoundLong));
    };
    let status = leading.status(on);
    let period = words::period(locale, leading.start, leading.end);
    // What has no period says just that.
    let period = (status != Status::Undated).then(|| el("bdi", "numeric").text(period));
    let words = el("span", "country__live").el_if(period).text(" ").text(locale.text(words::status(status)));
    column.el(cycle_line(&cycles, on)).el(words)
}
