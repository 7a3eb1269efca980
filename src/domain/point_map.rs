//! A map of points: where offices stand and whom they serve. It has no coast and no boundary.
//!
//! Whole numbers only: code that prints fractions would add twenty kilobytes to what visitors download.

use super::country::Position;

/// A place on the drawing, in tenths of a unit of the view box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// Width of the view box in tenths of a unit.
pub const WIDTH: i32 = 10_000;
/// Height of the view box in tenths of a unit: from 78° north to 56° south, where every label point of the facts lies.
pub const HEIGHT: i32 = 4_180;

/// The meridian in the middle, in hundredths of a degree. It lies in the Pacific, so that the widest fan of threads
/// stays whole.
const CENTER: i32 = 15_500;
const NORTH: i32 = 7_800;
const SOUTH: i32 = -5_600;

/// Where a position lies on the drawing (an equirectangular projection).
pub fn place(position: Position) -> Point {
    let turned = position.longitude.clamp(-18_000, 18_000) - CENTER + 18_000;
    let down = NORTH - position.latitude.clamp(SOUTH, NORTH);
    Point { x: turned.rem_euclid(36_000) * WIDTH / 36_000, y: down * HEIGHT / (NORTH - SOUTH) }
}

/// A length in tenths as the drawing wants it: `1234` is "123.4".
pub fn tenths(length: i32) -> String {
    let sign = if length < 0 { "-" } else { "" };
    format!("{sign}{}.{}", length.abs() / 10, length.abs() % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: i32, longitude: i32) -> Point {
        place(Position { latitude, longitude })
    }

    #[test]
    fn places_lie_on_the_drawing() {
        assert_eq!(at(1_100, CENTER), Point { x: WIDTH / 2, y: HEIGHT / 2 });
        for (latitude, longitude) in [(9_000, -18_000), (-9_000, 18_000), (0, 0), (i32::MAX, i32::MIN)] {
            let point = at(latitude, longitude);
            assert!((0..=WIDTH).contains(&point.x) && (0..=HEIGHT).contains(&point.y), "{point:?}");
        }
    }

    #[test]
    fn the_pacific_is_not_torn_apart() {
        let (fiji, samoa) = (at(-1_800, 17_800), at(-1_380, -17_200));
        assert!((samoa.x - fiji.x).abs() < 600);
    }

    #[test]
    fn lengths_are_printed_in_tenths() {
        assert_eq!([1234, 0, 7, -15].map(tenths), ["123.4", "0.0", "0.7", "-1.5"]);
    }
}
