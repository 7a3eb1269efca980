//! Counting the values of facets: OR within a facet, AND across facets, and a facet's counts ignore its own choice.
//!
//! One pass over the records does it. A record that fails no facet counts everywhere; one that fails exactly one
//! facet counts in that facet only, because there it would be a hit if the choice were changed.

use super::list_query::{Ignored, ListQuery};
use super::order::sorted;

/// The values that a list's records have in one respect.
#[derive(Clone, Debug, Default)]
pub struct Facet {
    pub key: &'static str,
    /// The values, in the order they are shown.
    pub values: Vec<String>,
    /// For each record, the positions of its values.
    members: Vec<Vec<u16>>,
}

/// The result of one question to a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Positions of the records found, ascending.
    pub hits: Vec<usize>,
    /// How many there are; more than the positions where somebody else has counted.
    pub total: usize,
    /// For each facet, for each value: the number of hits if that value alone were chosen in its facet.
    pub counts: Vec<Vec<u32>>,
}

impl Facet {
    /// A facet whose values are known beforehand, in their order. Values not among them are left out.
    pub fn with_values<'a>(
        key: &'static str,
        values: &[&str],
        records: impl Iterator<Item = Vec<&'a str>>,
    ) -> Self {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        Self::build(key, values, &records.collect::<Vec<_>>())
    }

    /// A facet whose values come from the records, in alphabetical order of their slugs.
    pub fn collected<'a>(key: &'static str, records: impl Iterator<Item = Vec<&'a str>>) -> Self {
        let records: Vec<Vec<&str>> = records.collect();
        let values = records.iter().flatten().map(|value| (*value).to_owned()).collect();
        let mut values: Vec<String> = sorted(values, String::cmp);
        values.dedup();
        Self::build(key, values, &records)
    }

    /// A facet that somebody else counts.
    pub fn named(key: &'static str, values: Vec<String>) -> Self {
        Self { key, values, members: Vec::new() }
    }

    /// Generic over nothing, so that the code stands once.
    fn build(key: &'static str, values: Vec<String>, records: &[Vec<&str>]) -> Self {
        let position = |value: &&str| {
            values.iter().position(|known| known == value).and_then(|at| u16::try_from(at).ok())
        };
        let members = records
            .iter()
            .map(|record| {
                let mut found: Vec<u16> = Vec::new();
                for value in record.iter().filter_map(position) {
                    // A record that names a value twice still counts once.
                    if !found.contains(&value) {
                        found.push(value);
                    }
                }
                found
            })
            .collect();
        Self { key, values, members }
    }

    pub fn has_value(&self, value: &str) -> bool {
        self.values.iter().any(|known| known == value)
    }

    fn of(&self, record: usize) -> &[u16] {
        self.members.get(record).map_or(&[], Vec::as_slice)
    }
}

/// The query without the values that no record of a list has; and those values.
pub fn known(facets: &[Facet], query: &ListQuery) -> (ListQuery, Vec<Ignored>) {
    query.retaining(|key, value| has_value(facets, key, value))
}

pub(super) fn has_value(facets: &[Facet], key: &str, value: &str) -> bool {
    facets.iter().any(|facet| facet.key == key && facet.has_value(value))
}

/// Counts `records` records. `passes` tells whether a record meets what is not a facet: words, years.
pub fn tally(facets: &[Facet], query: &ListQuery, records: usize, passes: &dyn Fn(usize) -> bool) -> Tally {
    let chosen: Vec<Vec<bool>> = facets
        .iter()
        .map(|facet| facet.values.iter().map(|value| query.has(facet.key, value)).collect())
        .collect();
    let is_open: Vec<bool> = chosen.iter().map(|flags| !flags.contains(&true)).collect();
    let mut result = Tally {
        hits: Vec::new(),
        total: 0,
        counts: facets.iter().map(|facet| vec![0; facet.values.len()]).collect(),
    };
    for record in (0..records).filter(|record| passes(*record)) {
        let fails = |(at, facet): &(usize, &Facet)| {
            let is_chosen =
                |value: &u16| chosen.get(*at).and_then(|flags| flags.get(usize::from(*value))) == Some(&true);
            is_open.get(*at) == Some(&false) && !facet.of(record).iter().any(is_chosen)
        };
        let mut failing = facets.iter().enumerate().filter(fails).map(|(at, _)| at);
        match (failing.next(), failing.next()) {
            (None, _) => {
                result.hits.push(record);
                for at in 0..facets.len() {
                    result.count(facets, at, record);
                }
            }
            (Some(only), None) => result.count(facets, only, record),
            (Some(_), Some(_)) => {}
        }
    }
    result.total = result.hits.len();
    result
}

