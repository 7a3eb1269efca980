//! The page that partners open in a frame of their own page: it says what that page permits, and which line is missing.

use super::frame::Frame;
use crate::domain::embed::FOLDER;
use crate::domain::message::Msg;
use crate::state::locale::Locale;
use crate::ui::element::{Element, el};

/// The page. `site` is the address of the site's folder, with its host if that is known.
pub(super) fn page(frame: &Frame, locale: Locale, site: &str) -> String {
    let title = locale.text(Msg::EmbedCheckTitle);
    let host = site.trim_end_matches('/');
    let policy = |directive: &str| ["Content-Security-Policy: ", directive, " ", host].concat();
    let rows = [
        ("frame", Msg::EmbedCheckFrame, policy("frame-src")),
        ("script", Msg::EmbedCheckScript, "sandbox=\"allow-scripts\"".to_owned()),
        (
            "window",
            Msg::EmbedCheckWindow,
            "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"".to_owned(),
        ),
        (
            "height",
            Msg::EmbedCheckHeight,
            "style=\"height:auto;min-height:480px;frame-sizing:content-height\"".to_owned(),
        ),
        ("loader", Msg::EmbedCheckLoader, policy("script-src")),
    ];
    let rows = rows.into_iter().map(|(key, what, line)| row(locale, key, what, &line));
    let example = ["<iframe src=\"", site, FOLDER, locale.language().code(), "/check\"></iframe>"].concat();
    let body = el("main", "embed__main")
        .el(el("h1", "embed__title").text(title))
        .el(el("p", "embed__lead").text(locale.text(Msg::EmbedCheckLead)))
        .el(el("p", "").el(el("code", "code").attr("dir", "ltr").text(example)))
        .el(el("ul", "embed__checks").each(rows));
    frame.check(locale, title, body)
}

/// One permission: what it is for, what the script found, and the line that gives it. Without a script it has not been looked at.
fn row(locale: Locale, key: &'static str, what: Msg, line: &str) -> Element {
    let state = el("strong", "embed__state")
        .attr("data-yes", locale.text(Msg::EmbedCheckYes))
        .attr("data-no", locale.text(Msg::EmbedCheckNo))
        .text(locale.text(Msg::EmbedCheckUnknown));
    el("li", "embed__check")
        .attr("data-check", key)
        .el(el("p", "").text(locale.text(what)).text(" ").el(state))
        .el(el("p", "embed__line").el(el("code", "code").attr("dir", "ltr").text(line)))
}
