//! The ways to look at one question to a list, as links.

use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// A link for each view of the list with its name; the one that is shown is marked.
pub fn view_tabs(controls: ListControls, views: &[(&'static str, Msg)]) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let list = controls.list;
    let tab = |(view, text): &(&'static str, Msg)| {
        let view = *view;
        let href = move || {
            let query = controls.query.with(|query| query.viewed_as(list, view));
            Some(shell.href(Route::of_list(list, query)))
        };
        let is_current = move || controls.query.with(|query| query.view(list) == view);
        el("a", "tabs__link")
            .attr("data-noscroll", "true")
            .live("href", href)
            .live("aria-current", move || is_current().then(|| "true".to_owned()))
            .text(locale.text(*text))
    };
    el("nav", "tabs").attr("aria-label", locale.text(Msg::ViewLabel)).each(views.iter().map(tab))
}
