//! The list of strategy documents: rows that repeat one document for several countries count once.

use std::cmp::Reverse;

use super::content::Content;
use super::country::Iso3;
use super::date::Year;
use super::facets::{Facet, Tally, known, tally};
use super::fold::{fold, words};
use super::list_query::{Ignored, List, ListQuery};
use super::order::sort_positions_by_key;
use super::scan::{contains, needle};
use super::strategy::{Status, Strategy};

/// One document: the position of its first row among [`Content::strategies`], and the countries it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub row: usize,
    pub countries: Vec<Iso3>,
    pub status: Status,
}

/// First and last year of a period, as far as they were found.
pub type Span = (Option<Year>, Option<Year>);

/// The documents, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct StrategyList {
    pub documents: Vec<Document>,
    pub facets: Vec<Facet>,
    haystacks: Vec<String>,
    spans: Vec<Span>,
}

/// Groups the rows into documents, in the order of their first rows.
pub fn documents(strategies: &[Strategy], on: Year) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    for (row, strategy) in strategies.iter().enumerate() {
        let same = |document: &&mut Document| {
            strategies.get(document.row).is_some_and(|first| first.is_same_document(strategy))
        };
        match documents.iter_mut().find(same) {
            Some(document) => document.countries.push(strategy.country),
            None => documents.push(Document {
                row,
                countries: vec![strategy.country],
                status: strategy.status(on),
            }),
        }
    }
    documents
}

impl StrategyList {
    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    pub fn new(content: &Content, on: Year) -> Self {
        let documents = documents(&content.strategies, on);
        let row = |document: &Document| content.strategies.get(document.row);
        let haystacks = haystacks(content, &documents);
        let spans = documents
            .iter()
            .map(|document| row(document).map_or((None, None), |row| (row.start, row.end)))
            .collect();
        let regions =
            documents.iter().map(|document| row(document).map(|row| row.region.code()).into_iter().collect());
        let facets = vec![
            Facet::with_values("region", &["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR"], regions),
            Facet::with_values(
                "status",
                &Status::ALL.map(Status::slug),
                documents.iter().map(|document| vec![document.status.slug()]),
            ),
            Facet::collected(
                "country",
                documents.iter().map(|document| document.countries.iter().map(Iso3::as_str).collect()),
            ),
        ];
        Self { documents, facets, haystacks, spans }
    }

    /// Has the documents found by the names of their countries that have arrived since the list was made.
    pub fn take_names(&mut self, content: &Content) {
        self.haystacks = haystacks(content, &self.documents);
    }

    /// The period of a document.
    pub fn span(&self, at: usize) -> Span {
        self.spans.get(at).copied().unwrap_or_default()
    }

    /// The documents that a query finds, in its order, with the counts of all facet values.
    pub fn find(&self, query: &ListQuery) -> Tally {
        let wanted = needles(&query.text);
        let passes = |at: usize| {
            self.is_in_years(at, query) && self.haystacks.get(at).is_some_and(|text| has_all(text, &wanted))
        };
        let mut found = tally(&self.facets, query, self.documents.len(), &passes);
        let span = |at: usize| self.span(at);
        let country =
            |at: usize| self.documents.get(at).and_then(|document| document.countries.first().copied());
        match query.sort(List::Strategies) {
            "oldest" => sort_positions_by_key(&mut found.hits, |at| (span(at).0.is_none(), span(at))),
            "country" => sort_positions_by_key(&mut found.hits, |at| (country(at), Reverse(span(at)))),
            _ => sort_positions_by_key(&mut found.hits, |at| Reverse(span(at))),
        }
        found
    }

    /// How many countries an answer is about. If the query names some, only these.
    pub fn countries(&self, query: &ListQuery, found: &Tally) -> usize {
        let mut countries: Vec<Iso3> = Vec::new();
        for document in found.hits.iter().filter_map(|at| self.documents.get(*at)) {
            for country in document.countries.iter().filter(|country| is_asked(query, **country)) {
                if !countries.contains(country) {
                    countries.push(*country);
                }
            }
        }
        countries.len()
    }

    /// The query without values that no record has; and those values.
    pub fn known(&self, query: &ListQuery) -> (ListQuery, Vec<Ignored>) {
        known(&self.facets, query)
    }

    /// Whether a document's period touches the years asked for. A document without a period does not.
    fn is_in_years(&self, at: usize, query: &ListQuery) -> bool {
        if query.from.is_none() && query.to.is_none() {
            return true;
        }
        let (start, end) = self.span(at);
        let (Some(start), Some(end)) = (start.or(end), end.or(start)) else {
            return false;
        };
        query.from.is_none_or(|from| end >= from) && query.to.is_none_or(|to| start <= to)
    }
}

/// Whether a query that names countries names this one. Others do not come in by the documents they share with it.
pub(super) fn is_asked(query: &ListQuery, country: Iso3) -> bool {
    query.values("country").next().is_none() || query.has("country", country.as_str())
}

fn haystacks(content: &Content, documents: &[Document]) -> Vec<String> {
    documents.iter().map(|document| haystack(content, document)).collect()
}

/// The folded words a document is found by, each with a space before it.
fn haystack(content: &Content, document: &Document) -> String {
    let mut text = String::new();
    if let Some(row) = content.strategies.get(document.row) {
        push_words(&mut text, &row.title);
        row.priorities.iter().for_each(|priority| push_words(&mut text, priority));
        row.reference.iter().for_each(|reference| push_words(&mut text, reference));
    }
    for iso3 in &document.countries {
        push_country(&mut text, content, *iso3);
    }
    text
}

/// Adds the words of a text, folded, each with a space before it.
pub(super) fn push_words(haystack: &mut String, text: &str) {
    haystack.push(' ');
    haystack.push_str(&fold(text));
}

/// Adds the names of a country that are here, and its code.
pub(super) fn push_country(haystack: &mut String, content: &Content, iso3: Iso3) {
    push_words(haystack, iso3.as_str());
    if let Some(country) = content.country(iso3) {
        country.names.all().for_each(|(_, name)| push_words(haystack, name));
        country.aliases.iter().for_each(|alias| push_words(haystack, alias));
    }
}

/// What a query looks for in a haystack.
pub(super) fn needles(text: &str) -> Vec<String> {
    words(text).iter().map(|word| needle(word)).collect()
}

pub(super) fn has_all(haystack: &str, needles: &[String]) -> bool {
    needles.iter().all(|needle| contains(haystack, needle))
}
