//! The map where nothing can be pressed: coloured by region, with its legend and its disclaimer.

use super::drawing::{SMALLEST, disputed, dot, hatch, line_class, shape, threads};
use super::{FILLS, caption, legend_item, value};
use crate::components::words;
use crate::domain::content::Content;
use crate::domain::country::Country;
use crate::domain::map_view::MapView;
use crate::domain::message::Msg;
use crate::domain::region::Region;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The map of all countries; none if its geometry is not there.
pub fn plain_map(content: &Content) -> Option<Element> {
    let map = content.map.as_ref()?;
    let (shell, locale) = (use_shell(), use_locale());
    let on = shell.content_year();
    let [by, ..] = FILLS;
    let fill = |country: &Country| value(content, country, by, on);
    let total = locale.number(content.countries.len());
    let what = [&total, " ", locale.text(Msg::CountriesTitle)].concat();
    let label = locale.with(Msg::MapFilled, &[("what", &what), ("by", locale.text(words::facet(by)))]);
    let area = |path, iso3| {
        let fill = content.country(iso3).map(fill).unwrap_or_default();
        shape("map__area", path).attr("data-fill", fill)
    };
    let marks = map.marks(&content.countries, SMALLEST);
    let marks =
        marks.iter().map(|(country, point)| dot("map__mark", *point).attr("data-fill", fill(country)));
    let svg = el("svg", "map__svg")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("viewBox", MapView::WORLD.to_string())
        .el(hatch())
        .each(map.land.iter().map(|path| shape("map__land", path)))
        .each(map.areas.iter().map(|part| area(&part.path, part.iso3)))
        .each(map.disputed.iter().map(disputed))
        .each(map.lines.iter().map(|(style, path)| shape(line_class(*style), path)))
        .each(threads(content))
        .each(marks);
    let item = |region: Region| {
        let count = content.countries.iter().filter(|country| country.region == Some(region)).count();
        let label = locale.text(words::region(region));
        legend_item(region.code(), &words::remark(locale, label, &locale.number(count)))
    };
    let disputed = legend_item("disputed", locale.text(Msg::MapDisputed));
    let legend = el("ul", "legend map__legend").each(Region::ALL.map(item)).el(disputed);
    Some(el("figure", "map").el(svg).el(legend).el(caption()))
}
