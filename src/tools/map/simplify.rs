//! Makes a line simpler by taking away, again and again, the vertex that is missed least (Visvalingam and Whyatt, 1993).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::domain::projection::Point;

/// The line without the vertices whose triangle with both neighbours is smaller than this, in square units. Both ends
/// stay; a closed line keeps three corners. What is left gives itself when simplified again.
pub(super) fn simplify(line: &[Point], smallest: i64) -> Vec<Point> {
    let least = if line.first() == line.last() { 4 } else { 2 };
    let mut chain = Chain::new(line);
    let mut heap: BinaryHeap<_> =
        (0..line.len()).filter_map(|index| chain.entry(index)).map(Reverse).collect();
    let mut left = line.len();
    while let Some(Reverse((area, index))) = heap.pop() {
        if area >= smallest || left <= least {
            break;
        }
        // An entry is stale if its vertex is gone, or has other neighbours than when it was made.
        if chain.entry(index) != Some((area, index)) {
            continue;
        }
        left -= 1;
        let neighbours = chain.remove(index);
        heap.extend(neighbours.into_iter().filter_map(|index| chain.entry(index)).map(Reverse));
    }
    line.iter().enumerate().filter(|(index, _)| chain.is_kept(*index)).map(|(_, point)| *point).collect()
}

/// The vertices with their neighbours; one without neighbours is gone.
struct Chain<'a> {
    line: &'a [Point],
    neighbours: Vec<Option<(usize, usize)>>,
}

impl<'a> Chain<'a> {
    fn new(line: &'a [Point]) -> Self {
        let neighbours = (0..line.len()).map(|index| Some((index.wrapping_sub(1), index + 1))).collect();
        Self { line, neighbours }
    }

    fn is_kept(&self, index: usize) -> bool {
        self.neighbours.get(index).is_some_and(Option::is_some)
    }

    /// The area of a vertex's triangle and its index; nothing for the ends and for those that are gone.
    fn entry(&self, index: usize) -> Option<(i64, usize)> {
        let (before, after) = (*self.neighbours.get(index)?)?;
        let [a, b, c] = [self.line.get(before)?, self.line.get(index)?, self.line.get(after)?];
        Some((doubled_area(*a, *b, *c) / 2, index))
    }

    /// Takes a vertex out and gives the two that are neighbours now.
    fn remove(&mut self, index: usize) -> [usize; 2] {
        let Some((before, after)) = self.neighbours.get_mut(index).and_then(Option::take) else {
            return [usize::MAX; 2];
        };
        if let Some(Some(neighbours)) = self.neighbours.get_mut(before) {
            neighbours.1 = after;
        }
        if let Some(Some(neighbours)) = self.neighbours.get_mut(after) {
            neighbours.0 = before;
        }
        [before, after]
    }
}

fn doubled_area(a: Point, b: Point, c: Point) -> i64 {
    let side =
        |from: Point, to: Point| (i64::from(to.x) - i64::from(from.x), i64::from(to.y) - i64::from(from.y));
    let ((x0, y0), (x1, y1)) = (side(a, b), side(a, c));
    (x0 * y1 - x1 * y0).abs()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(points: &[(i32, i32)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    #[test]
    fn what_is_hardly_seen_goes_and_corners_stay() {
        let bent = line(&[(0, 0), (10, 1), (20, 0), (30, 30)]);
        assert_eq!(simplify(&bent, 50), line(&[(0, 0), (20, 0), (30, 30)]));
    }

    #[test]
    fn a_ring_keeps_three_corners() {
        let small = line(&[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]);
        assert_eq!(simplify(&small, 1_000).len(), 4);
    }

    #[test]
    fn nothing_and_next_to_nothing_stay_as_they_are() {
        for few in [&[][..], &[(1, 2)], &[(1, 2), (3, 4)], &[(1, 2), (1, 2)]] {
            assert_eq!(simplify(&line(few), i64::MAX), line(few));
        }
    }

    proptest! {
        #[test]
        fn ends_stay_and_twice_is_once(
            points in prop::collection::vec((0..10_000, 0..4_318), 0..60), closed: bool, smallest in 0_i64..2_000_000
        ) {
            let mut given = line(&points);
            given.extend(given.first().copied().filter(|_| closed));
            let once = simplify(&given, smallest);
            prop_assert_eq!((once.first(), once.last()), (given.first(), given.last()));
            prop_assert!(once.len() <= given.len());
            prop_assert_eq!(simplify(&once, smallest), once);
        }
    }
}
