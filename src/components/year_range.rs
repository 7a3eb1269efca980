//! A span of years, as two numbers.

use crate::domain::date::Year;
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::ui::element::{Element, decoration, el, field_value};

/// The height of the histogram, as a number and in the path.
const HEIGHT: u32 = 36;
const BASE: &str = "36";

/// Two fields and a small histogram of the years there are; a year takes effect when the field is left or Enter is
/// pressed. The years are the last facet of the tally.
pub fn year_range(controls: ListControls, years: &[Year]) -> Element {
    let span = years.first().copied().zip(years.last().copied());
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
    el("fieldset", "filters__group")
        .el(legend)
        .el(histogram(controls, years))
        .el(el("div", "years").el(from).el(to))
}

/// A bar for each year from the first to the last, all in one path: one attribute to set for each answer.
fn histogram(controls: ListControls, years: &[Year]) -> Element {
    let numbers: Vec<u16> = years.iter().map(|year| year.number()).collect();
    let first = numbers.first().copied().unwrap_or(0);
    let places: Vec<u16> = numbers.iter().map(|year| year - first).collect();
    let width = usize::from(places.last().copied().unwrap_or(0)) + 1;
    let bars = move || {
        controls.tally.with(|tally| {
            let counts = tally.counts.last().map_or(&[][..], Vec::as_slice);
            let most = counts.iter().max().copied().unwrap_or(0).max(1);
            let mut path = String::new();
            for (place, count) in places.iter().zip(counts).filter(|(_, count)| **count > 0) {
                // At least a twelfth of the height: one work in a year is not none.
                let height = (count.saturating_mul(HEIGHT) / most).max(HEIGHT / 12).to_string();
                let parts = ["M", &place.to_string(), " ", BASE, "v-", &height, "h.8v", &height, "z"];
                path.push_str(&parts.concat());
            }
            Some(path)
        })
    };
    let view_box = ["0 0 ", &width.to_string(), " ", BASE].concat();
    decoration("years__chart", &view_box)
        .attr("preserveAspectRatio", "none")
        .el(el("path", "years__bars").live("d", bars))
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
