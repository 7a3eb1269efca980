//! The edges of all rings and lines, each once, with whom it belongs to.

use std::collections::BTreeMap;

use super::meridian::{Spot, cut_line, cut_ring};
use crate::domain::country::{Iso3, Position};
use crate::domain::country_map::LineStyle;

/// Whom an area on the map belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Country(Iso3),
    /// Land without a row in `countries.csv`.
    Land,
    Disputed(String),
}

/// What an edge is part of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Label {
    /// Numbers of the owners whose boundary it is, sorted.
    pub owners: Vec<usize>,
    /// The style that a line of the source gives it.
    pub style: Option<LineStyle>,
}

/// All edges, by their ends in order.
#[derive(Default)]
pub(super) struct Edges(BTreeMap<(Spot, Spot), Label>);

impl Edges {
    /// Adds a closed ring of an owner.
    ///
    /// An owner's edge that comes twice lies within its area and is no boundary: so the two halves of a country that a
    /// source cuts at the 180th meridian grow together again.
    pub(super) fn add_ring(&mut self, ring: &[Position], owner: usize) {
        for ring in cut_ring(ring) {
            for edge in pairs(&ring) {
                let owners = &mut self.label(edge).owners;
                match owners.binary_search(&owner) {
                    Ok(found) => _ = owners.remove(found),
                    Err(gap) => owners.insert(gap, owner),
                }
            }
        }
    }

    /// Adds a line of the source.
    pub(super) fn add_line(&mut self, line: &[Position], style: LineStyle) {
        for line in cut_line(line) {
            for edge in pairs(&line) {
                self.label(edge).style = Some(style);
            }
        }
    }

    /// The edges that bound or draw something.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Spot, Spot, &Label)> {
        let used = self.0.iter().filter(|(_, label)| !label.owners.is_empty() || label.style.is_some());
        used.map(|((from, to), label)| (*from, *to, label))
    }

    fn label(&mut self, (a, b): (Spot, Spot)) -> &mut Label {
        self.0.entry((a.min(b), a.max(b))).or_default()
    }
}

fn pairs(line: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> {
    line.iter().copied().zip(line.iter().copied().skip(1)).filter(|(from, to)| from != to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: i32, east: i32) -> Vec<Position> {
        let at = |longitude, latitude| Position { latitude, longitude };
        vec![at(west, 0), at(east, 0), at(east, 100), at(west, 100), at(west, 0)]
    }

    #[test]
    fn a_shared_edge_has_both_owners() {
        let mut edges = Edges::default();
        edges.add_ring(&square(0, 100), 0);
        edges.add_ring(&square(100, 200), 1);
        let shared: Vec<_> = edges.iter().filter(|(_, _, label)| label.owners == [0, 1]).collect();
        assert_eq!((edges.iter().count(), shared.len()), (7, 1));
    }

    #[test]
    fn halves_of_one_owner_grow_together() {
        let mut edges = Edges::default();
        edges.add_ring(&square(17_900, 18_000), 0);
        edges.add_ring(&square(-18_000, -17_900), 0);
        assert_eq!(edges.iter().count(), 6);
    }
}
