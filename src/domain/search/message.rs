//! Questions and answers as bytes, for a worker that the search runs in.
//!
//! A question is written like the part of an address after the question mark: `q=malaria&country=KEN,UGA&from=2015`.
//! Unwanted values have their facet's key behind `not.`. A `page` stands for an offset. A reply is little-endian:
//!
//! ```text
//! u32 0 · u32 hits in all · u32 hits told · u32 counts · u32 1 if the text was cut · hits · counts · replaced words
//! u32 1 · names of the missing parts, a line for each
//! u32 2 · u32 what is damaged
//! ```

use super::bytes::{Damaged, Reader, Writer, decimal, size, whole};
use super::query::{
    Choice, Counting, NoAnswer, Replacement, Role, SearchAnswer, SearchBackend, SearchQuery, Sort,
};
use super::work::{FacetKind, Work};
use super::works;
use crate::domain::date::Year;
use crate::domain::page::PAGE_SIZE;
use crate::domain::query_string;

/// Before the key of a facet whose values are unwanted.
const NOT: &str = "not.";

const SORTS: [(&str, Sort); 4] = [
    ("relevance", Sort::Relevance),
    ("newest", Sort::Newest),
    ("oldest", Sort::Oldest),
    ("title", Sort::Title),
];

/// Reads a question. What cannot be read is passed over.
pub fn read_query(text: &str) -> SearchQuery {
    let mut query = SearchQuery::default();
    for (key, value) in query_string::parse(text) {
        match key.as_str() {
            "q" => query.text = value,
            "from" => query.from = Year::parse(&value),
            "to" => query.to = Year::parse(&value),
            "offset" => query.offset = value.parse().unwrap_or(0),
            "page" => {
                let page: u32 = value.parse().unwrap_or(1);
                query.offset = page.saturating_sub(1).saturating_mul(PAGE_SIZE);
            }
            "limit" => query.limit = value.parse().unwrap_or(0),
            "counts" if value == "none" => query.counting = Counting::Nothing,
            "sort" => {
                let known = SORTS.iter().find(|(name, _)| *name == value);
                query.sort = known.map_or(Sort::default(), |(_, sort)| *sort);
            }
            _ => {
                let (role, key) = match key.strip_prefix(NOT) {
                    Some(key) => (Role::Unwanted, key),
                    None => (Role::Wanted, key.as_str()),
                };
                if let Some(facet) = FacetKind::from_key(key) {
                    let choice = |value: &str| Choice { facet, value: value.to_owned(), role };
                    query.choices.extend(value.split(',').map(choice));
                }
            }
        }
    }
    query
}

/// Writes a question.
pub fn write_query(query: &SearchQuery) -> String {
    let mut pairs: Vec<(&str, String)> = vec![("q", query.text.clone())];
    let keys: Vec<String> = query
        .choices
        .iter()
        .map(|choice| [if choice.role == Role::Unwanted { NOT } else { "" }, choice.facet.key()].concat())
        .collect();
    for (key, choice) in keys.iter().zip(&query.choices) {
        pairs.push((key, choice.value.clone()));
    }
    for (key, year) in [("from", query.from), ("to", query.to)] {
        pairs.extend(year.map(|year| (key, decimal(u32::from(year.number())))));
    }
    pairs.extend(
        SORTS.iter().filter(|(_, sort)| *sort == query.sort).map(|(name, _)| ("sort", (*name).to_owned())),
    );
    pairs.push(("offset", decimal(query.offset)));
    pairs.push(("limit", decimal(query.limit)));
    if query.counting == Counting::Nothing {
        pairs.push(("counts", "none".to_owned()));
    }
    query_string::write(&pairs)
}

/// Asks a question and writes the reply.
pub fn ask(backend: &impl SearchBackend, question: &str) -> Vec<u8> {
    reply(backend.answer(&read_query(question)), |answer, writer| {
        let counts: usize = answer.counts.iter().map(Vec::len).sum();
        let head = [answer.total, whole(answer.hits.len()), whole(counts), u32::from(answer.is_cut)];
        for number in head.iter().chain(&answer.hits).chain(answer.counts.iter().flatten()) {
            writer.u32(*number);
        }
        for replacement in &answer.replaced {
            writer.text(&replacement.typed);
            writer.text(&replacement.used);
        }
    })
}

