//! The sign of the site, point and thread: an office, and a ring on its thread for each place that it serves elsewhere.

use super::drawing::{Drawing, Form, Ink, Mark, WIDE, Writer};
use super::lines::name;
use super::table::{ChartTable, Label};

/// Between two rings at most, and how long the longest thread may be.
const STEP: usize = 60;
const LONGEST: usize = WIDE * 84 / 100;
/// Pixels of a row below its name.
const ROW: usize = 32;
/// Pixels from the edge to the middle of the office's point.
const IN: usize = 8;

/// A row for each country with an office: its name, the office as a point, the places as rings, their number.
pub fn rings(table: &ChartTable, writer: &dyn Writer) -> Drawing {
    let mut drawing = Drawing::default();
    let rows = || table.rows.iter().filter(|row| row.label != Label::All);
    let most = rows().map(|row| row.number(0)).max().unwrap_or(0).max(1);
    let step = (LONGEST / most).clamp(1, STEP);
    for row in rows() {
        name(&mut drawing, &writer.label(&row.label));
        let y = drawing.height + ROW / 2;
        let count = row.number(0);
        let end = (count * step).min(LONGEST);
        let thread = Mark { form: Form::Line, ink: Ink::Thread, x: [0, end], y: [y, y], nudge: IN };
        drawing.marks.push(thread);
        for at in 1..=count {
            drawing.dot(Ink::Ring, (at * step).min(LONGEST), y, IN);
        }
        drawing.dot(Ink::Point, 0, y, IN);
        drawing.text(
            row.cells.first().map(|cell| writer.cell(cell)).unwrap_or_default(),
            Ink::Number,
            end,
            y + 6,
            IN + 14,
        );
        drawing.height += ROW + 6;
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::super::drawing::test_words::Slugs;
    use super::super::table::Row;
    use super::*;
    use crate::domain::country::Iso3;

    #[test]
    fn there_is_a_ring_for_each_place() {
        for counts in [vec![14, 9, 4, 2], vec![1], vec![], vec![80]] {
            let row = |count: &usize| Row::counted(Label::Country(Iso3::parse("FJI").unwrap()), &[*count]);
            let all = Row::counted(Label::All, &[counts.iter().sum()]);
            let rows = counts.iter().map(row).chain([all]).collect();
            let drawing = rings(&ChartTable { columns: vec![Label::Served], rows }, &Slugs);
            assert_eq!(drawing.of(Ink::Ring).count(), counts.iter().sum::<usize>());
            assert_eq!(drawing.of(Ink::Point).count(), counts.len());
            assert!(drawing.marks.iter().all(|mark| mark.x[1] <= LONGEST));
        }
    }
}
