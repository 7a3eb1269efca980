//! Words with a slip: all sizes of the search must take the same word for the one that was meant, and an index in parts
//! must fetch no list of all words where a common word begins alike.

use super::build::{Built, Layout, build};
use super::index::Index;
use super::manifest::{Manifest, Size};
use super::memory::Memory;
use super::query::{NoAnswer, SearchAnswer, SearchBackend, SearchQuery};
use super::scan::Scan;
use super::work::{Edition, Work};

const COMMON: [&str; 6] = ["vaccine", "cholera", "malaria", "tuberculosis", "полиомиелит", "vaccination"];

/// Thousands of works, each with a common word and one of its own; four of these are near to a common one or to nothing.
fn works() -> Vec<Work> {
    let rare = ["colere", "vacined", "malarios", "zebra"];
    let title = |number: usize| {
        let common = COMMON[number % COMMON.len()];
        match rare.get(number / 700).filter(|_| number.is_multiple_of(700)) {
            Some(rare) => format!("{common} {rare}"),
            None => format!("{common} w{number}"),
        }
    };
    let work = |number| Work {
        id: format!("{number}"),
        editions: vec![Edition { language: "en".to_owned(), title: title(number) }],
        ..Work::default()
    };
    (0..4000).map(work).collect()
}

fn built(size: Size) -> Built {
    build(works(), Layout { size, shard: 1000, block: 16 })
}

/// Asks, and tells the answer and the parts that were brought for it, trip by trip.
fn ask(backend: &mut impl SearchBackend, built: &Built, text: &str) -> (SearchAnswer, Vec<Vec<String>>) {
    let query = SearchQuery { text: text.to_owned(), limit: 5, ..SearchQuery::default() };
    let mut trips = Vec::new();
    loop {
        match backend.answer(&query) {
            Ok(answer) => return (answer, trips),
            Err(NoAnswer::Missing(names)) => {
                assert!(trips.len() < 5, "the search asks for parts for ever");
                for name in &names {
                    let (_, bytes) = built.parts.iter().find(|(known, _)| known == name).unwrap();
                    backend.supply(name, bytes.clone()).unwrap();
                }
                trips.push(names);
            }
            Err(NoAnswer::Damaged(damaged)) => panic!("{damaged:?}"),
        }
    }
}

#[test]
fn all_sizes_take_the_same_word_for_the_one_that_was_meant() {
    let [scanned, remembered, cut] = [Size::Scan, Size::Memory, Size::Shards].map(built);
    let manifest = |built: &Built| Manifest::read(built.manifest.write()).unwrap();
    let (mut scan, mut memory) = (Scan::new(manifest(&scanned)), Memory::new(manifest(&remembered)));
    for (text, meant, reads_all_words) in [
        ("vacine ", Some("vaccine"), false),
        ("malariia ", Some("malaria"), false),
        ("tuberclosis w7 ", Some("tuberculosis"), false),
        ("полеомиелит ", Some("полиомиелит"), false),
        // "colere" begins alike but is rare, so all words are looked at.
        ("colera ", Some("cholera"), true),
        ("zebraa ", Some("zebra"), true),
        // Two slips.
        ("tubercloses ", Some("tuberculosis"), true),
        ("qqqqqqq ", None, true),
    ] {
        let mut index = Index::new(manifest(&cut));
        let (answer, trips) = ask(&mut index, &cut, text);
        let used = answer.replaced.first().map(|replaced| replaced.used.as_str());
        assert_eq!(used, meant, "{text}");
        let brought = trips.concat();
        assert_eq!(brought.iter().any(|name| name == "words"), reads_all_words, "{text}: {brought:?}");
        assert!(reads_all_words || trips.len() == 1, "{text}: {trips:?}");
        assert_eq!(ask(&mut scan, &scanned, text).0, answer, "{text}");
        assert_eq!(ask(&mut memory, &remembered, text).0, answer, "{text}");
        // With the words at hand, the same.
        let words = &cut.parts.iter().find(|(name, _)| name == "words").unwrap().1;
        let mut index = Index::new(manifest(&cut));
        index.supply("words", words.clone()).unwrap();
        assert_eq!(ask(&mut index, &cut, text).0, answer, "{text}");
    }
}
