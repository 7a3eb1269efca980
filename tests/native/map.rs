//! The map of the real content: who is drawn, where boundaries run, and that nothing is torn or left open.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use country_cooperation::bundle::decode;
use country_cooperation::bundle::index::PartName;
use country_cooperation::domain::content::Content;
use country_cooperation::domain::country::{Iso3, Position};
use country_cooperation::domain::country_map::{CountryMap, LineStyle, Path, Shape};
use country_cooperation::domain::map_view::MapView;
use country_cooperation::domain::projection::{Point, WIDTH, place};
use country_cooperation::domain::region::Region;

use super::bundle;

/// The most bytes the map may have before compression. Brotli makes less than a third of it, and the limit of 30 KB
/// after compression is watched by `tests/report/size.mjs`.
const MOST_BYTES: usize = 100_000;

/// What the United Nations or WHO's maps show as an area of its own, or as a question between countries.
const DISPUTED: [&str; 8] = [
    "abyei",
    "aksai_chin",
    "falkland_islands_malvinas",
    "golan",
    "halaib_triangle",
    "ilemi_triangle",
    "jammu_and_kashmir",
    "western_sahara",
];

type Edge = (Point, Point);

struct Drawn {
    content: Content,
    map: CountryMap,
}

/// Compiled once for all tests.
static DRAWN: LazyLock<Drawn> = LazyLock::new(|| {
    let content = bundle::content(&bundle::files());
    let map = CountryMap::clone(content.map.as_ref().unwrap());
    Drawn { content, map }
});

impl Drawn {
    /// The countries whose area holds a place.
    fn countries_at(&self, latitude: i32, longitude: i32) -> Vec<&str> {
        let at = place(Position { latitude, longitude });
        self.map.areas.iter().filter(|area| holds(&area.path, at)).map(|area| area.iso3.as_str()).collect()
    }

    /// The disputed areas whose outline holds a place.
    fn disputed_at(&self, latitude: i32, longitude: i32) -> Vec<&str> {
        let at = place(Position { latitude, longitude });
        let outlines = self.map.disputed.iter().filter_map(|area| match &area.shape {
            Shape::Outline(path) => Some((area.id.as_str(), path)),
            Shape::Mark(_) => None,
        });
        outlines.filter(|(_, path)| holds(path, at)).map(|(id, _)| id).collect()
    }

    fn outline(&self, iso3: &str) -> BTreeSet<Edge> {
        edges(&self.map.area(Iso3::parse(iso3).unwrap()).unwrap().path)
    }

    fn lines(&self, style: LineStyle) -> BTreeSet<Edge> {
        self.map.lines.iter().filter(|(known, _)| *known == style).flat_map(|(_, path)| edges(path)).collect()
    }

    /// Every path that is filled.
    fn fills(&self) -> impl Iterator<Item = &Path> {
        let disputed = self.map.disputed.iter().filter_map(|area| match &area.shape {
            Shape::Outline(path) => Some(path),
            Shape::Mark(_) => None,
        });
        self.map.areas.iter().map(|area| &area.path).chain(&self.map.land).chain(disputed)
    }
}

/// The points of each ring or line of a path, read apart from the code that writes it.
fn parts(path: &Path) -> Vec<Vec<Point>> {
    let mut at = Point { x: 0, y: 0 };
    let mut parts = Vec::new();
    for part in path.as_str().split('m').skip(1) {
        let text = part.trim_end_matches('z').replace('-', " -");
        let numbers: Vec<i32> = text.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let mut points = Vec::new();
        for pair in numbers.chunks(2) {
            at = Point { x: at.x + pair[0], y: at.y + pair[1] };
            points.push(at);
        }
        if part.ends_with('z') {
            at = points[0];
            points.push(at);
        }
        parts.push(points);
    }
    parts
}

fn edges(path: &Path) -> BTreeSet<Edge> {
    let parts = parts(path);
    let pairs = parts.iter().flat_map(|part| part.iter().zip(part.iter().skip(1)));
    pairs.map(|(a, b)| (*a.min(b), *a.max(b))).collect()
}

/// Whether a path that is filled by the rule "evenodd" covers a point.
fn holds(path: &Path, at: Point) -> bool {
    let crosses = |&(a, b): &Edge| {
        let (a, b) = if a.y < b.y { (a, b) } else { (b, a) };
        let side = (b.x - a.x) * (at.y - a.y) - (at.x - a.x) * (b.y - a.y);
        a.y <= at.y && at.y < b.y && side > 0
    };
    edges(path).iter().filter(|edge| crosses(edge)).count() % 2 == 1
}

