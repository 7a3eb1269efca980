//! The map of countries, ready to be drawn: what each path shows, and which countries need a mark besides.
//!
//! All lengths are tenths of a unit on the drawing of [`super::projection`], whose view box is `0 0 10000 4318`.
//! What is drawn where is the content's business (`content/map/`); here nothing is known about any boundary.

use super::country::{Country, Iso3};
use super::projection::{Point, place};

/// The outline of something, as the `d` of an SVG path: closed rings for areas, to be filled with the rule `evenodd`, and
/// open ones for lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path(String);

/// The smallest box around something; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// The area of a country, territory or area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub iso3: Iso3,
    pub path: Path,
    /// Around the largest of its pieces: far islands would make a box that shows nothing.
    pub bounds: Bounds,
}

/// An area of which it is not agreed to whom it belongs. It leads to no profile and has no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// The slug of its label (`TermKind::DisputedArea`).
    pub id: String,
    pub shape: Shape,
}

/// What there is to draw of a disputed area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Outline(Path),
    /// No source of the content has the outline: a mark says that there is a question.
    Mark(Point),
}

/// How a boundary is drawn, by the practice of WHO's maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineStyle {
    Solid,
    /// An approximate line on which there may not yet be full agreement.
    Dashed,
    /// The same within an area that is itself disputed.
    Dotted,
}

impl LineStyle {
    pub const ALL: [Self; 3] = [Self::Solid, Self::Dashed, Self::Dotted];

    /// The word used in the content.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.slug() == slug)
    }
}

/// One thing on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapItem {
    Area(Area),
    /// Land that no row of the list of countries stands for.
    Land(Path),
    Disputed(Disputed),
    /// All boundaries of one style.
    Lines(LineStyle, Path),
}

/// The map. Draw it in the order of the fields: lines lie above the fills, or their dashes would be painted over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountryMap {
    pub land: Vec<Path>,
    pub areas: Vec<Area>,
    pub disputed: Vec<Disputed>,
    pub lines: Vec<(LineStyle, Path)>,
}

impl Path {
    /// Takes a path if it holds nothing but the moves and ends that the compiler writes, and whole numbers, so that no
    /// text of the content can become anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = |byte: u8| matches!(byte, b'm' | b'z' | b'0'..=b'9' | b' ' | b'-');
        (text.starts_with('m') && text.bytes().all(is_plain)).then(|| Self(text.to_owned()))
    }

    /// The value of the attribute `d`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Bounds {
    /// Takes four edges that make a box on the drawing.
    pub fn new(left: i32, top: i32, right: i32, bottom: i32) -> Option<Self> {
        use super::projection::{HEIGHT, WIDTH};
        let fits =
            0 <= left && left <= right && right <= WIDTH && 0 <= top && top <= bottom && bottom <= HEIGHT;
        fits.then_some(Self { left, top, right, bottom })
    }

    /// The box around one place.
    pub fn around(point: Point) -> Self {
        Self { left: point.x, top: point.y, right: point.x, bottom: point.y }
    }

    /// The box around both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The longer of the two sides.
    pub fn length(self) -> i32 {
        (self.right - self.left).max(self.bottom - self.top)
    }
}

impl CountryMap {
    /// Puts everything in its place.
    pub fn new(items: impl IntoIterator<Item = MapItem>) -> Self {
        let mut map = Self::default();
        for item in items {
            match item {
                MapItem::Area(area) => map.areas.push(area),
                MapItem::Land(path) => map.land.push(path),
                MapItem::Disputed(disputed) => map.disputed.push(disputed),
                MapItem::Lines(style, path) => map.lines.push((style, path)),
            }
        }
        map
    }

    pub fn area(&self, iso3: Iso3) -> Option<&Area> {
        self.areas.iter().find(|area| area.iso3 == iso3)
    }

    /// The countries that cannot be hit or seen by their area, because they have none or because the longer side of its
    /// box is less than `smallest` tenths; each with the place of its mark.
    pub fn marks<'a>(&self, countries: &'a [Country], smallest: i32) -> Vec<(&'a Country, Point)> {
        let is_small =
            |country: &&Country| self.area(country.iso3).is_none_or(|area| area.bounds.length() < smallest);
        countries.iter().filter(is_small).map(|country| (country, place(country.position))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_holds_nothing_but_moves_and_lines() {
        for good in ["m0 0 1 2-3 4z", "m1 2 3-4m5 6-7 8"] {
            assert_eq!(Path::parse(good).map(|path| path.0).as_deref(), Some(good));
        }
        for bad in
            ["", "l1 2", "M1,2", "M1 2\" onload=\"", "M1 2<", "M1 2 url(#a)", "M1.5 2", "M1 2é", " M1 2"]
        {
            assert_eq!(Path::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_box_lies_on_the_drawing() {
        let bounds = Bounds::new(0, 0, 10_000, 4_318);
        assert_eq!(bounds.map(Bounds::length), Some(10_000));
        for [left, top, right, bottom] in
            [[-1, 0, 1, 1], [0, 0, 10_001, 1], [2, 0, 1, 1], [0, 2, 1, 1], [0, 0, 1, 5_000]]
        {
            assert_eq!(Bounds::new(left, top, right, bottom), None);
        }
    }

    #[test]
    fn styles_are_told_by_their_words() {
        assert!(LineStyle::ALL.into_iter().all(|style| LineStyle::from_slug(style.slug()) == Some(style)));
        assert_eq!(LineStyle::from_slug("wavy"), None);
    }
}
