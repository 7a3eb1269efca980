//! A page of results as readers see it, on its way from the search in its worker to the site.
//!
//! A question is what stands in the address of a list, and the reply is text: records parted by U+001E, fields by U+001F,
//! matches between U+0002 and U+0003 (control characters of ISO 6429, which are taken out of all texts of works).
//!
//! ```text
//! "0" total · page · 1 if words were left out
//! counts of a facet, six times
//! typed · used, for each word that was replaced
//! filter · hits without it, for each filter of a question without hits
//! id · year · what the year is · type · region · countries · languages · title · summary, for each result
//! ```
//!
//! A reply that begins with 4 is one without the words of the question (by `search-host.js` or `plain.rs`). Another digit says why there is none:
//! 1 and the missing parts, 2 for damage, 3 for a broken connection (said by `search-host.js`).

use super::bytes::decimal;
use super::highlight::highlights;
use super::message::read_query;
use super::query::{Counting, NoAnswer, SearchAnswer, SearchBackend, SearchQuery};
use super::query_text::QueryText;
use super::work::{FacetKind, Work};
use crate::domain::date::Year;
use crate::domain::page::PAGE_SIZE;
use crate::domain::publication::{Publication, YearBasis};

pub(super) const RECORD: u8 = 0x1e;
pub(super) const FIELD: u8 = 0x1f;
const MARK: char = '\u{2}';
const END_OF_MARK: char = '\u{3}';

/// What a reply begins with.
pub(super) const FOUND: &str = "0";
/// What a reply begins with for which no words were looked for.
pub(super) const PLAIN: &str = "4";

/// The question for the values of all facets.
pub const VALUES: &str = "values";

/// The questions that a list begins with which was asked nothing. Their replies are written with the content.
pub const FIRST: [&str; 2] = [VALUES, ""];

/// At the end of a question: with the summaries, where they are kept in parts of their own. Without it the page is there
/// sooner.
pub const SUMMARIES: &str = "&summaries=yes";

/// At the end of a question: only the ids of all results, in their order, at most [`MOST_IDS`].
pub const IDS: &str = "&ids=yes";

/// So many ids at most: to cite more than these is no list for a reader any more.
pub const MOST_IDS: u32 = 1000;

/// The filter that is not a facet and not years: the words.
const WORDS: &str = "q";

/// A page of results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultPage {
    pub total: u32,
    /// The page that was asked for, or the last one.
    pub page: u32,
    /// Whether the text had more words than are looked for.
    pub is_cut: bool,
    /// Whether the search could not be had, so that no words were looked for.
    pub is_plain: bool,
    /// For each facet, for each value: the hits if that value alone were chosen in its facet.
    pub counts: Vec<Vec<u32>>,
    /// Words that no work has, as they were typed, and what was looked for in their place.
    pub replaced: Vec<(String, String)>,
    /// If there is no hit: for each filter, how many there were without it.
    pub without: Vec<(String, u32)>,
    pub rows: Vec<ResultRow>,
}

/// A work in a list of results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultRow {
    pub id: String,
    pub year: Option<Year>,
    pub year_basis: Option<YearBasis>,
    /// Slugs of the facets.
    pub kind: String,
    pub region: String,
    pub countries: Vec<String>,
    /// BCP 47 codes; the first is the language of the title.
    pub languages: Vec<String>,
    pub title: Marked,
    /// Empty where summaries are not at hand.
    pub summary: Marked,
}

impl From<&Publication> for ResultRow {
    fn from(publication: &Publication) -> Self {
        Self {
            id: publication.id.as_str().to_owned(),
            year: publication.year,
            year_basis: publication.year_basis,
            kind: publication.kind.clone(),
            region: publication.coverage.slug().to_owned(),
            countries: publication.countries.iter().map(|iso3| iso3.as_str().to_owned()).collect(),
            languages: publication.languages.clone(),
            title: Marked::plain(&publication.title),
            summary: Marked::plain(&publication.summary),
        }
    }
}

/// A text in which matches are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked(String);

