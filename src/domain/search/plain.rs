//! The list without the search: filters, years and order, and no words. It answers in the form of the search when that
//! cannot be had, so that the publications can still be looked through.

use std::cmp::Ordering;

use super::result_page::{FIELD, PLAIN, RECORD, VALUES, joined, numbers};
use super::work::FacetKind;
use crate::domain::country::Iso3;
use crate::domain::date::PartialDate;
use crate::domain::facets::{Facet, tally};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::order::sort_positions;
use crate::domain::page::{PAGE_SIZE, Page};
use crate::domain::publication::Publication;
use crate::domain::query_string;

/// Answers a question from the publications themselves.
pub fn reply(publications: &[Publication], question: &str) -> String {
    let facets = facets(publications);
    if question == VALUES {
        let values: Vec<String> = facets.iter().map(|facet| joined(&facet.values, FIELD)).collect();
        return [PLAIN, &joined(&values, RECORD)].concat();
    }
    let (query, _) = ListQuery::parse(List::Publications, &query_string::parse(question));
    let is_in_years = |at: usize| {
        let year = publications.get(at).and_then(|publication| publication.year);
        let after = query.from.is_none_or(|from| year.is_some_and(|year| year >= from));
        after && query.to.is_none_or(|to| year.is_some_and(|year| year <= to))
    };
    let mut found = tally(&facets, &query, publications.len(), &is_in_years);
    sort(&mut found.hits, publications, query.sort(List::Publications));
    let total = u32::try_from(found.hits.len()).unwrap_or(u32::MAX);
    let page = Page::of(total, query.page());
    let mut records = vec![numbers(&[total, page.number, 0], FIELD)];
    records.extend(found.counts.iter().map(|counts| numbers(counts, b' ')));
    // No words are replaced, and what there is without a filter is not told.
    records.extend([String::new(), String::new()]);
    let start = page.first_result() as usize - 1;
    let hits = found.hits.iter().skip(start).take(PAGE_SIZE as usize);
    records.extend(hits.filter_map(|at| publications.get(*at)).map(row));
    [PLAIN, &joined(&records, RECORD)].concat()
}

/// The facets in the order of the search.
fn facets(publications: &[Publication]) -> Vec<Facet> {
    let years: Vec<String> =
        publications.iter().map(|one| one.year.map_or(String::new(), |year| year.to_string())).collect();
    let of = |kind: FacetKind| {
        let records = publications.iter().zip(&years);
        Facet::collected(kind.key(), records.map(move |(publication, year)| values(publication, year, kind)))
    };
    FacetKind::ALL.map(of).into()
}

fn values<'a>(publication: &'a Publication, year: &'a str, kind: FacetKind) -> Vec<&'a str> {
    match kind {
        FacetKind::Type => vec![&publication.kind],
        FacetKind::Country => publication.countries.iter().map(Iso3::as_str).collect(),
        FacetKind::Region => vec![publication.coverage.slug()],
        FacetKind::Language => publication.languages.iter().map(String::as_str).collect(),
        FacetKind::Topic => publication.topics.iter().map(String::as_str).collect(),
        FacetKind::Year if year.is_empty() => Vec::new(),
        FacetKind::Year => vec![year],
    }
}

fn sort(hits: &mut [usize], publications: &[Publication], sort: &str) {
    let of = |at: usize| publications.get(at);
    let date = |at: usize| of(at).and_then(|one| one.date.or(one.year.map(PartialDate::of_year)));
    let title = |at: usize| of(at).map(|one| one.title.as_str());
    sort_positions(hits, &|a, b| {
        let by_date = match sort {
            "title" => Ordering::Equal,
            "oldest" => date(a).is_none().cmp(&date(b).is_none()).then(date(a).cmp(&date(b))),
            _ => date(b).cmp(&date(a)),
        };
        by_date.then_with(|| title(a).cmp(&title(b)))
    });
}

fn row(publication: &Publication) -> String {
    let countries: Vec<String> = publication.countries.iter().map(|iso3| iso3.as_str().to_owned()).collect();
    let fields = [
        publication.id.as_str().to_owned(),
        publication.year.map(|year| year.to_string()).unwrap_or_default(),
        publication.year_basis.map_or("", |basis| basis.word()).to_owned(),
        publication.kind.clone(),
        publication.coverage.slug().to_owned(),
        joined(&countries, b' '),
        joined(&publication.languages, b' '),
        publication.title.clone(),
        publication.summary.clone(),
    ];
    joined(&fields, FIELD)
}

#[cfg(test)]
mod tests {
    use super::super::result_page::{read, read_values};
    use super::*;

    #[test]
    fn nothing_is_an_answer_too() {
        assert_eq!(read_values(&reply(&[], VALUES)).unwrap().len(), 6);
        let page = read(&reply(&[], "?type=ccs&page=7")).unwrap();
        assert!(page.is_plain && page.total == 0 && page.rows.is_empty() && page.page == 1);
    }
}
