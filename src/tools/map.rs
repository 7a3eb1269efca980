//! The geometry of the map of countries: from the three `GeoJSON` files in `content/map/` to rows of the bundle.
//!
//! Whatever the source, boundaries are found by their vertices: where two areas have the same two vertices one after the
//! other, they meet. Each stretch of boundary is made simpler once, so that no gap can open, and becomes a line.

mod edges;
mod geojson;
mod geometry;
mod meridian;
mod network;
mod outline;
mod path;
mod simplify;

use std::path::Path;

use self::edges::{Edges, Owner};
use self::geojson::{DisputedArea, DisputedShape, Source};
use self::outline::Outline;
use super::facts::Facts;
use super::finding::{Finding, Place};
use crate::bundle::wire::MapRow;
use crate::domain::country_map::LineStyle;
use crate::domain::projection::place;

/// What stands in the files, without a fault.
pub(super) struct Map(Source);

/// Reads the files. There is nothing to draw if something is wrong with one of them.
pub(super) fn read(root: &Path, facts: &Facts, findings: &mut Vec<Finding>) -> Option<Map> {
    let before = findings.len();
    let source = geojson::read(root, facts, findings);
    (findings.len() == before).then_some(Map(source))
}

impl Map {
    /// The ids of disputed areas, which need a label, with the place of each.
    pub(super) fn disputed(&self) -> impl Iterator<Item = (&str, Place)> {
        let place = |area: &DisputedArea| geojson::place(geojson::DISPUTED, area.feature, "id");
        self.0.disputed.iter().map(move |area| (area.id.as_str(), place(area)))
    }

    /// Draws the map.
    pub(super) fn rows(&self) -> Vec<MapRow> {
        rows(&self.0)
    }
}

fn rows(source: &Source) -> Vec<MapRow> {
    let mut edges = Edges::default();
    let mut owners: Vec<Owner> = Vec::new();
    let mut add = |owner: &Owner, rings: &[geojson::Line]| {
        let known = owners.iter().position(|known| known == owner);
        let number = known.unwrap_or(owners.len());
        if known.is_none() {
            owners.push(owner.clone());
        }
        for ring in rings {
            edges.add_ring(ring, number);
        }
    };
    for area in &source.areas {
        add(&area.owner, &area.rings);
    }
    for area in &source.disputed {
        if let DisputedShape::Rings(rings) = &area.shape {
            add(&Owner::Disputed(area.id.clone()), rings);
        }
    }
    for lines in &source.lines {
        for line in &lines.lines {
            edges.add_line(line, lines.style);
        }
    }
    let arcs = network::arcs(&edges);
    let outlines = owners.iter().enumerate();
    let outlines = outlines.filter_map(|(number, owner)| Some((owner, outline::of(&arcs, number)?)));
    let mut rows: Vec<MapRow> = outlines.map(|(owner, outline)| outline_row(owner, &outline)).collect();
    let is_drawn = |area: &&DisputedArea| rows.iter().any(|row| row.disputed == area.id);
    let marks: Vec<_> = source.disputed.iter().filter(|area| !is_drawn(area)).filter_map(mark_row).collect();
    rows.extend(marks);
    rows.extend(LineStyle::ALL.into_iter().filter_map(|style| line_row(&arcs, style)));
    rows
}

fn outline_row(owner: &Owner, outline: &Outline) -> MapRow {
    let row = MapRow { path: outline.path.clone(), ..MapRow::default() };
    match owner {
        Owner::Land => row,
        Owner::Country(iso3) => {
            let bounds = outline.bounds;
            let bounds = [bounds.left, bounds.top, bounds.right, bounds.bottom].map(|edge| edge.to_string());
            MapRow { area: iso3.as_str().to_owned(), bounds: bounds.join(" "), ..row }
        }
        Owner::Disputed(id) => MapRow { disputed: id.clone(), ..row },
    }
}

/// A mark for a disputed area without an outline, or with one too small to be drawn.
fn mark_row(area: &DisputedArea) -> Option<MapRow> {
    let position = match &area.shape {
        DisputedShape::Point(position) => position,
        DisputedShape::Rings(rings) => rings.iter().flatten().next()?,
    };
    let point = place(*position);
    let point = format!("{} {}", point.x, point.y);
    Some(MapRow { disputed: area.id.clone(), point, ..MapRow::default() })
}

fn line_row(arcs: &[network::Arc], style: LineStyle) -> Option<MapRow> {
    let of_style = arcs.iter().filter(|arc| arc.style() == Some(style)).map(|arc| arc.points.as_slice());
    let path = path::lines(of_style);
    (!path.is_empty()).then(|| MapRow { lines: style.slug().to_owned(), path, ..MapRow::default() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::geojson::{BoundaryLines, OwnedArea};
    use super::*;
    use crate::bundle::check;
    use crate::domain::country::{Iso3, Position};

    fn positions(least: usize) -> impl Strategy<Value = geojson::Line> {
        let position = (-18_000..=18_000, -9_000..=9_000)
            .prop_map(|(longitude, latitude)| Position { latitude, longitude });
        // Few places, so that vertices and edges are shared.
        let near =
            (-3..=3, -3..=3).prop_map(|(x, y)| Position { latitude: y * 500, longitude: x * 500 - 3_200 });
        prop::collection::vec(prop_oneof![position, near], least..8)
    }

    fn closed(mut ring: geojson::Line) -> geojson::Line {
        ring.extend(ring.first().copied());
        ring
    }

    #[test]
    fn a_disputed_area_too_small_to_be_drawn_gets_a_mark() {
        let at = |longitude, latitude| Position { latitude, longitude };
        let rings = vec![closed(vec![at(14_800, 0), at(14_801, 0), at(14_801, 1)])];
        let area = DisputedArea { feature: 1, id: "abyei".to_owned(), shape: DisputedShape::Rings(rings) };
        let source = Source { areas: Vec::new(), disputed: vec![area], lines: Vec::new() };
        let rows = rows(&source);
        assert_eq!(rows.iter().map(|row| row.point.as_str()).collect::<Vec<_>>(), ["5000 2412"]);
    }

    proptest! {
        #[test]
        fn any_source_gives_rows_that_the_app_can_draw(
            one in prop::collection::vec(positions(0), 0..4), other in prop::collection::vec(positions(0), 0..4),
            disputed in positions(0), line in positions(2)
        ) {
            let area = |rings: Vec<geojson::Line>, owner: Owner| {
                OwnedArea { owner, rings: rings.into_iter().map(closed).collect() }
            };
            let shape = DisputedShape::Rings(vec![closed(disputed)]);
            let source = Source {
                areas: vec![area(one, Iso3::parse("KEN").map_or(Owner::Land, Owner::Country)), area(other, Owner::Land)],
                disputed: vec![DisputedArea { feature: 1, id: "abyei".to_owned(), shape }],
                lines: vec![BoundaryLines { style: LineStyle::Dashed, lines: vec![line] }],
            };
            for row in rows(&source) {
                prop_assert!(check::map_item(&row).is_ok(), "{row:?}");
            }
        }
    }
}
