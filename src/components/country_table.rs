//! The countries as a table that can be sorted by its heads.

use super::compare_button::compare_button;
use super::words;
use crate::domain::content::Content;
use crate::domain::country::{Country, CountryCode};
use crate::domain::list_query::List;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, Event, button, el, link, pressed_value};
use crate::ui::memo::Memo;
use crate::ui::row_list::{Row, row_list};

/// The heads: what each column says, and the order it can bring.
const HEADS: [(Msg, Option<&str>); 6] = [
    (Msg::FacetCountry, Some("name")),
    (Msg::FacetMembership, None),
    (Msg::FacetRegion, Some("region")),
    (Msg::FacetOffice, None),
    (Msg::FacetStrategy, Some("strategy_end")),
    (Msg::FacetIncome, None),
];

/// The table of some rows, in their order.
pub fn country_table(controls: ListControls, rows: Vec<Row>, visible: Memo<Vec<bool>>) -> Element {
    let locale = use_locale();
    let caption = el("caption", "visually-hidden").text(locale.text(Msg::CountriesTitle));
    let on_press = move |event: Event| {
        if let Some(sort) = pressed_value(&event) {
            controls
                .on_query
                .run(controls.query.with_untracked(|query| query.sorted_by(List::Countries, &sort)));
        }
    };
    let last = el("th", "table__head table__head--tool");
    let last = last.attr("scope", "col").el(el("span", "visually-hidden").text(locale.text(Msg::CompareAdd)));
    let heads =
        el("tr", "").on("click", on_press).each(HEADS.map(|head| column_head(controls, head))).el(last);
    let table = el("table", "table country-table").el(caption).el(el("thead", "").el(heads)).el(row_list(
        el("tbody", ""),
        rows,
        visible,
    ));
    el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", locale.with(Msg::TableRegion, &[("caption", locale.text(Msg::CountriesTitle))]))
        .el(table)
}

fn column_head(controls: ListControls, (text, sort): (Msg, Option<&'static str>)) -> Element {
    let text = use_locale().text(text);
    let head = el("th", "table__head").attr("scope", "col");
    let Some(sort) = sort else { return head.text(text) };
    // The end of a strategy is sorted with the latest first; the others from the beginning.
    let direction = if sort == "strategy_end" { "descending" } else { "ascending" };
    head.live("aria-sort", move || {
        let is_sorted = controls.query.with(|query| query.sort(List::Countries) == sort);
        is_sorted.then(|| direction.to_owned())
    })
    .el(button("table__sort").attr("value", sort).text(text))
}

/// One country as a row of the table.
pub fn country_cells(content: &Content, country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let href = shell.href(Route::Country(CountryCode::Iso3(country.iso3)));
    let name = link(href).text(country.names.get(locale.language()));
    // The code in a line of its own: the line follows the page's direction, the code its own.
    let code = el("div", "").el(el("span", "code").text(country.iso3.as_str()));
    let cell = |text: &str| el("td", "table__cell").text(text);
    let presence = words::presence(locale, content, &content.presence(country.iso3));
    el("tr", "country-table__row")
        .el(el("th", "table__cell").attr("scope", "row").el(name).el(code))
        .el(cell(locale.text(words::membership(country.membership))))
        .el(cell(locale.text(country.region.map_or(Msg::RegionNone, words::region))))
        .el(cell(&presence))
        .el(cell(&words::leading_strategy(locale, content, country)))
        .el(cell(country.income.map_or("", |group| locale.text(words::income(group)))))
        .el(el("td", "table__cell table__cell--tool").el(compare_button(country)))
}
