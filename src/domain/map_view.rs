//! What part of a map is looked at: the whole, a region, or closer by steps. No step needs a pointer to be dragged.

use std::fmt;

use super::country::{Country, Membership};
use super::country_map::{Bounds, CountryMap};
use super::projection::{HEIGHT, Point, WIDTH, place};
use super::region::Region;

/// A part of the drawing, in tenths of a unit. It lies within the whole, and its shape is between the whole's and a
/// square: tall regions would be no larger in the shape of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapView {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

/// A way to move over the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// The least width: closer, the outlines would show how coarse they are.
const CLOSEST: i32 = WIDTH / 20;
/// Room around what is shown, as a part of it.
const ROOM: i32 = 16;

impl MapView {
    /// The whole drawing.
    pub const WORLD: Self = Self { left: 0, top: 0, width: WIDTH, height: HEIGHT };

    /// The view that shows a box whole, with some room.
    pub fn around(bounds: Bounds) -> Self {
        let side = |low: i32, high: i32, whole: i32| {
            let side = (high - low).clamp(0, whole);
            side + side / ROOM * 2
        };
        let width = side(bounds.left, bounds.right, WIDTH);
        let height = side(bounds.top, bounds.bottom, HEIGHT).max(width * HEIGHT / WIDTH);
        let center = Point {
            x: i32::midpoint(bounds.left, bounds.right),
            y: i32::midpoint(bounds.top, bounds.bottom),
        };
        Self::at(center, width.max(height), height)
    }

    /// The Member States of a region, as far as the map has an area for them, with its territories nearby. Greenland,
    /// for one, belongs to Europe's region and lies at the other end of the drawing.
    pub fn of_region(map: &CountryMap, countries: &[Country], region: Region) -> Self {
        let of_region = || countries.iter().filter(|country| country.region == Some(region));
        let point = |country: &Country| Bounds::around(place(country.position));
        let member = |country: &&Country| country.membership == Membership::MemberState;
        let area = |country: &Country| map.area(country.iso3).map_or(point(country), |area| area.bounds);
        let Some(members) = of_region().filter(member).map(area).reduce(Bounds::with) else {
            return Self::WORLD;
        };
        let near =
            |other: &Bounds| members.left - WIDTH / 8 < other.left && other.right < members.right + WIDTH / 8;
        let others = of_region().filter(|country| !member(country)).map(point).filter(near);
        Self::around(others.fold(members, Bounds::with))
    }

    /// Half as wide, around the same middle.
    #[must_use]
    pub fn closer(self) -> Self {
        Self::at(self.center(), self.width / 2, self.height / 2)
    }

    /// Twice as wide, around the same middle as far as the drawing reaches.
    #[must_use]
    pub fn wider(self) -> Self {
        Self::at(self.center(), self.width * 2, self.height * 2)
    }

    /// A third further in a direction.
    #[must_use]
    pub fn moved(self, direction: Direction) -> Self {
        let (x, y) = match direction {
            Direction::Up => (0, -self.height / 3),
            Direction::Down => (0, self.height / 3),
            Direction::Left => (-self.width / 3, 0),
            Direction::Right => (self.width / 3, 0),
        };
        let center = self.center();
        Self::at(Point { x: center.x + x, y: center.y + y }, self.width, self.height)
    }

    /// Whether [`Self::closer`] leads closer.
    pub fn can_go_closer(self) -> bool {
        self.closer() != self
    }

    /// Whether [`Self::wider`] leads wider.
    pub fn can_go_wider(self) -> bool {
        self != Self::WORLD
    }

    /// How many tenths a length has that is a thousandth of the view's width, at least one: what is to look the same at
    /// every step (marks, hatching) is measured in it.
    pub fn unit(self) -> i32 {
        (self.width / 1_000).max(1)
    }

    fn at(center: Point, width: i32, height: i32) -> Self {
        let (width, height) = (width.clamp(CLOSEST, WIDTH), height.clamp(CLOSEST * HEIGHT / WIDTH, HEIGHT));
        let left = (center.x - width / 2).clamp(0, WIDTH - width);
        let top = (center.y - height / 2).clamp(0, HEIGHT - height);
        Self { left, top, width, height }
    }

    fn center(self) -> Point {
        Point { x: self.left + self.width / 2, y: self.top + self.height / 2 }
    }
}

/// The value of the attribute `viewBox`.
impl fmt::Display for MapView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.left, self.top, self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_world_is_the_whole_drawing() {
        assert_eq!(MapView::WORLD.to_string(), "0 0 10000 4318");
        assert_eq!(MapView::WORLD.wider(), MapView::WORLD);
        assert!(!MapView::WORLD.can_go_wider() && MapView::WORLD.can_go_closer());
    }

    #[test]
    fn closer_and_wider_undo_each_other_in_the_middle() {
        let closer = MapView::WORLD.closer();
        assert_eq!(closer.to_string(), "2500 1080 5000 2159");
        assert_eq!(closer.wider().width, WIDTH);
        let closest = (0..9).fold(closer, |view, _| view.closer());
        assert!(!closest.can_go_closer());
        assert_eq!(closest.closer(), closest);
    }

    #[test]
    fn the_edges_of_the_drawing_can_be_reached() {
        let walk = |direction| (0..9).fold(MapView::WORLD.closer(), |view, _| view.moved(direction));
        assert_eq!((walk(Direction::Left).left, walk(Direction::Up).top), (0, 0));
        assert_eq!(walk(Direction::Right).left, WIDTH / 2);
        let lowest = walk(Direction::Down);
        assert_eq!(lowest.top + lowest.height, HEIGHT);
    }

    #[test]
    fn a_region_without_countries_is_the_world() {
        assert_eq!(MapView::of_region(&CountryMap::default(), &[], Region::Afr), MapView::WORLD);
    }

    proptest! {
        #[test]
        fn a_view_shows_its_box_and_lies_on_the_drawing(
            (left, right) in (0..=WIDTH, 0..=WIDTH), (top, bottom) in (0..=HEIGHT, 0..=HEIGHT)
        ) {
            let (left, right, top, bottom) = (left.min(right), left.max(right), top.min(bottom), top.max(bottom));
            let view = MapView::around(Bounds { left, top, right, bottom });
            prop_assert!(view.left <= left && right <= view.left + view.width, "{view}");
            prop_assert!(view.top <= top && bottom <= view.top + view.height, "{view}");
            prop_assert!(view.height <= view.width && view.width <= view.height * WIDTH / HEIGHT + 3, "{view}");
            prop_assert!(view.left >= 0 && view.left + view.width <= WIDTH);
            prop_assert!(view.top >= 0 && view.top + view.height <= HEIGHT);
        }

        #[test]
        fn no_box_makes_it_panic(edges in prop::array::uniform4(-20_000..20_000)) {
            let [left, top, right, bottom] = edges;
            let view = MapView::around(Bounds { left, top, right, bottom });
            prop_assert!(view.width >= CLOSEST && view.width <= WIDTH);
        }
    }
}
