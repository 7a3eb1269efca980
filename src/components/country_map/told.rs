//! What is told of the place that is pointed at or was pressed.

use super::{MapState, country_of};
use crate::components::words;
use crate::domain::content::Content;
use crate::domain::country::{Country, CountryCode};
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::terms::TermKind;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The line below the map. What was pressed stays until another place is pointed at and pressed.
pub(super) fn told(state: MapState) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    el("p", "map__told").live_children(move || {
        let content = shell.content();
        let key = state.kept.get().or_else(|| state.pointed.get());
        match key.as_deref() {
            None => vec![el("span", "map__hint").text(locale.text(Msg::MapHint))],
            Some(key) => match country_of(&content, key) {
                Some(country) => of_country(locale, &content, country),
                None => of_disputed(locale, &content, key),
            },
        }
    })
}

fn of_country(locale: Locale, content: &Content, country: &Country) -> Vec<Element> {
    let presence = words::presence(locale, content, &content.presence(country.iso3));
    let facts = [
        locale.text(words::membership(country.membership)),
        " · ",
        &presence,
        " · ",
        &words::leading_strategy(locale, content, country),
        " ",
    ]
    .concat();
    let href = use_shell().href(Route::Country(CountryCode::Iso3(country.iso3)));
    vec![
        el("strong", "").text(country.names.get(locale.language())),
        el("span", "map__facts").text(facts),
        link(href).text(locale.text(Msg::MapProfile)),
    ]
}

/// Areas in dispute have a name and a note, and lead nowhere.
fn of_disputed(locale: Locale, content: &Content, key: &str) -> Vec<Element> {
    let id = key.strip_prefix("disputed.").unwrap_or(key);
    vec![
        el("strong", "").text(content.label(locale.language(), TermKind::DisputedArea, id)),
        el("span", "map__facts").text(locale.text(Msg::MapDisputed)),
    ]
}
