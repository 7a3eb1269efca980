//! The cycles of a country's strategies as a short line: thin for periods that ended, thick for current ones, a tick
//! for the content's date. The years stand beside it in words.

use crate::domain::cycle::Cycle;
use crate::domain::date::Year;
use crate::domain::strategy::Status;
use crate::ui::element::{Element, decoration, el};

const FIRST: u16 = 2008;
const LAST: u16 = 2031;
const WIDTH: &str = "208";

/// Draws the line.
pub fn cycle_line(cycles: &[Cycle], on: Year) -> Element {
    let bars = cycles.iter().filter_map(|cycle| {
        let (start, end) = (cycle.start?, cycle.end?);
        let is_live = cycle.status(on) == Status::Current;
        let class = if is_live { "cycle__bar cycle__bar--live" } else { "cycle__bar" };
        let (from, to) = (place(start.number()), place(end.number() + 1).saturating_sub(2));
        Some(line(class, [&from.to_string(), &to.to_string()], ["7", "7"]))
    });
    // The content's date lies late in its year as often as early: the tick stands at the end of the year.
    let now = place(on.number() + 1).to_string();
    decoration("cycle", "0 0 208 14").el(line("cycle__base", ["0", WIDTH], ["7", "7"])).each(bars).el(line(
        "cycle__now",
        [&now, &now],
        ["0", "14"],
    ))
}

/// A line from and to these places.
pub(super) fn line(class: &'static str, [x1, x2]: [&str; 2], [y1, y2]: [&str; 2]) -> Element {
    el("line", class).attr("x1", x1).attr("x2", x2).attr("y1", y1).attr("y2", y2)
}

fn place(year: u16) -> u16 {
    (year.clamp(FIRST, LAST) - FIRST) * 208 / (LAST - FIRST)
}
