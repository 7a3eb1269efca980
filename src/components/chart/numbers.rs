//! The numbers of a chart as a table, under a line that opens.

use super::words::Words;
use crate::components::source_note::source_line;
use crate::domain::chart::ChartId;
use crate::domain::chart::drawing::Writer;
use crate::domain::chart::table::{Cell, ChartTable, Label, Row};
use crate::domain::message::Msg;
use crate::ui::element::{Element, el};

pub(super) fn numbers(id: ChartId, table: &ChartTable, finding: &str, words: &Words<'_>) -> Element {
    let locale = words.locale;
    let first = match id {
        ChartId::Presence if table.columns.len() > 1 => Msg::FacetRegion,
        ChartId::Presence | ChartId::Served => Msg::FacetOffice,
        _ => Msg::FacetYear,
    };
    let has_origins = table.rows.iter().any(|row| row.origin.is_some());
    let head = |class: &'static str, text: &str| el("th", class).attr("scope", "col").text(text);
    let source = has_origins.then(|| head("table__head", locale.text(Msg::SourceSummary)));
    let heads = el("tr", "")
        .el(head("table__head", locale.text(first)))
        .each(table.columns.iter().map(|column| head(head_class(column), &words.label(column))))
        .el_if(source);
    let body = el("table", "table")
        .el(el("caption", "visually-hidden").text(finding))
        .el(el("thead", "").el(heads))
        .el(el("tbody", "").each(table.rows.iter().map(|row| line(row, words))));
    let label = locale.with(Msg::TableRegion, &[("caption", finding)]);
    let scroll =
        el("div", "scroll").attr("role", "region").attr("tabindex", "0").attr("aria-label", label).el(body);
    el("details", "sources chart__numbers")
        .el(el("summary", "sources__summary").text(locale.text(Msg::ChartTable)))
        .el(scroll)
}

/// Numbers stand at the end of their column, names at its beginning.
fn head_class(column: &Label) -> &'static str {
    if *column == Label::Places { "table__head" } else { "table__head table__head--number" }
}

fn line(row: &Row, words: &Words<'_>) -> Element {
    let covers = row.origin.as_ref().map(|origin| el("span", "table__detail").text(&origin.covers).english());
    let head = el("th", "table__cell").attr("scope", "row").text(words.label(&row.label)).el_if(covers);
    let cell = |cell: &Cell| {
        let is_number = matches!(cell, Cell::Value(_));
        let class = if is_number { "table__cell table__cell--number" } else { "table__cell" };
        el("td", class).text(words.cell(cell))
    };
    let source =
        row.origin.as_ref().map(|origin| el("td", "table__cell").el(source_line(origin.source.clone())));
    el("tr", "").el(head).each(row.cells.iter().map(cell)).el_if(source)
}
