//! Rows of `spellings.csv`, and the same as they are published.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::{Row, SpellingRow};
use crate::domain::spelling::{Spelling, SpellingKind};

/// Reads a spelling. Its source is for editors and not published, so the compiler alone can ask for it.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn spelling(row: &dyn Row) -> Result<Spelling, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let country = reader.required("iso3", iso3, Fault::NotIso3);
    let text = reader.text("spelling");
    if reader.cell("spelling").contains('|') {
        reader.fault("spelling", Fault::Several);
    }
    let language = reader.text("language");
    let kind = reader.required("kind", SpellingKind::from_slug, Fault::NotSpellingKind);
    let spelling = || Some(Spelling { country: country?, text: text?, language: language?, kind: kind? });
    let spelling = spelling();
    reader.finish(spelling)
}

/// Reads an entry of the published spellings of a country.
///
/// # Errors
/// Everything that is wrong with it.
pub fn published_spelling(iso3: &str, entry: &str) -> Result<Spelling, Vec<Problem>> {
    let mut parts = entry.splitn(3, ' ');
    let mut next = || parts.next().unwrap_or("").to_owned();
    let (language, kind, spelling) = (next(), next(), next());
    self::spelling(&SpellingRow { iso3: iso3.to_owned(), spelling, language, kind, source: String::new() })
}
