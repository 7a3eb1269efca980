//! Nothing can be known from after the content's date, and a status must agree with its period on that date.

use super::super::facts::Facts;
use super::super::finding::{Finding, Place};
use crate::domain::date::PartialDate;
use crate::domain::publication::YearBasis;

/// Checks dates and statuses against the day up to which the sources were read.
pub(super) fn check(facts: &Facts, today: PartialDate, findings: &mut Vec<Finding>) {
    check_statuses(facts, today, findings);
    let mut past = |place: Place, date: Option<PartialDate>| {
        if let Some(date) = date.filter(|date| *date > today) {
            findings.push(too_late(place, date, today));
        }
    };
    let (offices, strategies) = (&facts.offices, &facts.strategies);
    for (line, _, office) in offices.good() {
        past(offices.place(line, "established"), office.established);
    }
    for (line, _, strategy) in strategies.good() {
        past(strategies.place(line, "year_published"), strategy.year_published.map(PartialDate::of_year));
    }
    let publications = &facts.publications;
    for (line, _, publication) in publications.good() {
        // The year of a period may well lie ahead.
        let is_past = matches!(publication.year_basis, Some(YearBasis::Printed | YearBasis::Adopted));
        let year = publication.year.filter(|_| is_past).map(PartialDate::of_year);
        past(publications.place(line, "year"), year);
        past(publications.place(line, "date"), publication.date);
        past(publications.place(line, "added"), publication.added);
    }
    let milestones = &facts.milestones;
    for (line, row, milestone) in milestones.good() {
        let field = if row.date.is_empty() { "year" } else { "date" };
        past(milestones.place(line, field), Some(milestone.date));
    }
}

/// A date that lies after the day up to which the sources were read.
pub(in crate::tools) fn too_late(place: Place, date: PartialDate, today: PartialDate) -> Finding {
    let wrong = format!("\"{date}\" lies after the date of the content, {today}.");
    Finding::error(place, wrong, "Correct it, or move content_date in content/site.json.")
}

/// "Expired" and "published" are told apart by the end of the period alone.
fn check_statuses(facts: &Facts, today: PartialDate, findings: &mut Vec<Finding>) {
    let strategies = &facts.strategies;
    for (line, row, strategy) in strategies.good() {
        let has_ended = strategy.end.is_some_and(|end| end < today.year());
        let end = if row.period_end.is_empty() { "not known" } else { &row.period_end };
        let (wrong, right) = match row.status.as_str() {
            "expired" if !has_ended => ("expired", "Write published, or correct the end of the period."),
            "published" if has_ended => ("published", "Write expired, or correct the end of the period."),
            _ => continue,
        };
        let wrong = format!("\"{wrong}\" does not fit the end of the period, {end}, on {today}.");
        findings.push(Finding::error(strategies.place(line, "status"), wrong, right));
    }
}
