//! All sizes of the search against the plainest thing that could be right: random works, random questions, and for each
//! the works that meet its definition, one by one.

use std::cmp::Reverse;

use proptest::prelude::*;

use super::build::{Built, Layout, build};
use super::index::Index;
use super::manifest::{Manifest, Size};
use super::memory::Memory;
use super::query::{Choice, Counting, NoAnswer, Role, SearchAnswer, SearchBackend, SearchQuery, Sort};
use super::scan::Scan;
use super::work::{Edition, FacetKind, Work};
use crate::domain::date::{PartialDate, Year};
use crate::domain::fold::fold;

/// Words that texts and queries are made of: near to each other, in all scripts, with and without accents.
const WORDS: [&str; 22] = [
    "health",
    "healthy",
    "Health",
    "santé",
    "sante",
    "Santé",
    "été",
    "ete",
    "malaria",
    "malarial",
    "mal",
    "結核病",
    "核病",
    "病",
    "病毒",
    "здоровье",
    "ёлка",
    "елка",
    "الصحة",
    "الصحه",
    "2021",
    "straße",
];

/// A piece of a typed text.
#[derive(Clone, Debug)]
enum Piece {
    Word(&'static str),
    Phrase(Vec<&'static str>),
    Without(&'static str),
}

#[derive(Clone, Debug)]
struct Question {
    pieces: Vec<Piece>,
    /// Whether the text ends with its last word, so that this word may go on.
    is_open: bool,
    query: SearchQuery,
}

/// A unit to look for: folded, small, and whether a beginning will do.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unit {
    folded: String,
    small: String,
    is_prefix: bool,
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
}

fn units(word: &str, is_prefix: bool) -> Vec<Unit> {
    let letters: Vec<char> = word.chars().collect();
    if !is_chinese(word) {
        return vec![Unit { folded: fold(word), small: word.to_lowercase(), is_prefix }];
    }
    let unit = |letters: &[char], is_prefix| {
        let text: String = letters.iter().collect();
        Unit { folded: text.clone(), small: text, is_prefix }
    };
    if letters.len() == 1 {
        vec![unit(&letters, true)]
    } else {
        letters.windows(2).map(|pair| unit(pair, false)).collect()
    }
}

/// The texts of a work, with the points of a word in each.
fn fields(work: &Work) -> Vec<(u32, String)> {
    let mut fields: Vec<(u32, String)> =
        work.editions.iter().map(|edition| (2, edition.title.clone())).collect();
    fields.push((1, work.subtitle.clone()));
    fields.extend(work.names.lines().map(|name| (1, name.to_owned())));
    fields.extend(work.references.iter().map(|reference| (1, reference.clone())));
    fields.push((0, work.summary.clone()));
    fields
}

/// The words of a text, each Chinese character as one, folded and small.
fn tokens(text: &str) -> Vec<(String, String)> {
    let apart: String = text
        .chars()
        .map(|char| if is_chinese(&char.to_string()) { format!(" {char} ") } else { char.to_string() })
        .collect();
    apart
        .split([' ', '-', '.'])
        .map(|word| (fold(word), word.to_lowercase()))
        .filter(|(folded, _)| !folded.is_empty())
        .collect()
}

/// Whether a text has a unit, and whether it has it as it was typed.
fn find(text: &str, unit: &Unit) -> (bool, bool) {
    if is_chinese(&unit.folded) {
        let found = text.contains(&unit.folded);
        let is_last = |at: usize| {
            !text[at + unit.folded.len()..].chars().next().is_some_and(|char| is_chinese(&char.to_string()))
        };
        let exact =
            if unit.is_prefix { text.match_indices(&unit.folded).any(|(at, _)| is_last(at)) } else { found };
        return (found, exact);
    }
    let fits =
        |folded: &str| if unit.is_prefix { folded.starts_with(&unit.folded) } else { folded == unit.folded };
    let tokens = tokens(text);
    (tokens.iter().any(|(folded, _)| fits(folded)), tokens.iter().any(|(_, small)| *small == unit.small))
}

fn has_phrase(text: &str, phrase: &[&str], is_open: bool) -> bool {
    let text: Vec<String> = tokens(text).into_iter().map(|(folded, _)| folded).collect();
    let wanted: Vec<String> = tokens(&phrase.join(" ")).into_iter().map(|(folded, _)| folded).collect();
    let is_word_last = !is_chinese(phrase.last().unwrap());
    text.windows(wanted.len()).any(|window| {
        let (last, before) = wanted.split_last().unwrap();
        let (text_last, text_before) = window.split_last().unwrap();
        let fits_last = if is_open && is_word_last { text_last.starts_with(last) } else { text_last == last };
        before == text_before && fits_last
    })
}

impl Question {
    /// What somebody would type for it.
    fn text(&self) -> String {
        let last = self.pieces.len().saturating_sub(1);
        let piece = |(at, piece): (usize, &Piece)| match piece {
            Piece::Word(word) => (*word).to_owned(),
            Piece::Phrase(words) if at == last && self.is_open => format!("\"{}", words.join(" ")),
            Piece::Phrase(words) => format!("\"{}\"", words.join(" ")),
            Piece::Without(word) => format!("-{word}"),
        };
        let text: Vec<String> = self.pieces.iter().enumerate().map(piece).collect();
        text.join(" ") + if self.is_open { "" } else { " " }
    }

    fn is_prefix(&self, at: usize) -> bool {
        self.is_open && at + 1 == self.pieces.len()
    }

    /// The units that must occur, each once.
    fn wanted(&self) -> Vec<Unit> {
        let mut all: Vec<Unit> = Vec::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Word(word) => {
                    for unit in units(word, self.is_prefix(at)) {
                        if !all.contains(&unit) {
                            all.push(unit);
                        }
                    }
                }
                Piece::Phrase(list) => {
                    let last = list.len() - 1;
                    let of_word =
                        |(place, word): (usize, &&str)| units(word, place == last && self.is_prefix(at));
                    all.extend(list.iter().enumerate().flat_map(of_word));
                }
                Piece::Without(_) => {}
            }
        }
        all
    }

