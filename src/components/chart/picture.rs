//! The drawing as SVG. It is told by the words and the table beside it, so screen readers hear its finding only.

use crate::domain::chart::ChartId;
use crate::domain::chart::drawing::{Anchor, Drawing, Form, Ink, Mark, WIDE, columns_path};
use crate::domain::language::Direction;
use crate::state::locale::use_locale;
use crate::ui::element::{Element, el};

/// The id of a chart's drawing.
pub(super) fn drawing_id(id: ChartId) -> String {
    ["drawing-", id.slug()].concat()
}

pub(super) fn picture(id: ChartId, drawing: &Drawing, finding: &str) -> Element {
    let is_mirrored = use_locale().language().direction() == Direction::Rtl;
    el("svg", "chart__svg")
        .attr("id", drawing_id(id))
        .attr("role", "img")
        .attr("aria-label", finding)
        .attr("height", drawing.height.to_string())
        .each(drawing.marks.iter().map(|mark| element(mark, is_mirrored)))
}

fn element(mark: &Mark, is_mirrored: bool) -> Element {
    let x = mark.x.map(|x| if is_mirrored { WIDE - x.min(WIDE) } else { x });
    let left = x[0].min(x[1]);
    let class = class(mark.ink);
    let number = |number: usize| number.to_string();
    let tall = mark.y[1].saturating_sub(mark.y[0]);
    let element = match &mark.form {
        Form::Line => el("line", class)
            .attr("x1", percent(x[0]))
            .attr("y1", number(mark.y[0]))
            .attr("x2", percent(x[1]))
            .attr("y2", number(mark.y[1])),
        Form::Bar => el("rect", class)
            .attr("x", percent(left))
            .attr("y", number(mark.y[0]))
            .attr("width", percent(x[0].abs_diff(x[1])))
            .attr("height", number(tall)),
        Form::Dot => {
            el("circle", class).attr("cx", percent(x[0])).attr("cy", number(mark.y[0])).attr("r", "6")
        }
        Form::Columns(heights) => {
            let path = columns_path(heights, tall, is_mirrored);
            // Wider than it is drawn: the box is stretched to the width of the page.
            el("svg", "")
                .attr("y", number(mark.y[0]))
                .attr("height", number(tall))
                .attr("viewBox", ["0 0 ", &number(heights.len()), " ", &number(tall)].concat())
                .attr("preserveAspectRatio", "none")
                .el(el("path", class).attr("d", path))
        }
        Form::Text(text, anchor) => el("text", class)
            .attr("x", percent(x[0]))
            .attr("y", number(mark.y[0]))
            .attr_if(*anchor == Anchor::Middle, "text-anchor", "middle")
            .text(text),
    };
    if mark.nudge == 0 {
        return element;
    }
    let sign = if is_mirrored { "-" } else { "" };
    element.attr("transform", ["translate(", sign, &number(mark.nudge), ")"].concat())
}

/// Thousandths as a share of the width.
fn percent(thousandths: usize) -> String {
    let (whole, tenths) = (thousandths / 10, thousandths % 10);
    if tenths == 0 {
        return [&whole.to_string(), "%"].concat();
    }
    [&whole.to_string(), ".", &tenths.to_string(), "%"].concat()
}

fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::Grid => "chart__grid",
        Ink::Axis => "chart__axis",
        Ink::Solid => "chart__solid",
        Ink::Open => "chart__open",
        Ink::Dark => "chart__dark",
        Ink::Dashed => "chart__dashed",
        Ink::Ahead => "chart__ahead",
        Ink::Point => "chart__point",
        Ink::Rough => "chart__rough",
        Ink::Undated => "chart__undated",
        Ink::Stated => "chart__stated",
        Ink::Reach => "chart__reach",
        Ink::Thread => "chart__thread",
        Ink::Ring => "chart__ring",
        Ink::Name => "chart__name",
        Ink::Number => "chart__number",
        Ink::Quiet => "chart__quiet",
    }
}
