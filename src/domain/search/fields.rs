//! The searched texts of a work, and what a word in each is worth.

use super::units::{Kind, Unit, is_letter, units};
use super::work::Work;

/// How much a word tells about a work, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// A title, in any language.
    Title,
    /// The subtitle, names of countries, references.
    Detail,
    Summary,
}

impl Level {
    pub(super) const ALL: [Self; 3] = [Self::Title, Self::Detail, Self::Summary];
}

/// A unit of a work, with its place among all of them.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub unit: Unit,
    pub level: Level,
    /// Units that follow each other in a text have numbers that follow each other; between two texts one is left out.
    pub position: u32,
}

/// All units of a work.
pub(super) fn placed_units(work: &Work) -> Vec<Placed> {
    let mut all = Vec::new();
    let mut next = 0;
    let mut add = |text: &str, level: Level| {
        for unit in units(text) {
            // The last character of a Chinese run is part of the pair before it and takes no place of its own.
            let position = if unit.kind == Kind::Last { next - 1 } else { next };
            next = position + 1;
            all.push(Placed { unit, level, position });
        }
        next += 1;
    };
    for edition in &work.editions {
        add(&edition.title, Level::Title);
    }
    add(&work.subtitle, Level::Detail);
    work.names.lines().for_each(|name| add(name, Level::Detail));
    for reference in &work.references {
        add(reference, Level::Detail);
        // "978-92-4-001234-5" is also typed without its hyphens.
        let joined: String = reference.chars().filter(|char| is_letter(*char)).collect();
        if joined != *reference {
            add(&joined, Level::Detail);
        }
    }
    add(&work.summary, Level::Summary);
    all
}

/// The key of a spelling in the index: the folded word, then the letters that folding changed. All spellings of a word
/// stand together, and beginnings of words stay beginnings of keys.
pub(super) fn key(folded: &str, marks: &str) -> Vec<u8> {
    let mut key = folded.as_bytes().to_vec();
    if !marks.is_empty() {
        key.push(0);
        key.extend(marks.as_bytes());
    }
    key
}

/// The folded word of a key.
pub(super) fn folded(key: &[u8]) -> &[u8] {
    key.split(|byte| *byte == 0).next().unwrap_or(key)
}
