//! The publications whose id and title come nearest to an id that none has.

use std::cmp::Reverse;

use super::fold::fold;
use super::order::sort_positions_by_key;
use super::publication::Publication;

/// Publications offered at most.
const MOST: usize = 4;

/// Letters that are compared at once. Words are met by their parts, so that a slip costs three of them and no more, and
/// neither the order of the words nor a lost hyphen matters much.
const PIECE: usize = 3;

/// The nearest, best first; nothing if none comes near: if none has three fifths of the id.
pub fn near_publications<'a>(all: &'a [Publication], wanted: &str) -> Vec<&'a Publication> {
    let wanted = padded(wanted);
    let met: Vec<usize> = all
        .iter()
        .map(|one| likeness(&wanted, &padded(&[one.id.as_str(), " ", &one.title].concat())))
        .collect();
    let met = |at: usize| met.get(at).copied().unwrap_or_default();
    let whole = likeness(&wanted, &wanted);
    let mut near: Vec<usize> = (0..all.len()).filter(|at| met(*at) * 5 > whole * 3).collect();
    sort_positions_by_key(&mut near, |at| Reverse(met(at)));
    near.into_iter().take(MOST).filter_map(|at| all.get(at)).collect()
}

/// What of a wanted text stands in a known one. A year is in many titles, so letters count for more than digits.
fn likeness(wanted: &str, known: &str) -> usize {
    let pieces = wanted.as_bytes().windows(PIECE);
    let met = pieces.filter(|piece| known.as_bytes().windows(PIECE).any(|part| part == *piece));
    met.map(|piece| if piece.iter().any(u8::is_ascii_digit) { 1 } else { 3 }).sum()
}

/// A folded text with a space at both ends, so that the first and the last letter of a word are pieces too.
fn padded(text: &str) -> String {
    [" ", &fold(text), " "].concat()
}

#[cfg(test)]
mod tests {
    use super::super::publication::example::publication;
    use super::*;
    use proptest::prelude::*;

    fn shelf() -> Vec<Publication> {
        let other = |number| publication(&format!("ccs-{number}"), "Country strategy 2014");
        let mut shelf: Vec<Publication> = (100..130).map(other).collect();
        shelf.push(publication("ccs-ken-2008", "Strategy 2008: Kenya"));
        shelf.push(publication("ccs-ken-2014", "Strategy 2014: Kenya"));
        shelf.push(publication("ccs-civ-2014", "Stratégie 2014 : Côte d'Ivoire"));
        shelf
    }

    fn nearest(wanted: &str) -> Vec<String> {
        near_publications(&shelf(), wanted).into_iter().map(|one| one.id.to_string()).collect()
    }

    #[test]
    fn what_was_meant_comes_first() {
        for wanted in
            ["ccs-ken-2014-2019", "ken-2014", "2014-kenya", "ccs-kne-2014", "ccsken-2014", "cs-ken-2014"]
        {
            assert_eq!(nearest(wanted).first().unwrap(), "ccs-ken-2014", "{wanted}");
        }
        assert_eq!(nearest("cote-divoire"), ["ccs-civ-2014"]);
    }

    #[test]
    fn a_few_common_letters_are_no_likeness() {
        for wanted in ["ccs-zzz", "nothing-at-all", "ke", "x"] {
            assert!(nearest(wanted).is_empty(), "{wanted}");
        }
        assert!(near_publications(&[], "ccs-ken-2014").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_gives_a_few_at_most(wanted in "\\PC{0,80}") {
            prop_assert!(near_publications(&shelf(), &wanted).len() <= MOST);
        }
    }
}
