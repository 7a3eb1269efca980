//! Bytes that arrive damaged never bring the app down, and never change what has arrived before.

use std::sync::LazyLock;

use country_cooperation::bundle::decode;
use country_cooperation::bundle::index::PartName;
use country_cooperation::domain::citation_format::CitationFormat;
use country_cooperation::domain::content::Content;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::terms::Terms;
use proptest::prelude::*;

use super::bundle;

struct Sample {
    index: Vec<u8>,
    messages: Vec<u8>,
    citations: Vec<u8>,
    parts: Vec<(PartName, Vec<u8>)>,
}

/// The real bundle. Of the large tables the beginning is enough, and keeps the tests quick.
static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
    let files = bundle::files();
    let index = bundle::index(&files);
    let bytes = |name: PartName| Some(bundle::file(&files, &index.part(name)?.file).to_vec());
    let is_content = |name: &PartName| match name {
        PartName::Story(_, language) | PartName::Terms(language) => *language == Language::En,
        PartName::Messages(_) | PartName::Citations(_) | PartName::Search | PartName::FirstReplies => false,
        _ => true,
    };
    let names = bundle::part_names().into_iter().filter(is_content);
    Sample {
        index: bundle::file(&files, "index.json").to_vec(),
        messages: bytes(PartName::Messages(Language::En)).unwrap(),
        citations: bytes(PartName::Citations(CitationFormat::Csl)).unwrap(),
        // A part without records has nothing to spoil.
        parts: names
            .filter_map(|name| Some((name, shortened(bytes(name)?))))
            .filter(|(_, bytes)| bytes != b"[]")
            .collect(),
    }
});

/// The first records of an array of records.
fn shortened(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.first() != Some(&b'[') {
        return bytes;
    }
    let ends = bytes.windows(2).enumerate().filter(|(_, window)| *window == b"},").map(|(index, _)| index);
    match ends.into_iter().nth(5) {
        Some(end) => [&bytes[..=end], b"]"].concat(),
        None => bytes,
    }
}

/// Decodes as the app does; a fault must leave the content as it was.
fn decode_part(name: PartName, bytes: &[u8]) -> Result<usize, decode::Unreadable> {
    let mut content = Content::default();
    let result = decode::part(name, bytes, &mut content);
    if result.is_err() {
        let is_empty = content.countries.is_empty()
            && content.names.is_empty()
            && content.terms.iter().all(|terms| **terms == Terms::default())
            && content.publications.is_empty()
            && content.stories.is_empty()
            && content.map.is_none();
        assert!(is_empty, "{name:?} was refused, yet something of it was kept");
    }
    result
}

#[test]
fn the_samples_are_good() {
    for (name, bytes) in &SAMPLE.parts {
        assert_eq!(decode_part(*name, bytes), Ok(0), "{name:?}");
    }
}

#[test]
fn a_part_that_breaks_off_is_refused() {
    for (name, bytes) in &SAMPLE.parts {
        for length in 0..bytes.len() {
            assert!(decode_part(*name, &bytes[..length]).is_err(), "{name:?} up to {length}");
        }
    }
    for length in 0..SAMPLE.index.len() {
        assert!(decode::index(&SAMPLE.index[..length]).is_err(), "index up to {length}");
    }
    for length in (0..SAMPLE.messages.len()).step_by(97) {
        assert!(decode::catalog(&SAMPLE.messages[..length]).is_err(), "messages up to {length}");
    }
    for length in (0..SAMPLE.citations.len()).step_by(997) {
        assert!(decode::sheet(&SAMPLE.citations[..length]).is_err(), "citations up to {length}");
    }
}

#[test]
fn a_bad_record_is_left_out_and_the_others_stay() {
    let (name, bytes) = &SAMPLE.parts[0];
    assert_eq!(*name, PartName::Countries);
    let text = str::from_utf8(bytes).unwrap();
    let broken = text.replacen("\"member_state\"", "\"member\"", 1);
    let mut content = Content::default();
    assert_eq!(decode::part(*name, broken.as_bytes(), &mut content), Ok(1));
    assert_eq!(content.countries.len(), 5);
}

#[test]
fn messages_and_citations_are_not_content() {
    let name = PartName::Citations(CitationFormat::Csl);
    assert!(decode_part(name, &SAMPLE.citations).is_err());
    let name = PartName::Messages(Language::En);
    assert!(decode_part(name, &SAMPLE.messages).is_err());
}

proptest! {
    #[test]
    fn flipped_bytes_never_panic(part in 0_usize..20, flips in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..), 1..8)) {
        let (name, bytes) = &SAMPLE.parts[part % SAMPLE.parts.len()];
        _ = decode_part(*name, &flipped(bytes, &flips));
        _ = decode::index(&flipped(&SAMPLE.index, &flips));
        _ = decode::catalog(&flipped(&SAMPLE.messages, &flips));
        _ = decode::sheet(&flipped(&SAMPLE.citations, &flips));
    }

    #[test]
    fn spoilt_texts_never_panic(part in 0_usize..20, at in any::<prop::sample::Index>(), text in "\\PC{0,12}") {
        // Valid JSON with one text exchanged: this comes past the parser, to the checks.
        let (name, bytes) = &SAMPLE.parts[part % SAMPLE.parts.len()];
        let json = str::from_utf8(bytes).unwrap();
        let texts: Vec<_> = json.match_indices(":\"").map(|(index, _)| index + 2).collect();
        let start = texts[at.index(texts.len())];
        let end = start + json[start..].find('"').unwrap();
        let text = text.replace(['"', '\\'], "");
        let spoilt = [&json[..start], &text, &json[end..]].concat();
        _ = decode_part(*name, spoilt.as_bytes());
    }

    #[test]
    fn noise_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        for (name, _) in &SAMPLE.parts {
            _ = decode_part(*name, &bytes);
        }
        prop_assert!(decode::index(&bytes).is_err());
        prop_assert!(decode::catalog(&bytes).is_err());
    }
}

fn flipped(bytes: &[u8], flips: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, bits) in flips {
        let at = at.index(bytes.len());
        bytes[at] ^= bits;
    }
    bytes
}
