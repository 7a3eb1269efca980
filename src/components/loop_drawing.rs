//! Steps that come round again, drawn as a loop. The list below it says what each step is.

use crate::domain::language::Direction;
use crate::domain::loop_drawing::{HEIGHT, Point, WIDTH, points};
use crate::domain::story::{Inline, Story};
use crate::state::locale::use_locale;
use crate::ui::element::{Element, decoration, el};

/// The loop through the two rows of points.
const LINE: &str = "M90 56H630A50 50 0 0 1 630 156H90A50 50 0 0 1 90 56Z";

/// The loop of the steps of a story, each with its number and the words that its text begins with in bold.
pub fn loop_drawing(story: &Story, steps: &[Vec<Inline>]) -> Element {
    let is_mirrored = story.language.direction() == Direction::Rtl;
    let points = points(steps.len());
    let line = el("g", "")
        .attr_if(is_mirrored, "transform", "translate(720 0) scale(-1 1)")
        .el(el("path", "loop__line").attr("d", LINE))
        .el(el("path", "loop__sign").attr("d", signs(&points)));
    let mut drawing = decoration("loop", &["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat());
    drawing = drawing.el(line);
    for (at, (point, step)) in points.into_iter().zip(steps).enumerate() {
        let x = if is_mirrored { WIDTH - point.x } else { point.x }.to_string();
        drawing = drawing
            .el(el("circle", "loop__point").attr("cx", &x).attr("cy", point.y.to_string()).attr("r", "18"))
            .el(text("loop__number", &x, point.y + 6, &use_locale().number(at + 1)))
            .el(text("loop__label", &x, label_place(point), name(step)));
    }
    drawing
}

/// Between two points of a row a sign that says which way the loop goes.
fn signs(points: &[Point]) -> String {
    let sign = |pair: &[Point]| match pair {
        [one, other] if one.y == other.y => {
            let shape = if one.x < other.x { "m-5-6l10 6-10 6z" } else { "m5-6l-10 6 10 6z" };
            let middle = usize::midpoint(one.x, other.x).to_string();
            Some(["M", &middle, " ", &one.y.to_string(), shape].concat())
        }
        _ => None,
    };
    points.windows(2).filter_map(sign).collect()
}

fn label_place(point: Point) -> usize {
    if point.is_above { point.y - 32 } else { point.y + 42 }
}

fn text(class: &'static str, x: &str, y: usize, text: &str) -> Element {
    el("text", class).attr("x", x).attr("y", y.to_string()).attr("text-anchor", "middle").text(text)
}

/// The bold words of a step, without the sign that ends them.
fn name(step: &[Inline]) -> &str {
    let strong = step.iter().find_map(|run| match run {
        Inline::Strong(text) => Some(text.as_str()),
        _ => None,
    });
    strong.unwrap_or("").trim_end_matches(['.', '。'])
}
