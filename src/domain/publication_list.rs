//! The list of publications: text search, facets, order, pages.

use std::cmp::{Ordering, Reverse};

use super::content::Content;
use super::country::Iso3;
use super::country_list::known;
use super::date::{PartialDate, Year};
use super::facets::{Facet, Tally, tally};
use super::fold::fold;
use super::list_query::{Ignored, List, ListQuery};
use super::order::{ranks, sort_positions_by_key};
use super::scan::contains;
use super::strategy_list::{has_all, needles, push_country, push_words};

/// Results on one page.
pub const PAGE_SIZE: usize = 20;

/// The publications, ready to be asked. Positions mean the order of [`Content::publications`].
#[derive(Clone, Debug, Default)]
pub struct PublicationList {
    pub facets: Vec<Facet>,
    haystacks: Vec<String>,
    /// Folded titles with a space before each word.
    titles: Vec<String>,
    title_rank: Vec<usize>,
    years: Vec<Option<Year>>,
    dates: Vec<Option<PartialDate>>,
}

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: u32,
    /// At least 1, also for an empty list.
    pub last: u32,
    /// Positions of the first result on the page and of the first after it.
    pub start: usize,
    pub end: usize,
}

impl Page {
    /// The page that was asked for, or the last one if the list is shorter.
    pub fn of(total: usize, asked: u32) -> Self {
        let last = u32::try_from(total.div_ceil(PAGE_SIZE)).unwrap_or(u32::MAX).max(1);
        let number = asked.clamp(1, last);
        let start = (number as usize - 1).saturating_mul(PAGE_SIZE).min(total);
        Self { number, last, start, end: start.saturating_add(PAGE_SIZE).min(total) }
    }
}

impl PublicationList {
    /// Prepares the list; `collate` compares two titles in the reader's language.
    pub fn new(content: &Content, collate: &dyn Fn(&str, &str) -> Ordering) -> Self {
        let records = &content.publications;
        let title = |at: usize| records.get(at).map_or("", |record| record.title.as_str());
        Self {
            facets: facets(content),
            haystacks: (0..records.len()).map(|at| haystack(content, at)).collect(),
            titles: records.iter().map(|record| [" ", &fold(&record.title)].concat()).collect(),
            title_rank: ranks(records.len(), &|a, b| collate(title(a), title(b))),
            years: records.iter().map(|record| record.year).collect(),
            dates: records
                .iter()
                .map(|record| record.date.or(record.year.map(PartialDate::of_year)))
                .collect(),
        }
    }

    /// The publications that a query finds, in its order, with the counts of all facet values. The order is total:
    /// no page repeats or drops a record.
    pub fn find(&self, query: &ListQuery) -> Tally {
        let wanted = needles(&query.text);
        let passes = |at: usize| {
            self.is_in_years(at, query) && self.haystacks.get(at).is_some_and(|text| has_all(text, &wanted))
        };
        let mut found = tally(&self.facets, query, self.years.len(), passes);
        let rank = |at: usize| self.title_rank.get(at).copied();
        let date = |at: usize| self.dates.get(at).copied().flatten();
        let newest = |at: usize| (Reverse(date(at)), rank(at));
        match query.sort(List::Publications) {
            "oldest" => sort_positions_by_key(&mut found.hits, |at| (date(at).is_none(), date(at), rank(at))),
            "title" => sort_positions_by_key(&mut found.hits, rank),
            "newest" => sort_positions_by_key(&mut found.hits, newest),
            _ => {
                let scores: Vec<usize> =
                    (0..self.titles.len()).map(|at| self.words_in_title(at, &wanted)).collect();
                sort_positions_by_key(&mut found.hits, |at| (Reverse(scores.get(at).copied()), newest(at)));
            }
        }
        found
    }

    /// The query without values that no record has; and those values.
    pub fn known(&self, query: &ListQuery) -> (ListQuery, Vec<Ignored>) {
        known(&self.facets, query)
    }

    /// How many of the wanted words stand in the title: what makes a record relevant.
    fn words_in_title(&self, at: usize, wanted: &[String]) -> usize {
        let title = self.titles.get(at).map_or("", String::as_str);
        wanted.iter().filter(|needle| contains(title, needle)).count()
    }

    /// The first and last year that a record has.
    pub fn span(&self) -> Option<(Year, Year)> {
        let years = || self.years.iter().flatten().copied();
        years().min().zip(years().max())
    }

    fn is_in_years(&self, at: usize, query: &ListQuery) -> bool {
        let year = self.years.get(at).copied().flatten();
        let after = query.from.is_none_or(|from| year.is_some_and(|year| year >= from));
        after && query.to.is_none_or(|to| year.is_some_and(|year| year <= to))
    }
}

fn facets(content: &Content) -> Vec<Facet> {
    let records = || content.publications.iter();
    vec![
        Facet::collected("type", records().map(|record| vec![record.kind.as_str()])),
        Facet::collected(
            "country",
            records().map(|record| record.countries.iter().map(Iso3::as_str).collect()),
        ),
        Facet::with_values(
            "region",
            &["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR", "global"],
            records().map(|record| vec![record.coverage.slug()]),
        ),
        Facet::collected(
            "language",
            records().map(|record| record.languages.iter().map(String::as_str).collect()),
        ),
        Facet::collected("topic", records().map(|record| record.topics.iter().map(String::as_str).collect())),
    ]
}

/// The folded words a publication is found by, each with a space before it.
fn haystack(content: &Content, at: usize) -> String {
    let mut text = String::new();
    let Some(record) = content.publications.get(at) else {
        return text;
    };
    push_words(&mut text, &record.title);
    push_words(&mut text, &record.summary);
    let details = [&record.subtitle, &record.reference, &record.isbn, &record.iris_handle];
    details.into_iter().flatten().for_each(|detail| push_words(&mut text, detail));
    record.countries.iter().for_each(|iso3| push_country(&mut text, content, *iso3));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_never_run_over() {
        let page = |total, asked| {
            let page = Page::of(total, asked);
            (page.number, page.last, page.start, page.end)
        };
        assert_eq!(page(309, 1), (1, 16, 0, 20));
        assert_eq!(page(309, 16), (16, 16, 300, 309));
        assert_eq!(page(309, 9999), (16, 16, 300, 309));
        assert_eq!(page(0, 3), (1, 1, 0, 0));
        assert_eq!(page(20, 2), (1, 1, 0, 20));
    }
}
