//! Geometries of `GeoJSON` as rings, lines and points in hundredths of a degree.

use serde::Deserialize;
use serde_json::Value;

use super::geojson::{DisputedShape, Line};
use crate::domain::country::Position;

/// A geometry as it stands in the file.
#[derive(Deserialize)]
pub(super) struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    coordinates: Value,
}

/// What is wrong with a geometry, and what would be right.
pub(super) struct Wrong {
    pub wrong: String,
    pub right: &'static str,
}

impl Wrong {
    pub(super) fn new(wrong: impl Into<String>, right: &'static str) -> Self {
        Self { wrong: wrong.into(), right }
    }
}

/// The rings of all polygons. Which of them are holes is told by their lying inside others.
pub(super) fn rings(geometry: &Geometry) -> Result<Vec<Line>, Wrong> {
    match geometry.kind.as_str() {
        "Polygon" => list(&geometry.coordinates)?.iter().map(ring).collect(),
        "MultiPolygon" => {
            let polygons: Vec<&[Value]> =
                list(&geometry.coordinates)?.iter().map(list).collect::<Result<_, _>>()?;
            polygons.into_iter().flatten().map(ring).collect()
        }
        kind => Err(unfit(kind, "Write a Polygon or a MultiPolygon.")),
    }
}

/// The rings of polygons, or a point where nobody has the outline.
pub(super) fn rings_or_point(geometry: &Geometry) -> Result<DisputedShape, Wrong> {
    match geometry.kind.as_str() {
        "Point" => position(&geometry.coordinates).map(DisputedShape::Point),
        "Polygon" | "MultiPolygon" => rings(geometry).map(DisputedShape::Rings),
        kind => Err(unfit(kind, "Write a Polygon, a MultiPolygon or a Point.")),
    }
}

/// All lines.
pub(super) fn lines(geometry: &Geometry) -> Result<Vec<Line>, Wrong> {
    match geometry.kind.as_str() {
        "LineString" => Ok(vec![line(&geometry.coordinates)?]),
        "MultiLineString" => list(&geometry.coordinates)?.iter().map(line).collect(),
        kind => Err(unfit(kind, "Write a LineString or a MultiLineString.")),
    }
}

fn unfit(kind: &str, right: &'static str) -> Wrong {
    Wrong::new(format!("a geometry of the type \"{kind}\" cannot stand here."), right)
}

fn list(value: &Value) -> Result<&[Value], Wrong> {
    let right = "Write lists within lists, as GeoJSON has them for this type of geometry.";
    value.as_array().map(Vec::as_slice).ok_or_else(|| Wrong::new(format!("{value} is not a list."), right))
}

fn ring(value: &Value) -> Result<Line, Wrong> {
    let listed = list(value)?;
    let ring = positions(listed)?;
    let first = listed.first().map_or_else(String::new, Value::to_string);
    if listed.first() != listed.last() {
        let wrong = format!("the ring that begins with {first} is not closed.");
        return Err(Wrong::new(wrong, "End it with its first position."));
    }
    if ring.len() < 4 {
        let wrong = format!("the ring that begins with {first} has fewer than four positions.");
        return Err(Wrong::new(wrong, "Add the missing ones, or remove the ring."));
    }
    if ring.iter().zip(ring.iter().skip(1)).any(|(from, to)| is_around(*from, *to)) {
        let wrong = format!("the ring that begins with {first} has an edge around more than half the globe.");
        return Err(Wrong::new(wrong, "Cut it in two at the 180th meridian, as RFC 7946 asks for."));
    }
    Ok(ring)
}

/// Whether an edge would be drawn across the whole map. Along a pole it may be: Antarctica's is, and is not seen.
fn is_around(from: Position, to: Position) -> bool {
    let is_pole = |position: Position| position.latitude.abs() > 8_900;
    from.longitude.abs_diff(to.longitude) > 18_000 && !(is_pole(from) && is_pole(to))
}

fn line(value: &Value) -> Result<Line, Wrong> {
    let line = positions(list(value)?)?;
    let right = "Add the missing ones, or remove the line.";
    if line.len() < 2 { Err(Wrong::new("a line has fewer than two positions.", right)) } else { Ok(line) }
}

fn positions(listed: &[Value]) -> Result<Line, Wrong> {
    listed.iter().map(position).collect()
}

/// Longitude, latitude and perhaps a height.
fn position(value: &Value) -> Result<Position, Wrong> {
    let listed = value.as_array().map_or(&[][..], Vec::as_slice);
    let [longitude, latitude, ..] = listed else {
        return Err(no_position(value));
    };
    let longitude = hundredths(longitude, 180.0).ok_or_else(|| no_position(value))?;
    let latitude = hundredths(latitude, 90.0).ok_or_else(|| no_position(value))?;
    Ok(Position { latitude, longitude })
}

fn no_position(value: &Value) -> Wrong {
    let right =
        "Write longitude (-180 to 180) and latitude (-90 to 90) in degrees, for example [36.82,-1.29].";
    Wrong::new(format!("{value} is not a position."), right)
}

/// Degrees as hundredths. Vertices that are the same at this step count as one.
fn hundredths(value: &Value, limit: f64) -> Option<i32> {
    let degrees = value.as_f64().filter(|degrees| degrees.abs() <= limit)?;
    #[expect(clippy::cast_possible_truncation, reason = "between -18 000 and 18 000")]
    let hundredths = (degrees * 100.0).round() as i32;
    Some(hundredths)
}
