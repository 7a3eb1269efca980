//! Figures as the sources print them, each with its source: dated ones in order of time, then undated ones.

use super::table::{Cell, ChartTable, Label, Origin, Row};
use crate::domain::content::Content;
use crate::domain::figure::Figure;
use crate::domain::order::sorted_by_key;

/// A column for each metric, a row for each statement: figures that one source gives for the same year and the same
/// coverage stand in one row.
pub fn figures(content: &Content, metrics: &[&str]) -> ChartTable {
    let mut rows: Vec<Row> = Vec::new();
    for (column, metric) in metrics.iter().enumerate() {
        for figure in content.figures_of(metric) {
            let mut row = row(figure, metrics.len());
            // What one source states twice in a column are two statements.
            let is_same = |other: &Row| {
                other.label == row.label
                    && other.origin == row.origin
                    && other.cells.get(column) == Some(&Cell::Missing)
            };
            if let Some(other) = rows.iter_mut().find(|other| is_same(other)) {
                put(other, column, figure);
            } else {
                put(&mut row, column, figure);
                rows.push(row);
            }
        }
    }
    let rows = sorted_by_key(rows, |row: &Row| (row.label.year().is_none(), row.label.year()));
    ChartTable { columns: metrics.iter().map(|metric| Label::Metric((*metric).to_owned())).collect(), rows }
}

fn row(figure: &Figure, columns: usize) -> Row {
    let origin = Origin { covers: figure.breakdown.clone(), source: figure.source.clone() };
    Row {
        label: figure.year.map_or(Label::Undated, Label::Year),
        cells: vec![Cell::Missing; columns],
        origin: Some(origin),
    }
}

fn put(row: &mut Row, column: usize, figure: &Figure) {
    if let Some(cell) = row.cells.get_mut(column) {
        *cell = Cell::Value(figure.value);
    }
}
