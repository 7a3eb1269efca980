//! The names of countries come in several parts, in any order.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use country_cooperation::bundle::decode;
use country_cooperation::bundle::index::PartName;
use country_cooperation::domain::content::Content;
use country_cooperation::domain::country::Iso3;
use country_cooperation::domain::country_finder::{CountryFinder, Reason};
use country_cooperation::domain::date::Year;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::list_query::ListQuery;
use country_cooperation::domain::strategy_list::StrategyList;
use country_cooperation::domain::terms::TermKind;
use proptest::prelude::*;

use super::bundle;
use super::project::ROOT;

/// The parts that have to do with names, and their bytes.
static PARTS: LazyLock<Vec<(PartName, Vec<u8>)>> = LazyLock::new(|| {
    let files = bundle::files();
    let index = bundle::index(&files);
    let mut names = vec![PartName::Countries, PartName::Names, PartName::Strategies];
    names.extend(Language::ALL.map(PartName::Terms));
    let bytes = |name| bundle::file(&files, &index.part(name).unwrap().file).to_vec();
    names.into_iter().map(|name| (name, bytes(name))).collect()
});

/// The names as they stand in the table, read without the compiler.
static TABLE: LazyLock<BTreeMap<String, [String; 6]>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_path(Path::new(ROOT).join("content/countries.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let at = |column: &str| header.iter().position(|name| name == column).unwrap();
    let places = Language::ALL.map(|language| at(&format!("name_{}", language.code())));
    let row = |row: csv::StringRecord| (row[at("iso3")].to_owned(), places.map(|at| row[at].to_owned()));
    reader.records().map(|record| row(record.unwrap())).collect()
});

fn with(parts: impl IntoIterator<Item = PartName>) -> Content {
    let mut content = Content::default();
    for name in parts {
        let (_, bytes) = PARTS.iter().find(|(known, _)| *known == name).unwrap();
        assert_eq!(decode::part(name, bytes, &mut content), Ok(0), "{name:?}");
    }
    content
}

fn kenya() -> Iso3 {
    Iso3::parse("KEN").unwrap()
}

/// All parts, in any order, and how many of them have arrived.
fn any_arrival() -> impl Strategy<Value = Vec<PartName>> {
    let names: Vec<PartName> = PARTS.iter().map(|(name, _)| *name).collect();
    let count = names.len();
    (Just(names).prop_shuffle(), 0..=count).prop_map(|(names, count)| names.into_iter().take(count).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn in_any_order_a_country_has_the_names_that_are_here(arrived in any_arrival()) {
        let content = with(arrived.iter().copied());
        prop_assert_eq!(content.countries.len(), if arrived.contains(&PartName::Countries) { TABLE.len() } else { 0 });
        for country in content.countries.iter() {
            let names = &TABLE[country.iso3.as_str()];
            for language in Language::ALL {
                let is_here = arrived.contains(&PartName::Names) || arrived.contains(&PartName::Terms(language));
                let name = &names[language.index()];
                prop_assert_eq!(country.names.known(language), is_here.then_some(name.as_str()));
                prop_assert!(!country.names.get(language).is_empty());
            }
            if !arrived.iter().any(|part| matches!(part, PartName::Names | PartName::Terms(_))) {
                prop_assert_eq!(country.names.get(Language::En), country.iso3.as_str());
            }
        }
    }
}

#[test]
fn each_language_keeps_its_labels() {
    let content = with([PartName::Terms(Language::Fr), PartName::Terms(Language::En)]);
    let label = |language| content.label(language, TermKind::Subregion, "Eastern Asia");
    assert_eq!(label(Language::En), "Eastern Asia");
    assert_eq!(label(Language::Fr), "Asie orientale");
    assert_eq!(label(Language::Ru), "Eastern Asia", "what is not here is called by its slug");
}

#[test]
fn names_that_cannot_be_used_are_left_out_and_counted() {
    let mut content = with([PartName::Countries, PartName::Terms(Language::En)]);
    let terms = br#"{"country.KEN":"<b>Kenya</b>","country.ken":"Kenya","country.UGA":"","country.":"x","country.TZA":"Tanzanie"}"#;
    assert_eq!(decode::part(PartName::Terms(Language::Fr), terms, &mut content), Ok(4));
    let name = |code| content.country(Iso3::parse(code).unwrap()).unwrap().names.get(Language::Fr).to_owned();
    assert_eq!([name("KEN"), name("TZA")], ["Kenya", "Tanzanie"]);
    let names = r#"{"KEN":"Kenya|Kenya|Kenya|كينيا","QQ":"a|a|a|a|a|a"}"#;
    assert_eq!(decode::part(PartName::Names, names.as_bytes(), &mut content), Ok(8));
    let kenya = content.country(kenya()).unwrap();
    assert_eq!(kenya.names.all().count(), 4);
    assert_eq!(kenya.names.get(Language::Ru), "Kenya");
}

#[test]
fn the_finder_takes_no_name_for_one_of_another_language() {
    let content = with([PartName::Countries, PartName::Terms(Language::En), PartName::Terms(Language::Fr)]);
    let found = |content: &Content, language, text: &str| {
        let finder = CountryFinder::new(content, language);
        finder.find(text).first().map(|found| (found.iso3.to_string(), found.reason.clone()))
    };
    let Some((_, Reason::Other(name))) = found(&content, Language::Fr, "Germany") else {
        panic!("Germany is not found by its English name");
    };
    assert_eq!(name.language.as_deref(), Some("en"));
    // In a language whose names are not here, the name that is shown is the one that is found.
    assert_eq!(found(&content, Language::Es, "Germany"), Some(("DEU".to_owned(), Reason::Name)));
    assert_eq!(found(&content, Language::Fr, "Германия"), None);
    let all = with([PartName::Names, PartName::Countries]);
    assert_eq!(found(&all, Language::Fr, "Германия").map(|(iso3, _)| iso3).as_deref(), Some("DEU"));
}

#[test]
fn strategies_are_found_by_names_that_arrive_later() {
    let year = Year::parse("2026").unwrap();
    let before = with([PartName::Countries, PartName::Strategies, PartName::Terms(Language::Fr)]);
    let mut list = StrategyList::new(&before, year);
    let found = |list: &StrategyList, text: &str| list.find(&ListQuery::default().with_text(text)).total;
    let own = found(&list, "Éthiopie");
    assert!(own > 0);
    assert_eq!(found(&list, "Эфиопия"), 0);
    let all = with([PartName::Names, PartName::Countries, PartName::Strategies]);
    list.take_names(&all);
    assert_eq!(found(&list, "Эфиопия"), own);
    let whole = StrategyList::new(&all, year);
    for text in ["Éthiopie", "keny", "肯尼亚", "nowhere"] {
        assert_eq!(found(&list, text), found(&whole, text), "{text}");
    }
}
