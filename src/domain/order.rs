//! Sorting, once. Each use of the standard library's stable sort with types of its own adds some four kilobytes to what
//! visitors download; here all lists share one.

use std::cmp::Ordering;

/// Sorts positions by a comparison. Equal ones keep their order.
pub fn sort_positions(positions: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    positions.sort_by(|a, b| compare(*a, *b));
}

/// Sorts positions by a key.
pub fn sort_positions_by_key<K: Ord>(positions: &mut [usize], key: impl Fn(usize) -> K) {
    sort_positions(positions, &|a, b| key(a).cmp(&key(b)));
}

/// The items in the order of a comparison. Equal ones keep their order.
pub fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut positions: Vec<usize> = (0..items.len()).collect();
    let by_items = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    sort_positions(&mut positions, &by_items);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    positions.into_iter().filter_map(|at| items.get_mut(at).and_then(Option::take)).collect()
}

/// The items in the order of a key.
pub fn sorted_by_key<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    sorted(items, |a, b| key(a).cmp(&key(b)))
}

/// The rank of each of `len` positions in the order of a comparison.
pub fn ranks(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..len).collect();
    sort_positions(&mut positions, compare);
    let mut ranks = vec![0; len];
    for (rank, at) in positions.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(at) {
            *slot = rank;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The standard library is the oracle, also for the order of equal items.
        #[test]
        fn items_are_sorted_stably(items in proptest::collection::vec((0..5_u8, any::<u16>()), 0..40)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(sorted_by_key(items.clone(), |item| item.0), expected.clone());
            let ranks = ranks(items.len(), &|a, b| items[a].0.cmp(&items[b].0));
            for (at, rank) in ranks.into_iter().enumerate() {
                prop_assert_eq!(expected[rank], items[at]);
            }
        }
    }
}
