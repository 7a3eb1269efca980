//! Words for every fault: what is wrong with the value, and what would be right.

use crate::bundle::problem::Fault;
use crate::domain::country::Iso3;

/// Two sentences about a fault in a field with this value.
pub(super) fn explain(fault: Fault, field: &str, value: &str) -> (String, String) {
    let value = culprit(fault, value);
    let wrong = match wrong(fault) {
        Wrong::IsNot(what) => format!("\"{value}\" is not {what}."),
        Wrong::Says(what) => format!("\"{value}\" {what}."),
        Wrong::Blank(what) => format!("{what}."),
    };
    (wrong, right(fault, field).to_owned())
}

enum Wrong {
    IsNot(&'static str),
    Says(&'static str),
    Blank(&'static str),
}

/// Of several values joined by `|` the one that is at fault.
fn culprit(fault: Fault, value: &str) -> &str {
    if !value.contains('|') {
        return value;
    }
    let mut parts = value.split('|').enumerate();
    let is_bad = |(index, part): (usize, &str)| match fault {
        Fault::NotIso3 => Iso3::parse(part).is_none_or(|code| code.as_str() != part),
        Fault::OuterSpace => part.trim() != part,
        Fault::Twice => value.split('|').take(index).any(|earlier| earlier == part),
        _ => false,
    };
    parts.find(|part| is_bad(*part)).map_or(value, |(_, part)| part)
}

fn wrong(fault: Fault) -> Wrong {
    use Wrong::{Blank, IsNot, Says};
    match fault {
        Fault::Blank => Blank("nothing is written here"),
        Fault::Missing => Blank("nothing is written here, but a cell that belongs to it is filled"),
        Fault::Unasked => Says("stands here, but a cell that belongs to it is blank"),
        Fault::OuterSpace => Says("begins or ends with a space"),
        Fault::Markup => Says("holds the sign < or a character that cannot be seen"),
        Fault::Gap => Says("has an empty place between its | signs"),
        Fault::Twice => Says("stands twice in this list"),
        Fault::Several => Says("holds the sign |"),
        Fault::PeriodBackwards => Says("lies before the start of the period"),
        Fault::PeriodLong => Says("makes the period longer than 15 years"),
        Fault::NotInYear => Says("does not lie in the year that the row names"),
        Fault::NotOfficial => Says("does not fit the address, which is not on a site of WHO or its partners"),
        Fault::NotLinkable => Says("is not on a secure site of WHO or its partners"),
        Fault::NotTarget => Says("does not lead anywhere on this site"),
        Fault::NotIso3 | Fault::NotIso2 => IsNot("an ISO 3166 code"),
        Fault::NotM49 => IsNot("a UN M49 code"),
        Fault::NotRegion | Fault::NotCoverage => IsNot("a WHO region"),
        Fault::NotMembership => IsNot("a kind of membership"),
        Fault::NotIncome => IsNot("an income group of the World Bank"),
        Fault::NotLatitude => IsNot("a latitude"),
        Fault::NotLongitude => IsNot("a longitude"),
        Fault::NotOfficeKind => IsNot("a kind of office"),
        Fault::NotConfidence => IsNot("a degree of confidence"),
        Fault::NotAddress => IsNot("a web address"),
        Fault::NotMail => IsNot("a mail address"),
        Fault::NotYear => IsNot("a year"),
        Fault::NotDate | Fault::NotDay => IsNot("a date of the calendar"),
        Fault::NotYearBasis => IsNot("a known basis of a year"),
        Fault::NotStage | Fault::NotResourceStatus => IsNot("a known status"),
        Fault::NotScope => IsNot("a known scope"),
        Fault::NotTitleKind => IsNot("a known kind of title"),
        Fault::NotId => IsNot("an id"),
        Fault::NotCopy => IsNot("a kind of copy"),
        Fault::NotPages => IsNot("a number of pages"),
        Fault::NotValue => IsNot("a number this site can show"),
        Fault::NotTrack => IsNot("a timeline"),
        Fault::NotLineStyle => IsNot("a style of lines"),
        Fault::NotMapId => IsNot("the id of a disputed area"),
        Fault::NotPath | Fault::NotBounds | Fault::NotPoint => IsNot("a shape on the map"),
        Fault::NotSpellingKind => IsNot("a kind of spelling"),
    }
}

fn right(fault: Fault, field: &str) -> &'static str {
    match fault {
        Fault::Blank if field == "source" => "Write where the fact was seen.",
        Fault::Blank => "It must be filled in.",
        Fault::Missing | Fault::Unasked => "Fill in both or neither.",
        Fault::OuterSpace => "Remove the space.",
        Fault::Markup => "Write plain text.",
        Fault::Gap => "Remove the | sign that is too many.",
        Fault::Twice => "Remove one of the two.",
        Fault::Several => "Write one of them to a row.",
        Fault::PeriodBackwards => "Write the later year as the end.",
        Fault::PeriodLong => "Check both years for a slip.",
        Fault::NotInYear => "Make year and date agree.",
        Fault::NotOfficial => "Write third_party.",
        Fault::NotLinkable => "Name the source in words, without a link.",
        Fault::NotTarget => {
            "Write page: with the name of a page, country: with an ISO 3166 code, publication: with an id, an https:// address or mailto:."
        }
        Fault::NotIso3 => "Write the three capital letters of ISO 3166-1, for example KEN.",
        Fault::NotIso2 => "Write the two capital letters of ISO 3166-1, for example KE.",
        Fault::NotM49 => "Write three digits, for example 404.",
        Fault::NotRegion => "Write AFR, AMR, SEAR, EUR, EMR or WPR.",
        Fault::NotCoverage => "Write AFR, AMR, SEAR, EUR, EMR, WPR or global.",
        Fault::NotMembership => "Write member_state, associate_member or territory.",
        Fault::NotIncome => {
            "Write Low income, Lower middle income, Upper middle income, High income or Not classified."
        }
        Fault::NotLatitude => "Write degrees between -90 and 90, for example -1.28.",
        Fault::NotLongitude => "Write degrees between -180 and 180, for example 36.82.",
        Fault::NotOfficeKind => {
            "Write headquarters, regional_office, country_office, multi_country_office, liaison_office, country_desk_office, sub_regional or technical_centre."
        }
        Fault::NotConfidence => "Write high, medium or low.",
        Fault::NotAddress => "Write it in full and without spaces, for example https://www.who.int/kenya.",
        Fault::NotMail => "Write it without anything around it, for example countryfocus@who.int.",
        Fault::NotYear => "Write four digits between 1900 and 2100.",
        Fault::NotDay => "Write year-month-day, for example 2026-11-23.",
        Fault::NotDate => "Write a year, year-month or year-month-day, for example 2025-03-07.",
        Fault::NotYearBasis => "Write printed, adopted, period_start or period_end.",
        Fault::NotStage => "Write published, expired or in development.",
        Fault::NotScope => "Write single_country, multi_country or subregional.",
        Fault::NotTitleKind => "Write as published or descriptive.",
        Fault::NotId => {
            "Write up to 64 small letters a to z, digits and hyphens, for example ccs-guide-2023."
        }
        Fault::NotCopy => "Write official or third_party.",
        Fault::NotPages => "Write a whole number between 1 and 5000.",
        Fault::NotValue => {
            "Write digits without separators, with >, >=, <= or ~ before them or as a range, for example 153, ~700 or 560-650."
        }
        Fault::NotTrack => "Write country_cooperation, reform or un_collaboration.",
        Fault::NotLineStyle => "Write solid, dashed or dotted.",
        Fault::NotMapId => "Write small letters a to z and underscores, for example western_sahara.",
        Fault::NotPath | Fault::NotBounds | Fault::NotPoint => "Correct the geometry in content/map.",
        Fault::NotSpellingKind => "Write former, common, short, formal or abbreviation.",
        Fault::NotResourceStatus => {
            "Write current, archived, legacy, third party or not seen, as the other rows do."
        }
    }
}
