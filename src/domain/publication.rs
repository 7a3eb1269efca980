//! Publications about WHO's work in and with countries.

use std::fmt;

use super::country::Iso3;
use super::date::{PartialDate, Year};
use super::office::Confidence;
use super::order::sorted;
use super::region::Region;
use super::web_address::WebAddress;

/// A publication's id: lower-case letters, digits and hyphens. It stands in addresses and never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicationId(String);

impl PublicationId {
    /// Reads an id of 1 to 64 lower-case ASCII letters, digits and inner hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        let plain =
            text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let valid = plain && (1..=64).contains(&text.len()) && !text.starts_with('-') && !text.ends_with('-');
        valid.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PublicationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the year of a record is. Only a printed or adopted year is a year of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearBasis {
    Printed,
    Adopted,
    PeriodStart,
    PeriodEnd,
}

impl YearBasis {
    const WORDS: [(&str, Self); 4] = [
        ("printed", Self::Printed),
        ("adopted", Self::Adopted),
        ("period_start", Self::PeriodStart),
        ("period_end", Self::PeriodEnd),
    ];

    /// The word in the content files.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, basis)| *basis == self).map_or("", |(word, _)| word)
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, basis)| *basis)
    }
}

/// Whose copy was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// On a site of WHO, PAHO or a partner in the work.
    Official,
    /// On somebody else's site: provenance only.
    ThirdParty,
}

/// The region a publication is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    Global,
    Region(Region),
}

impl Coverage {
    /// The word used in addresses: a region's code or `global`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Region(region) => region.code(),
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        if slug == "global" { Some(Self::Global) } else { Region::from_code(slug).map(Self::Region) }
    }
}

/// Kinds that are no report, unless they have a reference number.
const NO_REPORTS: [&str; 4] = ["factsheet", "infographic", "other", "toolkit"];

/// One publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    pub id: PublicationId,
    pub title: String,
    pub subtitle: Option<String>,
    pub year: Option<Year>,
    pub year_basis: Option<YearBasis>,
    /// A date printed on or stated with the document.
    pub date: Option<PartialDate>,
    /// Slug of the kind of document; its label is a term of the message files.
    pub kind: String,
    pub countries: Vec<Iso3>,
    pub coverage: Coverage,
    /// BCP 47 codes of the editions seen. The first is the language of the title.
    pub languages: Vec<String>,
    /// Slugs of topics; their labels are terms of the message files.
    pub topics: Vec<String>,
    pub reference: Option<String>,
    pub isbn: Option<String>,
    pub iris_handle: Option<String>,
    /// Where a copy was seen, and whose it is.
    pub copy: Option<(WebAddress, Copy)>,
    pub pages: Option<u16>,
    /// One sentence of this project's own, in English.
    pub summary: String,
    pub source: String,
    pub confidence: Confidence,
    pub note: Option<String>,
    /// The day on which the record came into the content; none if it was there from the beginning.
    pub added: Option<PartialDate>,
}

impl Publication {
    /// The address to read the document at: only an official, secure copy is ever offered.
    pub fn link(&self) -> Option<&WebAddress> {
        match &self.copy {
            Some((address, Copy::Official)) if address.is_linkable() => Some(address),
            _ => None,
        }
    }

    /// Whether it is cited as a report; otherwise it is a document of no special kind.
    pub fn is_report(&self) -> bool {
        self.reference.is_some() || !NO_REPORTS.contains(&self.kind.as_str())
    }

    /// When it was published or adopted, as exactly as that is known. The year of a period is no such date.
    pub fn issued(&self) -> Option<PartialDate> {
        let year = match self.year_basis? {
            YearBasis::Printed | YearBasis::Adopted => self.year?,
            YearBasis::PeriodStart | YearBasis::PeriodEnd => return None,
        };
        let date = self.date.filter(|date| date.year() == year);
        Some(date.unwrap_or_else(|| PartialDate::of_year(year)))
    }
}

/// Publications in the order of their years, the newest first; those without a year at the end.
pub fn newest_first(publications: Vec<&Publication>) -> Vec<&Publication> {
    sorted(publications, |a, b| b.year.cmp(&a.year).then_with(|| a.id.cmp(&b.id)))
}

/// A publication for the tests of the rules.
#[cfg(test)]
pub(super) mod example {
    use super::*;

    pub(in crate::domain) fn publication(id: &str, title: &str) -> Publication {
        Publication {
            id: PublicationId::parse(id).unwrap(),
            title: title.to_owned(),
            subtitle: None,
            year: Year::new(2015),
            year_basis: Some(YearBasis::Printed),
            date: None,
            kind: "other".to_owned(),
            countries: Vec::new(),
            coverage: Coverage::Global,
            languages: vec!["en".to_owned()],
            topics: vec!["ccs".to_owned()],
            reference: None,
            isbn: None,
            iris_handle: None,
            copy: None,
            pages: None,
            summary: "A report.".to_owned(),
            source: "A list".to_owned(),
            confidence: Confidence::High,
            note: None,
            added: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        for good in ["a", "afro-work-2008", "wha65-5"] {
            assert!(PublicationId::parse(good).is_some(), "{good}");
        }
        let long = "a".repeat(65);
        for bad in ["", "-a", "a-", "A", "a b", "../a", "é", long.as_str()] {
            assert!(PublicationId::parse(bad).is_none(), "{bad}");
        }
    }
}
