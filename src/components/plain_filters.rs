//! The filters of a list as links, for readers without a script.

use super::words;
use crate::domain::date::Year;
use crate::domain::facets::Facet;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::Msg;
use crate::domain::plain_filter;
use crate::domain::route::Route;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// One line that opens for each facet whose values are pages, and the way back to the whole list.
pub fn plain_filters(controls: ListControls, facets: &[Facet], years: &[Year]) -> Element {
    let locale = use_locale();
    let list = controls.list;
    let groups = plain_filter::facets(list).iter().map(|facet| {
        let values: Vec<String> = match facets.iter().find(|known| known.key == *facet) {
            Some(known) => known.values.clone(),
            None => years.iter().rev().map(Year::to_string).collect(),
        };
        group(controls, facet, &values)
    });
    let is_narrowed = controls.query.with_untracked(ListQuery::is_narrowed);
    let all = is_narrowed
        .then(|| el("p", "").el(to(list, ListQuery::default()).text(locale.text(Msg::ChipsClear))));
    el("noscript", "")
        .el(el("nav", "plain").attr("aria-label", locale.text(Msg::FiltersTitle)).el_if(all).each(groups))
}

fn group(controls: ListControls, facet: &'static str, values: &[String]) -> Element {
    let (locale, content) = (use_locale(), use_shell().content());
    let name = if facet == plain_filter::YEAR { Msg::FacetYear } else { words::facet(facet) };
    let present = controls.query.with_untracked(|query| plain_filter::segments(controls.list, query));
    let links = values.iter().filter_map(|value| {
        let query = plain_filter::query(controls.list, facet, value)?;
        let is_present = present.as_ref().is_some_and(|(chosen, known)| *chosen == facet && known == value);
        let link =
            to(controls.list, query).attr("class", "plain__link").attr_if(is_present, "aria-current", "page");
        Some(el("li", "").el(link.text(words::facet_value(locale, &content, facet, value))))
    });
    el("details", "sources").el(el("summary", "sources__summary").text(locale.text(name))).el(el(
        "ul",
        "plain__values",
    )
    .each(links))
}

fn to(list: List, query: ListQuery) -> Element {
    link(use_shell().href(Route::of_list(list, query)))
}
