//! The page of one publication, over the real ones: what belongs together, what is near, what is told to machines.

use std::collections::BTreeSet;

use country_cooperation::domain::content::Content;
use country_cooperation::domain::linked_data;
use country_cooperation::domain::near_publications::near_publications;
use country_cooperation::domain::publication::{Publication, PublicationId};
use country_cooperation::domain::related::Related;
use country_cooperation::domain::search::result_page::ResultRow;
use serde_json::{Value, json};

use super::bundle;

fn content() -> Content {
    bundle::content(&bundle::files())
}

fn ids(group: &[&Publication]) -> Vec<String> {
    group.iter().map(|publication| publication.id.to_string()).collect()
}

/// Nothing, a value, or a list of several.
fn few(values: Vec<String>) -> Value {
    match values.as_slice() {
        [] => Value::Null,
        [one] => json!(one),
        _ => json!(values),
    }
}

/// What schema.org calls the facts; what is not known is not there.
fn expected(one: &Publication, url: &str) -> Value {
    let isbn = one.isbn.as_ref().map(|isbn| format!("urn:isbn:{isbn}"));
    let handle = one.iris_handle.as_ref().map(|handle| format!("hdl:{handle}"));
    let mut facts = json!({
        "@context": "https://schema.org",
        "@type": if one.is_report() { "Report" } else { "CreativeWork" },
        "name": one.title,
        "alternativeHeadline": one.subtitle,
        "datePublished": one.issued().map(|date| date.to_string()),
        "inLanguage": few(one.languages.clone()),

        "identifier": few([one.reference.clone(), isbn, handle].into_iter().flatten().collect()),
        "url": url,
        "sameAs": one.link().map(ToString::to_string),
    });
    facts.as_object_mut().unwrap().retain(|_, fact| !fact.is_null());
    facts
}

#[test]
fn every_publication_is_told_to_machines_as_it_is() {
    let content = content();
    assert!(content.publications.len() > 300);
    for one in content.publications.iter() {
        let url = format!("https://a.example/\"<&/en/publications/{}", one.id);
        let text = linked_data::publication(one, &url);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected(one, &url), "{}", one.id);
    }
}

#[test]
fn no_text_breaks_out_of_its_string() {
    let mut one = content().publications.first().unwrap().clone();
    let letters = (0x21..0x300_u32).chain([0x2028, 0x4e2d, 0x1f600]).filter_map(char::from_u32);
    one.title = letters.filter(|char| !char.is_control()).collect();
    one.subtitle = Some("</script><!-- \\\" \\".to_owned());
    let text = linked_data::publication(&one, "https://a.b");
    assert!(!text.chars().any(|char| char == '<' || char < ' '));
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected(&one, "https://a.b"));
}

#[test]
fn groups_hold_what_they_say_and_nothing_twice() {
    let content = content();
    for one in content.publications.iter() {
        let Related { series, country, kind } = Related::new(&content.publications, one);
        assert!([&series, &country, &kind].iter().all(|group| group.len() <= 4));
        assert!(country.iter().all(|other| other.countries.iter().any(|iso3| one.countries.contains(iso3))));
        assert!(kind.iter().all(|other| other.kind == one.kind && other.coverage == one.coverage));
        let all = [ids(&series), ids(&country), ids(&kind), vec![one.id.to_string()]].concat();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    }
}

#[test]
fn series_are_those_a_librarian_would_name() {
    let content = content();
    let series = |id: &str| {
        let one = content.publication(&PublicationId::parse(id).unwrap()).unwrap();
        ids(&Related::new(&content.publications, one).series)
    };
    assert_eq!(series("presence-2019"), ["presence-2025", "presence-2017", "presence-2015"]);
    assert_eq!(series("lbr-annual-2018"), ["lbr-annual-2023", "lbr-annual-2016"]);
    assert_eq!(series("ccs-bwa-2014-2020"), ["ccs-bwa-2024-2027", "ccs-bwa-2008-2013"]);
    assert_eq!(series("eval-cpe-ind-2019-v2"), ["eval-cpe-ind-2019"]);
    assert!(series("ccs-guide-2023").is_empty());
}

/// Ids with one letter or digit left out, as it happens in copied addresses: of every third id another one.
#[test]
fn a_slip_in_an_id_leads_to_its_publication() {
    let content = content();
    let (mut tried, mut found) = (0, 0);
    for (start, one) in content.publications.iter().step_by(3).enumerate() {
        let id = one.id.as_str();
        for at in (start % 7..id.len()).step_by(16) {
            let wanted = [&id[..at], &id[at + 1..]].concat();
            tried += 1;
            found += usize::from(near_publications(&content.publications, &wanted).contains(&one));
        }
    }
    assert!(found * 100 >= tried * 90, "{found} of {tried}");
    assert!(near_publications(&content.publications, "xyzzy-quux").is_empty());
}

/// A profile shows rows of a part of its own, so that it needs not fetch all publications: they are those of the whole list.
#[test]
fn a_country_has_the_same_publications_in_the_short_part_as_in_the_whole() {
    let content = content();
    let mut found = 0;
    for country in content.countries.iter() {
        let whole: Vec<ResultRow> =
            content.publications_of(country.iso3).into_iter().map(ResultRow::from).collect();
        let short: Vec<ResultRow> =
            content.listed_publications_of(country.iso3).into_iter().cloned().collect();
        assert_eq!(short, whole, "{}", country.iso3);
        found += short.len();
    }
    assert!(found > 100, "{found}");
}