#[test]
fn every_country_is_drawn() {
    let drawn = &*DRAWN;
    let marks = drawn.map.marks(&drawn.content.countries, 0);
    let marked: BTreeSet<_> = marks.iter().map(|(country, _)| country.iso3.as_str()).collect();
    let areas: BTreeSet<_> = drawn.map.areas.iter().map(|area| area.iso3.as_str()).collect();
    let countries: BTreeSet<_> =
        drawn.content.countries.iter().map(|country| country.iso3.as_str()).collect();
    assert_eq!(countries.len(), 223);
    assert_eq!(areas.union(&marked).copied().collect::<BTreeSet<_>>(), countries);
    assert!(marked.len() < 10, "too few countries have an area: {marked:?}");
}

#[test]
fn small_states_are_marked_and_large_ones_are_not() {
    let drawn = &*DRAWN;
    let marks = drawn.map.marks(&drawn.content.countries, 240);
    let marked: Vec<_> = marks.iter().map(|(country, _)| country.iso3.as_str()).collect();
    for small in ["AND", "MCO", "MDV", "NRU", "SGP", "TKL", "TUV", "WSM"] {
        assert!(marked.contains(&small), "{small}");
    }
    for large in ["BRA", "CHL", "KEN", "MDG", "RUS"] {
        assert!(!marked.contains(&large), "{large}");
    }
}

#[test]
fn places_lie_where_the_united_nations_have_them() {
    let drawn = &*DRAWN;
    let places = [
        (4_500, 3_410, "UKR"),   // Crimea
        (956, 4_406, "SOM"),     // Hargeisa
        (3_528, 3_335, "CYP"),   // south of Kyrenia
        (4_260, 2_090, "XKX"),   // Pristina
        (2_400, 12_100, "CHN"),  // Taiwan
        (400, -5_300, "GUF"),    // French Guiana
        (6_700, -17_500, "RUS"), // beyond the 180th meridian
        (-1_780, 17_800, "FJI"),
        (7_200, -4_500, "GRL"), // west of the cut
        (7_200, -2_600, "GRL"), // and east of it
    ];
    for (latitude, longitude, iso3) in places {
        assert_eq!(drawn.countries_at(latitude, longitude), [iso3], "{latitude} {longitude}");
        assert!(drawn.disputed_at(latitude, longitude).is_empty(), "{iso3}");
    }
    assert!(drawn.countries_at(0, -16_000).is_empty(), "the sea belongs to nobody");
}

#[test]
fn disputed_areas_are_areas_of_their_own() {
    let drawn = &*DRAWN;
    let ids: Vec<_> = drawn.map.disputed.iter().map(|area| area.id.as_str()).collect();
    assert_eq!(ids.iter().copied().collect::<BTreeSet<_>>(), DISPUTED.into_iter().collect());
    assert_eq!(ids.len(), DISPUTED.len());
    let places = [
        (2_450, -1_350, "western_sahara"),
        (3_410, 7_480, "jammu_and_kashmir"), // Srinagar
        (3_590, 7_430, "jammu_and_kashmir"), // Gilgit
        (3_416, 7_758, "jammu_and_kashmir"), // Leh
        (-5_170, -5_870, "falkland_islands_malvinas"),
    ];
    for (latitude, longitude, id) in places {
        assert_eq!(drawn.disputed_at(latitude, longitude), [id]);
        assert!(drawn.countries_at(latitude, longitude).is_empty(), "a country lies under {id}");
    }
}

#[test]
fn lines_are_solid_dashed_and_dotted() {
    let drawn = &*DRAWN;
    let [solid, dashed, dotted] = LineStyle::ALL.map(|style| drawn.lines(style));
    assert!(solid.len() > 1_000 && !dashed.is_empty() && !dotted.is_empty());
    assert!(solid.is_disjoint(&dashed) && solid.is_disjoint(&dotted) && dashed.is_disjoint(&dotted));
    for (one, other, style) in [
        ("XKX", "SRB", &dashed),
        ("KOR", "PRK", &dashed),
        ("KEN", "SSD", &dashed),
        ("KEN", "UGA", &solid),
        ("ARG", "CHL", &solid),
    ] {
        let shared = &drawn.outline(one) & &drawn.outline(other);
        assert!(!shared.is_empty() && shared.is_subset(style), "{one} {other}");
    }
    let south_of_abyei = &drawn.outline("SDN") & &drawn.outline("SSD");
    assert!(!south_of_abyei.is_disjoint(&dashed) && !south_of_abyei.is_disjoint(&dotted));
}

