//! A spelling must lead to one country. Only a former name may belong to several: Curaçao and Sint Maarten were both
//! Netherlands Antilles once.

use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::finding::{Finding, Place};
use crate::domain::country::Country;
use crate::domain::country_finder::spelling_key;
use crate::domain::spelling::SpellingKind;

/// Where a spelling stands, and whose it is.
struct Known {
    country: String,
    place: String,
    is_former: bool,
}

/// Checks that no spelling finds two countries, that none is said twice, and that each has a source.
pub(super) fn check(facts: &Facts, findings: &mut Vec<Finding>) {
    let mut known: BTreeMap<String, Vec<Known>> = BTreeMap::new();
    for (line, _, country) in facts.countries.good() {
        for text in names(country) {
            let place = format!("line {line} of {}", facts.countries.file);
            let name = Known { country: country.iso3.to_string(), place, is_former: false };
            known.entry(spelling_key(&text)).or_default().push(name);
        }
    }
    let spellings = &facts.spellings;
    for (line, row, spelling) in spellings.good() {
        if row.source.trim().is_empty() {
            let wrong = "nothing is written here.";
            findings.push(Finding::error(
                spellings.place(line, "source"),
                wrong,
                "Write where the fact was seen.",
            ));
        }
        let country = spelling.country.to_string();
        let is_former = spelling.kind == SpellingKind::Former;
        let others = known.entry(spelling_key(&spelling.text)).or_default();
        let place = spellings.place(line, "spelling");
        findings.extend(conflict(&row.spelling, &country, is_former, others, place));
        others.push(Known { country, place: format!("line {line}"), is_former });
    }
}

/// All names and codes of a country.
fn names(country: &Country) -> Vec<String> {
    let names = country.names.all().map(|(_, name)| name.split('[').next().unwrap_or(name).to_owned());
    let codes = [country.iso3.to_string(), country.iso2.to_string()];
    names.chain(country.aliases.iter().cloned()).chain(codes).collect()
}

fn conflict(text: &str, country: &str, is_former: bool, others: &[Known], place: Place) -> Option<Finding> {
    let same = others.iter().find(|other| other.country == country);
    let strange = others.iter().find(|other| other.country != country && !(is_former && other.is_former));
    if let Some(other) = same {
        let wrong = format!("\"{text}\" stands in {} already.", other.place);
        return Some(Finding::error(place, wrong, "Remove one of the two."));
    }
    strange.map(|other| {
        let wrong = format!("\"{text}\" means {} in {}.", other.country, other.place);
        Finding::error(
            place,
            wrong,
            "Only a former name may mean two countries: remove it, or correct the other one.",
        )
    })
}
