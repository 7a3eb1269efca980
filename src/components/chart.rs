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

/// The id of the finding, by which its drawing and its table are called.
fn finding_id(id: ChartId) -> String {
    ["finding-", id.slug()].concat()
}

/// Draws a chart of the whole world or of a region.
pub fn chart(id: ChartId, region: Option<Region>) -> Element {
    drawn(id, region, false)
}

/// The same where nothing can be taken along: below the name of a page that shows nothing else.
pub fn plain_chart(id: ChartId, region: Option<Region>) -> Element {
    drawn(id, region, true)
}

fn drawn(id: ChartId, region: Option<Region>, is_plain: bool) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let on = shell.content_year();
    let table = id.table(&content, region, on);
    let words = Words::new(shell, locale, &content);
    let finding = words.finding(id, &table, region, on);
    let head = if is_plain { "h2" } else { "h3" };
    let is_empty = table.is_empty();
    let worldwide = (region.is_some() && id.is_worldwide())
        .then(|| el("p", "chart__lede").text(locale.text(Msg::ChartWorldwide)));
    let chart = el("figure", "chart")
        .el(el(head, "chart__finding").attr("id", finding_id(id)).text(&finding))
        .el_if(worldwide)
        .el_if((!is_empty).then(|| el("p", "chart__lede").text(words.note(id, region))));
    if is_empty {
        return chart;
    }
    let drawing = id.drawing(&table, on, &words);
    chart
        .el(picture::picture(id, &drawing))
        .el(el("p", "chart__source").text(words.sources(&table)))
        .el(numbers::numbers(id, &table, &words))
        .el_if((!is_plain).then(|| take::take(id, region)))
}
