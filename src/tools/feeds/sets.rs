//! Which feeds there are, and what is in each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::labels::Labels;
use super::time;
use crate::domain::country::Iso3;
use crate::domain::list_query::ListQuery;
use crate::domain::publication::{Coverage, Publication};
use crate::domain::terms::TermKind;

/// What the publications of a feed have in common.
enum Kind<'a> {
    All,
    Type(&'a str),
    Region(Coverage),
    Country(Iso3),
}

/// The publications of a feed.
pub(super) struct Set<'a> {
    kind: Kind<'a>,
    /// Newest first.
    members: Vec<&'a Publication>,
}

impl Set<'_> {
    /// The facet and its value; none if the set holds everything.
    pub(super) fn value(&self) -> Option<(&'static str, &str)> {
        match &self.kind {
            Kind::All => None,
            Kind::Type(slug) => Some(("type", slug)),
            Kind::Region(coverage) => Some(("region", coverage.slug())),
            Kind::Country(iso3) => Some(("country", iso3.as_str())),
        }
    }

    /// The question that the list answers with the same publications.
    pub(super) fn query(&self) -> ListQuery {
        let all = ListQuery::default();
        self.value().map_or(all.clone(), |(facet, value)| all.toggled(facet, value))
    }

    /// What the set is called; none if it holds everything.
    pub(super) fn name(&self, labels: &Labels<'_>) -> Option<String> {
        match &self.kind {
            Kind::All => None,
            Kind::Type(slug) => Some(labels.term(TermKind::PublicationKind, slug)),
            Kind::Region(coverage) => Some(labels.coverage(*coverage)),
            Kind::Country(iso3) => Some(labels.country(*iso3)),
        }
    }

    /// The newest members, at most so many.
    pub(super) fn newest(&self, most: usize) -> impl Iterator<Item = &Publication> {
        self.members.iter().copied().take(most)
    }
}

/// The sets that have members.
pub(super) fn of(facts: &Facts) -> Vec<Set<'_>> {
    let mut sets = Sets::new();
    for (_, _, publication) in facts.publications.good() {
        let kind = publication.kind.as_str();
        let region = publication.coverage;
        add(&mut sets, ("", ""), Kind::All, publication);
        add(&mut sets, ("type", kind), Kind::Type(kind), publication);
        add(&mut sets, ("region", region.slug()), Kind::Region(region), publication);
        for iso3 in &publication.countries {
            add(&mut sets, ("country", iso3.as_str()), Kind::Country(*iso3), publication);
        }
    }
    let mut sets: Vec<_> = sets.into_values().collect();
    for set in &mut sets {
        set.members.sort_by_key(|publication| (Reverse(time::moment(publication)), &publication.id));
    }
    sets
}

/// The sets by facet and value, so that their order is the same every time.
type Sets<'a> = BTreeMap<(&'static str, &'a str), Set<'a>>;

fn add<'a>(sets: &mut Sets<'a>, key: (&'static str, &'a str), kind: Kind<'a>, publication: &'a Publication) {
    sets.entry(key).or_insert_with(|| Set { kind, members: Vec::new() }).members.push(publication);
}
