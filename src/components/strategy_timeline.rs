//! The cycles of all countries as a table: a row for each country, a bar for each cycle, and the same in words.

use super::country_links::country_link;
use super::cycle_ruler::label;
use super::status_key::lane_class;
use super::words;
use crate::domain::country::Country;
use crate::domain::message::{Msg, Plural};
use crate::domain::strategy::Status;
use crate::domain::strategy_list::StrategyList;
use crate::domain::strategy_timeline::{CountryCycles, Cycle, StrategyTimeline};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};
use crate::ui::memo::Memo;
use crate::ui::row_list::hide_parts;

/// Height of a lane and of the room above the first, in pixels: only the width of the drawing follows the page.
const LANE: usize = 12;
const FOOT: usize = 4;

/// Draws the timeline. `visible` is what [`StrategyTimeline::shown`] says.
pub fn strategy_timeline(
    list: &StrategyList,
    timeline: &StrategyTimeline,
    visible: Memo<Vec<bool>>,
) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let head = |text: Msg| {
        let head = el("th", "table__head lanes__head").attr("scope", "col").attr("role", "columnheader");
        head.text(locale.text(text))
    };
    let heads = el("tr", "lanes__heads")
        .attr("role", "row")
        .el(head(Msg::FacetCountry))
        .el(head(Msg::StrategiesCycles).el(years(timeline)));
    let grid = grid(timeline);
    // The elements that `visible` is about, in the order in which they stand on the page.
    let mut positions = Vec::new();
    let mut body = el("tbody", "").attr("role", "rowgroup");
    for (at, row) in timeline.rows.iter().enumerate() {
        let Some(country) = content.country(row.country) else { continue };
        positions.push(list.len() + at);
        let drawn = row.cycles.iter().filter(|cycle| cycle.bar.is_some());
        positions.extend(drawn.chain(&row.cycles).map(|cycle| cycle.document));
        body = body.el(country_row(list, country, row, &grid));
    }
    // Where the page is narrow the cells of a row stand one below the other. Some browsers take what is so laid out for no
    // table any more; the roles say that it is one.
    let table = el("table", "table lanes")
        .attr("role", "table")
        .el(el("caption", "visually-hidden").text(locale.text(Msg::StrategiesTitle)))
        .el(el("thead", "").attr("role", "rowgroup").el(heads))
        .el(body);
    hide_parts(table, ".lanes__row, .lanes__bar, .lanes__words > li", positions, visible)
}

/// The years above the bars.
fn years(timeline: &StrategyTimeline) -> Element {
    // Beside the edges the digits stand within the drawing.
    let anchor = |at: usize| match at {
        0..40 => "start",
        961.. => "end",
        _ => "middle",
    };
    let year = |(year, at): &(usize, usize)| label(anchor(*at), *at, 14, &year.to_string());
    el("svg", "lanes__years")
        .attr("aria-hidden", "true")
        .attr("height", "18")
        .each(timeline.marks.iter().map(year))
}

/// The lines of the years and of the content's date, which run through all rows.
fn grid(timeline: &StrategyTimeline) -> [String; 2] {
    let upright = |at: usize| ["M", &at.to_string(), " 0V999"].concat();
    [timeline.marks.iter().map(|(_, at)| upright(*at)).collect(), upright(timeline.now)]
}

fn country_row(list: &StrategyList, country: &Country, row: &CountryCycles, grid: &[String; 2]) -> Element {
    let height = row.lanes() * LANE + FOOT;
    let [marks, now] = grid;
    let path = |class, d: &str| el("path", class).attr("d", d);
    let drawing = el("svg", "lanes__drawing")
        .attr("aria-hidden", "true")
        .attr("viewBox", ["0 0 1000 ", &height.to_string()].concat())
        .attr("preserveAspectRatio", "none")
        .attr("height", height.to_string())
        .el(path("lanes__mark", marks))
        .each(row.cycles.iter().filter_map(bar))
        .el(path("lanes__now", now));
    // Where no period is known there is nothing to draw.
    let drawing = (height > FOOT).then_some(drawing);
    let words = row.cycles.iter().filter_map(|cycle| in_words(list, cycle));
    let head = el("th", "table__cell").attr("scope", "row").attr("role", "rowheader");
    let cell = el("td", "table__cell").attr("role", "cell").el_if(drawing);
    el("tr", "lanes__row").attr("role", "row").el(head.el(country_link(country))).el(cell.el(el(
        "ul",
        "lanes__words",
    )
    .each(words)))
}

fn bar(cycle: &Cycle) -> Option<Element> {
    let bar = cycle.bar?;
    let status = if cycle.is_exact { bar.status } else { Status::Undated };
    let top = (FOOT + LANE * bar.lane + LANE / 2 - FOOT / 2).to_string();
    // A gap tells a cycle from the next.
    let (from, to) = (bar.from.to_string(), bar.to.saturating_sub(4).to_string());
    Some(el("path", lane_class(status)).attr("d", ["M", &from, " ", &top, "H", &to].concat()))
}

/// "2024–2029 current, shared with 20 others".
fn in_words(list: &StrategyList, cycle: &Cycle) -> Option<Element> {
    let locale = use_locale();
    let document = list.documents.get(cycle.document)?;
    let (start, end) = list.span(cycle.document);
    let is_unknown = document.status == Status::Undated && start.is_none() && end.is_none();
    // What has no period says just that.
    let status = if is_unknown { "" } else { locale.text(words::status(document.status)) };
    let others = document.countries.len().saturating_sub(1);
    let told = match others {
        0 => status.to_owned(),
        _ => words::remark(locale, status, &locale.count(Plural::StrategiesShared, others)),
    };
    let period = el("bdi", "lanes__period").text(words::period(locale, start, end));
    Some(el("li", "").el(period).text(" ").text(told))
}
