//! The countries least unlike a text that means none: for the page that says so, which can take a millisecond longer.

use super::fit::{Fit, Hit, best_of_each};
use super::index::Index;
use super::query::Query;
use super::slip::{Extent, LONGEST, SLIP, Typed};

/// What a name costs in which only one of the typed words was looked for, in thousandths of unlikeness.
const ONE_WORD: u16 = 150;
/// Words shorter than this are in too many names to tell anything alone.
const TELLING: usize = 4;

/// Texts of so many letters may be a code with a slip.
const CODE: usize = 3;

/// Every country, by how unlike the text its most similar spelling or code is.
pub(super) fn hits(index: &Index, query: &Query) -> Vec<Hit> {
    let start: String = query.whole.chars().take(LONGEST).collect();
    let whole = Typed::new(&start);
    let is_one = query.words.len() < 2;
    let telling: Vec<&Typed> = query
        .words
        .iter()
        .map(|wanted| &wanted.typed)
        .filter(|word| !is_one && (TELLING..=LONGEST).contains(&word.len()))
        .collect();
    let mut hits = best_of_each(index, &|entry| {
        let as_whole = unlikeness(&whole, &entry.whole, entry.length);
        let by_word =
            telling.iter().map(|word| unlikeness(word, &entry.whole, entry.length).saturating_add(ONE_WORD));
        let best = by_word.chain([as_whole]).min()?;
        Some((Fit::Slip, best, false, 0))
    });
    if whole.len() <= CODE {
        for hit in &mut hits {
            let code =
                index.countries.get(hit.country).map(|country| country.iso3.as_str().to_ascii_lowercase());
            let by_code = code.map_or(u16::MAX, |code| unlikeness(&whole, &code, CODE));
            if by_code <= hit.rank.price {
                (hit.entry, hit.rank.price) = (None, by_code);
            }
        }
    }
    hits
}

/// The price of the slips in thousandths of what would cost to write the longer text anew.
fn unlikeness(typed: &Typed, name: &str, letters: usize) -> u16 {
    let anew = typed.len().max(letters).max(1) * usize::from(SLIP);
    let price = typed.distance(name, Extent::Whole, u16::MAX).map_or(anew, usize::from);
    u16::try_from(price * 1000 / anew).unwrap_or(u16::MAX)
}
