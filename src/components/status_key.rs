//! What the words for the state of a strategy mean, and how the timeline draws each.

use super::words;
use crate::domain::message::Msg;
use crate::domain::strategy::Status;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, decoration, el};

/// The words with their meanings, folded away; beside a timeline open, and with the line that stands for each.
pub fn status_key(is_timeline: bool) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let year = shell.content_year().to_string();
    let item = |status: Status| {
        let mark = is_timeline.then(|| {
            let line = el("path", lane_class(status)).attr("d", "M0 8H32");
            decoration("lanes__swatch", "0 0 32 16").el(line)
        });
        let means = match status {
            Status::Current => Msg::StatusMeansCurrent,
            Status::InDevelopment => Msg::StatusMeansInDevelopment,
            Status::Undated => Msg::StatusMeansUndated,
            Status::Expired => Msg::StatusMeansExpired,
        };
        let word = el("span", "").text(locale.text(words::status(status)));
        el("div", "")
            .el(el("dt", "lanes__word").el_if(mark).el(word))
            .el(el("dd", "").text(locale.with(means, &[("year", &year)])))
    };
    el("details", "sources")
        .attr_if(is_timeline, "open", "")
        .el(el("summary", "sources__summary").text(locale.text(Msg::StatusKey)))
        .el(el("dl", "definition lanes__key").each(Status::ALL.map(item)))
}

/// How a bar looks: by thickness and dashes, not by colour alone.
pub(super) fn lane_class(status: Status) -> &'static str {
    match status {
        Status::Current => "lanes__bar lanes__bar--live",
        Status::InDevelopment => "lanes__bar lanes__bar--planned",
        Status::Undated => "lanes__bar lanes__bar--open",
        Status::Expired => "lanes__bar",
    }
}
