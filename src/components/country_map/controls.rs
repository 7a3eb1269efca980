//! What the colours tell, and what part of the world is seen: by buttons and lists, never by dragging.

use super::{FILLS, MapState, as_list};
use crate::components::words;
use crate::domain::map_view::{Direction, MapView};
use crate::domain::message::Msg;
use crate::domain::region::Region;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, button, el, field_value};

pub(super) fn map_controls(state: MapState) -> Element {
    let locale = use_locale();
    let link = el("p", "map__as-list")
        .live_children(move || vec![state.controls.query.with(|query| as_list(locale, query))]);
    el("div", "map__controls")
        .el(fill_choice(locale, state))
        .el(part_choice(locale, state))
        .el(steps(locale, state))
        .el(link)
}

fn fill_choice(locale: Locale, state: MapState) -> Element {
    let option =
        |fill: &'static str| el("option", "").attr("value", fill).text(locale.text(words::facet(fill)));
    let select = el("select", "sort__select")
        .attr("id", "map-fill")
        .each(FILLS.map(option))
        .live_property("value", move || state.fill.get().to_owned())
        .on("change", move |event| {
            let chosen = field_value(&event);
            if let Some(fill) = FILLS.into_iter().find(|fill| *fill == chosen) {
                state.fill.set(fill);
            }
        });
    choice("map-fill", locale.text(Msg::MapFill), select)
}

/// The world or a region.
fn part_choice(locale: Locale, state: MapState) -> Element {
    let shell = use_shell();
    let option = |region: Region| {
        el("option", "").attr("value", region.code()).text(locale.text(words::region(region)))
    };
    let part_of = move |code: &str| {
        let content = shell.content();
        match (Region::from_code(code), &content.map) {
            (Some(region), Some(map)) => MapView::of_region(map, &content.countries, region),
            _ => MapView::WORLD,
        }
    };
    // The list tells which part is seen as long as no step has led away from it.
    let seen = move || {
        let part = state.part.get();
        Region::ALL.into_iter().map(Region::code).find(|code| part_of(code) == part).unwrap_or("")
    };
    let select = el("select", "sort__select")
        .attr("id", "map-part")
        .el(el("option", "").attr("value", "").text(locale.text(Msg::MapWorld)))
        .each(Region::ALL.map(option))
        .live_property("value", move || seen().to_owned())
        .on("change", move |event| state.part.set(part_of(&field_value(&event))));
    choice("map-part", locale.text(Msg::MapPart), select)
}

fn choice(id: &'static str, label: &str, select: Element) -> Element {
    el("div", "sort").el(el("label", "sort__label").attr("for", id).text(label)).el(select)
}

/// Closer, wider, and to the four sides.
fn steps(locale: Locale, state: MapState) -> Element {
    let step = |text: Msg, sign: &'static str, next: fn(MapView) -> MapView| {
        button("map__step")
            .attr("aria-label", locale.text(text))
            .attr("title", locale.text(text))
            .live_flag("disabled", move || state.part.with(|part| next(*part) == *part))
            .on("click", move |_| state.part.update(|part| *part = next(*part)))
            .text(sign)
    };
    el("div", "map__steps")
        .attr("role", "group")
        .attr("aria-label", locale.text(Msg::MapPart))
        .el(step(Msg::MapCloser, "+", MapView::closer))
        .el(step(Msg::MapWider, "−", MapView::wider))
        .el(step(Msg::MapLeft, "←", |part| part.moved(Direction::Left)))
        .el(step(Msg::MapRight, "→", |part| part.moved(Direction::Right)))
        .el(step(Msg::MapUp, "↑", |part| part.moved(Direction::Up)))
        .el(step(Msg::MapDown, "↓", |part| part.moved(Direction::Down)))
}