    fn meets_text(&self, work: &Work) -> bool {
        let fields = fields(work);
        let has = |unit: &Unit| fields.iter().any(|(_, text)| find(text, unit).0);
        self.pieces.iter().enumerate().all(|(at, piece)| match piece {
            Piece::Word(word) => units(word, self.is_prefix(at)).iter().all(has),
            Piece::Phrase(list) => fields.iter().any(|(_, text)| has_phrase(text, list, self.is_prefix(at))),
            Piece::Without(word) if is_chinese(word) => !fields.iter().any(|(_, text)| text.contains(word)),
            Piece::Without(word) => !has(&units(word, false)[0]),
        })
    }

    fn points(&self, work: &Work) -> u32 {
        let fields = fields(work);
        let of_unit = |unit: &Unit| {
            let found = |(points, text): &(u32, String)| find(text, unit).0.then_some(*points);
            let best: u32 = fields.iter().filter_map(found).max().unwrap_or(0);
            best + u32::from(fields.iter().any(|(_, text)| find(text, unit).1))
        };
        self.wanted().iter().map(of_unit).sum()
    }
}

fn meets_choices(work: &Work, query: &SearchQuery) -> bool {
    let facet = |kind: FacetKind| {
        let values = work.values(kind);
        let wanted: Vec<&str> = query.chosen(kind, Role::Wanted).collect();
        let is_unwanted =
            query.chosen(kind, Role::Unwanted).any(|value| values.iter().any(|own| own == value));
        let is_wanted = wanted.is_empty() || values.iter().any(|own| wanted.contains(&own.as_str()));
        is_wanted && !is_unwanted
    };
    FacetKind::ALL.into_iter().all(facet) && query.has_year(work.date.map(PartialDate::year))
}

/// The ids of the hits, in their order.
fn naive(works: &[Work], question: &Question) -> Vec<String> {
    let mut hits: Vec<(usize, &Work)> = works.iter().enumerate().collect();
    hits.retain(|(_, work)| question.meets_text(work) && meets_choices(work, &question.query));
    match question.query.sort {
        Sort::Newest => {}
        Sort::Oldest => hits.sort_by_key(|(at, work)| {
            (work.date.is_none(), if work.date.is_none() { *at } else { usize::MAX - at })
        }),
        Sort::Title => hits.sort_by_key(|(at, work)| (fold(work.title()), *at)),
        Sort::Relevance => hits.sort_by_key(|(at, work)| (Reverse(question.points(work)), *at)),
    }
    hits.into_iter().map(|(_, work)| work.id.clone()).collect()
}

/// The question after a click on a value: it alone is wanted in its facet.
fn clicked(question: &Question, facet: FacetKind, value: &str) -> Question {
    let mut clicked = question.clone();
    let query = &mut clicked.query;
    query
        .choices
        .retain(|choice| choice.facet != facet || (choice.role == Role::Unwanted && choice.value != value));
    query.choices.push(Choice { facet, value: value.to_owned(), role: Role::Wanted });
    if facet == FacetKind::Year {
        (query.from, query.to) = (None, None);
    }
    clicked
}

