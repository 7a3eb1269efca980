//! The keys of the lists and the values they accept: a public contract (`docs/addresses.md`).

use crate::domain::country::Iso3;

/// The lists that can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    Countries,
    Strategies,
    Publications,
}

/// The values a key accepts.
#[derive(Clone, Copy, Debug)]
pub enum Allowed {
    /// These words only.
    Words(&'static [&'static str]),
    /// ISO 3166-1 alpha-3 codes, in capitals.
    Countries,
    /// Slugs that come from the content; the content decides which exist.
    Slugs,
}

/// One facet of a list: its key in the address, and what it accepts.
#[derive(Clone, Copy, Debug)]
pub struct FacetKey {
    pub key: &'static str,
    pub allowed: Allowed,
}

const REGIONS: Allowed = Allowed::Words(&["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR"]);

const COUNTRY_FACETS: &[FacetKey] = &[
    FacetKey { key: "region", allowed: REGIONS },
    FacetKey {
        key: "membership",
        allowed: Allowed::Words(&["member_state", "associate_member", "territory"]),
    },
    FacetKey {
        key: "office",
        allowed: Allowed::Words(&["in_country", "served_from_elsewhere", "none_found"]),
    },
    FacetKey {
        key: "strategy",
        allowed: Allowed::Words(&["current", "in_development", "undated", "expired", "none_found"]),
    },
    FacetKey {
        key: "income",
        allowed: Allowed::Words(&["low", "lower_middle", "upper_middle", "high", "not_classified"]),
    },
];

const STRATEGY_FACETS: &[FacetKey] = &[
    FacetKey { key: "region", allowed: REGIONS },
    FacetKey { key: "status", allowed: Allowed::Words(&["current", "in_development", "undated", "expired"]) },
    FacetKey { key: "country", allowed: Allowed::Countries },
];

const PUBLICATION_FACETS: &[FacetKey] = &[
    FacetKey { key: "type", allowed: Allowed::Slugs },
    FacetKey { key: "country", allowed: Allowed::Countries },
    FacetKey {
        key: "region",
        allowed: Allowed::Words(&["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR", "global"]),
    },
    FacetKey { key: "language", allowed: Allowed::Slugs },
    FacetKey { key: "topic", allowed: Allowed::Slugs },
];

impl List {
    /// The facets, in the order a page shows them.
    pub fn facets(self) -> &'static [FacetKey] {
        match self {
            Self::Countries => COUNTRY_FACETS,
            Self::Strategies => STRATEGY_FACETS,
            Self::Publications => PUBLICATION_FACETS,
        }
    }

    /// The orders a reader can choose; the first is the default and never stands in an address.
    pub fn sorts(self) -> &'static [&'static str] {
        match self {
            Self::Countries => &["name", "region", "strategy_end"],
            Self::Strategies => &["newest", "oldest", "country"],
            Self::Publications => &["relevance", "newest", "oldest", "title"],
        }
    }

    /// The ways a list can be looked at; the first is the default and never stands in an address.
    pub fn views(self) -> &'static [&'static str] {
        match self {
            Self::Countries => &["list", "table", "map"],
            Self::Strategies => &["list", "timeline"],
            Self::Publications => &[],
        }
    }

    /// Whether records can be put side by side.
    pub(super) fn has_comparison(self) -> bool {
        matches!(self, Self::Countries)
    }

    pub(super) fn has_years(self) -> bool {
        matches!(self, Self::Strategies | Self::Publications)
    }

    pub(super) fn has_pages(self) -> bool {
        matches!(self, Self::Publications)
    }

    pub(super) fn facet(self, key: &str) -> Option<&'static FacetKey> {
        self.facets().iter().find(|facet| facet.key == key)
    }
}

impl FacetKey {
    /// The words a facet accepts, if they are known beforehand.
    pub fn words(&self) -> &'static [&'static str] {
        match self.allowed {
            Allowed::Words(words) => words,
            Allowed::Countries | Allowed::Slugs => &[],
        }
    }

    /// The value as it is kept, if the facet accepts it.
    pub(super) fn read(&self, value: &str) -> Option<String> {
        match self.allowed {
            Allowed::Words(words) => words.contains(&value).then(|| value.to_owned()),
            Allowed::Countries => Iso3::parse(value).map(|iso3| iso3.to_string()),
            Allowed::Slugs => {
                let plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '+');
                let valid = !value.is_empty() && value.len() <= 64 && value.chars().all(plain);
                valid.then(|| value.to_owned())
            }
        }
    }
}