impl Tally {
    fn count(&mut self, facets: &[Facet], at: usize, record: usize) {
        let (Some(facet), Some(counts)) = (facets.get(at), self.counts.get_mut(at)) else {
            return;
        };
        for value in facet.of(record) {
            if let Some(count) = counts.get_mut(usize::from(*value)) {
                *count += 1;
            }
        }
    }

    /// For each of so many records, whether it was found.
    pub fn flags(&self, records: usize) -> Vec<bool> {
        let mut flags = vec![false; records];
        for at in &self.hits {
            if let Some(flag) = flags.get_mut(*at) {
                *flag = true;
            }
        }
        flags
    }

    /// The count of one value.
    pub fn count_of(&self, facet: usize, value: usize) -> u32 {
        self.counts.get(facet).and_then(|counts| counts.get(value)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::list_query::List;
    use proptest::prelude::*;

    type Record = (Vec<&'static str>, Vec<&'static str>);

    const REGIONS: [&str; 3] = ["AFR", "EUR", "WPR"];
    const OFFICES: [&str; 3] = ["in_country", "served_from_elsewhere", "none_found"];

    fn facets(records: &[Record]) -> Vec<Facet> {
        vec![
            Facet::with_values("region", &REGIONS, records.iter().map(|record| record.0.clone())),
            Facet::with_values("office", &OFFICES, records.iter().map(|record| record.1.clone())),
        ]
    }

    /// The oracle asks the plain way: does the record have one of the chosen values, facet by facet?
    fn naive_hits(records: &[Record], query: &ListQuery) -> Vec<usize> {
        let meets = |facet: &str, values: &[&str]| {
            query.values(facet).next().is_none() || values.iter().any(|value| query.has(facet, value))
        };
        let is_hit = |record: &Record| meets("region", &record.0) && meets("office", &record.1);
        (0..records.len()).filter(|at| is_hit(&records[*at])).collect()
    }

    fn any_records() -> impl Strategy<Value = Vec<Record>> {
        let regions = proptest::sample::subsequence(REGIONS.to_vec(), 0..=3);
        let offices = proptest::sample::subsequence(OFFICES.to_vec(), 0..=2);
        proptest::collection::vec((regions, offices), 0..30)
    }

    fn any_query() -> impl Strategy<Value = ListQuery> {
        let regions = proptest::sample::subsequence(REGIONS.to_vec(), 0..=3);
        let offices = proptest::sample::subsequence(OFFICES.to_vec(), 0..=3);
        (regions, offices).prop_map(|(regions, offices)| {
            let query =
                regions.iter().fold(ListQuery::default(), |query, value| query.toggled("region", value));
            offices.iter().fold(query, |query, value| query.toggled("office", value))
        })
    }

    proptest! {
        /// The number beside a value is the number of hits that choosing it alone in its facet gives.
        #[test]
        fn counts_are_what_a_click_gives(records in any_records(), query in any_query()) {
            let facets = facets(&records);
            let result = tally(&facets, &query, records.len(), &|_| true);
            prop_assert_eq!(&result.hits, &naive_hits(&records, &query));
            for (at, facet) in facets.iter().enumerate() {
                let (others, _) = query.retaining(|key, _| key != facet.key);
                for (value_at, value) in facet.values.iter().enumerate() {
                    let clicked = others.toggled(facet.key, value);
                    let expected = naive_hits(&records, &clicked).len();
                    prop_assert_eq!(result.count_of(at, value_at) as usize, expected);
                }
            }
        }
    }

    #[test]
    fn values_that_the_content_lacks_are_named() {
        let facet = Facet::collected("type", [vec!["ccs"], vec!["other", "ccs"]].into_iter());
        assert_eq!(facet.values, ["ccs", "other"]);
        let query = ListQuery::default().toggled("type", "ccs").toggled("type", "nonsense");
        let (kept, ignored) = query.retaining(|_, value| facet.has_value(value));
        assert_eq!(kept.all_values(List::Publications), [("type", "ccs")]);
        assert_eq!(ignored, [Ignored { key: "type".to_owned(), value: "nonsense".to_owned() }]);
    }
}
