//! From edges to arcs: stretches of boundary with the same owners on both sides, from one junction to the next.

use std::collections::{BTreeMap, BTreeSet};

use super::edges::{Edges, Label};
use super::meridian::Spot;
use super::simplify::simplify;
use crate::domain::country_map::LineStyle;
use crate::domain::projection::{Point, place_turned};

/// The least area, in square tenths of a unit, of the triangle that a vertex makes with its neighbours. Smaller ones are
/// not seen and not kept. Tuned to the size that `docs/decisions/0005-map-geometry.md` allows.
const SMALLEST: i64 = 32;

/// A stretch of boundary or line on the drawing, simplified. If it is closed, its first point is its last.
pub(super) struct Arc {
    pub points: Vec<Point>,
    pub label: Label,
}

impl Arc {
    /// How it is drawn: as the source says, otherwise solid where areas meet. A coast is not drawn.
    pub(super) fn style(&self) -> Option<LineStyle> {
        let meets = self.label.owners.len() > 1;
        self.label.style.or(meets.then_some(LineStyle::Solid))
    }

    pub(super) fn is_closed(&self) -> bool {
        self.points.first() == self.points.last()
    }
}

/// All arcs. Those that shrink to a single point on the drawing are left out; their ends are then the same junction.
pub(super) fn arcs(edges: &Edges) -> Vec<Arc> {
    let network = Network::new(edges);
    let arcs = network.chains().into_iter().map(|(spots, label)| {
        let mut points: Vec<Point> = spots.iter().map(|spot| place_turned(spot.0, spot.1)).collect();
        points.dedup();
        Arc { points: simplify(&points, SMALLEST), label }
    });
    arcs.filter(|arc| arc.points.len() > 1).collect()
}

/// For each vertex, the edges that end there.
struct Network<'a>(BTreeMap<Spot, Vec<(Spot, &'a Label)>>);

impl<'a> Network<'a> {
    fn new(edges: &'a Edges) -> Self {
        let mut network: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (from, to, label) in edges.iter() {
            network.entry(from).or_default().push((to, label));
            network.entry(to).or_default().push((from, label));
        }
        Self(network)
    }

    fn at(&self, spot: Spot) -> &[(Spot, &'a Label)] {
        self.0.get(&spot).map_or(&[], Vec::as_slice)
    }

    /// Whether arcs end here: more or fewer than two edges, or two of different owners.
    fn is_junction(&self, spot: Spot) -> bool {
        !matches!(self.at(spot), [(_, one), (_, other)] if one == other)
    }

    /// Every edge exactly once: first the arcs between junctions, then the rings without any.
    fn chains(&self) -> Vec<(Vec<Spot>, Label)> {
        let (mut chains, mut used) = (Vec::new(), BTreeSet::new());
        let spots = || self.0.keys().copied();
        let junctions = spots().filter(|spot| self.is_junction(*spot));
        for start in junctions.chain(spots()) {
            for (next, label) in self.at(start) {
                if !used.contains(&edge(start, *next)) {
                    chains.push((self.walk(start, *next, &mut used), (*label).clone()));
                }
            }
        }
        chains
    }

    /// Goes on from an edge until the next junction, or until the ring is closed.
    fn walk(&self, start: Spot, next: Spot, used: &mut BTreeSet<(Spot, Spot)>) -> Vec<Spot> {
        let (mut chain, mut last, mut here) = (vec![start, next], start, next);
        used.insert(edge(start, next));
        while here != start && !self.is_junction(here) {
            let on = self.at(here).iter().map(|(spot, _)| *spot).find(|spot| *spot != last);
            let Some(on) = on else { break };
            used.insert(edge(here, on));
            chain.push(on);
            (last, here) = (here, on);
        }
        chain
    }
}

fn edge(a: Spot, b: Spot) -> (Spot, Spot) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Position;

    fn square(west: i32, east: i32) -> Vec<Position> {
        let at = |longitude, latitude| Position { latitude, longitude };
        vec![at(west, 0), at(east, 0), at(east, 3_000), at(west, 3_000), at(west, 0)]
    }

    #[test]
    fn neighbours_share_one_arc_that_becomes_a_line() {
        let mut edges = Edges::default();
        edges.add_ring(&square(0, 3_000), 0);
        edges.add_ring(&square(3_000, 6_000), 1);
        let arcs = arcs(&edges);
        let mut owners: Vec<_> = arcs.iter().map(|arc| arc.label.owners.clone()).collect();
        owners.sort();
        assert_eq!(owners, [vec![0], vec![0, 1], vec![1]]);
        let styles: Vec<_> = arcs.iter().filter_map(Arc::style).collect();
        assert_eq!(styles, [LineStyle::Solid]);
    }

    #[test]
    fn a_line_of_the_source_wins() {
        let mut edges = Edges::default();
        edges.add_ring(&square(0, 3_000), 0);
        edges.add_ring(&square(3_000, 6_000), 1);
        let at = |latitude| Position { latitude, longitude: 3_000 };
        edges.add_line(&[at(3_000), at(0)], LineStyle::Dashed);
        let styles: Vec<_> = arcs(&edges).iter().filter_map(Arc::style).collect();
        assert_eq!(styles, [LineStyle::Dashed]);
    }

    #[test]
    fn an_island_is_one_closed_arc() {
        let mut edges = Edges::default();
        edges.add_ring(&square(0, 3_000), 0);
        let arcs = arcs(&edges);
        assert!(arcs.len() == 1 && arcs[0].is_closed() && arcs[0].style().is_none());
        assert_eq!(arcs[0].points.len(), 5);
    }

    #[test]
    fn rings_that_touch_at_a_corner_end_there() {
        let mut edges = Edges::default();
        edges.add_ring(&square(0, 3_000), 0);
        let at = |longitude, latitude| Position { latitude, longitude };
        edges.add_ring(&[at(3_000, 3_000), at(6_000, 3_000), at(6_000, 6_000), at(3_000, 3_000)], 0);
        let arcs = arcs(&edges);
        assert!(arcs.len() == 2 && arcs.iter().all(Arc::is_closed));
    }
}
