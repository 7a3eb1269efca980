//! Columns over the years, a strip for each column of the table, all on one scale and over the same years.

use super::drawing::{Drawing, Form, Ink, WIDE, Writer};
use super::lines::{name, told};
use super::scale::year_step;
use super::table::{Cell, ChartTable, Label, Row};
use crate::domain::date::Year;

/// Pixels of the tallest column.
const TALLEST: usize = 96;
/// Room above a strip for the numbers on it, and below for the years.
const HEAD: usize = 20;
const FOOT: usize = 22;
const GAP: usize = 14;
/// Years that are named, at most.
const NAMED: usize = 7;
/// Thousandths that a number on a column needs, at 320 px.
const ROOM: usize = 100;

/// The strips. `on` is the year of the content: what is beyond is drawn as still to come.
pub fn strips(table: &ChartTable, on: Year, writer: &dyn Writer) -> Drawing {
    let years: Vec<(Year, &Row)> =
        table.rows.iter().filter_map(|row| row.label.year().map(|year| (year, row))).collect();
    let mut drawing = Drawing::default();
    let counts = |column: usize| years.iter().map(move |(_, row)| row.number(column));
    let most = (0..table.columns.len()).flat_map(counts).max().unwrap_or(0).max(1);
    for (column, label) in table.columns.iter().enumerate() {
        if column > 0 {
            name(&mut drawing, &writer.label(label));
        }
        beside(&mut drawing, table, column, writer);
        if years.is_empty() {
            continue;
        }
        let counts: Vec<usize> = counts(column).collect();
        strip(&mut drawing, &years, &counts, most, on, writer);
        if column == 0 || column + 1 == table.columns.len() {
            name_years(&mut drawing, &years, writer);
        }
        drawing.height += GAP;
    }
    drawing
}

/// What is in no year, told in words.
fn beside(drawing: &mut Drawing, table: &ChartTable, column: usize, writer: &dyn Writer) {
    for row in table.rows.iter().filter(|row| row.label.year().is_none() && row.label != Label::All) {
        let count = row.number(column);
        if count > 0 {
            told(drawing, &writer.told(&row.label, count), 0);
        }
    }
}

/// One strip, with the numbers of its tallest column and of the content's year.
fn strip(
    drawing: &mut Drawing,
    years: &[(Year, &Row)],
    counts: &[usize],
    most: usize,
    on: Year,
    writer: &dyn Writer,
) {
    // At least two pixels: one is not none.
    let height = |count: usize| if count == 0 { 0 } else { (count * TALLEST / most).max(2) };
    let tallest = counts.iter().copied().max().unwrap_or(0);
    let top = drawing.height + HEAD;
    let base = top + height(tallest).max(2);
    for (ink, is_ahead) in [(Ink::Solid, false), (Ink::Ahead, true)] {
        let of_ink = |((year, _), count): (&(Year, &Row), &usize)| {
            if (*year > on) == is_ahead { height(*count) } else { 0 }
        };
        let heights: Vec<usize> = years.iter().zip(counts).map(of_ink).collect();
        if heights.iter().any(|height| *height > 0) {
            drawing.put(Form::Columns(heights), ink, [0, WIDE], [top, base]);
        }
    }
    drawing.put(Form::Line, Ink::Axis, [0, WIDE], [base, base]);
    for at in named_columns(years, counts, on) {
        let count = counts.get(at).copied().unwrap_or(0);
        // Taller columns close by lift the number above them.
        let is_close = |(other, _): &(usize, &usize)| {
            middle(*other, years.len()).abs_diff(middle(at, years.len())) < ROOM / 2
        };
        let close = counts.iter().enumerate().filter(is_close);
        let top = close.map(|(_, count)| height(*count)).max().unwrap_or(0);
        let number = writer.cell(&Cell::count(count));
        drawing.middle(number, Ink::Number, middle(at, years.len()), base - top - 5);
    }
    drawing.height = base;
}

