//! The feeds. What a reader of feeds makes of them is tested in `tests/formats/`.

use std::fs;
use std::path::Path;

use country_cooperation::domain::language::Language;
use country_cooperation::tools::compile::compile;

use super::bundle;
use super::project::{Project, ROOT};

#[test]
fn every_value_that_occurs_has_a_feed_in_every_language() {
    let compiled = compile(Path::new(ROOT));
    let content = bundle::content(&compiled.files);
    let mut sets = vec!["publications".to_owned()];
    for publication in content.publications.iter() {
        sets.push(format!("type/{}", publication.kind));
        sets.push(format!("region/{}", publication.coverage.slug()));
        sets.extend(publication.countries.iter().map(|iso3| format!("country/{iso3}")));
    }
    sets.sort();
    sets.dedup();
    for set in &sets {
        for language in Language::ALL {
            let name = format!("feeds/{}/{set}.xml", language.code());
            assert!(bundle::file(&compiled.beside, &name).starts_with(b"<?xml"), "{name}");
        }
    }
    let feeds = compiled.beside.iter().filter(|(name, _)| name.starts_with("feeds/")).count();
    assert_eq!(feeds, sets.len() * Language::ALL.len());
}

#[test]
fn the_sites_address_makes_links_whole() {
    let project = Project::copy("feeds-with-address");
    let site = project.path("content/site.json");
    let settings = fs::read_to_string(&site).unwrap();
    let address = "\"address\": \"https://countries.example.org/who/\"";
    fs::write(&site, settings.replace("\"address\": null", address)).unwrap();
    let compiled = compile(&project.root);
    assert!(compiled.findings.is_empty());
    let feed = bundle::file(&compiled.beside, "feeds/fr/country/KEN.xml");
    let feed = str::from_utf8(feed).unwrap();
    for href in
        ["feeds/fr/country/KEN.xml", "fr/publications?country=KEN", "fr/publications/ccs-ken-2014-2019"]
    {
        assert!(feed.contains(&format!(" href=\"https://countries.example.org/who/{href}\"/>")), "{href}");
    }
    assert!(!feed.contains("../"));
}
