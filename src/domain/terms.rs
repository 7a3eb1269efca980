//! Labels of the slugs that stand in the facts, in one language.

use super::order::sorted_by_key;

/// Translated labels of the slugs that stand in the facts, such as `metric.country_offices`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<(String, String)>);

/// The families of slugs that have labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermKind {
    Metric,
    Unit,
    PublicationKind,
    Topic,
    Subregion,
    ResourceTopic,
    /// The name of a disputed area on the map.
    DisputedArea,
}

impl TermKind {
    /// The first word of the key.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Unit => "unit",
            Self::PublicationKind => "kind",
            Self::Topic => "topic",
            Self::Subregion => "subregion",
            Self::ResourceTopic => "resource",
            Self::DisputedArea => "disputed",
        }
    }
}

impl Terms {
    /// Takes pairs of key (`metric.country_offices`) and label.
    pub fn new(labels: Vec<(String, String)>) -> Self {
        Self(sorted_by_key(labels, |(key, _): &(String, String)| key.clone()))
    }

    /// The label of a slug; the slug itself where a label is missing, which the compiler does not let through.
    pub fn label<'a>(&'a self, kind: TermKind, slug: &'a str) -> &'a str {
        let key = [kind.prefix(), ".", slug].concat();
        let place = self.0.binary_search_by(|(known, _)| known.as_str().cmp(&key));
        place.ok().and_then(|at| self.0.get(at)).map_or(slug, |(_, label)| label)
    }

    /// Slug and label of each of a family, in the order of the slugs.
    pub fn all(&self, kind: TermKind) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(move |(key, label)| {
            let (prefix, slug) = key.split_once('.')?;
            (prefix == kind.prefix()).then_some((slug, label.as_str()))
        })
    }
}
