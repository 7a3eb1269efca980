//! Dated milestones of the stories.

use super::country::Source;
use super::date::PartialDate;

/// The story a milestone belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Track {
    CountryCooperation,
    Reform,
    UnCollaboration,
}

impl Track {
    pub const ALL: [Self; 3] = [Self::CountryCooperation, Self::Reform, Self::UnCollaboration];

    pub fn slug(self) -> &'static str {
        match self {
            Self::CountryCooperation => "country_cooperation",
            Self::Reform => "reform",
            Self::UnCollaboration => "un_collaboration",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|track| track.slug() == slug)
    }
}

/// One milestone, in English.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    pub track: Track,
    pub date: PartialDate,
    pub title: String,
    pub detail: String,
    pub source: Source,
}
