//! Steps that come round again, as points on a loop of two rows: there along the upper one, back along the lower.

/// Size of the drawing.
pub const WIDTH: usize = 720;
pub const HEIGHT: usize = 212;
/// Where the rows lie.
const ROWS: [usize; 2] = [56, 156];

/// A step on the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the side where reading begins.
    pub x: usize,
    pub y: usize,
    pub is_above: bool,
}

/// The points of so many steps, in their order along the loop.
pub fn points(steps: usize) -> Vec<Point> {
    let above = steps.div_ceil(2);
    let below = steps - above;
    let x = |at: usize, of: usize| (2 * at + 1) * WIDTH / (2 * of.max(1));
    let [top, bottom] = ROWS;
    let there = (0..above).map(|at| Point { x: x(at, above), y: top, is_above: true });
    let back = (0..below).rev().map(|at| Point { x: x(at, below), y: bottom, is_above: false });
    there.chain(back).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_steps_go_there_and_back() {
        let places: Vec<_> = points(7).iter().map(|point| (point.x, point.y)).collect();
        assert_eq!(places, [(90, 56), (270, 56), (450, 56), (630, 56), (600, 156), (360, 156), (120, 156)]);
    }

    #[test]
    fn no_points_touch_and_all_are_in_the_drawing() {
        assert!(points(0).is_empty());
        for steps in 1..=12 {
            let points = points(steps);
            assert_eq!(points.len(), steps);
            for (at, point) in points.iter().enumerate() {
                assert!((32..=WIDTH - 32).contains(&point.x), "{steps}: {point:?}");
                for other in points.iter().skip(at + 1) {
                    let (far, high) = (point.x.abs_diff(other.x), point.y.abs_diff(other.y));
                    assert!(far >= 64 || high >= 64, "{steps}: {point:?} {other:?}");
                }
            }
        }
    }
}
