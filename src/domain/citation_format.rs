//! The forms in which citations are handed out.

/// A form of citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitationFormat {
    Ris,
    Bibtex,
    Csl,
    Csv,
}

impl CitationFormat {
    pub const ALL: [Self; 4] = [Self::Ris, Self::Bibtex, Self::Csl, Self::Csv];

    /// The word used in the names of parts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Ris => "ris",
            Self::Bibtex => "bib",
            Self::Csl => "csl",
            Self::Csv => "csv",
        }
    }

    /// The ending of a file, without its dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csl => "json",
            other => other.slug(),
        }
    }
}
