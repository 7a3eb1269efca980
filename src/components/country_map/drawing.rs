//! The drawing: land, areas, disputed areas, boundaries, threads from offices, marks of small places.

use super::{FILLS, MapState, value};
use crate::components::words;
use crate::domain::content::Content;
use crate::domain::country::Iso3;
use crate::domain::country_map::{CountryMap, Disputed, LineStyle, Path, Shape};
use crate::domain::message::Msg;
use crate::domain::projection::{Point, place};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{DomElement, Element, data_of, el};

/// Countries whose longer side is less than this, in tenths of a unit, get a mark that can be seen and hit.
pub(super) const SMALLEST: i32 = 90;

/// The drawing, coloured by what the reader chose; places that are not in the list are pale.
pub(super) fn drawing(content: &Content, state: MapState) -> Element {
    let Some(map) = content.map.clone() else { return el("div", "") };
    let (shell, locale) = (use_shell(), use_locale());
    let label = move || {
        let count = state.controls.tally.with(|tally| tally.hits.len());
        let what = [&locale.number(count), " ", locale.text(Msg::CountriesTitle)].concat();
        locale.with(Msg::MapFilled, &[("what", &what), ("by", locale.text(words::facet(state.fill.get())))])
    };
    let svg = el("svg", "map__svg")
        .attr("role", "img")
        .live("aria-label", move || Some(label()))
        .live("viewBox", move || Some(state.part.get().to_string()))
        .el(hatch())
        .each(map.land.iter().map(|path| shape("map__land", path)))
        .each(
            map.areas.iter().map(|area| shape("map__area", &area.path).attr("data-key", area.iso3.as_str())),
        )
        .each(map.disputed.iter().map(disputed))
        .each(map.lines.iter().map(|(style, path)| shape(line_class(*style), path)))
        .each(threads(content))
        .each(marks(content, &map));
    let on = shell.content_year();
    // The values do not change while the page stands; only which of them is shown does.
    let values: Vec<[&'static str; FILLS.len()]> =
        content.countries.iter().map(|country| FILLS.map(|fill| value(content, country, fill, on))).collect();
    svg.live_node(move |svg| {
        let content = shell.content();
        let fill = FILLS.iter().position(|fill| *fill == state.fill.get()).unwrap_or(0);
        let shown = state.controls.tally.with(|tally| tally.flags(content.countries.len()));
        paint(svg, |key| {
            let at = content.position(Iso3::parse(key)?)?;
            let value = values.get(at).and_then(|values| values.get(fill)).copied()?;
            Some(if shown.get(at) == Some(&true) { value } else { "outside" })
        });
    })
    .live_node(move |svg| point_out(svg, state.kept.get().or_else(|| state.pointed.get()).as_deref()))
    .on("pointerover", move |event| state.pointed.set(data_of(&event, "data-key")))
    .on("pointerleave", move |_| state.pointed.set(None))
    .on("click", move |event| state.kept.set(data_of(&event, "data-key")))
}

/// Gives each country its colour.
fn paint(svg: &DomElement, fill: impl Fn(&str) -> Option<&'static str>) {
    each_part(svg, |part, key| {
        if let Some(fill) = fill(key)
            && part.get_attribute("data-fill").as_deref() != Some(fill)
        {
            _ = part.set_attribute("data-fill", fill);
        }
    });
}

/// Draws a line around what is pointed at.
fn point_out(svg: &DomElement, pointed: Option<&str>) {
    each_part(svg, |part, key| {
        _ = part.toggle_attribute_with_force("data-pointed", pointed == Some(key));
    });
}

fn each_part(svg: &DomElement, act: impl Fn(&DomElement, &str)) {
    let children = svg.children();
    for part in (0..children.length()).filter_map(|at| children.item(at)) {
        if let Some(key) = part.get_attribute("data-key") {
            act(&part, &key);
        }
    }
}

pub(super) fn shape(class: &'static str, path: &Path) -> Element {
    el("path", class).attr("d", path.as_str())
}

pub(super) fn line_class(style: LineStyle) -> &'static str {
    match style {
        LineStyle::Solid => "map__line",
        LineStyle::Dashed => "map__line map__line--dashed",
        LineStyle::Dotted => "map__line map__line--dotted",
    }
}

/// Areas of their own: hatched, and told as what they are.
pub(super) fn disputed(area: &Disputed) -> Element {
    let part = match &area.shape {
        Shape::Outline(path) => shape("map__disputed", path),
        Shape::Mark(point) => dot("map__disputed map__disputed--mark", *point),
    };
    part.attr("data-key", ["disputed.", &area.id].concat())
}

/// Lines from offices that serve several countries to those they serve.
pub(super) fn threads(content: &Content) -> Vec<Element> {
    let presences = content.offices.iter().filter(|office| office.kind.is_country_presence());
    let lines = presences.flat_map(|office| {
        let from = content.country(office.country).map(|country| place(country.position));
        let others = office.serves.iter().filter(|iso3| **iso3 != office.country);
        let to = others.filter_map(|iso3| content.country(*iso3)).map(|country| place(country.position));
        to.filter_map(move |to| from.map(|from| (from, to)))
    });
    lines.map(|(from, to)| thread(from, to)).collect()
}

fn thread(from: Point, to: Point) -> Element {
    el("line", "map__thread")
        .attr("x1", from.x.to_string())
        .attr("y1", from.y.to_string())
        .attr("x2", to.x.to_string())
        .attr("y2", to.y.to_string())
}

/// Small places: a mark to see, and around it a target of 24 pixels at every size of the drawing, because both are
/// strokes that do not scale.
fn marks(content: &Content, map: &CountryMap) -> Vec<Element> {
    let marks = map.marks(&content.countries, SMALLEST);
    let with_key = |class, iso3: &str, point| dot(class, point).attr("data-key", iso3);
    let targets = marks.iter().map(|(country, point)| with_key("map__target", country.iso3.as_str(), *point));
    let dots = marks.iter().map(|(country, point)| with_key("map__mark", country.iso3.as_str(), *point));
    targets.chain(dots).collect()
}

/// A dot is a line of next to no length with round ends, because strokes are what does not scale.
pub(super) fn dot(class: &'static str, at: Point) -> Element {
    el("path", class).attr("d", ["M", &at.x.to_string(), " ", &at.y.to_string(), "h1"].concat())
}

/// The hatching of disputed areas and of places served from elsewhere.
pub(super) fn hatch() -> Element {
    let line = |x: &str| el("path", "map__hatch").attr("d", ["M", x, " 0v60"].concat());
    let pattern = el("pattern", "")
        .attr("id", "map-hatch")
        .attr("width", "60")
        .attr("height", "60")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .el(line("15"))
        .el(line("45"));
    el("defs", "").el(pattern)
}
