//! From the arcs of one owner to the rings of its area, and to the text of a path.

use std::collections::BTreeMap;

use super::network::Arc;
use super::path;
use crate::domain::country_map::Bounds;
use crate::domain::projection::Point;

/// The least area of an island, in square tenths of a unit, if the owner has a larger one.
const TINY: i64 = 40;

/// An area as it is drawn.
pub(super) struct Outline {
    pub path: String,
    /// Around the largest ring.
    pub bounds: Bounds,
}

/// A closed ring; its first point is its last.
struct Ring {
    points: Vec<Point>,
    area: i64,
    /// A ring that no other area shares can be left out without a gap.
    is_apart: bool,
}

/// The outline of an owner, largest ring first; nothing if it is too small to be drawn.
pub(super) fn of(arcs: &[Arc], owner: usize) -> Option<Outline> {
    let own = arcs.iter().filter(|arc| arc.label.owners.contains(&owner));
    let (closed, open): (Vec<&Arc>, Vec<&Arc>) = own.partition(|arc| arc.is_closed());
    let apart = |arc: &&Arc| Ring::new(arc.points.clone(), arc.label.owners.len() == 1);
    let mut rings: Vec<Ring> = closed.iter().map(apart).chain(joined(&open)).collect();
    rings.sort_by_key(|ring| -ring.area);
    let largest = rings.first().filter(|ring| ring.area > 0)?;
    let bounds = largest.points.iter().copied().map(Bounds::around).reduce(Bounds::with)?;
    let least = TINY.min(largest.area);
    rings.retain(|ring| ring.area >= least || !ring.is_apart);
    Some(Outline { path: path::rings(rings.iter().map(|ring| ring.points.as_slice())), bounds })
}

/// Joins open arcs end to end. At every junction an even number of an owner's arcs meet, so each walk comes back to
/// where it began.
fn joined(arcs: &[&Arc]) -> Vec<Ring> {
    let mut unused = Unused::new(arcs);
    let mut rings = Vec::new();
    for start in arcs.iter().filter_map(|arc| arc.points.first()) {
        while let Some(points) = unused.walk(*start) {
            rings.push(Ring::new(points, false));
        }
    }
    rings
}

/// The arcs that no ring has yet, by their ends.
struct Unused<'a> {
    arcs: &'a [&'a Arc],
    at: BTreeMap<Point, Vec<usize>>,
}

impl<'a> Unused<'a> {
    fn new(arcs: &'a [&'a Arc]) -> Self {
        let mut at: BTreeMap<Point, Vec<usize>> = BTreeMap::new();
        for (index, arc) in arcs.iter().enumerate() {
            for end in [arc.points.first(), arc.points.last()].into_iter().flatten() {
                at.entry(*end).or_default().push(index);
            }
        }
        Self { arcs, at }
    }

    /// A way from a point back to it; nothing if no arc is left there.
    fn walk(&mut self, start: Point) -> Option<Vec<Point>> {
        let mut points = vec![start];
        let mut here = start;
        while let Some(arc) = self.take(here) {
            if arc.points.first() == Some(&here) {
                points.extend(arc.points.iter().skip(1));
            } else {
                points.extend(arc.points.iter().rev().skip(1));
            }
            here = *points.last()?;
            if here == start {
                break;
            }
        }
        (points.len() > 1).then_some(points)
    }

    fn take(&mut self, end: Point) -> Option<&'a Arc> {
        let index = *self.at.get(&end)?.last()?;
        let arc = *self.arcs.get(index)?;
        for end in [arc.points.first()?, arc.points.last()?] {
            self.at.get_mut(end)?.retain(|other| *other != index);
        }
        Some(arc)
    }
}

impl Ring {
    fn new(points: Vec<Point>, is_apart: bool) -> Self {
        let wide = |point: &Point| (i64::from(point.x), i64::from(point.y));
        let pairs = points.iter().map(wide).zip(points.iter().map(wide).skip(1));
        let doubled: i64 = pairs.map(|((x0, y0), (x1, y1))| x0 * y1 - x1 * y0).sum();
        Self { points, area: doubled.abs() / 2, is_apart }
    }
}

#[cfg(test)]
mod tests {
    use super::super::edges::Edges;
    use super::super::network::arcs;
    use super::*;
    use crate::domain::country::Position;

    fn rectangle(west: i32, east: i32, north: i32) -> Vec<Position> {
        let at = |longitude, latitude| Position { latitude, longitude };
        vec![at(west, 0), at(east, 0), at(east, north), at(west, north), at(west, 0)]
    }

    fn outlines(rings: &[(Vec<Position>, usize)]) -> Vec<Option<String>> {
        let mut edges = Edges::default();
        for (ring, owner) in rings {
            edges.add_ring(ring, *owner);
        }
        let arcs = arcs(&edges);
        (0..=1).map(|owner| Some(of(&arcs, owner)?.path)).collect()
    }

    #[test]
    fn arcs_are_joined_to_rings() {
        let [west, east] = [(rectangle(13_800, 14_800, 1_000), 0), (rectangle(14_800, 15_800, 1_000), 1)];
        let paths = outlines(&[west, east]);
        let count = |path: &Option<String>| path.as_ref().map(|path| path.matches('z').count());
        assert_eq!(paths.iter().map(count).collect::<Vec<_>>(), [Some(1), Some(1)]);
    }

    #[test]
    fn tiny_islands_go_and_the_last_one_stays() {
        let (island, rock) = (rectangle(14_800, 15_800, 1_000), rectangle(16_000, 16_010, 10));
        let paths = outlines(&[(island, 0), (rock.clone(), 0), (rock, 1)]);
        let counts: Vec<_> = paths.iter().flatten().map(|path| path.matches('z').count()).collect();
        // The rock belongs to both here, so it is not apart and stays.
        assert_eq!(counts, [2, 1]);
        let (island, rock) = (rectangle(14_800, 15_800, 1_000), rectangle(16_000, 16_030, 10));
        assert_eq!(
            outlines(&[(island, 0), (rock, 0)])[0].as_ref().map(|path| path.matches('z').count()),
            Some(1)
        );
    }
}
