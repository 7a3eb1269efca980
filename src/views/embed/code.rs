//! What is to be pasted, for each kind of site, and what the site must allow.

use super::{Framed, title};
use crate::components::copy_button::copy_button_of;
use crate::components::section::section;
use crate::domain::embed::look::Scheme;
use crate::domain::embed::{Embed, EmbedView, FOLDER};
use crate::domain::embed_snippet::{Snippet, frame_policy, script_policy};
use crate::domain::message::Msg;
use crate::domain::route::{Address, Route};
use crate::domain::story::PageName;
use crate::state::embed_choices::EmbedChoices;
use crate::state::locale::use_locale;
use crate::state::shell::{Shell, use_shell};
use crate::ui::element::{Element, el, link};
use crate::ui::memo::{Memo, memo};

/// A name, a trademark, that is the same in every language.
const WORDPRESS: &str = "WordPress";

/// The three ways.
pub(super) fn code(given: EmbedChoices, framed: Framed) -> Element {
    let locale = use_locale();
    let snippet = move |write: fn(&Snippet) -> String| {
        let embed = given.embed();
        embed.map(|embed| write(&snippet_of(&embed, given.shown.get().height(), title(&embed, framed))))
    };
    let frame = memo(move || snippet(Snippet::frame).unwrap_or_default());
    let element = memo(move || snippet(Snippet::element).unwrap_or_default());
    let page = memo(move || given.embed().and_then(|embed| wordpress(&embed)).unwrap_or_default());
    let note = move || {
        let message = match given.embed() {
            Some(embed) if matches!(embed.view, EmbedView::Map(_)) => Msg::BuilderWordpressMap,
            Some(embed) if !embed.unmet().is_empty() => Msg::BuilderWordpressFilters,
            _ => Msg::BuilderWordpressNote,
        };
        locale.text(message).to_owned()
    };
    let way = |id: &str, head: &str, note: Element, copied: Memo<String>, copy: Msg| {
        let head_id = ["embed-", id].concat();
        el("section", "builder__way")
            .attr("aria-labelledby", &head_id)
            .el(el("h3", "").attr("id", head_id).text(head))
            .el(note)
            .el(block(copied, copy))
    };
    let plain = |note: Msg| el("p", "").text(locale.text(note));
    section("code", locale.text(Msg::BuilderCode), locale.text(Msg::BuilderCodeNote), |body| {
        body.el(way(
            "any",
            locale.text(Msg::BuilderAny),
            plain(Msg::BuilderAnyNote),
            frame,
            Msg::BuilderAnyCopy,
        ))
        .el(way("wordpress", WORDPRESS, el("p", "").live_text(note), page, Msg::BuilderWordpressCopy))
        .el(way(
            "script",
            locale.text(Msg::BuilderScript),
            plain(Msg::BuilderScriptNote),
            element,
            Msg::BuilderScriptCopy,
        ))
    })
    .live_flag("hidden", move || frame.with(String::is_empty))
}

/// What is to be copied, and the button that does it; nothing while there is nothing.
fn block(text: Memo<String>, copy: Msg) -> Element {
    el("div", "builder__block")
        .live_flag("hidden", move || text.with(String::is_empty))
        .el(el("pre", "builder__code code")
            .attr("dir", "ltr")
            .attr("translate", "no")
            .el(el("code", "").live_text(move || text.get())))
        .el(copy_button_of(move || text.get_untracked(), use_locale().text(copy)))
}

/// The lines that a strict host must send.
pub(super) fn allowances() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let host = origin(shell);
    let line = |head: Msg, policy: String, copy: Msg| {
        let text = memo(move || policy.clone());
        el("div", "builder__way").el(el("h3", "").text(locale.text(head))).el(block(text, copy))
    };
    let check = [FOLDER, locale.language().code(), "/check"].concat();
    let check = link(shell.file(&check)).attr("rel", "external").text(locale.text(Msg::EmbedCheckTitle));
    section("allow", locale.text(Msg::BuilderAllow), "", |body| {
        body.el(el("p", "").text(locale.text(Msg::BuilderAllowNote)))
            .el(line(Msg::BuilderAllowFrame, frame_policy(&host), Msg::BuilderAllowFrameCopy))
            .el(line(Msg::BuilderScript, script_policy(&host), Msg::BuilderAllowScriptCopy))
            .el(el("p", "").text(locale.text(Msg::BuilderAllowCheck)).text(locale.space()).el(check))
    })
}

fn snippet_of(embed: &Embed, height: u16, title: String) -> Snippet {
    let shell = use_shell();
    let host = origin(shell);
    let file = |path: &str| [&host, shell.file(path).as_str()].concat();
    let mut attributes = embed.pairs();
    attributes.push(("frame-title", title.clone()));
    Snippet {
        document: file(&embed.source()),
        page: shell.absolute(embed.language, embed.view.route()) + &embed.view.anchor(),
        loader: file(&[FOLDER, "loader.js"].concat()),
        title,
        language: embed.language,
        height,
        scheme: scheme(embed),
        attributes,
    }
}

/// The address that the host of blogs asks for a frame: that of a file, which has no query. A map has none of its own, nor has a list
/// with filters that no document has; a chart is a part of its page, so its document stands for itself.
fn wordpress(embed: &Embed) -> Option<String> {
    if matches!(embed.view, EmbedView::Map(_)) || !embed.unmet().is_empty() {
        return None;
    }
    let shell = use_shell();
    if matches!(embed.view, EmbedView::Chart(..)) {
        return Some([origin(shell), shell.file(&embed.document())].concat());
    }
    let address = Address { language: embed.language, route: embed.view.route() };
    Some([origin(shell), shell.file(address.plain_href().trim_start_matches('/'))].concat())
}

/// What the document shows to those who see light and to those who see dark pages.
fn scheme(embed: &Embed) -> &'static str {
    let schemes = embed.look.theme.schemes().iter().map(|scheme| embed.look.palette(*scheme).scheme);
    let (mut light, mut dark) = (false, false);
    for scheme in schemes {
        match scheme {
            Scheme::Light => light = true,
            Scheme::Dark => dark = true,
        }
    }
    match (light, dark) {
        (true, false) => "light",
        (false, true) => "dark",
        _ => "light dark",
    }
}

/// Scheme and host of this site; empty where they are not known, in pages that are written before it has an address.
fn origin(shell: Shell) -> String {
    let (language, route) = (use_locale().language(), Route::of_page(PageName::Overview));
    let whole = shell.absolute(language, route.clone());
    let href = shell.href(route);
    whole.strip_suffix(href.as_str()).unwrap_or_default().to_owned()
}
