//! Other names of countries than the official ones: what people type, never what the product shows as the name.

use super::country::Iso3;

/// One row of the list of spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    pub country: Iso3,
    pub text: String,
    /// A BCP 47 tag.
    pub language: String,
    pub kind: SpellingKind,
}

/// What a spelling is to the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpellingKind {
    /// A name the country, or the land it lies in, had before. Several countries may share one.
    Former,
    /// A name in everyday use.
    Common,
    /// A name made shorter, such as "Bosnia".
    Short,
    /// The long name of treaties, such as "Republic of Kenya".
    Formal,
    /// Letters, such as "DRC".
    Abbreviation,
}

impl SpellingKind {
    pub const ALL: [Self; 5] = [Self::Former, Self::Common, Self::Short, Self::Formal, Self::Abbreviation];

    /// The word used in the facts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Former => "former",
            Self::Common => "common",
            Self::Short => "short",
            Self::Formal => "formal",
            Self::Abbreviation => "abbreviation",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}
