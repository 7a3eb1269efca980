//! The search over the real publications, and everything that can arrive damaged.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use country_cooperation::bundle::decode;
use country_cooperation::bundle::index::PartName;
use country_cooperation::domain::content::Content;
use country_cooperation::domain::country_finder::CountryFinder;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::search::build::{Built, Layout, build};
use country_cooperation::domain::search::index::Index;
use country_cooperation::domain::search::manifest::{Manifest, Size};
use country_cooperation::domain::search::memory::Memory;
use country_cooperation::domain::search::message::{ask_works, read_works};
use country_cooperation::domain::search::places::named;
use country_cooperation::domain::search::plain;
use country_cooperation::domain::search::query::{NoAnswer, SearchAnswer, SearchBackend, SearchQuery, Sort};
use country_cooperation::domain::search::result_page::{self, IDS, VALUES, reply};
use country_cooperation::domain::search::scan::Scan;
use country_cooperation::domain::search::work::Work;
use proptest::prelude::*;

use super::bundle;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let files = bundle::files();
    let index = bundle::index(&files);
    let mut content = Content::default();
    let parts = [PartName::Countries, PartName::Names, PartName::Spellings, PartName::Publications];
    for name in parts {
        decode::part(name, bundle::file(&files, &index.part(name).unwrap().file), &mut content).unwrap();
    }
    content
});

fn works() -> Vec<Work> {
    CONTENT.publications.iter().map(|publication| Work::from_publication(publication, &CONTENT)).collect()
}

fn built(size: Size) -> Built {
    build(works(), Layout { size, shard: 4 << 10, block: 8 })
}

static SCAN: LazyLock<Built> = LazyLock::new(|| built(Size::Scan));
static MEMORY: LazyLock<Built> = LazyLock::new(|| built(Size::Memory));
static SHARDS: LazyLock<Built> = LazyLock::new(|| built(Size::Shards));

fn manifest(built: &Built) -> Manifest {
    Manifest::read(built.manifest.write()).unwrap()
}

fn part<'a>(built: &'a Built, name: &str) -> &'a [u8] {
    &built.parts.iter().find(|(known, _)| known == name).unwrap().1
}

/// Asks, and brings every part that is wanted.
fn ask(backend: &mut dyn SearchBackend, built: &Built, query: &SearchQuery) -> SearchAnswer {
    loop {
        match backend.answer(query) {
            Ok(answer) => return answer,
            Err(NoAnswer::Missing(names)) => {
                for name in names {
                    backend.supply(&name, part(built, &name).to_vec()).unwrap();
                }
            }
            Err(NoAnswer::Damaged(damaged)) => panic!("{damaged:?}"),
        }
    }
}

/// Calls, and brings every part of the index that is wanted.
fn brought<T>(index: &mut Index, call: impl Fn(&Index) -> Result<T, NoAnswer>) -> T {
    loop {
        match call(index) {
            Ok(found) => return found,
            Err(NoAnswer::Missing(names)) => {
                for name in names {
                    index.supply(&name, part(&SHARDS, &name).to_vec()).unwrap();
                }
            }
            Err(NoAnswer::Damaged(damaged)) => panic!("{damaged:?}"),
        }
    }
}

/// The search of the site, with all that it needs.
fn whole_scan() -> Scan {
    let mut scan = Scan::new(manifest(&SCAN));
    ask(&mut scan, &SCAN, &query(""));
    scan
}

fn query(text: &str) -> SearchQuery {
    SearchQuery { text: text.to_owned(), limit: 50, ..SearchQuery::default() }
}

