//! Shows a view once the parts it needs have arrived; until then what is going on, and if they cannot be had, why.

use super::words;
use crate::bundle::index::PartName;
use crate::domain::fetching::LoadError;
use crate::domain::message::Msg;
use crate::state::library::Loading;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, button, el, link};
use crate::ui::memo::memo;
use crate::ui::signal::StoredValue;

/// The parts a view needs, and the view; whoever needs the countries gets their names. There is no way from a failure to an empty list.
pub fn loaded(parts: Vec<PartName>, view: impl Fn() -> Vec<Element> + Send + Sync + 'static) -> Element {
    frame(parts, Box::new(view))
}

/// A view, called by reference only (`ui/element.rs` says why). Without it each view would bring its own copy of what is
/// shown until then.
trait View: Send + Sync {
    fn draw(&self) -> Vec<Element>;
}

impl<F: Fn() -> Vec<Element> + Send + Sync> View for F {
    fn draw(&self) -> Vec<Element> {
        self()
    }
}

fn frame(mut parts: Vec<PartName>, view: Box<dyn View>) -> Element {
    let shell = use_shell();
    // Countries are called by the names that come with the words of the reader's language.
    let terms = PartName::Terms(use_locale().language());
    if parts.contains(&PartName::Countries) && !parts.contains(&terms) {
        parts.push(terms);
    }
    let parts = StoredValue::new(parts);
    let request = move || parts.with_value(|parts| parts.iter().for_each(|part| shell.request(*part)));
    request();
    let progress = memo(move || parts.with_value(|parts| shell.library.progress(parts)));
    el("div", "loaded").live_children(move || match progress.get() {
        Loading::Ready => view.draw(),
        Loading::Underway => vec![waiting()],
        Loading::Failed(error) => vec![failure(error, Callback::new(move |()| request()))],
    })
}

/// Appears by a delay in the style sheet, so that a fast answer shows no flicker.
pub fn waiting() -> Element {
    let text = use_locale().text(Msg::LoadingText);
    el("div", "status page").attr("role", "status").el(el("p", "status__text").text(text)).el(el(
        "progress",
        "status__bar",
    )
    .attr("aria-label", text))
}

/// What happened, a button to try again, and a plain link.
pub fn failure(error: LoadError, retry: Callback<()>) -> Element {
    let locale = use_locale();
    let again = button("button button--primary")
        .text(locale.text(Msg::FaultRetry))
        .on("click", move |_| retry.run(()));
    let elsewhere = link("https://www.who.int/countries".to_owned()).attr("rel", "external");
    el("div", "status status--failed page")
        .attr("role", "alert")
        .el(el("h2", "status__title").text(locale.text(Msg::FaultTitle)))
        .el(el("p", "status__text").text(words::load_error(locale, error)))
        .el(el("p", "status__actions")
            .el(again)
            .text(" ")
            .el(elsewhere.text(locale.text(Msg::FaultElsewhere))))
}
