//! Messages go to a translation unit as a table and come back.

use std::fs;

use super::project::Project;
use country_cooperation::domain::language::Language;

#[test]
fn a_table_that_comes_back_unchanged_changes_nothing() {
    let project = Project::copy("translations-there-and-back");
    for language in Language::ALL.map(Language::code) {
        let file = project.path(&format!("content/messages/{language}.json"));
        let before = fs::read_to_string(&file).unwrap();
        let table = project.path(&format!("{language}.csv"));
        let table = table.to_str().unwrap();
        let run = project.bundle(&["export", language, "--out", table]);
        assert!(run.succeeded, "{}", run.errors);
        fs::write(&file, "{}").unwrap();
        let run = project.bundle(&["import", language, table]);
        assert!(run.succeeded, "{}", run.errors);
        assert!(fs::read_to_string(&file).unwrap() == before, "{language} is not as it was");
    }
}

#[test]
fn a_table_has_the_english_text_and_each_plural_form_beside_the_translation() {
    let project = Project::copy("translations-table");
    let table = project.path("ar.csv");
    assert!(project.bundle(&["export", "ar", "--out", table.to_str().unwrap()]).succeeded);
    let bytes = fs::read(&table).unwrap();
    assert!(bytes.starts_with("\u{feff}".as_bytes()), "spreadsheets take it for another encoding");
    let rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&bytes[3..])
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    assert_eq!(rows[0], ["key", "english", "ar"]);
    let count = |key: &str| rows.iter().filter(|row| row[0].starts_with(key)).count();
    assert_eq!(count("publications.new_"), 6, "Arabic has six forms");
    assert!(rows.iter().all(|row| !row[1].is_empty() && !row[2].is_empty()), "an empty cell");
}

/// What is done to a table.
type Change = fn(String) -> String;

/// Changes the exported table and brings it back: what is told, and whether the file is as it was.
fn brought_back(name: &str, change: impl Fn(String) -> String) -> (String, bool) {
    let project = Project::copy(&format!("translations-{name}"));
    let file = project.path("content/messages/fr.json");
    let before = fs::read_to_string(&file).unwrap();
    let table = project.path("fr.csv");
    assert!(project.bundle(&["export", "fr", "--out", table.to_str().unwrap()]).succeeded);
    fs::write(&table, change(fs::read_to_string(&table).unwrap())).unwrap();
    let run = project.bundle(&["import", "fr", table.to_str().unwrap()]);
    (run.errors, fs::read_to_string(&file).unwrap() == before)
}

#[test]
fn a_better_translation_comes_in() {
    let (told, is_as_before) =
        brought_back("better", |table| table.replace(",Pays\n", ",\"Pays, \"\"territoires\"\"\"\n"));
    assert_eq!((told.as_str(), is_as_before), ("", false));
}

#[test]
fn a_table_with_a_fault_changes_nothing_and_says_why() {
    let cases: [(&str, Change, &str); 5] = [
        ("row-lost", |table| table.replacen("nav.menu,", "nav.other,", 1), "nav.menu"),
        ("placeholder-lost", |table| table.replacen("{{date}}. Ce site", "Ce site", 1), "{{date}}"),
        ("markup", |table| table.replacen(",Menu\n", ",<b>Menu</b>\n", 1), "nav.menu"),
        ("column-lost", |table| table.replacen(",fr\n", ",french\n", 1), "the column key or fr is missing"),
        ("cell-too-many", |table| table.replacen("nav.menu,", "nav.menu,x,", 1), "cannot be read"),
    ];
    for (name, change, expected) in cases {
        let (told, is_as_before) = brought_back(name, change);
        assert!(told.contains(expected), "{name}: {told}");
        assert!(is_as_before, "{name}: the messages were changed");
    }
}
