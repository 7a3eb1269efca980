//! The search that forgives slips. It runs only when nothing fits letter by letter.

use super::fit::{Fit, Hit, best_of_each};
use super::index::{Entry, Index, Word};
use super::query::{Query, Wanted};
use super::slip::{Extent, LIKELY_SLIP, LONGEST, SLIP, Typed};

/// The price of the slips forgiven in a word of so many letters: one slip from five letters on, two from nine on. Of the
/// likely ones some more, and one in four letters.
pub(super) fn allowed(letters: usize) -> u16 {
    match letters {
        0..=3 => 0,
        4 => LIKELY_SLIP,
        5..=8 => LIKELY_SLIP * 2,
        _ => SLIP * 2,
    }
}

/// What words of the name that were not typed cost together.
const PARTIAL: u16 = 3;

/// Shorter texts begin too many names when slips are forgiven.
const SHORTEST_BEGINNING: usize = 5;
/// A name of so many letters may have so many more at its end, for the price of one slip: "Iraqi" is from Iraq.
const SHORTEST_STEM: usize = 4;
const ENDING: usize = 3;

/// No such word.
const FAR: u16 = u16::MAX;

/// The hits with slips, one for each country.
pub(super) fn hits(index: &Index, query: &Query, extent: Extent) -> Vec<Hit> {
    let whole = Typed::new(&query.whole);
    let lean = Typed::new(&query.lean);
    if whole.len() > LONGEST {
        return Vec::new();
    }
    let prices: Vec<Vec<u16>> = query.words.iter().map(|wanted| word_prices(index, wanted, extent)).collect();
    let is_by_words = prices.iter().all(|known| known.iter().any(|price| *price != FAR));
    let fit = if extent == Extent::Whole { Fit::Slip } else { Fit::SlipStart };
    best_of_each(index, &|entry| {
        let by_words = if is_by_words { words_price(&prices, entry) } else { None };
        let limit = by_words.map_or(FAR, |(price, is_partial)| price.saturating_sub(u16::from(!is_partial)));
        // Of one word for one word the price is known.
        let is_known = prices.len() == 1 && entry.words.len() == 1 && entry.lean.is_none();
        let limit = if is_known { 0 } else { limit };
        let by_whole = whole_price(&whole, &lean, entry, extent, limit).map(|price| (price, false));
        let (price, is_partial) = by_whole.or(by_words)?;
        let distance = if extent == Extent::Whole { LONGEST.saturating_sub(entry.lean_length) } else { 0 };
        Some((fit, price, is_partial, distance))
    })
}

/// A hit with slips as it counts beside hits inside words: only if the whole name was meant, with one slip.
pub(super) fn nearly_exact(mut hit: Hit) -> Option<Hit> {
    hit.rank.fit = Fit::NearlyExact;
    Some(hit).filter(|hit| !hit.rank.is_partial && hit.rank.price <= SLIP)
}

/// The price of each known word for one typed word.
fn word_prices(index: &Index, wanted: &Wanted, extent: Extent) -> Vec<u16> {
    let typed = &wanted.typed;
    let price = |(place, word): (usize, &Word)| {
        if wanted.begun.contains(&place) {
            return 0;
        }
        price(
            typed,
            &Candidate { text: &word.text, length: word.length, mask: word.mask, is_mask_whole: true },
            extent,
            FAR,
        )
        .unwrap_or(FAR)
    };
    index.words.iter().enumerate().map(price).collect()
}

/// A word or a name that may have been meant.
struct Candidate<'a> {
    text: &'a str,
    /// In letters.
    length: usize,
    mask: u32,
    /// Whether the mask is that of the text, or has more letters.
    is_mask_whole: bool,
}

/// The price, if it is neither above what the length allows nor above the limit.
fn price(typed: &Typed, candidate: &Candidate<'_>, extent: Extent, limit: u16) -> Option<u16> {
    let allowed = match extent {
        Extent::Whole => allowed(candidate.length),
        Extent::Beginning if typed.len() < SHORTEST_BEGINNING => 0,
        Extent::Beginning => allowed(typed.len()),
    };
    let surplus = typed.len().saturating_sub(candidate.length);
    if extent == Extent::Whole
        && (1..=ENDING).contains(&surplus)
        && candidate.length >= SHORTEST_STEM
        && typed.begins_with(candidate.text)
    {
        return Some(SLIP).filter(|price| *price <= limit);
    }
    let limit = allowed.min(limit);
    let is_worth = limit > 0
        && typed.foreign_letters(candidate.mask) <= limit
        && match extent {
            Extent::Whole => {
                typed.len().abs_diff(candidate.length) <= usize::from(limit / LIKELY_SLIP)
                    && (!candidate.is_mask_whole || typed.absent_letters(candidate.mask) <= limit)
            }
            // Hardly anybody misses the first letter, and nobody wants to see the whole world meanwhile.
            Extent::Beginning => typed.begins_like(candidate.text),
        };
    if is_worth { typed.distance(candidate.text, extent, limit) } else { None }
}

/// The price of all typed words, each for another word of the name, and whether words of the name are left.
fn words_price(prices: &[Vec<u16>], entry: &Entry) -> Option<(u16, bool)> {
    if prices.len() > entry.words.len() {
        return None;
    }
    let mut taken = 0_u64;
    let mut total = 0;
    for known in prices {
        let free = entry.words.iter().enumerate().filter(|(place, _)| taken & (1 << (place & 63)) == 0);
        let offers = free.map(|(place, word)| (known.get(usize::from(*word)).copied().unwrap_or(FAR), place));
        let (price, place) = offers.min().filter(|(price, _)| *price != FAR)?;
        taken |= 1 << (place & 63);
        total += price;
    }
    let is_partial = prices.len() < entry.words.len();
    Some((total + if is_partial { PARTIAL } else { 0 }, is_partial))
}

/// The price of the whole name, with or without its small words, if it is not above the limit.
fn whole_price(whole: &Typed, lean: &Typed, entry: &Entry, extent: Extent, limit: u16) -> Option<u16> {
    let (length, mask) = (entry.length, entry.mask);
    let by_whole =
        price(whole, &Candidate { text: &entry.whole, length, mask, is_mask_whole: true }, extent, limit);
    let by_lean = entry.lean.as_ref().and_then(|text| {
        price(lean, &Candidate { text, length: entry.lean_length, mask, is_mask_whole: false }, extent, limit)
    });
    by_whole.into_iter().chain(by_lean).min()
}
