//! Story pages: Markdown of the editors, parsed at build time into typed blocks. No HTML exists in between.

use super::country::Iso3;
use super::date::{PartialDate, Year};
use super::language::Language;
use super::publication::PublicationId;
use super::web_address::WebAddress;

/// The pages that editors write as prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StoryId {
    Support,
    Reform,
    UnCollaboration,
    AtWork,
    About,
    Accessibility,
}

impl StoryId {
    pub const ALL: [Self; 6] =
        [Self::Support, Self::Reform, Self::UnCollaboration, Self::AtWork, Self::About, Self::Accessibility];

    /// The file's name without language and ending.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Reform => "reform",
            Self::UnCollaboration => "un-collaboration",
            Self::AtWork => "at-work",
            Self::About => "about",
            Self::Accessibility => "accessibility",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.slug() == slug)
    }
}

/// One story page in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    pub id: StoryId,
    /// The language the text is written in.
    pub language: Language,
    pub title: String,
    pub summary: String,
    /// The date the text was true.
    pub as_of: PartialDate,
    pub blocks: Vec<Block>,
    /// The publications that the text leads to, each once and in its order.
    pub works: Vec<NamedWork>,
}

/// A publication that a story leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedWork {
    pub id: PublicationId,
    /// When it was published or adopted, if that is known.
    pub year: Option<Year>,
    /// The language of its first edition seen, a BCP 47 code; empty if none is known.
    pub language: String,
    pub title: String,
}

/// A part of a story, top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A section heading; `anchor` is unique on the page.
    Section {
        anchor: String,
        text: Vec<Inline>,
    },
    /// A heading below a section's.
    Subsection {
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    Bullets(Vec<Vec<Inline>>),
    Steps(Vec<Vec<Inline>>),
}

impl Block {
    /// All runs of text in it.
    pub fn runs(&self) -> Vec<&Inline> {
        match self {
            Self::Section { text, .. } | Self::Subsection { text } | Self::Paragraph(text) => {
                text.iter().collect()
            }
            Self::Bullets(items) | Self::Steps(items) => items.iter().flatten().collect(),
        }
    }
}

/// A run of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    Text(String),
    Strong(String),
    Emphasis(String),
    Link { text: String, target: LinkTarget },
}

impl Inline {
    /// The words without what they look like or where they lead.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Emphasis(text) | Self::Link { text, .. } => text,
        }
    }
}

/// Where a link of a story leads.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    Page(PageName),
    Country(Iso3),
    Publication(PublicationId),
    Web(WebAddress),
    Mail(String),
}

/// A view that needs nothing but its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageName {
    Overview,
    Countries,
    Strategies,
    Publications,
    AtWork,
    Support,
    Reform,
    UnCollaboration,
    Contact,
    About,
    Accessibility,
    Embed,
}

impl PageName {
    pub const ALL: [Self; 12] = [
        Self::Overview,
        Self::Countries,
        Self::Strategies,
        Self::Publications,
        Self::AtWork,
        Self::Support,
        Self::Reform,
        Self::UnCollaboration,
        Self::Contact,
        Self::About,
        Self::Accessibility,
        Self::Embed,
    ];

    /// The word after `page:` in a story, and the address segment (the overview has none).
    pub fn slug(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Countries => "countries",
            Self::Strategies => "strategies",
            Self::Publications => "publications",
            Self::AtWork => "at-work",
            Self::Support => "support",
            Self::Reform => "reform",
            Self::UnCollaboration => "un-collaboration",
            Self::Contact => "contact",
            Self::About => "about",
            Self::Accessibility => "accessibility",
            Self::Embed => "embed",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.slug() == slug)
    }
}
