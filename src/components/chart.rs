//! A chart with what it found as its heading, its numbers as a table, its sources, and ways to take it along.

mod numbers;
mod picture;
mod take;
mod words;

use crate::domain::chart::ChartId;
use crate::domain::message::Msg;
use crate::domain::region::Region;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

use words::Words;

/// Draws a chart of the whole world or of a region.
pub fn chart(id: ChartId, region: Option<Region>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let on = shell.content_year();
    let table = id.table(&content, region, on);
    let words = Words::new(shell, locale, &content);
    let finding = words.finding(id, &table, region, on);
    let is_empty = table.is_empty();
    let worldwide = (region.is_some() && id.is_worldwide())
        .then(|| el("p", "chart__lede").text(locale.text(Msg::ChartWorldwide)));
    let chart = el("figure", "chart")
        .el(el("h3", "chart__finding").text(&finding))
        .el_if(worldwide)
        .el_if((!is_empty).then(|| el("p", "chart__lede").text(words.note(id, region))));
    if is_empty {
        return chart;
    }
    let drawing = id.drawing(&table, on, &words);
    chart
        .el(picture::picture(id, &drawing, &finding))
        .el(el("p", "chart__source").text(words.sources(&table)))
        .el(numbers::numbers(id, &table, &finding, &words))
        .el(take::take(id, region))
}
