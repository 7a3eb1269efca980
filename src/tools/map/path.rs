//! Writes SVG paths as short as they can be: whole numbers, each relative to the point before.

use std::fmt::Write;

use crate::domain::projection::Point;

/// A path of closed rings, each of which ends with its first point.
pub(super) fn rings<'a>(rings: impl Iterator<Item = &'a [Point]>) -> String {
    let mut pen = Pen::default();
    for ring in rings {
        // The path's own end leads back to the first point.
        let [points @ .., _] = ring else { continue };
        pen.line(points);
        pen.text.push('z');
        pen.at = points.first().copied().unwrap_or(pen.at);
    }
    pen.text
}

/// A path of open lines.
pub(super) fn lines<'a>(lines: impl Iterator<Item = &'a [Point]>) -> String {
    let mut pen = Pen::default();
    lines.for_each(|line| pen.line(line));
    pen.text
}

struct Pen {
    text: String,
    at: Point,
}

impl Default for Pen {
    fn default() -> Self {
        Self { text: String::new(), at: Point { x: 0, y: 0 } }
    }
}

impl Pen {
    /// Moves to the first point and draws to the others: after a move, SVG takes further pairs as lines.
    fn line(&mut self, points: &[Point]) {
        self.text.push_str(if points.is_empty() { "" } else { "m" });
        for point in points {
            self.number(point.x - self.at.x);
            self.number(point.y - self.at.y);
            self.at = *point;
        }
    }

    /// A sign parts two numbers as well as a space.
    fn number(&mut self, number: i32) {
        if number >= 0 && !self.text.ends_with('m') {
            self.text.push(' ');
        }
        // Writing to a string cannot fail.
        _ = write!(self.text, "{number}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i32, y: i32) -> Point {
        Point { x, y }
    }

    #[test]
    fn rings_are_relative_and_closed() {
        let (one, two) = ([at(1, 2), at(3, 1), at(0, 0), at(1, 2)], [at(5, 5), at(6, 5), at(5, 6), at(5, 5)]);
        assert_eq!(rings([&one[..], &two].into_iter()), "m1 2 2-1-3-1zm4 3 1 0-1 1z");
    }

    #[test]
    fn lines_stay_open() {
        let (one, two) = ([at(1, 2), at(3, 1)], [at(5, 5), at(6, 5)]);
        assert_eq!(lines([&one[..], &two, &[]].into_iter()), "m1 2 2-1m2 4 1 0");
    }
}
