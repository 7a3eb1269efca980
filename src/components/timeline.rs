//! Dated milestones, oldest first.

use super::source_note::source_line;
use crate::domain::message::Msg;
use crate::domain::milestone::Milestone;
use crate::state::locale::use_locale;
use crate::ui::element::{Element, el, link};

/// The milestones as an ordered list. They are in English.
pub fn timeline(milestones: &[&Milestone]) -> Element {
    el("ol", "timeline").each(milestones.iter().enumerate().map(|(at, milestone)| item(at, milestone)))
}

/// Some of them, by their positions, as a short line of dates that leads to the list; nothing if there are none.
pub fn milestone_links(milestones: &[&Milestone], positions: &[usize]) -> Option<Element> {
    let short = |at: &usize| {
        let milestone = milestones.get(*at)?;
        let title = link(["#", &id(*at)].concat()).english().text(&milestone.title);
        Some(el("li", "steps__item").el(time(milestone)).text(" ").el(title))
    };
    let label = use_locale().text(Msg::StorySteps);
    let list = el("ol", "steps").attr("aria-label", label).each(positions.iter().filter_map(short));
    (!positions.is_empty()).then_some(list)
}

fn id(at: usize) -> String {
    ["milestone-", &(at + 1).to_string()].concat()
}

fn time(milestone: &Milestone) -> Element {
    let date = milestone.date;
    el("time", "").attr("datetime", date.to_string()).text(use_locale().date(date))
}

fn item(at: usize, milestone: &Milestone) -> Element {
    let source = el("p", "timeline__source")
        .text([use_locale().text(Msg::SourceLabel), " "].concat())
        .el(source_line(milestone.source.clone()));
    let text = el("div", "")
        .el(el("h3", "timeline__title").english().text(&milestone.title))
        .el(el("p", "timeline__text").english().text(&milestone.detail))
        .el(source);
    el("li", "timeline__item").attr("id", id(at)).el(el("p", "timeline__date").el(time(milestone))).el(text)
}
