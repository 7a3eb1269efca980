//! What lists and rules of other bodies say: ISO 3166-1, BCP 47, ISBN, the Handle System.

use language_tags::LanguageTag;

use super::explain::explain;
use super::facts::Facts;
use super::finding::{Finding, Place};
use crate::bundle::problem::Fault;
use crate::bundle::wire::CountryRow;

/// Kosovo: the codes are user-assigned, and there is no M49 code.
const KOSOVO: (&str, &str) = ("XKX", "XK");

/// Whether a code is in ISO 3166-1, or is the one user-assigned code in use.
pub(super) fn is_iso3(code: &str) -> bool {
    code == KOSOVO.0 || rust_iso3166::from_alpha3(code).is_some()
}

/// Checks every code, language, ISBN and handle in the tables.
pub(super) fn check(facts: &Facts, findings: &mut Vec<Finding>) {
    let countries = &facts.countries;
    for (line, row, _) in countries.good() {
        if let Some((field, wrong, right)) = code_fault(row) {
            findings.push(Finding::error(countries.place(line, field), wrong, right));
        }
    }
    let spellings = &facts.spellings;
    for (line, _, spelling) in spellings.good() {
        if !is_language(&spelling.language) {
            findings.push(not_language(spellings.place(line, "language"), &spelling.language));
        }
    }
    let publications = &facts.publications;
    for (line, row, publication) in publications.good() {
        for language in publication.languages.iter().filter(|language| !is_language(language)) {
            findings.push(not_language(publications.place(line, "languages"), language));
        }
        for (field, wrong, right) in number_faults(&row.isbn, &row.iris_handle) {
            findings.push(Finding::error(publications.place(line, field), wrong, right));
        }
    }
    let strategies = &facts.strategies;
    for (line, row, _) in strategies.good() {
        for (field, wrong, right) in number_faults(&row.isbn, &row.iris_handle) {
            findings.push(Finding::error(strategies.place(line, field), wrong, right));
        }
    }
}

type FieldFault = (&'static str, String, String);

/// The first fault of a row's three codes. They must belong together.
fn code_fault(row: &CountryRow) -> Option<FieldFault> {
    let not_listed = |field: &'static str, fault, value| {
        let (wrong, right) = explain(fault, field, value);
        Some((field, wrong, right))
    };
    let (iso2, m49) = if row.iso3 == KOSOVO.0 {
        (KOSOVO.1, String::new())
    } else {
        let Some(listed) = rust_iso3166::from_alpha3(&row.iso3) else {
            return not_listed("iso3", Fault::NotIso3, &row.iso3);
        };
        (listed.alpha2, format!("{:03}", listed.numeric))
    };
    if row.iso2 != iso2 {
        if rust_iso3166::from_alpha2(&row.iso2).is_none() {
            return not_listed("iso2", Fault::NotIso2, &row.iso2);
        }
        let wrong = format!("\"{}\" does not belong to {}.", row.iso2, row.iso3);
        return Some(("iso2", wrong, format!("Write {iso2}.")));
    }
    if row.m49 != m49 {
        let wrong = match row.m49.as_str() {
            "" => format!("nothing is written here, but {} has a number.", row.iso3),
            other => format!("\"{other}\" does not belong to {}.", row.iso3),
        };
        let right = if m49.is_empty() { "Leave it blank.".to_owned() } else { format!("Write {m49}.") };
        return Some(("m49", wrong, right));
    }
    None
}

/// Well-formed, and made of subtags that are registered.
fn is_language(tag: &str) -> bool {
    LanguageTag::parse(tag).is_ok_and(|tag| tag.validate().is_ok())
}

fn not_language(place: Place, tag: &str) -> Finding {
    let wrong = format!("\"{tag}\" is not a language code.");
    Finding::error(place, wrong, "Write the code of BCP 47, for example en, fr or pt-BR.")
}

fn number_faults(isbn: &str, handle: &str) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    if !isbn.is_empty() && !is_isbn(isbn) {
        let wrong = format!("\"{isbn}\" is not an ISBN-13, or one of its digits is wrong.");
        let right = "Write the 13 digits without hyphens, and compare each with the source.";
        faults.push(("isbn", wrong, right.to_owned()));
    }
    if !handle.is_empty() && !is_handle(handle) {
        let wrong = format!("\"{handle}\" is not a handle of WHO's repository IRIS.");
        faults.push((
            "iris_handle",
            wrong,
            "Write it without an address, for example 10665/161163.".to_owned(),
        ));
    }
    faults
}

/// ISBN-13: weights 1 and 3 in turn add up to a multiple of ten.
fn is_isbn(text: &str) -> bool {
    let weighted = text
        .bytes()
        .zip([1, 3].into_iter().cycle())
        .map(|(byte, weight)| u32::from(byte.wrapping_sub(b'0')) * weight);
    text.len() == 13
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && weighted.sum::<u32>().is_multiple_of(10)
}

fn is_handle(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('/').is_some_and(|(prefix, suffix)| prefix.split('.').all(digits) && digits(suffix))
}