impl Marked {
    /// A text without matches.
    pub fn plain(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pieces in their order, and whether each is a match.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        let split = |piece| -> (&str, &str) {
            let piece: &str = piece;
            piece.split_once(END_OF_MARK).unwrap_or(("", piece))
        };
        let (first, rest) = self.0.split_once(MARK).unwrap_or((&self.0, ""));
        let rest = rest.split(MARK).map(split).flat_map(|(hit, text)| [(hit, true), (text, false)]);
        std::iter::once((first, false)).chain(rest).filter(|(piece, _)| !piece.is_empty())
    }
}

/// Whether a reply says why there is none.
pub fn is_fault(reply: &str) -> bool {
    body(reply).is_err()
}

/// Why there is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPage {
    /// Parts could not be fetched.
    Connection,
    /// A part is damaged, or belongs to another version.
    Damaged,
}

/// Answers the question of an address, or the one for [`VALUES`].
pub fn reply(backend: &impl SearchBackend, question: &str) -> String {
    if question == VALUES {
        let facets: Vec<String> = backend.facets().iter().map(|values| joined(values, FIELD)).collect();
        return [FOUND, &joined(&facets, RECORD)].concat();
    }
    let query = read_query(question);
    let told = if question.ends_with(IDS) {
        ids(backend, query)
    } else {
        told(backend, &query, question.ends_with(SUMMARIES))
    };
    match told {
        Ok(page) => page,
        Err(NoAnswer::Missing(names)) => ["1", &names.join("\n")].concat(),
        Err(NoAnswer::Damaged(_)) => "2".to_owned(),
    }
}

fn ids(backend: &impl SearchBackend, query: SearchQuery) -> Result<String, NoAnswer> {
    let query = SearchQuery { limit: MOST_IDS, offset: 0, counting: Counting::Nothing, ..query };
    let works = backend.works(&backend.answer(&query)?.hits)?;
    let ids: Vec<String> = works.iter().map(|work| clean(&work.id)).collect();
    Ok([FOUND, &joined(&ids, FIELD)].concat())
}

fn told(backend: &impl SearchBackend, query: &SearchQuery, with_summaries: bool) -> Result<String, NoAnswer> {
    let mut query = SearchQuery { limit: PAGE_SIZE, ..query.clone() };
    let mut answer = backend.answer(&query)?;
    let last = answer.total.saturating_sub(1) / PAGE_SIZE * PAGE_SIZE;
    if query.offset > last {
        query.offset = last;
        answer = backend.answer(&query)?;
    }
    let mut works = backend.works(&answer.hits)?;
    if with_summaries {
        for (work, summary) in works.iter_mut().zip(backend.summaries(&answer.hits)?) {
            work.summary = summary;
        }
    }
    let head = [answer.total, query.offset / PAGE_SIZE + 1, u32::from(answer.is_cut)];
    let mut records = vec![numbers(&head, FIELD)];
    records.extend(answer.counts.iter().map(|counts| numbers(counts, b' ')));
    let replaced = answer.replaced.iter().flat_map(|one| [clean(&one.typed), clean(&one.used)]);
    records.push(joined(&replaced.collect::<Vec<_>>(), FIELD));
    records.push(if answer.total == 0 { joined(&without(backend, &query)?, FIELD) } else { String::new() });
    let text = QueryText::new(&query.text);
    records.extend(works.iter().map(|work| row(work, &text, &answer)));
    Ok([FOUND, &joined(&records, RECORD)].concat())
}

/// For each filter the hits that the question has without it.
fn without(backend: &impl SearchBackend, query: &SearchQuery) -> Result<Vec<String>, NoAnswer> {
    let mut told = Vec::new();
    for facet in std::iter::once(None).chain(FacetKind::ALL.map(Some)) {
        let mut less = SearchQuery { limit: 0, offset: 0, counting: Counting::Nothing, ..query.clone() };
        match facet {
            None => less.text.clear(),
            Some(facet) => less.choices.retain(|choice| choice.facet != facet),
        }
        if facet == Some(FacetKind::Year) {
            (less.from, less.to) = (None, None);
        }
        let is_less = less.text != query.text
            || less.choices.len() < query.choices.len()
            || (less.from, less.to) != (query.from, query.to);
        if is_less {
            told.push(facet.map_or(WORDS, FacetKind::key).to_owned());
            told.push(decimal(backend.answer(&less)?.total));
        }
    }
    Ok(told)
}