#[test]
fn no_gap_opens_between_neighbours() {
    let drawn = &*DRAWN;
    let mut uses: BTreeMap<Edge, usize> = BTreeMap::new();
    for edge in drawn.fills().flat_map(edges) {
        *uses.entry(edge).or_default() += 1;
    }
    let shared: BTreeSet<_> = uses.iter().filter(|(_, count)| **count > 1).map(|(edge, _)| *edge).collect();
    let lines: BTreeSet<_> = LineStyle::ALL.into_iter().flat_map(|style| drawn.lines(style)).collect();
    let without_line: Vec<_> = shared.difference(&lines).collect();
    assert!(without_line.is_empty(), "{without_line:?}");
    // Where a solid line runs, two fills end. Where two neighbours do not meet, there would be one; and where one of
    // them is so small that it has a mark instead of an area.
    let marks: Vec<_> =
        drawn.map.marks(&drawn.content.countries, 0).into_iter().map(|(_, point)| point).collect();
    let is_marked =
        |(a, _): &Edge| marks.iter().any(|mark| (mark.x - a.x).abs().max((mark.y - a.y).abs()) < 8);
    let solid = drawn.lines(LineStyle::Solid);
    let open: Vec<_> = solid.difference(&shared).filter(|edge| !is_marked(edge)).collect();
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn nothing_is_drawn_across_the_map() {
    let drawn = &*DRAWN;
    let lines = drawn.map.lines.iter().map(|(_, path)| path);
    for (a, b) in drawn.fills().chain(lines).flat_map(edges) {
        let length = (a.x - b.x).abs().max((a.y - b.y).abs());
        assert!(length < WIDTH / 10, "{a:?} {b:?}");
    }
}

#[test]
fn each_region_can_be_looked_at() {
    let drawn = &*DRAWN;
    let view = |region| {
        let text = MapView::of_region(&drawn.map, &drawn.content.countries, region).to_string();
        let edges: Vec<i32> = text.split(' ').map(|edge| edge.parse().unwrap()).collect();
        (edges[0], edges[1], edges[2], edges[3])
    };
    let shows = |region, latitude, longitude| {
        let (left, top, width, height) = view(region);
        let at = place(Position { latitude, longitude });
        (left..left + width).contains(&at.x) && (top..top + height).contains(&at.y)
    };
    for country in drawn.content.countries.iter().filter(|country| country.iso3.as_str() != "GRL") {
        let Some(region) = country.region else { continue };
        let Position { latitude, longitude } = country.position;
        assert!(shows(region, latitude, longitude), "{:?} is not in the view of {region:?}", country.iso3);
    }
    assert!(!shows(Region::Amr, -130, 3_680) && !shows(Region::Afr, 3_990, 11_640));
    for region in Region::ALL {
        let (_, _, width, _) = view(region);
        assert!(width < WIDTH * 3 / 4, "{region:?} is hardly closer than the world: {width}");
    }
}

#[test]
fn the_map_is_small() {
    let files = bundle::files();
    let entry = bundle::index(&files).part(PartName::Map).cloned().unwrap();
    assert!((entry.bytes as usize) < MOST_BYTES, "{} bytes", entry.bytes);
}

#[test]
fn a_path_that_is_no_path_is_left_out() {
    let files = bundle::files();
    let entry = bundle::index(&files).part(PartName::Map).cloned().unwrap();
    let text = str::from_utf8(bundle::file(&files, &entry.file)).unwrap();
    let mut content = Content::default();
    assert_eq!(decode::part(PartName::Map, text.as_bytes(), &mut content), Ok(0));
    let areas = content.map.as_ref().unwrap().areas.len();
    let broken = text.replacen("\"path\":\"m", "\"path\":\"m<script>", 1);
    assert_eq!(decode::part(PartName::Map, broken.as_bytes(), &mut content), Ok(1));
    assert_eq!(content.map.unwrap().areas.len(), areas - 1);
}
