//! The real content compiles, and what comes out is what the app expects.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use country_cooperation::bundle::decode::{self, Unreadable};
use country_cooperation::bundle::index::{Index, PartName};
use country_cooperation::domain::citation_format::CitationFormat;
use country_cooperation::domain::content::Content;
use country_cooperation::domain::country::Membership;
use country_cooperation::domain::cycle::Cycle;
use country_cooperation::domain::date::Year;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::message::FINGERPRINT;
use country_cooperation::domain::search::manifest::Manifest;
use country_cooperation::domain::search::query::SearchBackend;
use country_cooperation::domain::search::result_page;
use country_cooperation::domain::search::scan::Scan;
use country_cooperation::domain::story::StoryId;
use country_cooperation::tools::compile::compile;
use sha2::{Digest, Sha256};

use super::project::{Project, ROOT};

/// The files of the real bundle: compiled once for all tests, because that takes seconds.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(compiled);

pub(super) fn files() -> Vec<(String, Vec<u8>)> {
    FILES.clone()
}

fn compiled() -> Vec<(String, Vec<u8>)> {
    let compiled = compile(Path::new(ROOT));
    let findings: Vec<_> = compiled.findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    compiled.files
}

pub(super) fn file<'a>(files: &'a [(String, Vec<u8>)], name: &str) -> &'a [u8] {
    let found = files.iter().find(|(file, _)| file == name);
    &found.unwrap_or_else(|| panic!("{name} is not in the bundle")).1
}

pub(super) fn index(files: &[(String, Vec<u8>)]) -> Index {
    decode::index(file(files, "index.json")).unwrap()
}

/// Every part that may be in a bundle.
pub(super) fn part_names() -> Vec<PartName> {
    let mut names = vec![
        PartName::Countries,
        PartName::Names,
        PartName::Spellings,
        PartName::Offices,
        PartName::Strategies,
        PartName::Publications,
        PartName::PublicationYears,
        PartName::Cycles,
        PartName::CountryPublications,
        PartName::Latest,
        PartName::Added,
        PartName::Figures,
        PartName::Milestones,
        PartName::LastSteps,
        PartName::Resources,
        PartName::Map,
        PartName::Search,
        PartName::FirstReplies,
    ];
    for language in Language::ALL {
        names.extend(StoryId::ALL.map(|id| PartName::Story(id, language)));
        names.extend([PartName::Messages(language), PartName::Terms(language)]);
    }
    names.extend(CitationFormat::ALL.map(PartName::Citations));
    names
}

/// All content of the bundle in English, decoded.
pub(super) fn content(files: &[(String, Vec<u8>)]) -> Content {
    let index = index(files);
    let mut content = Content::default();
    for name in part_names() {
        let Some(entry) = index.part(name) else { continue };
        let is_english = match name {
            PartName::Messages(_) | PartName::Citations(_) | PartName::Search | PartName::FirstReplies => {
                false
            }
            PartName::Story(_, language) | PartName::Terms(language) => language == Language::En,
            _ => true,
        };
        if is_english {
            assert_eq!(decode::part(name, file(files, &entry.file), &mut content), Ok(0), "{name:?}");
        }
    }
    content
}

#[test]
fn the_real_content_is_in_order() {
    let project = Project::copy("real-content");
    let run = project.bundle(&["build"]);
    assert!(run.succeeded, "{}", run.errors);
    assert!(project.path("target/bundle/data/index.json").exists());
    assert!(project.path("target/bundle/main.css").exists());
}