/// Asks, and brings every part that is wanted.
fn ask(backend: &mut impl SearchBackend, built: &Built, query: &SearchQuery) -> SearchAnswer {
    for _ in 0..6 {
        match backend.answer(query) {
            Ok(answer) => return answer,
            Err(NoAnswer::Missing(names)) => {
                for name in names {
                    let part = built.parts.iter().find(|(known, _)| *known == name);
                    let (_, bytes) = part.unwrap_or_else(|| panic!("there is no part {name}"));
                    backend.supply(&name, bytes.clone()).unwrap();
                }
            }
            Err(NoAnswer::Damaged(damaged)) => panic!("{damaged:?}"),
        }
    }
    panic!("the search asks for parts for ever");
}

fn check(
    works: &[Work],
    question: &Question,
    backend: &mut impl SearchBackend,
    built: &Built,
    ordered: &[Work],
) {
    let query = SearchQuery { text: question.text(), ..question.query.clone() };
    let answer = ask(backend, built, &query);
    let expected = naive(ordered, question);
    if !answer.replaced.is_empty() {
        // A word was exchanged: then no work has it.
        for replacement in &answer.replaced {
            let is_typed = |unit: &&Unit| unit.folded == replacement.typed;
            let has = |unit: &Unit| {
                works.iter().any(|work| fields(work).iter().any(|(_, text)| find(text, unit).0))
            };
            assert!(question.wanted().iter().filter(is_typed).any(|unit| !has(unit)), "{replacement:?}");
        }
        return;
    }
    assert_eq!(answer.total as usize, expected.len(), "hits of {query:?}");
    let start = (query.offset as usize).min(expected.len());
    let end = start.saturating_add(query.limit as usize).min(expected.len());
    let shown: Vec<String> = answer.hits.iter().map(|hit| ordered[*hit as usize].id.clone()).collect();
    assert_eq!(shown, expected[start..end], "order of {query:?}");
    if query.counting == Counting::Nothing {
        assert!(answer.counts.is_empty());
        return;
    }
    let facets = backend.facets().to_vec();
    for (kind, (values, counts)) in FacetKind::ALL.into_iter().zip(facets.iter().zip(&answer.counts)) {
        assert_eq!(values.len(), counts.len());
        for (value, count) in values.iter().zip(counts) {
            let hits = naive(ordered, &clicked(question, kind, value)).len();
            assert_eq!(*count as usize, hits, "{} {value} of {query:?}", kind.key());
        }
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        (prop::sample::select(&WORDS[..]), prop::sample::select(&[" ", "-", ". ", ""][..])),
        0..4,
    )
    .prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(word, gap)| [word, if gap.is_empty() && !is_chinese(word) { " " } else { gap }])
            .collect()
    })
}

fn some_of(values: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::sample::subsequence(values, 0..=most)
        .prop_map(|values| values.into_iter().map(str::to_owned).collect())
}

const TYPES: [&str; 2] = ["report", "guideline"];
const REGIONS: [&str; 3] = ["AFR", "EUR", "global"];
const COUNTRIES: [&str; 4] = ["FRA", "KEN", "NGA", "SEN"];
const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];
const TOPICS: [&str; 3] = ["hiv", "malaria", "water"];
const DATES: [&str; 5] = ["2019", "2020", "2020-03", "2020-03-04", "2021"];

fn any_work() -> impl Strategy<Value = Work> {
    let texts = (any_text(), any_text(), any_text(), any_text(), prop::option::of(any_text()));
    let kinds = (prop::sample::select(&TYPES[..]), prop::sample::select(&REGIONS[..]));
    let lists =
        (some_of(&COUNTRIES, 3), prop::sample::subsequence(&LANGUAGES[..], 1..=3), some_of(&TOPICS, 2));
    let date = prop::option::weighted(0.8, prop::sample::select(&DATES[..]));
    (texts, kinds, lists, date).prop_map(|(texts, (kind, region), (countries, languages, topics), date)| {
        let (title, other_title, subtitle, summary, names) = texts;
        let titles = [title, other_title].into_iter().chain(std::iter::repeat(String::new()));
        let edition = |(language, title): (&str, String)| Edition { language: language.to_owned(), title };
        Work {
            id: String::new(),
            editions: languages.into_iter().zip(titles).map(edition).collect(),
            subtitle,
            summary,
            names: names.unwrap_or_default(),
            references: vec![],
            date: date.and_then(PartialDate::parse),
            year_basis: None,
            kind: kind.to_owned(),
            region: region.to_owned(),
            countries,
            topics,
        }
    })
}