/// Asks for what is shown of some hits. After the `0`, the reply has the works as in a block.
pub fn ask_works(backend: &impl SearchBackend, hits: &[u32]) -> Vec<u8> {
    reply(backend.written_works(hits), |found, writer| writer.bytes.extend(found))
}

/// Asks for the beginnings of the summaries of some hits. After the `0`, the reply has a text for each: its length in
/// bytes, in groups of seven bits, and those bytes.
pub fn ask_summaries(backend: &impl SearchBackend, hits: &[u32]) -> Vec<u8> {
    reply(backend.summaries(hits), |found, writer| found.iter().for_each(|text| writer.text(text)))
}

fn reply<T>(answer: Result<T, NoAnswer>, write: impl Fn(&T, &mut Writer)) -> Vec<u8> {
    let mut writer = Writer::default();
    match answer {
        Ok(answer) => {
            writer.u32(0);
            write(&answer, &mut writer);
        }
        Err(NoAnswer::Missing(names)) => {
            writer.u32(1);
            writer.bytes.extend(names.join("\n").as_bytes());
        }
        Err(NoAnswer::Damaged(damaged)) => {
            writer.u32(2);
            writer.u32(damaged_code(damaged));
        }
    }
    writer.bytes
}

/// What is damaged, as a number; 0 stands for nothing.
pub fn damaged_code(damaged: Damaged) -> u32 {
    match damaged {
        Damaged::CutShort => 1,
        Damaged::Seal => 2,
        Damaged::Nonsense => 3,
        Damaged::UnknownPart => 4,
    }
}

fn damaged_of(code: u32) -> Damaged {
    match code {
        1 => Damaged::CutShort,
        2 => Damaged::Seal,
        4 => Damaged::UnknownPart,
        _ => Damaged::Nonsense,
    }
}

/// Reads the reply to a question. `facets` are those of the manifest.
///
/// # Errors
/// The reply says so, or is none.
pub fn read_answer(bytes: &[u8], facets: &[Vec<String>]) -> Result<SearchAnswer, NoAnswer> {
    let mut reader = body(bytes)?;
    let mut answer = SearchAnswer { total: reader.u32()?, ..SearchAnswer::default() };
    let (hits, counts) = (reader.u32()?, reader.u32()?);
    answer.is_cut = reader.u32()? == 1;
    for _ in 0..hits {
        answer.hits.push(reader.u32()?);
    }
    let expected: usize = facets.iter().map(Vec::len).sum();
    if size(counts) == expected && counts > 0 {
        for values in facets {
            answer.counts.push(values.iter().map(|_| reader.u32()).collect::<Result<_, _>>()?);
        }
    } else if counts > 0 {
        return Err(Damaged::Nonsense.into());
    }
    while !reader.is_empty() {
        let (typed, used) = (reader.text()?.to_owned(), reader.text()?.to_owned());
        answer.replaced.push(Replacement { typed, used });
    }
    Ok(answer)
}

/// Reads the reply about works.
///
/// # Errors
/// The reply says so, or is none.
pub fn read_works(bytes: &[u8], facets: &[Vec<String>]) -> Result<Vec<Work>, NoAnswer> {
    body(bytes)?;
    Ok(works::read(bytes.get(4..).unwrap_or(&[]), facets, works::Extent::Shown)?)
}

/// Reads the reply about summaries: one for each hit that was asked for.
///
/// # Errors
/// The reply says so, or is none.
pub fn read_summaries(bytes: &[u8]) -> Result<Vec<String>, NoAnswer> {
    let mut reader = body(bytes)?;
    let mut found = Vec::new();
    while !reader.is_empty() {
        found.push(reader.text()?.to_owned());
    }
    Ok(found)
}