/// The columns whose numbers are written: the tallest (of equal ones the latest), and that of the content's year unless it
/// is too close.
fn named_columns(years: &[(Year, &Row)], counts: &[usize], on: Year) -> Vec<usize> {
    let tallest = counts.iter().enumerate().max_by_key(|(_, count)| **count).map(|(at, _)| at);
    let present = years.iter().position(|(year, _)| *year == on);
    let is_told = |at: &usize| counts.get(*at).is_some_and(|count| *count > 0);
    let mut named: Vec<usize> = present.into_iter().filter(is_told).collect();
    if let Some(tallest) = tallest.filter(is_told) {
        let is_free =
            |other: &usize| middle(*other, years.len()).abs_diff(middle(tallest, years.len())) >= ROOM;
        if named.iter().all(is_free) {
            named.push(tallest);
        }
    }
    named
}

/// The middle of a year.
fn middle(at: usize, years: usize) -> usize {
    (2 * at + 1) * WIDE / (2 * years.max(1))
}

fn name_years(drawing: &mut Drawing, years: &[(Year, &Row)], writer: &dyn Writer) {
    let step = year_step(years.len(), NAMED);
    for (at, (year, row)) in years.iter().enumerate() {
        // A single year is named, too.
        if usize::from(year.number()).is_multiple_of(step) || years.len() == 1 {
            let x = middle(at, years.len());
            drawing.middle(writer.label(&row.label), Ink::Quiet, x, drawing.height + 16);
        }
    }
    drawing.height += FOOT;
}

#[cfg(test)]
mod tests {
    use super::super::drawing::test_words::Slugs;
    use super::*;
    use proptest::prelude::*;

    fn table(first: u16, counts: &[usize], without: usize) -> ChartTable {
        let row =
            |(year, count): (u16, &usize)| Row::counted(Label::Year(Year::new(year).unwrap()), &[*count, 0]);
        let mut rows: Vec<Row> = (first..).zip(counts).map(row).collect();
        rows.push(Row::counted(Label::NotFound, &[without, 0]));
        rows.push(Row::counted(Label::All, &[100, 0]));
        ChartTable { columns: vec![Label::All, Label::Served], rows }
    }

    fn year(year: u16) -> Year {
        Year::new(year).unwrap()
    }

    #[test]
    fn what_is_to_come_is_drawn_otherwise_and_what_is_not_found_is_told() {
        let drawing = strips(&table(2020, &[1, 48, 0, 4], 77), year(2021), &Slugs);
        let heights: Vec<_> = drawing
            .marks
            .iter()
            .filter_map(|mark| match &mark.form {
                Form::Columns(heights) => Some((mark.ink, heights.clone())),
                _ => None,
            })
            .collect();
        assert_eq!(heights, [(Ink::Solid, vec![2, 96, 0, 0]), (Ink::Ahead, vec![0, 0, 0, 8])]);
        assert_eq!(drawing.texts(Ink::Number), ["48"]);
        assert!(drawing.texts(Ink::Quiet).contains(&"none_found: 77"));
    }

    #[test]
    fn without_a_year_there_is_no_strip() {
        let drawing = strips(&table(2020, &[], 5), year(2021), &Slugs);
        assert!(drawing.marks.iter().all(|mark| !matches!(mark.form, Form::Columns(_))));
        assert_eq!(drawing.texts(Ink::Quiet), ["none_found: 5"]);
    }

    proptest! {
        #[test]
        fn numbers_on_columns_have_room(counts in proptest::collection::vec(0..90_usize, 1..60), on in 1990..2060_u16) {
            let drawing = strips(&table(2000, &counts, 0), year(on), &Slugs);
            let places: Vec<usize> = drawing.of(Ink::Number).map(|mark| mark.x[0]).collect();
            prop_assert!(places.windows(2).all(|pair| pair[0].abs_diff(pair[1]) >= ROOM));
            prop_assert_eq!(places.is_empty(), counts.iter().all(|count| *count == 0));
            prop_assert!(drawing.marks.iter().all(|mark| mark.y[1] <= drawing.height));
        }
    }
}
