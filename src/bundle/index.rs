//! The index of a bundle: what parts there are, where they lie, how long they are and what they hash to.

use crate::domain::citation_format::CitationFormat;
use crate::domain::language::Language;
use crate::domain::site::Site;
use crate::domain::story::StoryId;

/// Version of the format. The app refuses a bundle of another version, and says so.
pub const SCHEMA: &str = "3";

/// The name of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartName {
    /// Without their names: those of a language are among its [`PartName::Terms`].
    Countries,
    /// The names of countries in all languages, for a profile, an export and the finder.
    Names,
    /// Other names of countries: the finder works without them, but finds less.
    Spellings,
    Offices,
    Strategies,
    Publications,
    /// What the charts count of publications.
    PublicationYears,
    /// The periods of all strategies.
    Cycles,
    /// What lists show of the publications that name countries, the newest first.
    CountryPublications,
    /// The newest few publications.
    Latest,
    /// The publications that came into the content last.
    Added,
    Figures,
    Milestones,
    /// The last milestone of each story.
    LastSteps,
    Resources,
    /// The geometry of the map of countries.
    Map,
    /// The manifest of the search over the publications, which is no JSON; the search itself reads it.
    Search,
    /// What the search replies to the questions that a list begins with, so that a list is there before the search is.
    FirstReplies,
    Story(StoryId, Language),
    Messages(Language),
    /// Labels of slugs, and the names of countries.
    Terms(Language),
    /// The citations of all publications, a sheet as in `domain::citation_list`.
    Citations(CitationFormat),
}

impl PartName {
    /// The key in the index and the beginning of the file's name, such as `story.reform.en`.
    pub fn key(self) -> String {
        match self {
            Self::Countries => "countries".to_owned(),
            Self::Names => "names".to_owned(),
            Self::Spellings => "spellings".to_owned(),
            Self::Offices => "offices".to_owned(),
            Self::Strategies => "strategies".to_owned(),
            Self::Publications => "publications".to_owned(),
            Self::PublicationYears => "publication_years".to_owned(),
            Self::Cycles => "cycles".to_owned(),
            Self::CountryPublications => "country_publications".to_owned(),
            Self::Latest => "latest".to_owned(),
            Self::Added => "added".to_owned(),
            Self::Figures => "figures".to_owned(),
            Self::Milestones => "milestones".to_owned(),
            Self::LastSteps => "last_steps".to_owned(),
            Self::Resources => "resources".to_owned(),
            Self::Map => "map".to_owned(),
            Self::Search => "search".to_owned(),
            Self::FirstReplies => "first_replies".to_owned(),
            Self::Story(id, language) => ["story.", id.slug(), ".", language.code()].concat(),
            Self::Messages(language) => ["messages.", language.code()].concat(),
            Self::Terms(language) => ["terms.", language.code()].concat(),
            Self::Citations(format) => ["citations.", format.slug()].concat(),
        }
    }
}

/// How many records the bundle holds, so that a page can say so before they arrive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub countries: u32,
    pub member_states: u32,
    pub associate_members: u32,
    pub territories: u32,
    /// Offices that are a presence in a country.
    pub presences: u32,
    /// Strategy documents; one that covers several countries counts once.
    pub strategies: u32,
    pub publications: u32,
    pub figures: u32,
    pub milestones: u32,
    /// Member States by the most telling status among their strategies, in the order of `Status::ALL`. For the others no
    /// strategy was found.
    pub states: [u32; 4],
}

/// Where a part lies and what it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartEntry {
    /// Key, as [`PartName::key`] gives it.
    pub key: String,
    /// File name beside the index; holds a piece of the hash, so that a cache never serves another content.
    pub file: String,
    /// Length of the uncompressed file.
    pub bytes: u32,
    /// SHA-256 of the uncompressed file in base64, as in subresource integrity.
    pub sha256: String,
}

/// The index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    pub site: Site,
    pub counts: Counts,
    pub parts: Vec<PartEntry>,
}

impl Index {
    pub fn part(&self, name: PartName) -> Option<&PartEntry> {
        let key = name.key();
        self.parts.iter().find(|part| part.key == key)
    }
}
