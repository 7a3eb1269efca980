//! Dated milestones, oldest first.

use super::source_note::source_line;
use crate::domain::message::Msg;
use crate::domain::milestone::Milestone;
use crate::state::locale::use_locale;
use crate::ui::element::{Element, el};

/// The milestones as an ordered list. They are in English.
pub fn timeline(milestones: &[&Milestone]) -> Element {
    el("ol", "timeline").each(milestones.iter().map(|milestone| item(milestone)))
}

fn item(milestone: &Milestone) -> Element {
    let locale = use_locale();
    let time = el("time", "").attr("datetime", milestone.date.to_string()).text(locale.date(milestone.date));
    let source = el("p", "timeline__source")
        .text([locale.text(Msg::SourceLabel), " "].concat())
        .el(source_line(milestone.source.clone()));
    let text = el("div", "")
        .el(el("h3", "timeline__title").english().text(&milestone.title))
        .el(el("p", "timeline__text").english().text(&milestone.detail))
        .el(source);
    el("li", "timeline__item").el(el("p", "timeline__date").el(time)).el(text)
}
