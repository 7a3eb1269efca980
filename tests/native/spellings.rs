//! The finder on the real content: `tests/fixtures/spellings.csv`, every spelling there is, and slips made by chance.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use country_cooperation::domain::content::Content;
use country_cooperation::domain::country::Iso3;
use country_cooperation::domain::country_finder::{
    CountryFinder, FoundSet, NameKind, OtherName, Reason, spelling_key,
};
use country_cooperation::domain::country_list::CountryList;
use country_cooperation::domain::date::Year;
use country_cooperation::domain::fold::fold;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::list_query::ListQuery;
use country_cooperation::domain::plain_finder::PlainFinder;
use country_cooperation::domain::spelling::SpellingKind;
use proptest::prelude::*;

use super::bundle;
use super::project::ROOT;

static CONTENT: LazyLock<Content> = LazyLock::new(|| bundle::content(&bundle::files()));
static FINDER: LazyLock<CountryFinder> = LazyLock::new(|| CountryFinder::new(&CONTENT, Language::En));

fn first(text: &str) -> Option<Iso3> {
    FINDER.find(text).first().map(|found| found.iso3)
}

fn iso3(code: &str) -> Iso3 {
    Iso3::parse(code).unwrap()
}

/// Every name, alias, code and listed spelling, with its country.
fn all_spellings() -> Vec<(String, Iso3)> {
    let mut all = Vec::new();
    for country in CONTENT.countries.iter() {
        let names = country.names.all().map(|(_, name)| name.split('[').next().unwrap().to_owned());
        let codes = [country.iso3.to_string(), country.iso2.to_string()];
        let m49 = country.m49.map(|m49| m49.to_string());
        let texts = names.chain(country.aliases.iter().cloned()).chain(codes).chain(m49);
        all.extend(texts.map(|text| (text, country.iso3)));
    }
    all.extend(CONTENT.spellings.iter().map(|spelling| (spelling.text.clone(), spelling.country)));
    all
}

#[test]
fn the_fixture_is_found() {
    let mut reader = csv::Reader::from_path(Path::new(ROOT).join("tests/fixtures/spellings.csv")).unwrap();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert!(rows.len() >= 1500, "only {} rows", rows.len());
    let misses: Vec<_> = rows.iter().filter(|row| first(&row[0]) != Some(iso3(&row[1]))).collect();
    for row in &misses {
        println!("{} ({}): {} expected, {:?} found", &row[0], &row[2], &row[1], first(&row[0]));
    }
    let look_alikes = misses.iter().filter(|row| &row[2] == "look-alike").count();
    assert_eq!(look_alikes, 0, "look-alikes are taken for each other");
    let allowed = rows.len() / 100;
    assert!(misses.len() <= allowed, "{} of {} spellings are not found first", misses.len(), rows.len());
}

#[test]
fn every_spelling_finds_its_country_first_in_every_language() {
    let spellings = all_spellings();
    let mut owners: BTreeMap<String, Vec<Iso3>> = BTreeMap::new();
    for (text, country) in &spellings {
        owners.entry(spelling_key(text)).or_default().push(*country);
    }
    for (at, language) in Language::ALL.into_iter().enumerate() {
        let finder = CountryFinder::new(&CONTENT, language);
        for (text, country) in spellings.iter().skip(at).step_by(Language::ALL.len()) {
            let found = finder.find(text);
            let first = found.first().map(|found| found.iso3);
            let is_shared = owners[&spelling_key(text)].iter().any(|owner| owner != country);
            if is_shared {
                assert!(found.iter().any(|found| found.iso3 == *country), "{text} in {language:?}");
            } else {
                assert_eq!(first, Some(*country), "{text} in {language:?}");
                assert!(finder.is_certain(text), "{text} in {language:?}");
            }
        }
    }
}

#[test]
fn a_hit_says_why() {
    let reason = |text: &str| FINDER.find(text).into_iter().next().unwrap().reason;
    let other = |text: &str, kind, language: Option<&str>| OtherName {
        text: text.to_owned(),
        kind,
        language: language.map(str::to_owned),
    };
    assert_eq!(reason("kenya"), Reason::Name);
    assert_eq!(reason("ken"), Reason::Code);
    assert_eq!(reason("404"), Reason::Code);
    assert_eq!(reason("burma"), Reason::Other(other("Burma", NameKind::Alias, None)));
    assert_eq!(reason("Кения"), Reason::Other(other("Кения", NameKind::Official, Some("ru"))));
    let basutoland = other("Basutoland", NameKind::Listed(SpellingKind::Former), Some("en"));
    assert_eq!(reason("basutoland"), Reason::Other(basutoland.clone()));
    assert_eq!(reason("basotulnad"), Reason::SlipInOther(basutoland));
    assert_eq!(reason("kneya"), Reason::SlipInName);
}