#[test]
fn all_sizes_answer_alike_about_the_real_publications() {
    let mut scan = Scan::new(manifest(&SCAN));
    let mut memory = Memory::new(manifest(&MEMORY));
    let mut shards = Index::new(manifest(&SHARDS));
    let texts = [
        "",
        "country cooperation strategy",
        "kenya",
        "КЕНИЯ",
        "肯尼亚",
        "كينيا",
        "cote d'ivoire",
        "\"health system\"",
        "strategy -africa",
        "stratgy",
        "2014",
        "who",
        "a",
        "zzzzzzz",
    ];
    for text in texts {
        for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title] {
            let query = SearchQuery { sort, ..query(text) };
            let expected = ask(&mut scan, &SCAN, &query);
            assert_eq!(ask(&mut memory, &MEMORY, &query), expected, "{text}");
            assert_eq!(ask(&mut shards, &SHARDS, &query), expected, "{text}");
        }
    }
    let ids = |works: Vec<Work>| works.into_iter().map(|work| work.id).collect::<Vec<_>>();
    let hits = ask(&mut scan, &SCAN, &query("kenya")).hits;
    assert!(!hits.is_empty());
    let found = brought(&mut shards, |shards| shards.works(&hits));
    // Without being taken apart, they are the same.
    let written = read_works(&ask_works(&shards, &hits), shards.facets()).unwrap();
    assert_eq!(written, found);
    let summaries = scan.summaries(&hits).unwrap();
    assert!(summaries.iter().any(|summary| !summary.is_empty()));
    assert_eq!(memory.summaries(&hits).unwrap(), summaries);
    assert_eq!(brought(&mut shards, |shards| shards.summaries(&hits)), summaries);
    assert_eq!(ids(found), ids(scan.works(&hits).unwrap()));
    assert_eq!(ids(memory.works(&hits).unwrap()), ids(scan.works(&hits).unwrap()));
}

#[test]
fn a_slip_is_put_right_and_told() {
    let mut scan = Scan::new(manifest(&SCAN));
    let answer = ask(&mut scan, &SCAN, &query("stratgy "));
    let told: Vec<_> = answer.replaced.iter().map(|one| (one.typed.as_str(), one.used.as_str())).collect();
    assert_eq!(told, [("stratgy", "strategy")]);
    assert_eq!(answer.total, ask(&mut scan, &SCAN, &query("strategy ")).total);
    assert!(ask(&mut scan, &SCAN, &query("strategy ")).replaced.is_empty());
}

#[test]
fn countries_in_a_text_are_recognised() {
    let finder = CountryFinder::new(&CONTENT, Language::En);
    let told = |text: &str| -> Vec<String> {
        named(text, &finder, &CONTENT, Language::En)
            .into_iter()
            .map(|named| format!("{} [{}] {}", named.country.as_str(), named.typed, named.rest))
            .collect()
    };
    assert_eq!(told("malaria in Kenya"), ["KEN [Kenya] malaria in"]);
    assert_eq!(told("cote d'ivoire plan"), ["CIV [cote d'ivoire] plan"]);
    assert_eq!(told("Guinea-Bissau"), ["GNB [Guinea-Bissau] "]);
    assert_eq!(
        told("papua new guinea, mali"),
        ["PNG [papua new guinea,] mali", "MLI [mali] papua new guinea,"]
    );
    assert_eq!(told("KEN plan"), ["KEN [KEN] plan"]);
    for text in ["", "malignant", "and health", "keny", "?!", "WHO and the us"] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

/// Texts that would bring a careless search to its knees.
fn nasty_texts() -> Vec<String> {
    let many = |text: &str| text.repeat(10_000 / text.chars().count());
    let mut texts: Vec<String> = [
        "a",
        "a ",
        "ab ",
        "-a ",
        "\"",
        "\"a ",
        "癌",
        "é",
        "\u{202e}\u{200f}",
        "(.*)+",
        "\0",
        "\u{301}",
        "ﷺ",
        "a-",
    ]
    .into_iter()
    .map(many)
    .collect();
    texts.push((0..2500).map(|number| format!("w{number} ")).collect::<Vec<_>>().concat());
    texts.push(String::from_utf16_lossy(&[0xd800, 0x61, 0xdc00]));
    texts
}

#[test]
fn no_text_is_slow() {
    let mut scan = Scan::new(manifest(&SCAN));
    let mut shards = Index::new(manifest(&SHARDS));
    for text in nasty_texts() {
        let query = query(&text);
        ask(&mut scan, &SCAN, &query);
        ask(&mut shards, &SHARDS, &query);
        let start = Instant::now();
        ask(&mut scan, &SCAN, &query);
        ask(&mut shards, &SHARDS, &query);
        // The limit for the optimised search is 50 ms; tests run without optimisation and beside others.
        assert!(
            start.elapsed() < Duration::from_secs(3),
            "{} took {:?}",
            &text[..8.min(text.len())],
            start.elapsed()
        );
    }
}

#[test]
fn damaged_parts_are_refused() {
    for (name, bytes) in &SHARDS.parts {
        let mut index = Index::new(manifest(&SHARDS));
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut flipped = bytes.clone();
            flipped[at] ^= 0x10;
            assert!(index.supply(name, flipped).is_err(), "{name}, byte {at}");
            assert!(index.supply(name, bytes[..at].to_vec()).is_err(), "{name} up to {at}");
        }
        assert!(index.supply("terms-9999", bytes.clone()).is_err());
    }
    let mut scan = Scan::new(manifest(&SCAN));
    assert!(scan.supply("works", part(&MEMORY, "works").to_vec()).is_err(), "another build");
    let written = SHARDS.manifest.write();
    for length in 0..written.len() {
        assert!(Manifest::read(written[..length].to_vec()).is_err());
    }
}

