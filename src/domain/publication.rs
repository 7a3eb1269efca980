//! Publications about WHO's work in and with countries.

use std::fmt;

use super::country::Iso3;
use super::date::{PartialDate, Year};
use super::office::Confidence;
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
}

impl Publication {
    /// The address to read the document at: only an official, secure copy is ever offered.
    pub fn link(&self) -> Option<&WebAddress> {
        match &self.copy {
            Some((address, Copy::Official)) if address.is_linkable() => Some(address),
            _ => None,
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
