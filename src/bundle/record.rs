//! A record of a table as it stands in a part. A stranger's compiler may have written something else in its place: then this
//! record is of no use, and the others are.

use std::fmt;

use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::pairs::{Name, Pairs};
use super::wire::Cells;

/// The cells of a record; none if it is not an object whose values are texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record(pub Option<Cells>);

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_ignored_any(RecordReader).map(Self)
    }
}

/// The reader of JSON says what stands there only to whoever does not mind: it is asked as for something to be passed over.
struct RecordReader;

impl<'de> Visitor<'de> for RecordReader {
    type Value = Option<Cells>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<Cells>, A::Error> {
        let mut cells = Some(Vec::new());
        while let Some((Name(name), Cell(text))) = map.next_entry()? {
            cells = cells.zip(text).map(|(mut cells, text)| {
                cells.push((name, text));
                cells
            });
        }
        Ok(cells.map(Pairs))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Option<Cells>, A::Error> {
        pass_over(seq).map(|()| None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Option<Cells>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<Cells>, E> {
        Ok(None)
    }
}

/// A value of a record; none if it is not a text.
struct Cell(Option<String>);

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_ignored_any(CellReader).map(Self)
    }
}

struct CellReader;

impl<'de> Visitor<'de> for CellReader {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a cell")
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<String>, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Option<String>, A::Error> {
        pass_over(seq).map(|()| None)
    }

    fn visit_unit<E>(self) -> Result<Option<String>, E> {
        Ok(None)
    }
}

fn pass_over<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<(), A::Error> {
    while seq.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}
