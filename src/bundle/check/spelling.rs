//! Rows of `spellings.csv`, and all spellings of a country as they are published.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::{SpellingRow, SpellingsRow};
use crate::domain::spelling::{Spelling, SpellingKind};

/// Reads a spelling. Its source is for editors and not published, so the compiler alone can ask for it.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn spelling(row: &SpellingRow) -> Result<Spelling, Vec<Problem>> {
    let mut reader = Reader::default();
    let country = reader.required("iso3", &row.iso3, iso3, Fault::NotIso3);
    let text = reader.text("spelling", &row.spelling);
    if row.spelling.contains('|') {
        reader.fault("spelling", Fault::Several);
    }
    let language = reader.text("language", &row.language);
    let kind = reader.required("kind", &row.kind, SpellingKind::from_slug, Fault::NotSpellingKind);
    let spelling = || Some(Spelling { country: country?, text: text?, language: language?, kind: kind? });
    let spelling = spelling();
    reader.finish(spelling)
}

/// Reads all spellings of a country.
///
/// # Errors
/// What is wrong with the first bad one.
pub fn spellings(row: &SpellingsRow) -> Result<Vec<Spelling>, Vec<Problem>> {
    let read = |entry: &str| {
        let mut parts = entry.splitn(3, ' ').map(str::to_owned);
        let (language, kind, text) = (parts.next(), parts.next(), parts.next());
        spelling(&SpellingRow {
            iso3: row.iso3.clone(),
            spelling: text.unwrap_or_default(),
            language: language.unwrap_or_default(),
            kind: kind.unwrap_or_default(),
            source: String::new(),
        })
    };
    row.spellings.split('|').map(read).collect()
}
