//! A span of years, as two numbers.

use leptos::prelude::*;

use super::filter_panel::ListControls;
use crate::domain::date::Year;
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::ui::element::{Element, el, field_value};

/// Two fields; a year takes effect when the field is left or Enter is pressed.
pub fn year_range(controls: ListControls, span: Option<(Year, Year)>) -> Element {
    let legend = el("legend", "filters__legend").text(use_locale().text(Msg::FacetYear));
    let from = field(
        "year-from",
        Msg::YearFrom,
        span,
        controls,
        |query| query.from,
        |query, year| query.with_years(year, query.to),
    );
    let to = field(
        "year-to",
        Msg::YearTo,
        span,
        controls,
        |query| query.to,
        |query, year| query.with_years(query.from, year),
    );
    el("fieldset", "filters__group").el(legend).el(el("div", "years").el(from).el(to))
}

fn field(
    id: &'static str,
    label: Msg,
    span: Option<(Year, Year)>,
    controls: ListControls,
    read: fn(&ListQuery) -> Option<Year>,
    with: fn(&ListQuery, Option<Year>) -> ListQuery,
) -> Element {
    let shown = move || controls.query.with(read).map(|year| year.to_string()).unwrap_or_default();
    let input = el("input", "years__input")
        .attr("id", id)
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", span.map(|span| span.0.to_string()).unwrap_or_default())
        .attr("max", span.map(|span| span.1.to_string()).unwrap_or_default())
        .live_property("value", shown)
        .on("change", move |event| {
            let year = Year::parse(field_value(&event).trim());
            controls.on_query.run(controls.asked.with_untracked(|query| with(query, year)));
        });
    let label = el("label", "years__label").attr("for", id).text(use_locale().text(label));
    el("div", "years__field").el(label).el(input)
}
