//! Numbers as the sources print them: a dot for each, over its year. A number without a date stands apart from the years, and
//! one that is not exact never looks like one that is.

use super::drawing::{Drawing, Form, Ink, WIDE, Writer};
use super::lines::name;
use super::room::Room;
use super::scale::Scale;
use super::table::{Cell, ChartTable, Row};
use super::text::width;
use crate::domain::date::Year;
use crate::domain::figure::{Decimal, Value};

/// Pixels of a panel: above the highest number, and for the numbers.
const HEAD: usize = 44;
const PLOT: usize = 130;
const FOOT: usize = 40;
/// Where the numbers of the scale end, the place of what has no date, and where the years begin and end.
const AFTER_SCALE: usize = 160;
const WITHOUT_DATE: usize = 210;
const AFTER_UNDATED: usize = 345;
/// Numbers of the scale that are named, at most.
const NAMED: i64 = 4;
/// Thousandths that half an em of a number and of a smaller word needs in a frame of 280 px.
const HALF_EM: usize = 33;
const HALF_SMALL_EM: usize = 27;

/// A panel for each column.
pub fn dots(table: &ChartTable, writer: &dyn Writer) -> Drawing {
    let mut drawing = Drawing::default();
    let span = span(table);
    let has_undated = table.rows.iter().any(|row| row.label.year().is_none());
    let from = if has_undated { AFTER_UNDATED } else { AFTER_SCALE };
    let years = Years { first: span.map_or(0, |span| span.0), last: span.map_or(0, |span| span.1), from };
    for (column, label) in table.columns.iter().enumerate() {
        if table.columns.len() > 1 {
            name(&mut drawing, &writer.label(label));
        }
        panel(&mut drawing, table, column, &years, writer);
    }
    let undated =
        table.rows.iter().find(|row| row.label.year().is_none()).map(|row| writer.label(&row.label));
    // Where the first year may be named without touching those words.
    let first = undated.as_ref().map_or(0, |words| WITHOUT_DATE + (width(words) + 6) * HALF_SMALL_EM / 2);
    if let Some(words) = undated {
        drawing.middle(words, Ink::Quiet, WITHOUT_DATE, drawing.height);
    }
    if span.is_some() {
        name_years(&mut drawing, table, &years, first);
    }
    drawing.height += 8;
    drawing
}

/// The years of a drawing, and where they begin.
struct Years {
    first: u16,
    last: u16,
    from: usize,
}

impl Years {
    /// The place of the `part`-th of `parts` statements in a year.
    fn place(&self, year: u16, part: usize, parts: usize) -> usize {
        let each = (WIDE - self.from) / (usize::from(self.last - self.first) + 1);
        let before = usize::from(year.clamp(self.first, self.last) - self.first);
        self.from + before * each + each * (part + 1) / (parts + 1)
    }
}

fn span(table: &ChartTable) -> Option<(u16, u16)> {
    let years = || table.rows.iter().filter_map(|row| row.label.year()).map(Year::number);
    years().min().zip(years().max())
}

/// Names the years in which something is stated, from the last on as far as there is room.
fn name_years(drawing: &mut Drawing, table: &ChartTable, years: &Years, first: usize) {
    let mut free = usize::MAX;
    for year in (years.first..=years.last).rev() {
        let is_stated = table.rows.iter().any(|row| row.label.year().is_some_and(|one| one.number() == year));
        let x = years.place(year, 0, 1);
        if is_stated && x >= first && free >= x + 4 * HALF_EM {
            drawing.middle(year.to_string(), Ink::Quiet, x, drawing.height);
            free = x;
        }
    }
}

/// One panel: lines at the named numbers, then what the sources say.
fn panel(drawing: &mut Drawing, table: &ChartTable, column: usize, years: &Years, writer: &dyn Writer) {
    let stated: Vec<(&Row, Value)> = table
        .rows
        .iter()
        .filter_map(|row| match row.cells.get(column) {
            Some(Cell::Value(value)) => Some((row, *value)),
            _ => None,
        })
        .collect();
    let numbers: Vec<i64> = stated.iter().flat_map(|(_, value)| ends(*value)).collect();
    let top = drawing.height + HEAD;
    let Some(scale) = Scale::over(&numbers, NAMED, top, top + PLOT) else { return };
    for tick in scale.ticks() {
        let y = scale.place(tick);
        drawing.put(Form::Line, Ink::Grid, [AFTER_SCALE, WIDE], [y, y]);
        let tick = Value::Exact(Decimal { units: tick, scale: 0 });
        drawing.text(writer.cell(&Cell::Value(tick)), Ink::Quiet, 0, y + 4, 0);
    }
    let latest = stated.iter().filter_map(|(row, _)| row.label.year()).max();
    let mut taken: Vec<Room> = Vec::new();
    let mut drawn: Vec<Value> = Vec::new();
    for (at, (row, value)) in stated.iter().enumerate() {
        let Some(year) = row.label.year() else {
            // What several undated sources say alike is one mark.
            if !drawn.contains(value) {
                drawn.push(*value);
                statement(drawing, &scale, &mut taken, (WITHOUT_DATE, Ink::Undated), *value, writer);
            }
            continue;
        };
        let same =
            |rows: &[(&Row, Value)]| rows.iter().filter(|(row, _)| row.label.year() == Some(year)).count();
        let x = years.place(year.number(), same(stated.get(..at).unwrap_or(&[])), same(&stated));
        let is_last = Some(year) == latest && same(stated.get(at + 1..).unwrap_or(&[])) == 0;
        let ink = if !matches!(value, Value::Exact(_)) {
            Ink::Rough
        } else if is_last {
            Ink::Stated
        } else {
            Ink::Point
        };
        statement(drawing, &scale, &mut taken, (x, ink), *value, writer);
    }
    drawing.height = top + PLOT + FOOT;
}

