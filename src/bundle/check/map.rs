//! Rows of the map. The compiler writes them from `content/map/`; what it draws is checked once more in the app, so
//! that damaged or foreign bytes never become markup.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::MapRow;
use crate::domain::country_map::{Area, Bounds, Disputed, LineStyle, MapItem, Path, Shape};
use crate::domain::projection::Point;

/// Reads one thing on the map.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn map_item(row: &MapRow) -> Result<MapItem, Vec<Problem>> {
    let mut reader = Reader::default();
    let item = match (row.area.as_str(), row.disputed.as_str(), row.lines.as_str()) {
        ("", "", "") => path(&mut reader, row).map(MapItem::Land),
        (_, "", "") => area(&mut reader, row).map(MapItem::Area),
        ("", _, "") => disputed(&mut reader, row).map(MapItem::Disputed),
        ("", "", style) => {
            let style = reader.required("lines", style, LineStyle::from_slug, Fault::NotLineStyle);
            path(&mut reader, row).and_then(|path| Some(MapItem::Lines(style?, path)))
        }
        _ => {
            reader.fault("area", Fault::Unasked);
            None
        }
    };
    reader.finish(item)
}

/// Reads the id of a disputed area: small letters and underscores, as the slugs of all labels.
pub fn map_id(text: &str) -> Option<String> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    ((1..=64).contains(&text.len()) && text.bytes().all(is_plain)).then(|| text.to_owned())
}

fn area(reader: &mut Reader, row: &MapRow) -> Option<Area> {
    let iso3 = reader.required("area", &row.area, iso3, Fault::NotIso3);
    let path = path(reader, row);
    let bounds = reader.required("bounds", &row.bounds, bounds, Fault::NotBounds);
    Some(Area { iso3: iso3?, path: path?, bounds: bounds? })
}

fn disputed(reader: &mut Reader, row: &MapRow) -> Option<Disputed> {
    let id = reader.required("disputed", &row.disputed, map_id, Fault::NotMapId);
    let shape = if row.point.is_empty() {
        path(reader, row).map(Shape::Outline)
    } else {
        reader.required("point", &row.point, point, Fault::NotPoint).map(Shape::Mark)
    };
    Some(Disputed { id: id?, shape: shape? })
}

fn path(reader: &mut Reader, row: &MapRow) -> Option<Path> {
    reader.required("path", &row.path, Path::parse, Fault::NotPath)
}

fn bounds(text: &str) -> Option<Bounds> {
    let [left, top, right, bottom] = numbers(text)?;
    Bounds::new(left, top, right, bottom)
}

fn point(text: &str) -> Option<Point> {
    let [x, y] = numbers(text)?;
    Bounds::new(x, y, x, y).map(|_| Point { x, y })
}

/// Whole numbers between single spaces.
fn numbers<const N: usize>(text: &str) -> Option<[i32; N]> {
    let numbers: Option<Vec<i32>> = text.split(' ').map(|number| number.parse().ok()).collect();
    numbers?.try_into().ok()
}
