//! Reads the three files of `content/map/` (`GeoJSON`, RFC 7946) and tells everything that is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::super::explain::explain;
use super::super::facts::Facts;
use super::super::finding::{Finding, Place};
use super::super::json;
use super::super::relations::known_countries;
use super::super::table::read_text;
use super::edges::Owner;
use super::geometry::{self, Geometry};
use crate::bundle::check;
use crate::bundle::problem::Fault;
use crate::domain::country::Position;
use crate::domain::country_map::LineStyle;

const AREAS: &str = "content/map/areas.geojson";
pub(super) const DISPUTED: &str = "content/map/disputed.geojson";
const LINES: &str = "content/map/lines.geojson";

/// Positions one after the other; a ring ends with its first.
pub(super) type Line = Vec<Position>;

/// What stands in the files.
pub(super) struct Source {
    pub areas: Vec<OwnedArea>,
    pub disputed: Vec<DisputedArea>,
    pub lines: Vec<BoundaryLines>,
}

pub(super) struct OwnedArea {
    pub owner: Owner,
    pub rings: Vec<Line>,
}

pub(super) struct DisputedArea {
    pub feature: usize,
    pub id: String,
    pub shape: DisputedShape,
}

pub(super) enum DisputedShape {
    Rings(Vec<Line>),
    Point(Position),
}

pub(super) struct BoundaryLines {
    pub style: LineStyle,
    pub lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<RawFeature>,
}

#[derive(Deserialize)]
struct RawFeature {
    properties: Option<Map<String, Value>>,
    geometry: Option<Geometry>,
}

/// A feature, and where to tell what is wrong with it.
struct Feature<'a> {
    file: &'static str,
    /// Counted from 1.
    number: usize,
    raw: RawFeature,
    findings: &'a mut Vec<Finding>,
}

/// Reads the files. What is wrong goes to the findings.
pub(super) fn read(root: &Path, facts: &Facts, findings: &mut Vec<Finding>) -> Source {
    let known = known_countries(facts);
    let (mut codes, mut ids) = (BTreeMap::new(), BTreeMap::new());
    let mut source = Source { areas: Vec::new(), disputed: Vec::new(), lines: Vec::new() };
    each(root, AREAS, findings, |mut feature| {
        let owner = feature.owner(known.as_ref());
        if let Some(Owner::Country(iso3)) = &owner {
            feature.once("iso3", iso3.as_str(), &mut codes);
        }
        let rings = feature.shape(geometry::rings);
        source.areas.extend(owner.zip(rings).map(|(owner, rings)| OwnedArea { owner, rings }));
    });
    each(root, DISPUTED, findings, |mut feature| {
        let id = feature.word("id", check::map_id, Fault::NotMapId);
        feature.once("id", id.as_deref().unwrap_or_default(), &mut ids);
        let shape = feature.shape(geometry::rings_or_point);
        let feature = feature.number;
        source.disputed.extend(id.zip(shape).map(|(id, shape)| DisputedArea { feature, id, shape }));
    });
    each(root, LINES, findings, |mut feature| {
        let style = feature.word("style", LineStyle::from_slug, Fault::NotLineStyle);
        let lines = feature.shape(geometry::lines);
        source.lines.extend(style.zip(lines).map(|(style, lines)| BoundaryLines { style, lines }));
    });
    source
}

fn each(root: &Path, file: &'static str, findings: &mut Vec<Finding>, mut take: impl FnMut(Feature<'_>)) {
    let Some(text) = read_text(root, file, findings) else { return };
    let features = match serde_json::from_str(&text) {
        Ok(Collection { features }) => features,
        Err(error) => {
            let right = "Write a FeatureCollection of GeoJSON, as content/map/README.md shows.";
            findings.push(json::fault(file, &error, right));
            return;
        }
    };
    for (index, raw) in features.into_iter().enumerate() {
        take(Feature { file, number: index + 1, raw, findings });
    }
}

impl Feature<'_> {
    fn tell(&mut self, field: &str, wrong: impl Into<String>, right: impl Into<String>) {
        self.findings.push(Finding::error(place(self.file, self.number, field), wrong, right));
    }

    /// A property that must be one of the words that `parse` knows.
    fn word<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>, fault: Fault) -> Option<T> {
        let value = self.raw.properties.as_ref().and_then(|properties| properties.get(field));
        let text = value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        let word = text.as_deref().and_then(parse);
        if word.is_none() {
            let fault = if text.is_none() { Fault::Blank } else { fault };
            let (wrong, right) = explain(fault, field, &text.unwrap_or_default());
            self.tell(field, wrong, right);
        }
        word
    }

    /// The country of a code, or the land without a row that `null` stands for. Which must be written: a property of
    /// another name would make all countries such land.
    fn owner(&mut self, known: Option<&BTreeSet<&str>>) -> Option<Owner> {
        let value = self.raw.properties.as_ref().and_then(|properties| properties.get("iso3"));
        if value.is_some_and(Value::is_null) {
            return Some(Owner::Land);
        }
        let iso3 = self.word("iso3", check::iso3, Fault::NotIso3)?;
        if known.is_some_and(|known| !known.contains(iso3.as_str())) {
            let wrong = format!("\"{iso3}\" is not in content/countries.csv.");
            self.tell("iso3", wrong, "Correct the code, or write null for land that has no row there.");
            return None;
        }
        Some(Owner::Country(iso3))
    }

    /// Tells of a value that an earlier feature has; a blank one has been told of already.
    fn once(&mut self, field: &str, value: &str, seen: &mut BTreeMap<String, usize>) {
        let first = *seen.entry(value.to_owned()).or_insert(self.number);
        if first != self.number && !value.is_empty() {
            let wrong = format!("\"{value}\" stands in feature {first} already.");
            self.tell(field, wrong, "Make one feature of the two, or correct the value.");
        }
    }

    fn shape<T>(&mut self, read: fn(&Geometry) -> Result<T, geometry::Wrong>) -> Option<T> {
        let none = || Err(geometry::Wrong::new("there is no geometry.", "Write one, or remove the feature."));
        match self.raw.geometry.as_ref().map_or_else(none, read) {
            Ok(shape) => Some(shape),
            Err(geometry::Wrong { wrong, right }) => {
                self.tell("geometry", wrong, right);
                None
            }
        }
    }
}

/// A place in one of the files, which may be a single line.
pub(super) fn place(file: &str, feature: usize, field: &str) -> Place {
    Place::file(file).field(&format!("feature {feature}, {field}"))
}