#[test]
fn the_search_knows_all_publications() {
    let files = files();
    let manifest = &index(&files).part(PartName::Search).unwrap().file.clone();
    let (folder, kind) = manifest.rsplit_once('/').unwrap();
    assert_eq!(kind, "scan.bin", "the way of keeping some hundreds of works");
    let mut search = Scan::new(Manifest::read(file(&files, manifest).to_vec()).unwrap());
    search.supply("works", file(&files, &format!("{folder}/works.bin")).to_vec()).unwrap();
    let page = result_page::read(&result_page::reply(&search, "?q=keny&country=KEN")).unwrap();
    let content = content(&files);
    let about_kenya = content
        .publications
        .iter()
        .filter(|publication| publication.countries.iter().any(|iso3| iso3.as_str() == "KEN"));
    assert_eq!(page.total as usize, about_kenya.count());
    assert!(page.total > 0);
    assert_eq!(search.len() as usize, content.publications.len());
}

#[test]
fn the_cycles_are_those_of_the_strategies() {
    let content = content(&files());
    assert!(content.cycles.len() > 100);
    assert!(content.cycles.iter().copied().eq(content.strategies.iter().map(Cycle::from)), "another cycle");
    let year = Year::parse("2026").unwrap();
    for country in content.countries.iter() {
        let of_strategies =
            content.strategies_of(country.iso3).into_iter().map(|strategy| strategy.status(year));
        let of_cycles = content.cycles_of(country.iso3).into_iter().map(|cycle| cycle.status(year));
        assert!(of_cycles.eq(of_strategies), "{}: another order", country.iso3);
    }
}

#[test]
fn the_written_replies_are_those_of_the_search() {
    let files = files();
    let index = index(&files);
    let manifest = &index.part(PartName::Search).unwrap().file;
    let mut search = Scan::new(Manifest::read(file(&files, manifest).to_vec()).unwrap());
    let works = manifest.replace("scan.bin", "works.bin");
    search.supply("works", file(&files, &works).to_vec()).unwrap();
    let replies = file(&files, &index.part(PartName::FirstReplies).unwrap().file);
    for question in result_page::FIRST {
        assert_eq!(
            decode::first_reply(replies, question),
            Some(result_page::reply(&search, question)),
            "{question}"
        );
    }
    let first = result_page::read(&decode::first_reply(replies, "").unwrap()).unwrap();
    assert!(
        first.rows.iter().all(|row| !row.summary.is_empty()),
        "no second question is needed for the summaries"
    );
    assert_eq!(decode::first_reply(replies, "?type=report"), None);
    assert_eq!(decode::first_reply(&replies[1..], ""), None);
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert!(compiled() == compiled(), "two runs differ");
}

