//! What must hold between records: codes that lead somewhere, nothing twice, totals, and the content's date.

pub(super) mod dates;
mod spellings;
mod unique;

use std::collections::BTreeSet;

use super::facts::{Facts, SITE};
use super::finding::{Finding, Place};
use super::standards::is_iso3;
use crate::domain::country::{Iso3, Membership};
use crate::domain::office::OfficeKind;
use crate::domain::region::Region;

/// Checks everything that needs more than one record.
pub(super) fn check(facts: &Facts, findings: &mut Vec<Finding>) {
    unique::check(facts, findings);
    spellings::check(facts, findings);
    if let Some(known) = known_countries(facts) {
        check_references(facts, &known, findings);
    }
    check_totals(facts, findings);
    check_offices(facts, findings);
    check_key_metrics(facts, findings);
    if let Some((_, site)) = &facts.site {
        dates::check(facts, site.content_date, findings);
    }
}

/// The codes in `countries.csv`; none if a code there is doubtful, for then every reference to it would be, too.
pub(super) fn known_countries(facts: &Facts) -> Option<BTreeSet<&str>> {
    let codes = || facts.countries.records.iter().map(|record| record.row.iso3.as_str());
    (facts.countries.is_whole && codes().all(is_iso3)).then(|| codes().collect())
}

fn check_references(facts: &Facts, known: &BTreeSet<&str>, findings: &mut Vec<Finding>) {
    let mut refer = |place: Place, code: Iso3| {
        if !known.contains(code.as_str()) {
            let wrong = format!("\"{code}\" is not in content/countries.csv.");
            let right = "Correct the code, or add the country or area there first.";
            findings.push(Finding::error(place, wrong, right));
        }
    };
    for (line, _, country) in facts.countries.good() {
        if let Some(code) = country.sovereign {
            refer(facts.countries.place(line, "sovereign_iso3"), code);
        }
    }
    // A country has many spellings; to name the first is enough.
    let mut seen = BTreeSet::new();
    for (line, _, spelling) in facts.spellings.good().filter(|(_, _, row)| seen.insert(row.country)) {
        refer(facts.spellings.place(line, "iso3"), spelling.country);
    }
    for (line, _, office) in facts.offices.good() {
        refer(facts.offices.place(line, "iso3"), office.country);
        for code in &office.serves {
            refer(facts.offices.place(line, "serves"), *code);
        }
    }
    for (line, _, strategy) in facts.strategies.good() {
        refer(facts.strategies.place(line, "iso3"), strategy.country);
    }
    for (line, _, publication) in facts.publications.good() {
        for code in &publication.countries {
            refer(facts.publications.place(line, "countries"), *code);
        }
    }
}

/// Pages state these totals, so a row lost by accident must not pass.
fn check_totals(facts: &Facts, findings: &mut Vec<Finding>) {
    let countries = &facts.countries;
    if !countries.is_good() {
        return;
    }
    for region in Region::ALL {
        let is_member = |membership| membership == Membership::MemberState;
        let members = countries.good().filter(|(_, _, country)| country.region == Some(region));
        let found = members.filter(|(_, _, country)| is_member(country.membership)).count();
        let stated = region.member_states();
        if found != stated {
            let place = Place::file(countries.file).field("who_region");
            let wrong = format!("{found} Member States are in the region {}.", region.code());
            let right =
                format!("WHO states {stated}: look for a row that is missing, doubled or in another region.");
            findings.push(Finding::error(place, wrong, right));
        }
    }
}

/// The way to a contact ends at a regional office or at headquarters, so each must be there, and once.
fn check_offices(facts: &Facts, findings: &mut Vec<Finding>) {
    let offices = &facts.offices;
    if !offices.is_good() {
        return;
    }
    let count = |kind: OfficeKind, region: Option<Region>| {
        let of_kind = offices.good().filter(|(_, _, office)| office.kind == kind);
        of_kind.filter(|(_, _, office)| region.is_none_or(|region| office.region == region)).count()
    };
    let mut tell = |found: usize, what: String| {
        if found != 1 {
            let place = Place::file(offices.file).field("office_type");
            let wrong = format!("there are {found} rows for {what}.");
            findings.push(Finding::error(place, wrong, "There must be exactly one."));
        }
    };
    tell(count(OfficeKind::Headquarters, None), "headquarters".to_owned());
    for region in Region::ALL {
        let found = count(OfficeKind::RegionalOffice, Some(region));
        tell(found, format!("the regional office of {}", region.code()));
    }
}

/// The overview opens with these figures, each of which needs a date to be stated.
fn check_key_metrics(facts: &Facts, findings: &mut Vec<Finding>) {
    let Some((site, _)) = facts.site.as_ref().filter(|_| facts.figures.is_good()) else {
        return;
    };
    for metric in &site.key_metrics {
        let is_dated =
            |figure: &crate::domain::figure::Figure| figure.metric == *metric && figure.year.is_some();
        if !facts.figures.good().any(|(_, _, figure)| is_dated(figure)) {
            let wrong = format!("\"{metric}\" is not the metric of a dated row in content/figures.csv.");
            let place = Place::file(SITE).field("key_metrics");
            findings.push(Finding::error(place, wrong, "Write a metric that has a figure with a year."));
        }
    }
}
