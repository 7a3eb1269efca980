//! The map of points: every country as a mark, threads from offices to the countries they serve.

use super::words;
use crate::domain::content::{Content, Presence, PresenceKind};
use crate::domain::country::{Country, Iso3};
use crate::domain::message::{Msg, Plural};
use crate::domain::office::Office;
use crate::domain::projection::{HEIGHT, Point, WIDTH, place, tenths};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, decoration, el};

/// Draws the whole world, with a legend that counts each mark, and the disclaimer. Needs countries and offices.
pub fn point_map() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let (index, content) = (shell.index(), shell.content());
    let hubs: Vec<&Office> = content.offices.iter().filter(|office| is_hub(office)).collect();
    let [in_country, elsewhere, not_found] = PresenceKind::ALL.map(|kind| {
        content.countries.iter().filter(|country| content.presence(country.iso3).kind() == kind).count()
    });
    let numbers = [in_country, elsewhere, not_found].map(|count| locale.number(count));
    let [offices, served, none] = &numbers;
    let label = [("offices", offices.as_str()), ("served", served), ("none", none)];
    let label = locale.count_with(Plural::MapLabel, content.countries.len(), &label);
    let drawing = drawing(&["0.0", "0.0", &tenths(WIDTH), &tenths(HEIGHT)].join(" "), &label)
        .each(hubs.iter().flat_map(|office| threads(&content, office)))
        .each(content.countries.iter().filter_map(|country| mark(&content, country)))
        .each(hubs.iter().filter_map(|office| hub(&content, office)));
    let legend = el("ul", "legend")
        .el(legend_item("points__dot", "5", Msg::MapOffice, in_country.saturating_sub(hubs.len())))
        .el(legend_item("points__hub", "6", Msg::MapHub, hubs.len()))
        .el(legend_item("points__dot points__dot--ring", "4.5", Msg::MapServed, elsewhere))
        .el(legend_item("points__dot points__dot--none", "3.2", Msg::MapNone, not_found));
    let date = locale.date(index.site.content_date);
    let presences = locale.number(index.counts.presences as usize);
    let source = locale.with(Msg::MapSource, &[("date", &date), ("presences", &presences)]);
    el("figure", "points").el(drawing).el(legend).el(caption().text(" ").text(source))
}

/// Draws one office and what it serves, close up; the thread to the country whose profile is shown is thick.
pub fn served_map(office: &Office, highlighted: Iso3) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let served: Vec<&Country> = served(&content, office).collect();
    let from = content.country(office.country).map(|country| place(country.position));
    let places: Vec<Point> = served.iter().map(|country| place(country.position)).chain(from).collect();
    let strong = content.country(highlighted).map(|country| place(country.position));
    let strong = from.zip(strong).map(|(from, to)| thread("points__thread points__thread--strong", from, to));
    let label =
        locale.with(Msg::MapServedLabel, &[("place", &words::office_place(locale, &content, office))]);
    let drawing = drawing(&frame(&places), &label)
        .each(threads(&content, office))
        .el_if(strong)
        .each(served.into_iter().filter_map(|country| mark(&content, country)))
        .el_if(hub(&content, office));
    el("figure", "points points--close").el(drawing).el(caption())
}

fn drawing(view_box: &str, label: &str) -> Element {
    el("svg", "points__svg").attr("viewBox", view_box).attr("role", "img").attr("aria-label", label)
}

/// What every map must say.
fn caption() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let not_cleared =
        (!shell.index().site.map_cleared).then(|| [" ", locale.text(Msg::MapNotCleared)].concat());
    el("figcaption", "source").text(locale.text(Msg::MapDisclaimer)).text_if(not_cleared)
}

/// Whether an office serves other countries than its own.
fn is_hub(office: &Office) -> bool {
    office.kind.is_country_presence() && office.serves.iter().any(|iso3| *iso3 != office.country)
}

/// The countries an office serves besides its own.
fn served<'a>(content: &'a Content, office: &Office) -> impl Iterator<Item = &'a Country> {
    let others = office.serves.iter().filter(|iso3| **iso3 != office.country);
    others.filter_map(|iso3| content.country(*iso3))
}

/// A view box around some places, with room at the edges.
fn frame(places: &[Point]) -> String {
    let edge = |value: fn(&Point) -> i32| {
        let low = places.iter().map(value).min().unwrap_or(0);
        let high = places.iter().map(value).max().unwrap_or(0);
        (low - 120, high + 120)
    };
    let ((left, right), (top, bottom)) = (edge(|point| point.x), edge(|point| point.y));
    [left, top, right - left, bottom - top].map(tenths).join(" ")
}

fn threads(content: &Content, office: &Office) -> Vec<Element> {
    let Some(from) = content.country(office.country).map(|country| place(country.position)) else {
        return Vec::new();
    };
    served(content, office).map(|country| thread("points__thread", from, place(country.position))).collect()
}

/// The length is given as 1 so that the style can draw the thread from its beginning.
fn thread(class: &'static str, from: Point, to: Point) -> Element {
    el("line", class)
        .attr("pathLength", "1")
        .attr("x1", tenths(from.x))
        .attr("y1", tenths(from.y))
        .attr("x2", tenths(to.x))
        .attr("y2", tenths(to.y))
}

fn mark(content: &Content, country: &Country) -> Option<Element> {
    let (class, radius) = match content.presence(country.iso3) {
        Presence::Own(office) if is_hub(office) => return None,
        Presence::Own(_) | Presence::Supported { .. } => ("points__dot", "3.6"),
        Presence::ServedFrom(_) => ("points__dot points__dot--ring", "3.2"),
        Presence::NotFound => ("points__dot points__dot--none", "2"),
    };
    Some(circle(class, place(country.position), radius))
}

fn hub(content: &Content, office: &Office) -> Option<Element> {
    content.country(office.country).map(|country| circle("points__hub", place(country.position), "5.4"))
}

fn circle(class: &'static str, at: Point, radius: &str) -> Element {
    el("circle", class).attr("cx", tenths(at.x)).attr("cy", tenths(at.y)).attr("r", radius)
}

fn legend_item(class: &'static str, radius: &str, text: Msg, count: usize) -> Element {
    let locale = use_locale();
    let mark = el("circle", class).attr("cx", "8").attr("cy", "8").attr("r", radius);
    let drawing = decoration("", "0 0 16 16").attr("width", "16").attr("height", "16").el(mark);
    el("li", "legend__item").el(drawing).text(locale.with(text, &[("count", &locale.number(count))]))
}