#[test]
fn the_index_tells_the_truth_about_every_part() {
    let files = files();
    let index = index(&files);
    // The index itself, and the works of the search, which only its manifest knows.
    assert_eq!(index.parts.len() + 2, files.len());
    for entry in &index.parts {
        let bytes = file(&files, &entry.file);
        assert_eq!(entry.bytes as usize, bytes.len(), "{}", entry.key);
        let digest = Sha256::digest(bytes);
        assert_eq!(from_base64(&entry.sha256), digest.to_vec(), "{}", entry.key);
        if entry.key == "search" {
            continue;
        }
        let [a, b, c, d] = [0, 1, 2, 3].map(|place| digest[place]);
        assert_eq!(entry.file, format!("{}.{a:02x}{b:02x}{c:02x}{d:02x}.json", entry.key));
    }
    let known: BTreeSet<_> = part_names().into_iter().map(PartName::key).collect();
    let unknown: Vec<_> = index.parts.iter().filter(|entry| !known.contains(&entry.key)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_record_of_the_bundle_can_be_used() {
    let files = files();
    let content = content(&files);
    assert_eq!(content.stories.len(), StoryId::ALL.len());
    assert!(content.countries.is_sorted_by_key(|country| country.iso3));
    assert_eq!(content.latest.len(), 4);
    assert!(content.latest.iter().all(|publication| publication.link().is_some()));
    let index = index(&files);
    for language in Language::ALL {
        let Some(entry) = index.part(PartName::Messages(language)) else {
            assert_ne!(language, Language::En);
            continue;
        };
        assert!(decode::catalog(file(&files, &entry.file)).is_ok(), "{language:?}");
    }
}

#[test]
fn the_counts_are_those_of_a_naive_count() {
    let files = files();
    let (counts, content) = (index(&files).counts, content(&files));
    let members =
        |membership| content.countries.iter().filter(|country| country.membership == membership).count();
    let documents: BTreeSet<_> =
        rows("strategies.csv", &["title", "period_start", "period_end"]).into_iter().collect();
    let presences = rows("offices.csv", &["office_type"]).into_iter().filter(|cells| {
        ["country_office", "multi_country_office", "liaison_office", "country_desk_office"]
            .contains(&cells[0].as_str())
    });
    let number = |count: u32| count as usize;
    assert_eq!(number(counts.countries), rows("countries.csv", &[]).len());
    assert_eq!(number(counts.member_states), members(Membership::MemberState));
    assert_eq!(number(counts.member_states), 194);
    assert_eq!(number(counts.associate_members), members(Membership::AssociateMember));
    assert_eq!(number(counts.territories), members(Membership::Territory));
    assert_eq!(number(counts.presences), presences.count());
    assert_eq!(number(counts.strategies), documents.len());
    assert_eq!(number(counts.publications), rows("publications.csv", &[]).len());
    assert_eq!(number(counts.figures), rows("figures.csv", &[]).len());
    assert_eq!(number(counts.milestones), rows("timeline.csv", &[]).len());
}

#[test]
fn columns_for_editors_are_not_published() {
    let files = files();
    for (name, bytes) in &files {
        // The parts of the search are not text.
        let text = String::from_utf8_lossy(bytes);
        for column in [
            "name_en",
            "name_ru",
            "income_fy2027_change",
            "coord_source",
            "url_basis",
            "seen_via",
            "un_intermediate_region",
        ] {
            assert!(!text.contains(&format!("\"{column}\"")), "{column} stands in {name}");
        }
    }
}

#[test]
fn a_bundle_for_another_app_is_recognized() {
    let files = files();
    let text = str::from_utf8(file(&files, "index.json")).unwrap();
    let newer = text.replacen("{\"schema\":\"3\"", "{\"news\":[],\"schema\":\"4\"", 1);
    assert_eq!(decode::index(newer.as_bytes()), Err(Unreadable::OtherSchema));
    let entry = index(&files).part(PartName::Messages(Language::En)).unwrap().clone();
    let messages = str::from_utf8(file(&files, &entry.file)).unwrap();
    let other = messages.replacen(FINGERPRINT, "0123456789abcdef", 1);
    assert_eq!(decode::catalog(other.as_bytes()), Err(Unreadable::OtherMessages));
    let short = messages.replacen("\"texts\":[", "\"texts\":[\"one too many\",", 1);
    assert_eq!(decode::catalog(short.as_bytes()), Err(Unreadable::OtherMessages));
}

/// Rows of a table, read without the compiler; of each row these columns, in their order.
fn rows(file: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(Path::new(ROOT).join("content").join(file)).unwrap();
    let header = reader.headers().unwrap().clone();
    let at = |column: &&str| header.iter().position(|name| name == *column).unwrap();
    let places: Vec<_> = columns.iter().map(at).collect();
    let cells = |row: csv::StringRecord| places.iter().map(|place| row[*place].to_owned()).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

/// Bytes from base64, written apart from the compiler's own code.
fn from_base64(text: &str) -> Vec<u8> {
    let value = |char: char| match char {
        'A'..='Z' => char as u32 - 'A' as u32,
        'a'..='z' => char as u32 - 'a' as u32 + 26,
        '0'..='9' => char as u32 - '0' as u32 + 52,
        '+' => 62,
        _ => 63,
    };
    let bytes = |group: &[char]| {
        let bits = group.iter().fold(0, |bits, char| bits << 6 | value(*char));
        bits.to_be_bytes()[1..].to_vec()
    };
    let all: Vec<u8> = text.chars().collect::<Vec<_>>().chunks(4).flat_map(bytes).collect();
    all[..all.len() - text.matches('=').count()].to_vec()
}
