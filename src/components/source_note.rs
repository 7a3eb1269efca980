//! The one pattern by which a fact tells its source: a line that opens.

use crate::domain::country::Source;
use crate::domain::message::Msg;
use crate::domain::web_address::WebAddress;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The source of the facts beside it, with the date of the content.
pub fn source_note(source: Source) -> Element {
    source_note_of(source_line(source))
}

/// The same for a source that is a line already.
pub fn source_note_of(line: Element) -> Element {
    let list = el("ul", "sources__list")
        .el(el("li", "sources__item").el(line))
        .el(el("li", "sources__item").text(content_date()));
    el("details", "sources")
        .el(el("summary", "sources__summary").text(use_locale().text(Msg::SourceSummary)))
        .el(list)
}

/// "Content of 23 November 2026".
pub fn content_date() -> String {
    let (shell, locale) = (use_shell(), use_locale());
    locale.with(Msg::SourceAsOf, &[("date", &locale.date(shell.index().site.content_date))])
}

/// A source's name, and where it was seen.
pub fn source_line(source: Source) -> Element {
    let line = el("span", "").el(el("span", "").english().text(source.name));
    match source.address {
        Some(address) => line.text(" ").el(seen_at(&address)),
        None => line,
    }
}

/// A link where the address is official and secure. Anything else is named, never linked: a third party's copy is
/// provenance, not a place to send readers to.
pub fn seen_at(address: &WebAddress) -> Element {
    let locale = use_locale();
    if address.is_linkable() {
        return outside_link(address).text(address.host());
    }
    let message = if address.is_official() { Msg::SourceSeenInsecure } else { Msg::SourceSeenThirdParty };
    el("span", "source__seen").text(locale.with(message, &[("host", address.host())]))
}

/// A link that leaves the site. Only addresses that may be offered get here.
pub fn outside_link(address: &WebAddress) -> Element {
    el("a", "").attr("href", address.as_str()).attr("rel", "external")
}
