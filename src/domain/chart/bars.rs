//! Bars along the line of reading, in parts where a table has several columns.

use super::drawing::{Drawing, Form, Ink, WIDE, Writer};
use super::lines::{LEADING, name, told};
use super::table::{ChartTable, Label, Row};

/// How long the longest bar is: the rest is for its number, also at 320 px.
const LONGEST: usize = WIDE * 84 / 100;
/// Pixels of a bar.
const THICK: usize = 20;
const GAP: usize = 14;

/// The parts of a bar, in the order of the columns.
const PARTS: [Ink; 4] = [Ink::Solid, Ink::Open, Ink::Dark, Ink::Dashed];

/// A bar for each row but that of all, its name above it and its number behind it; above all of them what the parts are.
pub fn bars(table: &ChartTable, writer: &dyn Writer) -> Drawing {
    let mut drawing = Drawing::default();
    let columns: Vec<(usize, &Label)> = table.columns.iter().enumerate().collect();
    let parts: Vec<(usize, &Label)> = match columns.len() {
        1 => columns,
        _ => columns.into_iter().filter(|(_, label)| **label != Label::All).collect(),
    };
    if parts.len() > 1 {
        legend(&mut drawing, table, &parts, writer);
    }
    let sum = |row: &Row| parts.iter().map(|(column, _)| row.number(*column)).sum::<usize>();
    let rows = || table.rows.iter().filter(|row| row.label != Label::All);
    let most = rows().map(sum).max().unwrap_or(0).max(1);
    for row in rows() {
        name(&mut drawing, &writer.label(&row.label));
        let top = drawing.height + 4;
        let mut before = 0;
        for (at, (column, _)) in parts.iter().enumerate() {
            let count = row.number(*column);
            if count > 0 {
                let place = |count: usize| count * LONGEST / most;
                let ink = PARTS.get(at % PARTS.len()).copied().unwrap_or(Ink::Solid);
                drawing.put(Form::Bar, ink, [place(before), place(before + count)], [top, top + THICK]);
                before += count;
            }
        }
        let number = writer.cell(&super::table::Cell::count(before));
        drawing.text(number, Ink::Number, before * LONGEST / most, top + THICK - 4, 8);
        drawing.height = top + THICK + GAP;
    }
    drawing
}

/// What each part is, with its number in all rows.
fn legend(drawing: &mut Drawing, table: &ChartTable, parts: &[(usize, &Label)], writer: &dyn Writer) {
    for (at, (column, label)) in parts.iter().enumerate() {
        let all = table.row(&Label::All).map_or(0, |row| row.number(*column));
        let ink = PARTS.get(at % PARTS.len()).copied().unwrap_or(Ink::Solid);
        drawing.height += 3;
        drawing.dot(ink, 0, drawing.height + LEADING - 10, 8);
        told(drawing, &writer.told(label, all), 24);
    }
    drawing.height += GAP;
}

#[cfg(test)]
mod tests {
    use super::super::drawing::test_words::Slugs;
    use super::*;
    use crate::domain::region::Region;
    use proptest::prelude::*;

    fn table(counts: &[[usize; 2]]) -> ChartTable {
        let rows = counts.iter().map(|[a, b]| Row::counted(Label::Region(Region::Afr), &[*a, *b, a + b]));
        let all = Row::counted(Label::All, &[0, 0, 0]);
        ChartTable {
            columns: vec![Label::Served, Label::NotFound, Label::All],
            rows: rows.chain([all]).collect(),
        }
    }

    #[test]
    fn parts_follow_each_other_and_the_sum_is_named() {
        let drawing = bars(&table(&[[30, 12], [0, 21]]), &Slugs);
        let places: Vec<_> =
            drawing.marks.iter().filter(|mark| mark.form == Form::Bar).map(|mark| mark.x).collect();
        assert_eq!(places, [[0, 600], [600, 840], [0, 420]]);
        assert_eq!(drawing.texts(Ink::Number), ["42", "21"]);
    }

    proptest! {
        #[test]
        fn bars_are_as_long_as_their_numbers(counts in proptest::collection::vec([0..90_usize, 0..90_usize], 0..7)) {
            let drawing = bars(&table(&counts), &Slugs);
            let most = counts.iter().map(|[a, b]| a + b).max().unwrap_or(0).max(1);
            let mut ends = drawing.of(Ink::Number).map(|mark| mark.x[0]);
            for [a, b] in counts {
                prop_assert_eq!(ends.next(), Some((a + b) * LONGEST / most));
            }
            prop_assert!(drawing.marks.iter().all(|mark| mark.x[1] <= WIDE && mark.y[1] <= drawing.height));
        }
    }
}
