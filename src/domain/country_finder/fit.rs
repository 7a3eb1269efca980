//! How well a spelling fits what was typed, when every letter is right.

use super::index::{Entry, Index, Word};
use super::query::Query;
use crate::domain::scan;

/// How a spelling fits; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The same words, in any order.
    Exact,
    /// The name begins with it, or each word of the name is begun: "S. Korea", "Dem. Rep. Congo".
    Start,
    /// Each typed word begins a word of the name.
    WordStart,
    /// The whole name with one slip, where otherwise only `Inside` would fit: "hili" is Chile before the Philippines.
    NearlyExact,
    /// It stands somewhere in a word of the name.
    Inside,
    /// With slips, whole words.
    Slip,
    /// With slips, and not yet to the end.
    SlipStart,
}

/// Everything that decides which country comes first; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub fit: Fit,
    /// The price of the slips.
    pub price: u16,
    /// Words of the name were not typed: "Guinae" is Guinea before it is Guinea-Bissau. Or small words were left out:
    /// "El S" is El Salvador before it is Spain.
    pub is_partial: bool,
    /// Among spellings that are not shown: the name of which less is missing. With slips: the longer name, because a
    /// letter is left out more easily than put in.
    pub distance: usize,
    /// Rank by name.
    pub name: usize,
}

/// A country that may be meant, through which spelling; through a code if there is none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub country: usize,
    pub entry: Option<usize>,
    pub rank: Rank,
}

/// Fit, price, partiality and distance of a spelling, if it is a hit: see [`Rank`].
pub(super) type Verdict = Option<(Fit, u16, bool, usize)>;

/// Shorter texts are not looked for inside names: they would be found nearly everywhere.
const INSIDE_FROM: usize = 3;

/// The hits in which every letter is right, one for each country, in the order of the countries.
pub(super) fn hits(index: &Index, query: &Query) -> Vec<Hit> {
    let inside = words_around(index, query);
    best_of_each(index, &|entry| {
        let (fit, is_partial) = fit(query, entry, index, &inside)?;
        Some((fit, 0, is_partial, index.remoteness(entry)))
    })
}

/// The best spelling of each country by fit, price, partiality and distance.
pub(super) fn best_of_each(index: &Index, judge: &dyn Fn(&Entry) -> Verdict) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for (at, entry) in index.entries.iter().enumerate() {
        let Some((fit, price, is_partial, distance)) = judge(entry) else { continue };
        let name = index.name_rank.get(entry.country).copied().unwrap_or(usize::MAX);
        let rank = Rank { fit, price, is_partial, distance, name };
        match hits.last_mut() {
            Some(hit) if hit.country == entry.country => {
                if rank < hit.rank {
                    (hit.entry, hit.rank) = (Some(at), rank);
                }
            }
            _ => hits.push(Hit { country: entry.country, entry: Some(at), rank }),
        }
    }
    hits
}

/// For each known word, whether what was typed stands in it. Nothing if it is too short or more than one word.
fn words_around(index: &Index, query: &Query) -> Vec<bool> {
    let is_long = query.whole.chars().nth(INSIDE_FROM - 1).is_some() || query.whole.chars().any(is_chinese);
    if query.words.len() != 1 || !is_long {
        return Vec::new();
    }
    let is_around = |word: &Word| query.mask & !word.mask == 0 && scan::contains(&word.text, &query.lean);
    index.words.iter().map(is_around).collect()
}

/// The fit, and whether it is only partial.
fn fit(query: &Query, entry: &Entry, index: &Index, inside: &[bool]) -> Option<(Fit, bool)> {
    if query.mask & !entry.mask != 0 {
        return None;
    }
    if entry.whole == query.whole || entry.lean() == query.lean {
        return Some((Fit::Exact, false));
    }
    if entry.whole.starts_with(&query.whole) {
        return Some((Fit::Start, false));
    }
    match words_fit(query, entry) {
        Some(Fit::WordStart) | None if entry.lean().starts_with(&query.lean) => Some((Fit::Start, true)),
        None if joined_words_fit(query, entry, index) => Some((Fit::WordStart, true)),
        None => {
            let is_inside = |word: &u16| inside.get(usize::from(*word)) == Some(&true);
            entry.words.iter().any(is_inside).then_some((Fit::Inside, false))
        }
        words => words.map(|fit| (fit, fit != Fit::Exact)),
    }
}

/// Whether words of the name begin with what was typed, without spaces: "newguinea".
fn joined_words_fit(query: &Query, entry: &Entry, index: &Index) -> bool {
    let mut rest = entry.lean();
    if query.words.len() != 1 || query.lean.len() > rest.len() {
        return false;
    }
    entry.words.iter().any(|word| {
        let length = index.words.get(usize::from(*word)).map_or(0, |word| word.text.len());
        let is_begun = rest.starts_with(&query.lean);
        rest = rest.get(length..).unwrap_or("");
        is_begun
    })
}

/// Whether each typed word begins another word of the name.
fn words_fit(query: &Query, entry: &Entry) -> Option<Fit> {
    let typed = query.words.len();
    if typed > entry.words.len() {
        return None;
    }
    let mut taken = 0_u64;
    let mut all_exact = true;
    for wanted in &query.words {
        let place_of = |is_it: &dyn Fn(usize) -> bool| {
            let free = |place: &usize| taken & (1 << (place & 63)) == 0;
            let mut places = entry.words.iter().enumerate();
            places.find(|(place, word)| free(place) && is_it(usize::from(**word))).map(|(place, _)| place)
        };
        let exact = wanted.exact.and_then(|exact| place_of(&|word| word == exact));
        all_exact &= exact.is_some();
        let place = exact.or_else(|| place_of(&|word| wanted.begun.contains(&word)))?;
        taken |= 1 << (place & 63);
    }
    Some(match typed == entry.words.len() {
        true if all_exact => Fit::Exact,
        true => Fit::Start,
        false => Fit::WordStart,
    })
}

fn is_chinese(char: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&char)
}