/// What follows the first number, if that is 0.
fn body(bytes: &[u8]) -> Result<Reader<'_>, NoAnswer> {
    let mut reader = Reader::new(bytes);
    match reader.u32()? {
        0 => Ok(reader),
        1 => {
            let names = str::from_utf8(bytes.get(4..).unwrap_or(&[])).map_err(|_| Damaged::Nonsense)?;
            Err(NoAnswer::Missing(names.lines().map(str::to_owned).collect()))
        }
        2 => Err(damaged_of(reader.u32()?).into()),
        _ => Err(Damaged::Nonsense.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A back end that gives one answer.
    struct Fixed(Result<SearchAnswer, NoAnswer>, Vec<Vec<String>>);

    impl SearchBackend for Fixed {
        fn facets(&self) -> &[Vec<String>] {
            &self.1
        }
        fn len(&self) -> u32 {
            1
        }
        fn answer(&self, _: &SearchQuery) -> Result<SearchAnswer, NoAnswer> {
            self.0.clone()
        }
        fn works(&self, _: &[u32]) -> Result<Vec<Work>, NoAnswer> {
            Err(Damaged::Seal.into())
        }
        fn summaries(&self, hits: &[u32]) -> Result<Vec<String>, NoAnswer> {
            Ok(hits.iter().map(|hit| "é".repeat(*hit as usize)).collect())
        }
        fn supply(&mut self, _: &str, _: Vec<u8>) -> Result<(), Damaged> {
            Ok(())
        }
    }

    #[test]
    fn replies_are_read_as_they_were_meant() {
        let facets = vec![vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()]];
        let replaced = vec![Replacement { typed: "helth".to_owned(), used: "health".to_owned() }];
        let good = SearchAnswer {
            total: 7,
            hits: vec![1, 70_000],
            counts: vec![vec![3, 4], vec![5]],
            replaced,
            is_cut: true,
        };
        let missing = NoAnswer::Missing(vec!["terms-1".to_owned(), "words".to_owned()]);
        for answer in
            [Ok(good.clone()), Ok(SearchAnswer::default()), Err(missing), Err(Damaged::CutShort.into())]
        {
            let backend = Fixed(answer.clone(), facets.clone());
            assert_eq!(read_answer(&ask(&backend, "q=x"), &facets), answer);
        }
        let bytes = ask(&Fixed(Ok(good), facets.clone()), "");
        for end in 0..bytes.len() {
            _ = read_answer(&bytes[..end], &facets);
        }
        assert_eq!(
            read_works(&ask_works(&Fixed(Ok(SearchAnswer::default()), facets.clone()), &[]), &facets),
            Err(Damaged::Seal.into())
        );
        let summaries = ask_summaries(&Fixed(Ok(SearchAnswer::default()), facets), &[0, 2, 100]);
        assert_eq!(read_summaries(&summaries), Ok(vec![String::new(), "éé".to_owned(), "é".repeat(100)]));
    }

    proptest! {
        #[test]
        fn questions_are_read_as_they_were_meant(
            text in any::<String>(),
            values in prop::collection::vec(("[a-zA-Z_ ]{1,5}", 0_usize..6, any::<bool>()), 0..5),
            years in (1900_u16..2100, 1900_u16..2100),
            sort in 0_usize..4,
            page in (any::<u32>(), any::<u32>()),
            is_counted in any::<bool>(),
        ) {
            let choice = |(value, facet, is_wanted): (String, usize, bool)| Choice {
                facet: FacetKind::ALL[facet],
                value,
                role: if is_wanted { Role::Wanted } else { Role::Unwanted },
            };
            let query = SearchQuery {
                text,
                choices: values.into_iter().map(choice).collect(),
                from: Year::new(years.0),
                to: Year::new(years.1),
                sort: SORTS[sort].1,
                offset: page.0,
                limit: page.1,
                counting: if is_counted { Counting::All } else { Counting::Nothing },
            };
            prop_assert_eq!(read_query(&write_query(&query)), query);
        }

        #[test]
        fn noise_is_no_panic(question in any::<String>(), reply in prop::collection::vec(any::<u8>(), 0..60)) {
            _ = read_query(&question);
            _ = read_answer(&reply, &[vec![String::new(); 3]]);
            _ = read_works(&reply, &[]);
            _ = read_summaries(&reply);
        }
    }
}
