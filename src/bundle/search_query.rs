//! A question to the search as JSON, for a service that answers in the place of an index.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::date::Year;
use crate::domain::search::query::{Choice, Counting, Role, SearchQuery, Sort};
use crate::domain::search::work::FacetKind;

/// The question. Facets have the keys that stand in addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SearchQueryRow {
    pub text: String,
    /// For each facet the values of which a hit has one at least.
    pub wanted: BTreeMap<String, Vec<String>>,
    /// For each facet the values that no hit has.
    pub unwanted: BTreeMap<String, Vec<String>>,
    pub from: Option<u16>,
    pub to: Option<u16>,
    pub sort: SortRow,
    pub offset: u32,
    pub limit: u32,
    pub counted: bool,
}

/// The order of the hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SortRow {
    #[default]
    Relevance,
    Newest,
    Oldest,
    Title,
}

impl From<&SearchQuery> for SearchQueryRow {
    fn from(query: &SearchQuery) -> Self {
        let chosen = |role: Role| {
            let mut chosen: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for choice in query.choices.iter().filter(|choice| choice.role == role) {
                chosen.entry(choice.facet.key().to_owned()).or_default().push(choice.value.clone());
            }
            chosen
        };
        Self {
            text: query.text.clone(),
            wanted: chosen(Role::Wanted),
            unwanted: chosen(Role::Unwanted),
            from: query.from.map(Year::number),
            to: query.to.map(Year::number),
            sort: match query.sort {
                Sort::Relevance => SortRow::Relevance,
                Sort::Newest => SortRow::Newest,
                Sort::Oldest => SortRow::Oldest,
                Sort::Title => SortRow::Title,
            },
            offset: query.offset,
            limit: query.limit,
            counted: query.counting == Counting::All,
        }
    }
}

impl From<SearchQueryRow> for SearchQuery {
    /// Facets and years that there are not are left out.
    fn from(row: SearchQueryRow) -> Self {
        let mut choices = Vec::new();
        for (role, chosen) in [(Role::Wanted, row.wanted), (Role::Unwanted, row.unwanted)] {
            for (key, values) in chosen {
                let facet = FacetKind::from_key(&key);
                let choice = |value| facet.map(|facet| Choice { facet, value, role });
                choices.extend(values.into_iter().filter_map(choice));
            }
        }
        Self {
            text: row.text,
            choices,
            from: row.from.and_then(Year::new),
            to: row.to.and_then(Year::new),
            sort: match row.sort {
                SortRow::Relevance => Sort::Relevance,
                SortRow::Newest => Sort::Newest,
                SortRow::Oldest => Sort::Oldest,
                SortRow::Title => Sort::Title,
            },
            offset: row.offset,
            limit: row.limit,
            counting: if row.counted { Counting::All } else { Counting::Nothing },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_survives_its_way() {
        let choice = |facet, value: &str, role| Choice { facet, value: value.to_owned(), role };
        let query = SearchQuery {
            text: "\"health system\" -x".to_owned(),
            choices: vec![
                choice(FacetKind::Country, "KEN", Role::Wanted),
                choice(FacetKind::Country, "UGA", Role::Wanted),
                choice(FacetKind::Topic, "hiv", Role::Unwanted),
            ],
            from: Year::new(2015),
            to: None,
            sort: Sort::Title,
            offset: 20,
            limit: 20,
            counting: Counting::All,
        };
        let json = serde_json::to_string(&SearchQueryRow::from(&query)).unwrap();
        let row: SearchQueryRow = serde_json::from_str(&json).unwrap();
        assert_eq!(SearchQuery::from(row), query);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let json = r#"{"text":"x","wanted":{"colour":["red"]},"from":1,"limit":3}"#;
        let row: SearchQueryRow = serde_json::from_str(json).unwrap();
        let expected = SearchQuery {
            text: "x".to_owned(),
            limit: 3,
            counting: Counting::Nothing,
            ..SearchQuery::default()
        };
        assert_eq!(SearchQuery::from(row), expected);
    }
}