#[test]
fn better_fits_come_first() {
    let found = |text: &str| -> Vec<String> {
        FINDER.find(text).into_iter().map(|found| found.iso3.to_string()).collect()
    };
    // Exact, then by its beginning.
    assert_eq!(found("niger")[..2], ["NER", "NGA"]);
    // By its beginning, by the name shown; then the beginning of another word.
    assert_eq!(found("guin")[..4], ["GIN", "GNB", "GNQ", "PNG"]);
    // The name shown comes before other names.
    assert_eq!(found("ire")[0], "IRL");
    // "St" may become "states".
    assert!(found("federated st").contains(&"FSM".to_owned()));
    assert_eq!(found("st l")[0], "LCA");
    // The whole name with a slip comes before a part of a longer one.
    assert_eq!(found("guina")[0], "GIN");
    // Slips only where nothing else fits.
    assert_eq!(found("oman")[0], "OMN");
    assert!(FINDER.find("kenya").iter().all(|found| found.reason == Reason::Name));
}

#[test]
fn enter_is_certain_only_where_one_country_is_meant() {
    for certain in ["Niger", "Congo", "Guinea", "Guinea Republic", "KE", "404", "Burma", "Uganda", "ugan"] {
        assert!(FINDER.is_certain(certain), "{certain}");
    }
    for open in ["", "Korea", "gui", "Netherlands Antilles", "Virgin Islands", "xyzzy"] {
        assert!(!FINDER.is_certain(open), "{open}");
    }
}

#[test]
fn the_list_is_filtered_by_the_same_hits() {
    let collate = |a: &str, b: &str| a.cmp(b);
    let list = CountryList::new(&CONTENT, Language::En, Year::parse("2026").unwrap(), &collate);
    for text in ["guinea", "burma", "kazakstan", "404", "xyzzy", "S. Korea"] {
        let hits = list.find(&ListQuery::default().with_text(text), &FINDER.find_set(text)).hits;
        let mut listed: Vec<_> = hits.into_iter().map(|at| CONTENT.countries[at].iso3).collect();
        let mut found: Vec<_> = FINDER.find(text).into_iter().map(|found| found.iso3).collect();
        listed.sort();
        found.sort();
        assert_eq!(listed, found, "{text}");
    }
}

#[test]
fn what_is_unknown_has_something_near() {
    let near = |text: &str| FINDER.nearest(text, 3).into_iter().map(|found| found.iso3).collect::<Vec<_>>();
    assert_eq!(near("KEQ")[0], iso3("KEN"));
    assert!(near("Kambodscha").contains(&iso3("KHM")));
    assert!(near("Kingdom of Norwegia").contains(&iso3("NOR")));
}

#[test]
fn nothing_typed_leaves_all_and_finds_none() {
    for text in ["", "  ", "…", "\u{200f}"] {
        assert_eq!(FINDER.find(text), []);
        assert_eq!(FINDER.find_set(text), FoundSet::All);
        assert_eq!(FINDER.nearest(text, 3), []);
    }
}

#[test]
fn without_the_list_names_aliases_and_codes_are_found() {
    let content = Content { countries: CONTENT.countries.clone(), ..Content::default() };
    let finder = CountryFinder::new(&content, Language::Fr);
    for (text, expected) in
        [("Kenya", "KEN"), ("Burma", "MMR"), ("肯尼亚", "KEN"), ("keyna", "KEN"), ("ke", "KEN")]
    {
        assert_eq!(finder.find(text).first().map(|found| found.iso3), Some(iso3(expected)), "{text}");
    }
    assert_eq!(CountryFinder::default().find("Kenya"), []);
    assert_eq!(CountryFinder::default().nearest("Kenya", 3), []);
}

/// A name in a script with letters, its country, and a slip: which, where, and with which letter.
fn any_slip() -> impl Strategy<Value = (usize, usize, u8, prop::sample::Index, prop::sample::Index)> {
    (any::<usize>(), 0..5_usize, 0..4_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>())
}

fn with_slip(name: &str, slip: u8, at: usize, letter: char) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    match slip {
        0 => _ = letters.remove(at),
        1 => letters.insert(at, letter),
        2 => letters[at] = letter,
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => {}
    }
    letters.into_iter().collect()
}

