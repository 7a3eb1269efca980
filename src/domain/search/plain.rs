//! The list without the search: filters, years and order. It answers in the form of the search when that cannot be had, so that
//! the publications can still be looked through. Words are left out, or looked for in the titles alone.

use std::cmp::Ordering;

use super::result_page::{FIELD, FOUND, PLAIN, RECORD, VALUES, joined, numbers};
use super::work::FacetKind;
use crate::domain::country::Iso3;
use crate::domain::date::PartialDate;
use crate::domain::facets::{Facet, Tally, tally};
use crate::domain::fold::{fold, words};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::order::sort_positions;
use crate::domain::page::{PAGE_SIZE, Page};
use crate::domain::publication::Publication;
use crate::domain::query_string;

/// Answers a question from the publications themselves, without its words.
pub fn reply(publications: &[Publication], question: &str) -> String {
    [PLAIN, &answer(publications, question, false)].concat()
}

/// The same, with the words of the question looked for in the titles: each must be the beginning of a word there. Chinese has no
/// words between spaces, so there it may stand anywhere.
pub fn reply_by_titles(publications: &[Publication], question: &str) -> String {
    [FOUND, &answer(publications, question, true)].concat()
}

fn answer(publications: &[Publication], question: &str, has_words: bool) -> String {
    let facets = facets(publications);
    if question == VALUES {
        let values: Vec<String> = facets.iter().map(|facet| joined(&facet.values, FIELD)).collect();
        return joined(&values, RECORD);
    }
    let (mut query, _) = ListQuery::parse(List::Publications, &query_string::parse(question));
    if !has_words {
        query = query.with_text("").at_page(query.page());
    }
    let mut found = find(publications, &facets, &query);
    sort(&mut found.hits, publications, query.sort(List::Publications));
    let total = count(&found);
    let page = Page::of(total, query.page());
    let mut records = vec![numbers(&[total, page.number, 0], FIELD)];
    records.extend(found.counts.iter().map(|counts| numbers(counts, b' ')));
    // No words are replaced.
    records.push(String::new());
    records.push(if total == 0 { without(publications, &facets, &query) } else { String::new() });
    let start = page.first_result() as usize - 1;
    let hits = found.hits.iter().skip(start).take(PAGE_SIZE as usize);
    records.extend(hits.filter_map(|at| publications.get(*at)).map(row));
    joined(&records, RECORD)
}

fn count(found: &Tally) -> u32 {
    u32::try_from(found.hits.len()).unwrap_or(u32::MAX)
}

/// What a query finds, in the order of the publications.
fn find(publications: &[Publication], facets: &[Facet], query: &ListQuery) -> Tally {
    let wanted = words(&query.text);
    let passes = |at: usize| {
        let Some(publication) = publications.get(at) else {
            return false;
        };
        let year = publication.year;
        let after = query.from.is_none_or(|from| year.is_some_and(|year| year >= from));
        after
            && query.to.is_none_or(|to| year.is_some_and(|year| year <= to))
            && (wanted.is_empty() || has_words(&publication.title, &wanted))
    };
    tally(facets, query, publications.len(), &passes)
}

/// Whether each of these folded words is in a title.
fn has_words(title: &str, wanted: &[String]) -> bool {
    let title = [" ", &fold(title)].concat();
    wanted.iter().all(|word| {
        let is_chinese = word.starts_with(|first: char| first >= '\u{2e80}');
        if is_chinese { title.contains(word.as_str()) } else { title.contains(&[" ", word].concat()) }
    })
}

/// For a query that finds nothing: each of its filters, and how many there are without it.
fn without(publications: &[Publication], facets: &[Facet], query: &ListQuery) -> String {
    let keys = ["q"].into_iter().chain(facets.iter().map(|facet| facet.key));
    let told = keys.filter_map(|key| {
        let less = match key {
            "q" => query.with_text(""),
            "year" => query.with_years(None, None),
            facet => query.without_facet(facet),
        };
        let hits = count(&find(publications, facets, &less)).to_string();
        query.is_without(&less, key).then(|| [key, &hits].map(str::to_owned))
    });
    joined(&told.flatten().collect::<Vec<_>>(), FIELD)
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
    use super::super::result_page::{ResultPage, read, read_values};
    use super::*;
    use crate::domain::date::Year;
    use crate::domain::publication::example::publication;
    use proptest::prelude::*;

    fn titled(title: &str, year: &str) -> Publication {
        Publication { year: Year::parse(year), ..publication(&["p", year].concat(), title) }
    }

    fn some() -> Vec<Publication> {
        let titles = [
            ("Côte d’Ivoire: health plan", "2011"),
            ("Plan for the healthy city", "2012"),
            ("国家卫生计划", "2013"),
            ("An island’s report", "2014"),
        ];
        titles.map(|(title, year)| titled(title, year)).into()
    }

    fn by_titles(question: &str) -> ResultPage {
        read(&reply_by_titles(&some(), question)).unwrap()
    }

    fn ids(page: &ResultPage) -> Vec<&str> {
        page.rows.iter().map(|row| row.id.as_str()).collect()
    }

    #[test]
    fn nothing_is_an_answer_too() {
        assert_eq!(read_values(&reply(&[], VALUES)).unwrap().len(), 6);
        let page = read(&reply(&[], "?type=ccs&page=7")).unwrap();
        assert!(page.is_plain && page.total == 0 && page.rows.is_empty() && page.page == 1);
    }

    #[test]
    fn words_are_the_beginnings_of_words_in_titles() {
        for (question, found) in [
            ("", &["p2014", "p2013", "p2012", "p2011"][..]),
            ("?q=HEALTH%20pl", &["p2012", "p2011"]),
            ("?q=cote%20divoire", &["p2011"]),
            ("?q=%E5%8D%AB%E7%94%9F", &["p2013"]),
            ("?q=ealth", &[]),
            ("?q=plan&sort=oldest&to=2011", &["p2011"]),
        ] {
            assert_eq!(ids(&by_titles(question)), found, "{question}");
        }
        assert_eq!(
            read(&reply(&some(), "?q=ealth")).unwrap().total,
            4,
            "left out where they are not looked for"
        );
    }

    #[test]
    fn an_empty_page_tells_what_there_is_without_each_filter() {
        let page = by_titles("?q=island&from=2012&to=2013");
        assert_eq!(page.without, [("q".to_owned(), 2), ("year".to_owned(), 1)]);
        assert!(by_titles("?q=plan").without.is_empty());
    }

    proptest! {
        #[test]
        fn it_finds_what_a_plain_look_at_each_title_finds(text in "[a-z ’]{0,6}|[\\PC]{0,4}") {
            let wanted = words(&text);
            let fits = |one: &&Publication| {
                let title = words(&one.title);
                wanted.iter().all(|word| title.iter().any(|known| known.starts_with(word.as_str())))
            };
            let all = some();
            let latin: Vec<&Publication> = all.iter().filter(|one| one.title.is_ascii() || one.title.contains('ô')).collect();
            let expected = latin.iter().copied().filter(fits).count();
            let question = query_string::write(&[("q", text.clone())]);
            let page = by_titles(&question);
            let found = page.rows.iter().filter(|row| latin.iter().any(|one| one.id.as_str() == row.id)).count();
            prop_assert_eq!(found, expected, "{}", text);
        }
    }
}
