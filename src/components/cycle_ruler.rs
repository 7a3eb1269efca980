//! The cycles of a country's strategies on a ruler of years. All it says stands beside it in words.

use super::cycle_line::line;
use super::source_note::content_date;
use crate::domain::cycle_ruler::{Bar, CycleRuler};
use crate::domain::date::Year;
use crate::domain::language::Direction;
use crate::domain::strategy::{Status, Strategy};
use crate::state::locale::use_locale;
use crate::ui::element::{Element, el};

/// Where the first lane lies, how far apart lanes are, and what the years below them need; in pixels, because only the
/// width of the drawing follows the page: text in it keeps its size.
const FIRST_LANE: usize = 30;
const LANE: usize = 16;
const FOOT: usize = 20;

/// Draws the ruler; nothing if no period is known.
pub fn cycle_ruler(strategies: &[&Strategy], on: Year) -> Option<Element> {
    let ruler = CycleRuler::new(strategies, on)?;
    let foot = FIRST_LANE + ruler.lanes() * LANE;
    let base = foot.to_string();
    let upright = |class, at: usize| line(class, [&percent(at), &percent(at)], ["18", &base]);
    // Beyond the middle the words stand before their line, so that they stay in the drawing.
    let anchor = if ruler.now > 500 { "end" } else { "start" };
    let mut drawing =
        el("svg", "ruler").attr("aria-hidden", "true").attr("height", (foot + FOOT).to_string());
    for (year, at) in &ruler.marks {
        let year = label("middle", *at, foot + FOOT - 4, &year.to_string());
        drawing = drawing.el(upright("ruler__mark", *at)).el(year);
    }
    let drawing = drawing.each(ruler.bars.iter().map(bar)).el(upright("ruler__now", ruler.now));
    Some(drawing.el(label(anchor, ruler.now, 12, &content_date())))
}

fn bar(bar: &Bar) -> Element {
    let class = match bar.status {
        Status::Current => "ruler__bar ruler__bar--live",
        Status::InDevelopment => "ruler__bar ruler__bar--planned",
        _ => "ruler__bar",
    };
    let lane = (FIRST_LANE + bar.lane * LANE).to_string();
    // A gap tells a cycle from the next.
    line(class, [&percent(bar.from), &percent(bar.to.saturating_sub(4))], [&lane, &lane])
}

/// A text of a drawing.
pub(super) fn label(anchor: &str, at: usize, top: usize, text: &str) -> Element {
    el("text", "ruler__label")
        .attr("x", percent(at))
        .attr("y", top.to_string())
        .attr("text-anchor", anchor)
        .text(text)
}

/// A place counted in the direction of reading, as a share of the width counted from the left.
fn percent(at: usize) -> String {
    let is_mirrored = use_locale().language().direction() == Direction::Rtl;
    let left = if is_mirrored { 1000 - at.min(1000) } else { at };
    [&(left / 10).to_string(), ".", &(left % 10).to_string(), "%"].concat()
}
