//! Rows of the map. The compiler writes them from `content/map/`; what it draws is checked once more in the app, so
//! that damaged or foreign bytes never become markup.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::country_map::{Area, Bounds, Disputed, LineStyle, MapItem, Path, Shape};
use crate::domain::projection::Point;

/// Reads one thing on the map.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn map_item(row: &dyn Row) -> Result<MapItem, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let item = match (row.cell("area"), row.cell("disputed"), row.cell("lines")) {
        ("", "", "") => path(&mut reader).map(MapItem::Land),
        (_, "", "") => area(&mut reader).map(MapItem::Area),
        ("", _, "") => disputed(&mut reader).map(MapItem::Disputed),
        ("", "", _) => {
            let style = reader.required("lines", LineStyle::from_slug, Fault::NotLineStyle);
            path(&mut reader).and_then(|path| Some(MapItem::Lines(style?, path)))
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

fn area(reader: &mut Reader<'_>) -> Option<Area> {
    let iso3 = reader.required("area", iso3, Fault::NotIso3);
    let path = path(reader);
    let bounds = reader.required("bounds", bounds, Fault::NotBounds);
    Some(Area { iso3: iso3?, path: path?, bounds: bounds? })
}

fn disputed(reader: &mut Reader<'_>) -> Option<Disputed> {
    let id = reader.required("disputed", map_id, Fault::NotMapId);
    let shape = if reader.cell("point").is_empty() {
        path(reader).map(Shape::Outline)
    } else {
        reader.required("point", point, Fault::NotPoint).map(Shape::Mark)
    };
    Some(Disputed { id: id?, shape: shape? })
}

fn path(reader: &mut Reader<'_>) -> Option<Path> {
    reader.required("path", Path::parse, Fault::NotPath)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::wire::MapRow;

    fn row(cells: &[(&str, &str)]) -> MapRow {
        let mut row = MapRow::default();
        for (column, text) in cells {
            let cell = match *column {
                "area" => &mut row.area,
                "disputed" => &mut row.disputed,
                "lines" => &mut row.lines,
                "path" => &mut row.path,
                "bounds" => &mut row.bounds,
                _ => &mut row.point,
            };
            (*text).clone_into(cell);
        }
        row
    }

    #[test]
    fn each_kind_of_row_is_told_by_its_first_cells() {
        let path = ("path", "m1 2 3 4-5 6z");
        let is = |cells: &[(&str, &str)], wanted: fn(&MapItem) -> bool| {
            assert!(map_item(&row(cells)).is_ok_and(|item| wanted(&item)), "{cells:?}");
        };
        is(&[path], |item| matches!(item, MapItem::Land(_)));
        is(&[path, ("area", "KEN"), ("bounds", "1 2 3 4")], |item| matches!(item, MapItem::Area(_)));
        is(&[path, ("lines", "dotted")], |item| matches!(item, MapItem::Lines(LineStyle::Dotted, _)));
        is(&[path, ("disputed", "abyei")], |item| {
            matches!(item, MapItem::Disputed(Disputed { shape: Shape::Outline(_), .. }))
        });
        is(&[("disputed", "abyei"), ("point", "3 4")], |item| {
            matches!(item, MapItem::Disputed(Disputed { shape: Shape::Mark(Point { x: 3, y: 4 }), .. }))
        });
    }

    #[test]
    fn what_could_not_be_drawn_is_refused() {
        let path = ("path", "m1 2 3 4-5 6z");
        let fault =
            |cells: &[(&str, &str)]| map_item(&row(cells)).map_err(|problems| problems[0].fault).err();
        assert_eq!(fault(&[]), Some(Fault::Blank));
        assert_eq!(fault(&[("path", "m1 2<script>")]), Some(Fault::NotPath));
        assert_eq!(fault(&[path, ("area", "ken"), ("bounds", "1 2 3 4")]), Some(Fault::NotIso3));
        for bounds in ["1 2 3", "1 2 3 4 5", "3 2 1 4", "1  2 3 4", "1 2 3 99999", "a b c d"] {
            assert_eq!(
                fault(&[path, ("area", "KEN"), ("bounds", bounds)]),
                Some(Fault::NotBounds),
                "{bounds}"
            );
        }
        assert_eq!(fault(&[path, ("lines", "wavy")]), Some(Fault::NotLineStyle));
        assert_eq!(fault(&[path, ("disputed", "Abyei!")]), Some(Fault::NotMapId));
        assert_eq!(fault(&[("disputed", "abyei"), ("point", "-1 4")]), Some(Fault::NotPoint));
        assert_eq!(fault(&[path, ("area", "KEN"), ("disputed", "abyei")]), Some(Fault::Unasked));
    }
}
