//! What can be taken along of a list of publications: its citations as a file, its address, its feed.

use super::copy_button::copy_button_of;
use super::words;
use crate::domain::citation_format::CitationFormat;
use crate::domain::feed;
use crate::domain::list_query::List;
use crate::domain::message::Msg;
use crate::domain::query_string;
use crate::domain::route::Route;
use crate::domain::search::result_page::MOST_IDS;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, button, el, pressed_value};
use crate::ui::signal::RwSignal;

/// The names of the formats are the same in every language.
const FORMATS: [(&str, CitationFormat); 4] = [
    ("RIS", CitationFormat::Ris),
    ("BibTeX", CitationFormat::Bibtex),
    ("CSL-JSON", CitationFormat::Csl),
    ("CSV", CitationFormat::Csv),
];

/// The bar under the list; nothing while the list is empty.
pub fn take_along(controls: ListControls) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let language = locale.language();
    let query = move || controls.query.get_untracked();
    let address = move || shell.absolute(language, Route::Publications(query()));
    el("div", "take-along")
        .live_flag("hidden", move || controls.tally.with(|tally| tally.total) == 0)
        .el(cite(controls))
        .el(el("div", "cluster")
            .el(copy_button_of(address, locale.text(Msg::ShareCopy)))
            .el(feed_link(controls)))
}

/// Buttons for the citations of all results. One listener hears them.
fn cite(controls: ListControls) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let has_failed = RwSignal::new(false);
    let done = Callback::new(move |worked: bool| has_failed.set(!worked));
    let on_press = move |event| {
        let value = pressed_value(&event);
        let format = CitationFormat::ALL.into_iter().find(|format| value.as_deref() == Some(format.slug()));
        if let Some(format) = format {
            let question =
                controls.query.with_untracked(|query| query_string::write(&query.pairs(List::Publications)));
            shell.cite(format, ["?", question.trim_start_matches('?')].concat(), done);
        }
    };
    let too_many = move || controls.tally.with(|tally| tally.total) > MOST_IDS as usize;
    let told = move || {
        let failed = has_failed.get().then(|| locale.text(Msg::CiteFailed).to_owned());
        let many = || {
            too_many().then(|| locale.with(Msg::CiteMany, &[("count", &locale.number(MOST_IDS as usize))]))
        };
        failed.or_else(many).unwrap_or_default()
    };
    let format = |(name, format): (&'static str, CitationFormat)| {
        let name = el("span", "").text(name);
        button("copy").attr("value", format.slug()).live_flag("disabled", too_many).el(name)
    };
    el("div", "cluster")
        .attr("role", "group")
        .attr("aria-labelledby", "cite-list")
        .on("click", on_press)
        .el(el("span", "take-along__label").attr("id", "cite-list").text(locale.text(Msg::CiteList)))
        .each(FORMATS.map(format))
        .el(el("span", "take-along__told").attr("role", "status").live_text(told))
}

/// The feed that is closest to what is shown, by its name.
fn feed_link(controls: ListControls) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let language = locale.language();
    let href =
        move || controls.query.with(|query| Some(shell.file(&feed::path(language, feed::set_of(query)))));
    let name = move || {
        let content = shell.content();
        controls.query.with(|query| match feed::set_of(query) {
            Some((facet, value)) => {
                let set = words::facet_value(locale, &content, facet, value);
                locale.with(Msg::FeedOf, &[("set", &set)])
            }
            None => locale.text(Msg::FeedAll).to_owned(),
        })
    };
    el("a", "")
        .attr("rel", "external")
        .attr("type", "application/atom+xml")
        .live("href", href)
        .live_text(name)
}
