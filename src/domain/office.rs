//! WHO offices and what they serve.

use super::country::Iso3;
use super::date::PartialDate;
use super::region::Region;
use super::web_address::WebAddress;

/// What an office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeKind {
    Headquarters,
    RegionalOffice,
    CountryOffice,
    MultiCountryOffice,
    LiaisonOffice,
    CountryDesk,
    SubRegional,
    TechnicalCentre,
}

impl OfficeKind {
    pub const ALL: [Self; 8] = [
        Self::Headquarters,
        Self::RegionalOffice,
        Self::CountryOffice,
        Self::MultiCountryOffice,
        Self::LiaisonOffice,
        Self::CountryDesk,
        Self::SubRegional,
        Self::TechnicalCentre,
    ];

    /// The word used in the facts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Headquarters => "headquarters",
            Self::RegionalOffice => "regional_office",
            Self::CountryOffice => "country_office",
            Self::MultiCountryOffice => "multi_country_office",
            Self::LiaisonOffice => "liaison_office",
            Self::CountryDesk => "country_desk_office",
            Self::SubRegional => "sub_regional",
            Self::TechnicalCentre => "technical_centre",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Whether the office is WHO's presence in a country, as the presence reports count it.
    /// Regional, sub-regional and technical offices and headquarters are not.
    pub fn is_country_presence(self) -> bool {
        matches!(
            self,
            Self::CountryOffice | Self::MultiCountryOffice | Self::LiaisonOffice | Self::CountryDesk
        )
    }
}

/// How well a row is attested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A page about the record, or a list that names it.
    High,
    /// A general statement only; or, for a publication, a good second-hand record.
    Medium,
    /// Inferred, or seen in a listing only.
    Low,
}

impl Confidence {
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    pub fn slug(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|confidence| confidence.slug() == slug)
    }
}

/// One office.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// The country the office stands in.
    pub country: Iso3,
    pub region: Region,
    /// Blank in the sources means "not seen".
    pub city: Option<String>,
    pub kind: OfficeKind,
    /// The office's name as published, in English.
    pub name: String,
    pub website: Option<WebAddress>,
    pub established: Option<PartialDate>,
    /// Countries and areas the office serves besides or including its own; empty for an office of one country.
    pub serves: Vec<Iso3>,
    pub confidence: Confidence,
    /// A remark in English on the evidence.
    pub note: Option<String>,
    pub source: String,
}
