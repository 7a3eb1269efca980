//! Where a text has what was looked for, to be marked for the reader.

use std::ops::Range;

use super::query::Replacement;
use super::query_text::{Clause, QueryText, Wanted};
use super::units::{Unit, units};
use crate::domain::fold::fold;

/// The parts of a text that match a query, as ascending byte ranges that do not touch. Words of a phrase are marked
/// only where the phrase stands; a word that was replaced marks what was looked for in its place. Of a word that was
/// looked for by its beginning, the beginning is marked.
pub fn highlights(text: &str, query: &QueryText, replaced: &[Replacement]) -> Vec<Range<usize>> {
    let units = units(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for clause in query.clauses.iter().filter(|clause| !clause.is_excluded) {
        let clause = with_replaced(clause, replaced);
        for window in units.windows(clause.words.len().max(1)) {
            let pairs = || window.iter().zip(&clause.words);
            if pairs().all(|(unit, word)| fits(unit, word)) {
                found.extend(pairs().map(|(unit, word)| part(text, unit, word)));
            }
        }
    }
    joined(found)
}

fn with_replaced(clause: &Clause, replaced: &[Replacement]) -> Clause {
    let mut clause = clause.clone();
    for word in clause.words.iter_mut().filter(|_| !clause.is_phrase) {
        if let Some(replacement) = replaced.iter().find(|replacement| replacement.typed == word.folded) {
            word.folded.clone_from(&replacement.used);
            word.is_prefix = false;
        }
    }
    clause
}

fn fits(unit: &Unit, word: &Wanted) -> bool {
    if word.is_prefix { unit.folded.starts_with(&word.folded) } else { unit.folded == word.folded }
}

/// The part of a unit that a word matches: the shortest beginning that folds to it.
fn part(text: &str, unit: &Unit, word: &Wanted) -> Range<usize> {
    let whole = unit.range.clone();
    if unit.folded == word.folded {
        return whole;
    }
    let written = text.get(whole.clone()).unwrap_or("");
    let ends = written.char_indices().map(|(at, char)| at + char.len_utf8());
    let is_enough =
        |end: &usize| written.get(..*end).is_some_and(|start| fold(start).len() >= word.folded.len());
    // A mark that belongs to the last letter goes with it.
    let end = ends.clone().find(is_enough).unwrap_or(written.len());
    let length = fold(written.get(..end).unwrap_or("")).len();
    let stays = |longer: &usize| fold(written.get(..*longer).unwrap_or("")).len() == length;
    let end = ends.skip_while(|other| *other <= end).take_while(stays).last().unwrap_or(end);
    whole.start..whole.start + end
}

/// The ranges in their order; those that touch or overlap become one.
fn joined(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in crate::domain::order::sorted_by_key(ranges, |range| (range.start, range.end)) {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(text: &str, query: &str) -> String {
        let mut marked = text.to_owned();
        for range in highlights(text, &QueryText::new(query), &[]).into_iter().rev() {
            marked.insert(range.end, ']');
            marked.insert(range.start, '[');
        }
        marked
    }

    #[test]
    fn matches_are_marked_in_the_text_as_written() {
        for (text, query, expected) in [
            ("Malaria in Côte d’Ivoire", "cote mal", "[Mal]aria in [Côte] d’Ivoire"),
            ("Malaria in Côte d’Ivoire", "ivoire ", "Malaria in Côte d’[Ivoire]"),
            ("Health of the health worker", "\"health worker\"", "Health of the [health] [worker]"),
            ("Health of workers", "-health workers", "Health of [workers]"),
            ("防治结核病规划", "结核病", "防治[结核病]规划"),
            ("The malarial", "malaria ", "The malarial"),
            ("ETE\u{301} e\u{301}te\u{301}", "ete", "[ETE\u{301}] [e\u{301}te\u{301}]"),
            ("e\u{301}te\u{301}s", "ete", "[e\u{301}te\u{301}]s"),
            ("Straßen", "strass", "[Straß]en"),
            ("nothing", "", "nothing"),
        ] {
            assert_eq!(marked(text, query), expected, "{query} in {text}");
        }
    }

    #[test]
    fn what_was_looked_for_instead_is_marked() {
        let replaced = [Replacement { typed: "vacine".to_owned(), used: "vaccine".to_owned() }];
        assert_eq!(highlights("A vaccine", &QueryText::new("vacine"), &replaced), vec![2..9]);
    }

    proptest! {
        #[test]
        fn ranges_are_good_for_slicing(text in any::<String>(), query in any::<String>()) {
            let mut last = None;
            for range in highlights(&text, &QueryText::new(&query), &[]) {
                prop_assert!(text.get(range.clone()).is_some_and(|part| !part.is_empty()));
                prop_assert!(last.is_none_or(|last| last < range.start));
                last = Some(range.end);
            }
        }

        /// Whatever a text begins with is found and marked from there.
        #[test]
        fn what_is_typed_from_a_text_is_marked(text in "[a-zàéß]{1,9}", length in 1_usize..9) {
            let typed: String = text.chars().take(length).collect();
            let ranges = highlights(&text, &QueryText::new(&typed), &[]);
            prop_assert_eq!(ranges, vec![0..typed.len()]);
        }
    }
}