proptest! {
    // The nearest are looked for among all spellings, which takes its time in a build for tests.
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The name that another country is nearer to by chance is rare, but there is no reason why it should be found
    /// first: then the right one is among the nearest.
    #[test]
    fn a_slip_in_a_long_name_is_forgiven((country, language, slip, at, letter) in any_slip()) {
        let country = &CONTENT.countries[country % CONTENT.countries.len()];
        let language = [Language::En, Language::Fr, Language::Es, Language::Ru, Language::Ar][language];
        let name = fold(country.names.get(language).split(['(', '[', ',', '،']).next().unwrap());
        prop_assume!(name.chars().count() >= 6);
        let letters: Vec<char> = name.chars().filter(|letter| letter.is_alphabetic()).collect();
        let typed = with_slip(&name, slip, at.index(name.chars().count()), letters[letter.index(letters.len())]);
        let near: Vec<Iso3> = FINDER.nearest(&typed, 8).into_iter().map(|found| found.iso3).collect();
        prop_assert!(near.contains(&country.iso3), "{} for {}: {:?}", typed, name, near);
    }

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,80}") {
        let found = FINDER.find(&text);
        let set = FINDER.find_set(&text);
        _ = FINDER.is_certain(&text);
        for (at, country) in CONTENT.countries.iter().enumerate() {
            let is_found = found.iter().any(|found| found.iso3 == country.iso3);
            prop_assert_eq!(set.contains(at), set == FoundSet::All || is_found);
        }
        prop_assert!(found.len() <= CONTENT.countries.len());
    }

    #[test]
    fn something_is_always_near(text in "[a-zа-яا-ي ]{0,20}[a-zа-яب-ي]", count in 1..6_usize) {
        let near = FINDER.nearest(&text, count);
        prop_assert_eq!(near.len(), count);
        let mut countries: Vec<Iso3> = near.iter().map(|found| found.iso3).collect();
        countries.sort();
        countries.dedup();
        prop_assert_eq!(countries.len(), count);
        prop_assert!(FINDER.find(&text).into_iter().zip(near).all(|(found, near)| found == near));
    }

    #[test]
    fn case_and_spaces_do_not_matter(at in any::<prop::sample::Index>(), spaces in 0..3_usize) {
        let spellings = CONTENT.countries.iter().map(|country| country.names.get(Language::Es)).collect::<Vec<_>>();
        let name = spellings[at.index(spellings.len())];
        let wide = name.to_uppercase().replace(' ', &" ".repeat(spaces));
        prop_assert_eq!(first(&wide), first(name));
    }

    #[test]
    fn the_order_of_words_does_not_matter(at in any::<prop::sample::Index>(), turn in 0..5_usize) {
        let country = &CONTENT.countries[at.index(CONTENT.countries.len())];
        let mut words: Vec<_> = country.names.get(Language::En).split([' ', '[']).collect();
        let turn = turn % words.len();
        words.rotate_left(turn);
        prop_assert_eq!(first(&words.join(" ")), Some(country.iso3), "{:?}", words);
    }
}

#[test]
fn without_the_matcher_a_name_is_found_by_a_piece_of_it() {
    for language in Language::ALL {
        let finder = PlainFinder::new(&CONTENT, language);
        for country in CONTENT.countries.iter() {
            let name = country.names.get(language).to_uppercase();
            let found = finder.find(&name);
            assert!(
                finder.is_certain(&name) && found.first().is_some_and(|first| first.iso3 == country.iso3),
                "{name}"
            );
            let piece: String = name.chars().skip(1).take(4).collect();
            assert!(
                piece.trim().is_empty() || finder.find(&piece).iter().any(|found| found.iso3 == country.iso3),
                "{name}"
            );
        }
    }
}

proptest! {
    #[test]
    fn without_the_matcher_a_list_keeps_what_is_found(text in "\\PC{0,6}|[a-z]{1,3}") {
        let finder = PlainFinder::new(&CONTENT, Language::En);
        let set = finder.find_set(&text);
        let mut found: Vec<Iso3> = finder.find(&text).iter().map(|found| found.iso3).collect();
        found.sort_unstable();
        let countries = CONTENT.countries.iter().enumerate();
        let mut kept: Vec<Iso3> = countries.filter(|(position, _)| set.contains(*position)).map(|(_, country)| country.iso3).collect();
        kept.sort_unstable();
        let is_right = if set == FoundSet::All { found.is_empty() } else { kept == found };
        prop_assert!(is_right, "{text:?}");
    }
}
