//! The cycles of a country's strategies as a short line: thin for periods that ended, thick for current ones, a tick
//! for the content's date. The years stand beside it in words.

use crate::domain::date::Year;
use crate::domain::strategy::{Status, Strategy};
use crate::ui::element::{Element, decoration, el};

const FIRST: u16 = 2008;
const LAST: u16 = 2031;
const WIDTH: u16 = 208;

/// Draws the line.
pub fn cycle_line(strategies: &[&Strategy], on: Year) -> Element {
    let bars = strategies.iter().filter_map(|strategy| {
        let (start, end) = (strategy.start?, strategy.end?);
        let is_live = strategy.status(on) == Status::Current;
        let class = if is_live { "cycle__bar cycle__bar--live" } else { "cycle__bar" };
        Some(line(class, place(start.number()), place(end.number() + 1).saturating_sub(2), "7", "7"))
    });
    // The content's date lies late in its year as often as early: the tick stands at the end of the year.
    let now = place(on.number() + 1);
    decoration("cycle", "0 0 208 14").el(line("cycle__base", 0, WIDTH, "7", "7")).each(bars).el(line(
        "cycle__now",
        now,
        now,
        "0",
        "14",
    ))
}

fn line(class: &'static str, from: u16, to: u16, top: &str, bottom: &str) -> Element {
    el("line", class)
        .attr("x1", from.to_string())
        .attr("x2", to.to_string())
        .attr("y1", top)
        .attr("y2", bottom)
}

fn place(year: u16) -> u16 {
    (year.clamp(FIRST, LAST) - FIRST) * WIDTH / (LAST - FIRST)
}