/// One number: its mark, how far it reaches, and its words where there is room.
fn statement(
    drawing: &mut Drawing,
    scale: &Scale,
    taken: &mut Vec<Room>,
    (x, ink): (usize, Ink),
    value: Value,
    writer: &dyn Writer,
) {
    let [low, high] = ends(value).map(|end| scale.place(end));
    let reach = match value {
        Value::MoreThan(_) | Value::AtLeast(_) => [high.saturating_sub(24), high],
        Value::AtMost(_) => [low, low + 24],
        _ => [high, low],
    };
    if reach[0] != reach[1] {
        drawing.put(Form::Line, Ink::Reach, [x, x], reach);
    }
    drawing.dot(ink, x, low, 0);
    if high != low {
        drawing.dot(ink, x, high, 0);
    }
    let words = writer.cell(&Cell::Value(value));
    let (top, bottom) = (reach[0].min(high), reach[1].max(low));
    let room = Room::beside(x, AFTER_SCALE, width(&words) * HALF_EM, [top, bottom], taken);
    // Words that were moved on from the numbers of the scale begin there. Around their middle, which is reckoned for a narrow
    // frame, they would stand far from the mark in a wide one.
    if room.middle > x {
        drawing.text(words, Ink::Number, room.middle - room.half, room.bottom, 0);
    } else {
        drawing.middle(words, Ink::Number, room.middle, room.bottom);
    }
    taken.push(room);
    taken.push(Room::of_mark(x, [top, bottom]));
}

/// The least and the largest number of a value, for placing it.
fn ends(value: Value) -> [i64; 2] {
    let (low, high) = value.ends();
    [low.whole(), high.whole()]
}

#[cfg(test)]
mod tests {
    use super::super::drawing::test_words::Slugs;
    use super::super::table::Label;
    use super::*;
    use proptest::prelude::*;

    fn table(stated: &[(Option<u16>, &str)]) -> ChartTable {
        let row = |(year, text): &(Option<u16>, &str)| Row {
            label: year.map_or(Label::Undated, |year| Label::Year(Year::new(year).unwrap())),
            cells: vec![Cell::Value(Value::parse(text).unwrap())],
            origin: None,
        };
        ChartTable { columns: vec![Label::Metric("m".to_owned())], rows: stated.iter().map(row).collect() }
    }

    fn places(drawing: &Drawing, ink: Ink) -> Vec<(usize, usize)> {
        drawing.of(ink).filter(|mark| mark.form == Form::Dot).map(|mark| (mark.x[0], mark.y[0])).collect()
    }

    #[test]
    fn only_exact_dated_numbers_are_points() {
        let stated = [
            (Some(2019), "150"),
            (Some(2020), ">150"),
            (Some(2021), "~151"),
            (Some(2022), "149-152"),
            (Some(2023), "<=152"),
            (None, "149"),
            (Some(2025), "153"),
        ];
        let drawing = dots(&table(&stated), &Slugs);
        assert_eq!(places(&drawing, Ink::Point).len(), 1);
        assert_eq!(places(&drawing, Ink::Stated).len(), 1);
        assert_eq!(places(&drawing, Ink::Undated).len(), 1);
        // A bound, an approximation and a bound are one mark each, a range is two with a line between them.
        assert_eq!(places(&drawing, Ink::Rough).len(), 5);
        assert_eq!(drawing.of(Ink::Reach).count(), 3);
        let words = ["150", ">150", "~151", "149-152", "<=152", "149", "153"];
        assert_eq!(drawing.texts(Ink::Number), words);
    }

    #[test]
    fn what_has_no_date_stands_before_the_years_and_once() {
        let drawing =
            dots(&table(&[(None, "149"), (None, "149"), (None, "152"), (Some(2019), "150")]), &Slugs);
        assert_eq!(places(&drawing, Ink::Undated).len(), 2);
        assert!(places(&drawing, Ink::Undated).iter().all(|(x, _)| *x == WITHOUT_DATE));
        assert!(places(&drawing, Ink::Stated).iter().all(|(x, _)| *x > AFTER_UNDATED));
    }

    #[test]
    fn two_numbers_of_a_year_stand_beside_each_other() {
        let drawing = dots(&table(&[(Some(2012), "8"), (Some(2013), "7"), (Some(2013), "7")]), &Slugs);
        let stated = places(&drawing, Ink::Stated);
        let point = places(&drawing, Ink::Point);
        assert_eq!((stated.len(), point.len()), (1, 2));
        assert!(point[1].0 < stated[0].0);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert!(dots(&table(&[]), &Slugs).marks.is_empty());
    }

    proptest! {
        #[test]
        fn all_marks_lie_in_the_drawing(stated in proptest::collection::vec((2010..2026_u16, 100..200_u32), 1..6)) {
            let texts: Vec<(Option<u16>, String)> = stated.iter().map(|(year, number)| (Some(*year), number.to_string())).collect();
            let texts: Vec<(Option<u16>, &str)> = texts.iter().map(|(year, text)| (*year, text.as_str())).collect();
            let drawing = dots(&table(&texts), &Slugs);
            prop_assert!(drawing.marks.iter().all(|mark| mark.x[1] <= WIDE && mark.y[1] <= drawing.height));
        }
    }
}
