//! Where a place on the globe lies on the drawings: the Equal Earth projection (Šavrič, Patterson and Jenny, 2018).
//!
//! It shows areas in their true proportion, as a map that is filled by status must, and straight parallels, as
//! Robinson's does. Of such a projection a table of parallels is all there is to know, so there is no trigonometry here.
//! Whole numbers only: code that prints fractions would add twenty kilobytes to what visitors download.

use super::country::Position;

/// A place on the drawing, in tenths of a unit; the drawing is a thousand units wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// Width of the drawing in tenths of a unit.
pub const WIDTH: i32 = 10_000;
/// Height of the drawing in tenths of a unit: from 84° north, the end of Greenland, to 56° south, that of Chile.
pub const HEIGHT: i32 = 4_318;

/// The meridian in the middle, in hundredths of a degree. The drawing ends at 32° west, where Greenland is the only
/// land, so the widest fan of threads, over the Pacific, stays whole.
pub const CENTER: i32 = 14_800;

const NORTH: i32 = 8_400;
const SOUTH: i32 = -5_600;
/// How far the equator lies below the upper edge.
const EQUATOR: i32 = 2_412;

/// Every five degrees from the equator to the pole: the length of the parallel in ten thousandths of the equator's,
/// and its distance from the equator in tenths of a unit.
const PARALLELS: [(i32, i32); 19] = [
    (10_000, 0),
    (9_982, 187),
    (9_927, 373),
    (9_837, 558),
    (9_711, 740),
    (9_549, 920),
    (9_354, 1_095),
    (9_125, 1_266),
    (8_863, 1_431),
    (8_570, 1_589),
    (8_249, 1_739),
    (7_901, 1_880),
    (7_534, 2_010),
    (7_156, 2_128),
    (6_786, 2_231),
    (6_447, 2_316),
    (6_171, 2_380),
    (5_989, 2_420),
    (5_925, 2_434),
];

/// Where a position lies on the drawing. What lies north or south of it comes to its edge.
pub fn place(position: Position) -> Point {
    let turned = position.longitude.clamp(-18_000, 18_000) - CENTER + 18_000;
    place_turned(turned.rem_euclid(36_000) - 18_000, position.latitude)
}

/// The same for a longitude that is counted from the middle of the drawing, -18000 to 18000: both ends are the same
/// meridian, once at the left edge and once at the right.
pub fn place_turned(from_center: i32, latitude: i32) -> Point {
    let latitude = latitude.clamp(SOUTH, NORTH);
    let (length, distance) = parallel(latitude.abs());
    let x = WIDTH / 2 + rounded(from_center.clamp(-18_000, 18_000) * length, 36_000);
    Point { x, y: EQUATOR - distance * latitude.signum() }
}

/// Length and distance of a parallel, by the straight line between the two next to it in the table. That is
/// less than three tenths of a unit from the formula, and less than one beyond 75°.
fn parallel(latitude: i32) -> (i32, i32) {
    let below = usize::try_from(latitude / 500).unwrap_or(0);
    let row = |index: usize| PARALLELS.get(index).copied().unwrap_or((5_925, 2_434));
    let ((short, low), (long, high)) = (row(below), row(below + 1));
    let between = |a: i32, b: i32| a + rounded((b - a) * (latitude % 500), 500);
    (between(short, long), between(low, high))
}

/// A fraction as the nearest whole number, halves away from zero.
fn rounded(numerator: i32, denominator: i32) -> i32 {
    (numerator + numerator.signum() * denominator / 2) / denominator
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

    /// The formula as its authors give it, on a drawing of the same size.
    fn equal_earth(latitude: f64, from_center: f64) -> (f64, f64) {
        let [a1, a2, a3, a4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
        let root = 3_f64.sqrt();
        let t = (root / 2.0 * latitude.to_radians().sin()).asin();
        let slope = 9.0 * a4 * t.powi(8) + 7.0 * a3 * t.powi(6) + 3.0 * a2 * t.powi(2) + a1;
        let x = 2.0 * root * from_center.to_radians() * t.cos() / (3.0 * slope);
        let y = a4 * t.powi(9) + a3 * t.powi(7) + a2 * t.powi(3) + a1 * t;
        let scale = f64::from(WIDTH) / (2.0 * 2.0 * root * std::f64::consts::PI / (3.0 * a1));
        (f64::from(WIDTH / 2) + x * scale, f64::from(EQUATOR) - y * scale)
    }

    #[test]
    fn the_table_is_the_equal_earth_projection() {
        for latitude in (SOUTH..=NORTH).step_by(50) {
            for from_center in (-18_000..=18_000).step_by(1_500) {
                let point = place_turned(from_center, latitude);
                let (x, y) = equal_earth(f64::from(latitude) / 100.0, f64::from(from_center) / 100.0);
                let far = (f64::from(point.x) - x).abs().max((f64::from(point.y) - y).abs());
                assert!(far < 7.0, "{latitude} {from_center}: {point:?} is {far} tenths off");
            }
        }
    }

    #[test]
    fn places_lie_on_the_drawing() {
        assert_eq!(at(0, CENTER), Point { x: WIDTH / 2, y: EQUATOR });
        assert_eq!((at(NORTH, 0).y, at(SOUTH, 0).y), (0, HEIGHT));
        for (latitude, longitude) in [(9_000, -18_000), (-9_000, 18_000), (0, 0), (i32::MAX, i32::MIN)] {
            let point = at(latitude, longitude);
            assert!((0..=WIDTH).contains(&point.x) && (0..=HEIGHT).contains(&point.y), "{point:?}");
        }
    }

    #[test]
    fn the_pacific_is_not_torn_apart() {
        let (fiji, tahiti) = (at(-1_800, 17_800), at(-1_750, -14_950));
        assert!((tahiti.x - fiji.x).abs() < 1_000);
        let (iceland, brazil) = (at(6_500, -2_450), at(-700, -3_480));
        assert!(iceland.x < WIDTH / 4 && brazil.x > WIDTH * 3 / 4);
    }

    #[test]
    fn lengths_are_printed_in_tenths() {
        assert_eq!([1234, 0, 7, -15].map(tenths), ["123.4", "0.0", "0.7", "-1.5"]);
    }
}