fn row(work: &Work, text: &QueryText, answer: &SearchAnswer) -> String {
    let marked = |written: &str| marked(&clean(written), text, answer);
    let languages: Vec<String> = work.editions.iter().map(|edition| edition.language.clone()).collect();
    let basis = work.year_basis.map_or("", |basis| basis.word());
    let fields = [
        clean(&work.id),
        work.date.map_or(String::new(), |date| decimal(u32::from(date.year().number()))),
        basis.to_owned(),
        clean(&work.kind),
        clean(&work.region),
        joined(&work.countries, b' '),
        joined(&languages, b' '),
        marked(work.title()),
        marked(&work.summary),
    ];
    joined(&fields, FIELD)
}

fn marked(text: &str, query: &QueryText, answer: &SearchAnswer) -> String {
    let mut marked = String::new();
    let mut done = 0;
    for range in highlights(text, query, &answer.replaced) {
        marked.push_str(text.get(done..range.start).unwrap_or(""));
        marked.push(MARK);
        marked.push_str(text.get(range.clone()).unwrap_or(""));
        marked.push(END_OF_MARK);
        done = range.end;
    }
    marked.push_str(text.get(done..).unwrap_or(""));
    marked
}

/// A text without the signs that part fields.
fn clean(text: &str) -> String {
    text.chars().map(|char| if char < ' ' { ' ' } else { char }).collect()
}

pub(super) fn joined(texts: &[String], between: u8) -> String {
    let mut joined = String::new();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            joined.push(char::from(between));
        }
        joined.push_str(text);
    }
    joined
}

pub(super) fn numbers(numbers: &[u32], between: u8) -> String {
    let numbers: Vec<String> = numbers.iter().map(|number| decimal(*number)).collect();
    joined(&numbers, between)
}

/// What follows the digit of a reply.
fn body(reply: &str) -> Result<&str, NoPage> {
    match (reply.get(..1), reply.get(1..)) {
        (Some(FOUND | PLAIN), Some(body)) => Ok(body),
        (Some("1" | "3"), _) => Err(NoPage::Connection),
        _ => Err(NoPage::Damaged),
    }
}

/// Reads the values of all facets, in the order of [`FacetKind::ALL`].
///
/// # Errors
/// The reply says why.
pub fn read_values(reply: &str) -> Result<Vec<Vec<String>>, NoPage> {
    Ok(split(body(reply)?, RECORD).map(|values| list(values, FIELD)).collect())
}

/// Reads the ids of all results.
///
/// # Errors
/// The reply says why.
pub fn read_ids(reply: &str) -> Result<Vec<String>, NoPage> {
    Ok(list(body(reply)?, FIELD))
}

/// Reads a page.
///
/// # Errors
/// The reply says why.
pub fn read(reply: &str) -> Result<ResultPage, NoPage> {
    let mut records = split(body(reply)?, RECORD);
    let mut record = || records.next().unwrap_or("");
    let mut head = split(record(), FIELD).map(number);
    let mut head = || head.next().unwrap_or(0);
    let (total, page, is_cut) = (head(), head(), head() == 1);
    let counts = FacetKind::ALL.map(|_| split(record(), b' ').map(number).collect()).to_vec();
    let replaced = pairs(record());
    let without = pairs(record()).into_iter().map(|(key, hits)| (key, number(&hits))).collect();
    let is_plain = reply.starts_with(PLAIN);
    Ok(ResultPage {
        total,
        page,
        is_cut,
        is_plain,
        counts,
        replaced,
        without,
        rows: records.map(read_row).collect(),
    })
}

fn read_row(record: &str) -> ResultRow {
    let mut fields = split(record, FIELD);
    let mut field = || fields.next().unwrap_or("");
    ResultRow {
        id: field().to_owned(),
        year: Year::parse(field()),
        year_basis: YearBasis::from_word(field()),
        kind: field().to_owned(),
        region: field().to_owned(),
        countries: list(field(), b' '),
        languages: list(field(), b' '),
        title: Marked::plain(field()),
        summary: Marked::plain(field()),
    }
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or(0)
}

/// The parts of a text. A search for a byte in hundreds of short parts takes half the time of one for a character.
fn split(text: &str, between: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let present = rest?;
        let end = present.bytes().position(|byte| byte == between);
        rest = end.and_then(|end| present.get(end + 1..));
        present.get(..end.unwrap_or(present.len()))
    })
}