/// The seal of a part, made anew after it was spoilt, so that the damage comes past it.
fn resealed(bytes: &[u8], built: &Built, name: &str) -> Vec<u8> {
    country_cooperation::domain::search::build::sealed_part(
        bytes[..bytes.len() - 8].to_vec(),
        &built.manifest,
        name,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damage_under_a_good_seal_is_no_panic(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1_u8..), 1..30),
        text in prop::sample::select(&["kenya", "a", "\"health system\"", "stratgy", "who strategy"][..]),
        is_short in any::<bool>(),
    ) {
        let mut parts = SHARDS.parts.clone();
        for (part, at, flip) in flips {
            let (name, bytes) = part.get(&parts).clone();
            let mut spoilt = bytes;
            // One that was cut short before may have nothing left to spoil.
            let content = spoilt.len() - 8;
            if content == 0 {
                continue;
            }
            let at = at.index(content);
            spoilt[at] ^= flip;
            if is_short {
                spoilt.truncate(at + 8);
            }
            let spoilt = resealed(&spoilt, &SHARDS, &name);
            parts.iter_mut().find(|(known, _)| *known == name).unwrap().1 = spoilt;
        }
        let mut index = Index::new(manifest(&SHARDS));
        for (name, bytes) in parts {
            _ = index.supply(&name, bytes);
        }
        for sort in [Sort::Relevance, Sort::Oldest, Sort::Title] {
            if let Ok(answer) = index.answer(&SearchQuery { sort, ..query(text) }) {
                prop_assert!(answer.hits.iter().all(|hit| *hit < index.len()));
                _ = index.works(&answer.hits);
                _ = index.written_works(&answer.hits);
                _ = index.summaries(&answer.hits);
            }
        }
    }

    #[test]
    fn works_spoilt_under_a_good_seal_are_no_panic(at in any::<prop::sample::Index>(), flip in 1_u8..) {
        let mut spoilt = part(&SCAN, "works").to_vec();
        let at = at.index(spoilt.len() - 8);
        spoilt[at] ^= flip;
        let mut scan = Scan::new(manifest(&SCAN));
        if scan.supply("works", resealed(&spoilt, &SCAN, "works")).is_ok() {
            _ = scan.answer(&query("kenya"));
        }
    }
}

#[test]
fn without_the_search_the_filters_say_the_same() {
    let scan = whole_scan();
    let told = |reply: &str| result_page::read(reply).unwrap();
    let values = |reply: &str| result_page::read_values(reply).unwrap();
    let plain = |question: &str| plain::reply(&CONTENT.publications, question);
    assert_eq!(values(&plain(VALUES)), values(&reply(&scan, VALUES)));
    for question in [
        "",
        "?type=ccs",
        "?type=ccs,evaluation&region=AFR",
        "?country=KEN&sort=oldest",
        "?language=fr&page=2",
        "?sort=title",
    ] {
        let (plain, whole) = (told(&plain(question)), told(&reply(&scan, question)));
        assert!(plain.is_plain && !whole.is_plain);
        assert_eq!(
            (plain.total, plain.page, &plain.counts),
            (whole.total, whole.page, &whole.counts),
            "{question}"
        );
        assert_eq!(plain.rows.len(), whole.rows.len());
    }
    let years = told(&plain("?from=2015&to=2019"));
    assert_eq!(years.total, told(&reply(&scan, "?from=2015&to=2019")).total);
    assert!(years.rows.iter().all(|row| row.year.is_some_and(|year| (2015..=2019).contains(&year.number()))));
}

#[test]
fn all_ids_of_a_list_come_in_its_order() {
    let scan = whole_scan();
    let ids = |question: &str| result_page::read_ids(&reply(&scan, &[question, IDS].concat())).unwrap();
    assert_eq!(ids("?").len(), CONTENT.publications.len());
    let shown = result_page::read(&reply(&scan, "?type=ccs&sort=title&page=2")).unwrap();
    let shown: Vec<String> = shown.rows.into_iter().map(|row| row.id).collect();
    assert_eq!(ids("?type=ccs&sort=title").get(20..40).unwrap(), shown);
}
