//! Turns longitudes so that they count from the middle of the drawing, and cuts what reaches over its ends.

use std::cmp::Ordering;

use crate::domain::country::Position;
use crate::domain::projection::CENTER;

/// A vertex: hundredths of a degree east of the middle of the drawing (-18000 to 18000) and north of the equator.
pub(super) type Spot = (i32, i32);

/// The left end of the drawing. What lies west of it belongs to the right end.
const CUT: i32 = -18_000;
const TURN: i32 = 36_000;

/// A closed ring, in one piece or in two that end at the same meridian.
pub(super) fn cut_ring(ring: &[Position]) -> Vec<Vec<Spot>> {
    let ring: Vec<Spot> = ring.iter().copied().map(turned).collect();
    let sides = [Ordering::Less, Ordering::Greater].into_iter();
    let parts = sides.filter(|side| ring.iter().any(|spot| spot.0.cmp(&CUT) == *side));
    parts.map(|side| shifted(half(&ring, side), side)).collect()
}

/// A line, in one piece or in several that end at the same meridian.
pub(super) fn cut_line(line: &[Position]) -> Vec<Vec<Spot>> {
    let line: Vec<Spot> = line.iter().copied().map(turned).collect();
    let mut parts = Vec::new();
    for (from, to) in line.iter().zip(line.iter().skip(1)) {
        let side = from.0.cmp(&CUT).then(to.0.cmp(&CUT));
        match crossing(*from, *to) {
            Some(at) => {
                parts.push(shifted(vec![*from, at], side));
                parts.push(shifted(vec![at, *to], side.reverse()));
            }
            None => parts.push(shifted(vec![*from, *to], side)),
        }
    }
    parts
}

fn turned(position: Position) -> Spot {
    (position.longitude - CENTER, position.latitude)
}

/// The part of a closed ring on one side of the cut, closed along it (the clipping of Sutherland and Hodgman).
fn half(ring: &[Spot], side: Ordering) -> Vec<Spot> {
    let mut kept = Vec::new();
    for (from, to) in ring.iter().zip(ring.iter().skip(1)) {
        if from.0.cmp(&CUT) != side.reverse() {
            kept.push(*from);
        }
        kept.extend(crossing(*from, *to));
    }
    kept.extend(kept.first().copied());
    kept
}

/// Where an edge crosses the cut; the same for both directions, so that neighbours meet there.
fn crossing(a: Spot, b: Spot) -> Option<Spot> {
    let ((x0, y0), (x1, y1)) = (a.min(b), a.max(b));
    (x0 < CUT && CUT < x1).then(|| (CUT, y0 + (y1 - y0) * (CUT - x0) / (x1 - x0)))
}

fn shifted(mut part: Vec<Spot>, side: Ordering) -> Vec<Spot> {
    if side == Ordering::Less {
        for spot in &mut part {
            spot.0 += TURN;
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(longitude: i32, latitude: i32) -> Position {
        Position { latitude, longitude }
    }

    #[test]
    fn what_lies_on_one_side_stays_whole() {
        let west = [at(-6_000, 0), at(-5_000, 0), at(-5_000, 900), at(-6_000, 0)];
        assert_eq!(cut_ring(&west), [[(15_200, 0), (16_200, 0), (16_200, 900), (15_200, 0)]]);
        let east = [at(1_000, 0), at(2_000, 0), at(2_000, 900), at(1_000, 0)];
        assert_eq!(cut_ring(&east), [[(-13_800, 0), (-12_800, 0), (-12_800, 900), (-13_800, 0)]]);
    }

    #[test]
    fn greenland_comes_in_two_halves_that_end_at_the_edges() {
        let ring =
            [at(-5_200, 6_000), at(-2_200, 6_000), at(-2_200, 8_000), at(-5_200, 8_000), at(-5_200, 6_000)];
        let halves = cut_ring(&ring);
        assert_eq!(halves.len(), 2);
        let reach = |half: &[Spot]| {
            (half.iter().map(|spot| spot.0).min().unwrap(), half.iter().map(|spot| spot.0).max().unwrap())
        };
        assert_eq!((reach(&halves[0]), reach(&halves[1])), ((16_000, 18_000), (-18_000, -17_000)));
        assert!(halves.iter().all(|half| half.len() == 5 && half.first() == half.last()));
    }

    #[test]
    fn a_line_ends_at_one_edge_and_goes_on_at_the_other() {
        let parts = cut_line(&[at(-3_000, 0), at(-3_400, 400)]);
        assert_eq!(parts, [[(-17_800, 0), (-18_000, 200)], [(18_000, 200), (17_800, 400)]]);
    }
}