fn list(text: &str, between: u8) -> Vec<String> {
    split(text, between).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let texts = list(text, FIELD);
    let pair = |pair: &[String]| match pair {
        [first, second] => Some((first.clone(), second.clone())),
        _ => None,
    };
    texts.chunks(2).filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::scan::Scan;
    use crate::domain::search::work::Edition;
    use proptest::prelude::*;

    fn work(id: &str, title: &str, country: &str, year: &str) -> Work {
        Work {
            id: id.to_owned(),
            editions: vec![Edition { language: "en".to_owned(), title: title.to_owned() }],
            summary: "A\u{1f}b\u{1e}c".to_owned(),
            kind: "ccs".to_owned(),
            region: "AFR".to_owned(),
            countries: vec![country.to_owned()],
            date: crate::domain::date::PartialDate::parse(year),
            ..Work::default()
        }
    }

    fn scan() -> Scan {
        let many = (0..45).map(|at| work(&format!("w{at:02}"), "Malaria in Kenya", "KEN", "2020"));
        Scan::of(many.chain([work("other", "Vaccine", "UGA", "2001")]).collect())
    }

    fn ask(question: &str) -> ResultPage {
        read(&reply(&scan(), question)).unwrap()
    }

    #[test]
    fn a_page_is_told_whole() {
        let page = ask("?q=mal&page=3");
        assert_eq!((page.total, page.page, page.rows.len()), (45, 3, 5));
        let row = &page.rows[4];
        assert_eq!((row.id.as_str(), row.kind.as_str(), row.region.as_str()), ("w44", "ccs", "AFR"));
        assert_eq!((row.countries.as_slice(), row.year), (&["KEN".to_owned()][..], Year::new(2020)));
        let pieces: Vec<_> = row.title.pieces().collect();
        assert_eq!(pieces, [("Mal", true), ("aria in Kenya", false)]);
        assert_eq!(row.summary.pieces().collect::<Vec<_>>(), [("A b c", false)]);
        let values = read_values(&reply(&scan(), VALUES)).unwrap();
        assert_eq!(values[1], ["KEN", "UGA"]);
        assert_eq!(page.counts[1], [45, 0]);
        assert_eq!(values[5], ["2001", "2020"]);
    }

    #[test]
    fn a_page_too_far_is_the_last_one() {
        let page = ask("?page=9999");
        assert_eq!((page.page, page.rows.len()), (3, 6));
        assert_eq!(ask("?q=nothing&page=4").page, 1);
    }

    #[test]
    fn an_empty_page_tells_the_ways_out() {
        let page = ask("?q=kenya&country=UGA&from=1999&to=2002");
        assert_eq!(page.total, 0);
        let told: Vec<(&str, u32)> = page.without.iter().map(|(key, hits)| (key.as_str(), *hits)).collect();
        assert_eq!(told, [("q", 1), ("country", 0), ("year", 0)]);
    }

    #[test]
    fn a_replaced_word_is_told_and_marked() {
        let page = ask("?q=vacine+");
        assert_eq!(page.replaced, [("vacine".to_owned(), "vaccine".to_owned())]);
        assert_eq!(page.rows[0].title.pieces().collect::<Vec<_>>(), [("Vaccine", true)]);
    }

    #[test]
    fn a_word_in_quotation_marks_is_not_replaced() {
        let page = ask("?q=%22vacine%22");
        assert_eq!((page.total, page.replaced.len()), (0, 0));
        assert_eq!(ask("?q=%22vaccine%22").total, 1);
    }

    #[test]
    fn faults_are_told_apart() {
        assert_eq!(read("3"), Err(NoPage::Connection));
        assert_eq!(read("1terms-1"), Err(NoPage::Connection));
        assert_eq!(read("2"), Err(NoPage::Damaged));
        assert_eq!(read(""), Err(NoPage::Damaged));
        assert_eq!(read("é"), Err(NoPage::Damaged));
    }

    proptest! {
        #[test]
        fn noise_is_read_without_panic(reply in any::<String>()) {
            _ = read(&reply);
            _ = read(&["0", &reply].concat());
            _ = read_values(&reply);
            _ = Marked::plain(&reply).pieces().count();
        }

        #[test]
        fn any_question_has_a_page(question in any::<String>()) {
            prop_assert!(read(&reply(&scan(), &question)).is_ok());
        }
    }
}