fn any_works(most: usize) -> impl Strategy<Value = Vec<Work>> {
    prop::collection::vec(any_work(), 0..most).prop_map(|mut works| {
        works.iter_mut().enumerate().for_each(|(at, work)| work.id = format!("w{at}"));
        works
    })
}

fn any_piece() -> impl Strategy<Value = Piece> {
    let word = || prop::sample::select(&WORDS[..]);
    // In a phrase a single character would also find words that only begin with it.
    let in_phrase =
        word().prop_filter("single characters", |word| !is_chinese(word) || word.chars().count() > 1);
    prop_oneof![
        6 => word().prop_map(Piece::Word),
        1 => prop::sample::select(&["helth", "malara", "zzz", "sant"][..]).prop_map(Piece::Word),
        2 => prop::collection::vec(in_phrase, 2..4).prop_map(Piece::Phrase),
        1 => word().prop_map(Piece::Without),
    ]
}

fn any_choice() -> impl Strategy<Value = Choice> {
    let value = |kind: FacetKind| match kind {
        FacetKind::Type => &TYPES[..],
        FacetKind::Country => &COUNTRIES[..],
        FacetKind::Region => &REGIONS[..],
        FacetKind::Language => &LANGUAGES[..],
        FacetKind::Topic => &TOPICS[..],
        FacetKind::Year => &["2019", "2020", "1999"][..],
    };
    let choice = move |kind| {
        (prop::sample::select(value(kind)), prop::bool::weighted(0.25)).prop_map(
            move |(value, is_unwanted)| {
                let role = if is_unwanted { Role::Unwanted } else { Role::Wanted };
                Choice { facet: kind, value: value.to_owned(), role }
            },
        )
    };
    prop::sample::select(&FacetKind::ALL[..]).prop_flat_map(choice)
}

fn any_question() -> impl Strategy<Value = Question> {
    let text = (prop::collection::vec(any_piece(), 0..3), any::<bool>());
    let year = || prop::option::weighted(0.3, 2018_u16..2022);
    let sort = prop::sample::select(&[Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title][..]);
    let counting = prop_oneof![4 => Just(Counting::All), 1 => Just(Counting::Nothing)];
    let page = (0_u32..6, 0_u32..8);
    let choices = prop::collection::vec(any_choice(), 0..4);
    (text, choices, year(), year(), sort, counting, page).prop_map(
        |((pieces, is_open), choices, from, to, sort, counting, (offset, limit))| Question {
            pieces,
            is_open,
            query: SearchQuery {
                text: String::new(),
                choices,
                from: from.and_then(Year::new),
                to: to.and_then(Year::new),
                sort,
                offset,
                limit,
                counting,
            },
        },
    )
}

fn layout(size: Size) -> Layout {
    Layout { size, shard: 80, block: 3 }
}

/// The works in the order of the index, as the index itself tells them.
fn ordered(works: &[Work]) -> Vec<Work> {
    let scan = Scan::of(works.to_vec());
    scan.works(&(0..scan.len()).collect::<Vec<_>>()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn looking_at_each_work_is_right(works in any_works(14), question in any_question()) {
        let built = build(works.clone(), layout(Size::Scan));
        let mut scan = Scan::new(Manifest::read(built.manifest.write()).unwrap());
        check(&works, &question, &mut scan, &built, &ordered(&works));
    }

    #[test]
    fn an_index_in_memory_is_right(works in any_works(14), question in any_question()) {
        let built = build(works.clone(), layout(Size::Memory));
        let mut index = Memory::new(Manifest::read(built.manifest.write()).unwrap());
        check(&works, &question, &mut index, &built, &ordered(&works));
    }

    #[test]
    fn an_index_in_parts_is_right(works in any_works(14), questions in prop::collection::vec(any_question(), 1..3)) {
        let built = build(works.clone(), layout(Size::Shards));
        let mut index = Index::new(Manifest::read(built.manifest.write()).unwrap());
        for question in &questions {
            check(&works, question, &mut index, &built, &ordered(&works));
        }
    }

    #[test]
    fn an_index_with_the_table_of_pairs_is_right(works in any_works(14), question in any_question()) {
        let built = build(works.clone(), layout(Size::Shards));
        let mut index = Index::new(Manifest::read(built.manifest.write()).unwrap());
        let pairs = built.parts.iter().find(|(name, _)| name == "pairs").unwrap();
        index.supply("pairs", pairs.1.clone()).unwrap();
        let without_text = Question { pieces: vec![], is_open: true, ..question };
        check(&works, &without_text, &mut index, &built, &ordered(&works));
    }
}
