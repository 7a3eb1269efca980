//! The numbers of a chart as a table, under a line that opens.

use super::finding_id;
use super::words::Words;
use crate::components::source_note::source_line;
use crate::domain::chart::ChartId;
use crate::domain::chart::drawing::Writer;
use crate::domain::chart::table::{Cell, ChartTable, Label, Row};
use crate::domain::message::Msg;
use crate::ui::element::{Element, el};

pub(super) fn numbers(id: ChartId, table: &ChartTable, words: &Words<'_>) -> Element {
    let locale = words.locale;
    let first = match id {
        ChartId::Presence if table.columns.len() > 1 => Msg::FacetRegion,
        ChartId::Presence | ChartId::Served => Msg::FacetOffice,
        _ => Msg::FacetYear,
    };
    let has_origins = table.rows.iter().any(|row| row.origin.is_some());
    let head = |class: &'static str, text: &str| el("th", class).attr("scope", "col").text(text);
    let source = has_origins.then(|| head("table__words", locale.text(Msg::SourceSummary)));
    let heads = el("tr", "")
        .el(head("", locale.text(first)))
        .each(table.columns.iter().map(|column| head(head_class(column), &words.label(column))))
        .el_if(source);
    // These tables are the longest texts of their page: their cells need no names (blocks/table.css).
    let body = el("table", "table table--bare")
        .el(el("thead", "").el(heads))
        .el(el("tbody", "").each(table.rows.iter().map(|row| line(row, words))));
    let scroll = el("div", "scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-labelledby", finding_id(id))
        .el(body);
    el("details", "sources chart__numbers")
        .el(el("summary", "sources__summary").text(locale.text(Msg::ChartTable)))
        .el(scroll)
}

/// Numbers stand at the end of their column, names at its beginning.
fn head_class(column: &Label) -> &'static str {
    if *column == Label::Places { "table__words" } else { "" }
}

fn line(row: &Row, words: &Words<'_>) -> Element {
    let covers = row.origin.as_ref().map(|origin| el("span", "table__detail").text(&origin.covers).english());
    let head = el("th", "").attr("scope", "row").text(words.label(&row.label)).el_if(covers);
    let cell = |cell: &Cell| {
        let is_number = matches!(cell, Cell::Value(_));
        el("td", if is_number { "" } else { "table__words" }).text(words.cell(cell))
    };
    let source =
        row.origin.as_ref().map(|origin| el("td", "table__words").el(source_line(origin.source.clone())));
    el("tr", "").el(head).each(row.cells.iter().map(cell)).el_if(source)
}
