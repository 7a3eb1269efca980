//! What is tried, and in which order. A later try is made only if the earlier ones found nothing, so that guesses never
//! stand beside what was clearly meant.

use super::fit::{self, Fit, Hit, Rank};
use super::index::Index;
use super::query::Query;
use super::slip::Extent;
use super::typo;
use crate::domain::country::CountryCode;
use crate::domain::fold::fold;

/// Signs between two names for one country, as in "Swaziland (now Eswatini)" and "Holland / Pays-Bas".
const BETWEEN_NAMES: &str = "()/,;（），،";

/// The hits of a text, one for each country, in no order.
pub(super) fn hits(index: &Index, text: &str, query: &Query) -> Vec<Hit> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut hits = right_hits(index, text, query);
    if hits.iter().any(|hit| hit.rank.fit != Fit::Inside) {
        return hits;
    }
    let with_slips = typo::hits(index, query, Extent::Whole);
    if !hits.is_empty() {
        merge(&mut hits, with_slips.into_iter().filter_map(typo::nearly_exact).collect());
        return hits;
    }
    if let Some(plain) = Query::without_state_words(text, index) {
        hits = whole_names(index, &plain);
        if hits.is_empty() && with_slips.is_empty() {
            hits = typo::hits(index, &plain, Extent::Whole);
        }
    }
    if hits.is_empty() {
        hits = with_slips;
    }
    if hits.is_empty() {
        hits = hits_of_parts(index, text);
    }
    if hits.is_empty() {
        hits = typo::hits(index, query, Extent::Beginning);
    }
    hits
}

/// The hits in which every letter is right.
fn right_hits(index: &Index, text: &str, query: &Query) -> Vec<Hit> {
    let mut hits = fit::hits(index, query);
    if let Some(other) = Query::unfinished(text, index) {
        merge(&mut hits, fit::hits(index, &other));
    }
    if hits.is_empty()
        && let Some(initials) = query.with_initials(index)
    {
        hits = whole_names(index, &initials);
    }
    if let Some(country) = country_of_code(index, text) {
        let name = index.name_rank.get(country).copied().unwrap_or(usize::MAX);
        let rank = Rank { fit: Fit::Exact, price: 0, is_partial: false, distance: 0, name };
        hits.retain(|hit| hit.country != country);
        hits.push(Hit { country, entry: None, rank });
    }
    hits
}

/// The hits in which every word of the name is begun.
fn whole_names(index: &Index, query: &Query) -> Vec<Hit> {
    let mut hits = fit::hits(index, query);
    hits.retain(|hit| hit.rank.fit <= Fit::Start);
    hits
}

/// The hits of the first part of a text that has any.
fn hits_of_parts(index: &Index, text: &str) -> Vec<Hit> {
    for part in text.split(|char| BETWEEN_NAMES.contains(char)).filter(|part| part.len() < text.len()) {
        let query = Query::new(part, index);
        let hits = if query.is_empty() { Vec::new() } else { right_hits(index, part, &query) };
        if !hits.is_empty() {
            return hits;
        }
    }
    Vec::new()
}

/// The position of the country whose code was typed, in whatever digits and with whatever between the letters.
fn country_of_code(index: &Index, text: &str) -> Option<usize> {
    let code = CountryCode::parse(&fold(text).replace(' ', ""))?;
    index.countries.iter().position(|country| match code {
        CountryCode::Iso3(iso3) => country.iso3 == iso3,
        CountryCode::Iso2(iso2) => country.iso2 == iso2,
        CountryCode::M49(m49) => country.m49 == Some(m49),
    })
}

/// Adds hits; of two for one country the better stays.
fn merge(hits: &mut Vec<Hit>, others: Vec<Hit>) {
    for other in others {
        match hits.iter_mut().find(|hit| hit.country == other.country) {
            Some(hit) if other.rank < hit.rank => *hit = other,
            Some(_) => {}
            None => hits.push(other),
        }
    }
}
