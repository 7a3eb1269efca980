//! The map of countries, drawn from the prepared geometry. It is for the eye and the pointer; the list beside it holds
//! the same for the keyboard and for screen readers.

mod controls;
mod drawing;
mod plain;
mod told;

pub use plain::plain_map;

use controls::map_controls;
use drawing::drawing;
use told::told;

use super::words;
use crate::domain::content::Content;
use crate::domain::country::{Country, Iso3};
use crate::domain::date::Year;
use crate::domain::list_query::{FacetKey, List, ListQuery};
use crate::domain::map_view::MapView;
use crate::domain::message::Msg;
use crate::domain::region::Region;
use crate::domain::route::Route;
use crate::state::list_controls::ListControls;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};
use crate::ui::signal::RwSignal;

/// What the colours of the map tell: a facet of the list.
const FILLS: [&str; 3] = ["region", "office", "strategy"];

/// What the parts of the map share.
#[derive(Clone, Copy)]
struct MapState {
    controls: ListControls,
    fill: RwSignal<&'static str>,
    part: RwSignal<MapView>,
    /// The country or disputed area that is pointed at.
    pointed: RwSignal<Option<String>>,
    /// The one that was pressed.
    kept: RwSignal<Option<String>>,
}

/// The map with its controls, what is told of a place, the legend and the disclaimer.
pub fn country_map(controls: ListControls) -> Element {
    let shell = use_shell();
    let content = shell.content();
    let state = MapState {
        controls,
        fill: RwSignal::new(FILLS[0]),
        part: RwSignal::new(first_part(&content, controls)),
        pointed: RwSignal::new(None),
        kept: RwSignal::new(None),
    };
    el("figure", "map")
        .el(map_controls(state))
        .el(drawing(&content, state))
        .el(told(state))
        .el(legend(state))
        .el(caption())
}

/// A list of one region opens with that region.
fn first_part(content: &Content, controls: ListControls) -> MapView {
    let regions: Vec<Region> =
        controls.query.with_untracked(|query| query.values("region").filter_map(Region::from_code).collect());
    match (regions.as_slice(), &content.map) {
        ([region], Some(map)) => MapView::of_region(map, &content.countries, *region),
        _ => MapView::WORLD,
    }
}

/// The value of a country in what the colours tell, as addresses have it.
fn value(content: &Content, country: &Country, fill: &str, on: Year) -> &'static str {
    match fill {
        "region" => country.region.map_or("", Region::code),
        "office" => content.presence(country.iso3).kind().slug(),
        _ => content.strategy_status(country.iso3, on).map_or("none_found", |status| status.slug()),
    }
}

/// The countries that the list shows.
fn shown(content: &Content, controls: ListControls) -> Vec<&Country> {
    controls.tally.with(|tally| tally.hits.iter().filter_map(|at| content.countries.get(*at)).collect())
}

/// Each value with its sign, its words and how many countries of the list have it.
fn legend(state: MapState) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let on = shell.content_year();
    el("ul", "legend map__legend").live_children(move || {
        let content = shell.content();
        let fill = state.fill.get();
        let shown = shown(&content, state.controls);
        let facet = List::Countries.facets().iter().find(|facet| facet.key == fill);
        let values = facet.map(FacetKey::words).unwrap_or_default();
        let item = |slug: &&'static str| {
            let count = shown.iter().filter(|country| value(&content, country, fill, on) == *slug).count();
            let label = words::facet_value(locale, &content, fill, slug);
            legend_item(slug, &words::remark(locale, &label, &locale.number(count)))
        };
        let values = values.iter().map(item);
        let disputed = legend_item("disputed", locale.text(Msg::MapDisputed));
        values.chain([disputed, legend_item("outside", locale.text(Msg::MapOutside))]).collect()
    })
}

fn legend_item(slug: &'static str, text: &str) -> Element {
    let swatch = el("span", "map__swatch").attr("data-fill", slug).attr("aria-hidden", "true");
    el("li", "legend__item").el(swatch).el(el("span", "").text(text))
}

/// What every map must say, also on paper.
fn caption() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let not_cleared =
        (!shell.index().site.map_cleared).then(|| [locale.space(), locale.text(Msg::MapNotCleared)].concat());
    el("figcaption", "source")
        .text([locale.text(Msg::MapBorders), locale.space(), locale.text(Msg::MapLines)].concat())
        .text_if(not_cleared)
}

/// The link to the same query as a list.
fn as_list(locale: Locale, query: &ListQuery) -> Element {
    let href = use_shell().href(Route::Countries(query.viewed_as(List::Countries, "list")));
    link(href).attr("data-noscroll", "true").text(locale.text(Msg::MapAsList))
}

/// The country that a key of the drawing means; disputed areas have keys that are no codes.
fn country_of<'a>(content: &'a Content, key: &str) -> Option<&'a Country> {
    content.country(Iso3::parse(key)?)
}
