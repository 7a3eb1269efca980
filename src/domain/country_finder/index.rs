//! All spellings of all countries, brought into their normal form once.

use std::sync::Arc;

use super::normal::Normal;
use super::slip::{self, LONGEST};
use super::{NameKind, OtherName};
use crate::domain::content::Content;
use crate::domain::country::Country;
use crate::domain::language::Language;
use crate::domain::order::{ranks, sorted};
use crate::domain::spelling::{Spelling, SpellingKind};

/// The spellings, and the words they are made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    pub countries: Arc<Vec<Country>>,
    spellings: Arc<Vec<Spelling>>,
    language: Option<Language>,
    /// Country by country, and of each the name in the reader's language first.
    pub entries: Vec<Entry>,
    /// Every word of any spelling, once, in the order of its bytes: words with the same beginning stand together.
    pub words: Vec<Word>,
    /// Rank of each country by its name in the reader's language.
    pub name_rank: Vec<usize>,
}

/// One spelling of one country.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Position among the countries.
    pub country: usize,
    pub origin: Origin,
    pub whole: String,
    /// Where it differs from `whole`.
    pub lean: Option<String>,
    pub mask: u32,
    /// Letters of `whole` and of `lean`.
    pub length: usize,
    pub lean_length: usize,
    /// Places in `words`.
    pub words: Vec<u16>,
}

/// Where a spelling stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Name(Language),
    /// Position among the country's aliases.
    Alias(usize),
    /// Position in the list of spellings.
    Listed(usize),
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    pub text: String,
    pub mask: u32,
    /// In letters.
    pub length: usize,
}

impl Index {
    pub(super) fn new(content: &Content, language: Language) -> Self {
        let mut index = Self {
            countries: Arc::clone(&content.countries),
            spellings: Arc::clone(&content.spellings),
            language: Some(language),
            ..Self::default()
        };
        let found = index.collect(language);
        index.words = vocabulary(&found);
        for (country, origin, normal) in found {
            let entry = index.entry(country, origin, normal);
            index.entries.push(entry);
        }
        let names: Vec<String> =
            index.countries.iter().map(|country| Normal::new(country.names.get(language)).whole).collect();
        index.name_rank = ranks(names.len(), &|a, b| names.get(a).cmp(&names.get(b)));
        index
    }

    /// Every spelling with its country. What the reader knows best comes first, because of two spellings that fit alike
    /// the first one is told.
    fn collect(&self, language: Language) -> Vec<(usize, Origin, Normal)> {
        let mut found: Vec<(usize, Origin, Normal)> = Vec::new();
        for (at, country) in self.countries.iter().enumerate() {
            let first = found.len();
            for origin in self.origins(country, language) {
                // A footnote mark, as in "Kosovo[1]", is no part of a name.
                let text = self.text(at, origin).split('[').next().unwrap_or("");
                let normal = Normal::new(text);
                let is_known = found.iter().skip(first).any(|(_, _, known)| *known == normal);
                if !normal.whole.is_empty() && !is_known {
                    found.push((at, origin, normal));
                }
            }
        }
        found
    }

    /// The places of a country's spellings.
    fn origins(&self, country: &Country, language: Language) -> Vec<Origin> {
        let mut origins = vec![Origin::Name(language)];
        for at in 0..country.aliases.len() {
            origins.push(Origin::Alias(at));
        }
        let mut others = Vec::new();
        for (at, row) in self.spellings.iter().enumerate() {
            if row.country == country.iso3 {
                let place = if row.language == language.code() { &mut origins } else { &mut others };
                place.push(Origin::Listed(at));
            }
        }
        for other in Language::ALL {
            if other != language {
                origins.push(Origin::Name(other));
            }
        }
        origins.append(&mut others);
        origins
    }

    fn entry(&self, country: usize, origin: Origin, normal: Normal) -> Entry {
        let mut words = Vec::new();
        for word in &normal.words {
            if let Ok(place) = self.words.binary_search_by(|known| known.text.cmp(word)) {
                words.extend(u16::try_from(place));
            }
        }
        let lean = Some(normal.lean()).filter(|lean| *lean != normal.whole);
        Entry {
            country,
            origin,
            words,
            mask: slip::mask(&normal.whole),
            length: normal.whole.chars().count(),
            lean_length: lean.as_ref().unwrap_or(&normal.whole).chars().count(),
            whole: normal.whole,
            lean,
        }
    }

    /// A spelling as it was written.
    pub(super) fn text(&self, country: usize, origin: Origin) -> &str {
        let country = self.countries.get(country);
        let text = match origin {
            // What the reader sees is the name, whatever its language.
            Origin::Name(language) if self.language == Some(language) => {
                country.map(|country| country.names.get(language))
            }
            Origin::Name(language) => country.and_then(|country| country.names.known(language)),
            Origin::Alias(at) => country.and_then(|country| country.aliases.get(at)).map(String::as_str),
            Origin::Listed(at) => self.spellings.get(at).map(|spelling| spelling.text.as_str()),
        };
        text.unwrap_or("")
    }

    /// Whether a spelling is the name that the reader sees.
    pub(super) fn is_shown_name(&self, entry: &Entry) -> bool {
        matches!(entry.origin, Origin::Name(language) if self.language == Some(language))
    }

    /// How far a spelling is from being shown: not at all, an other name by its length, then former names.
    pub(super) fn remoteness(&self, entry: &Entry) -> usize {
        let is_former = match entry.origin {
            Origin::Name(_) | Origin::Alias(_) => false,
            Origin::Listed(at) => self.spellings.get(at).is_some_and(|row| row.kind == SpellingKind::Former),
        };
        match entry.lean_length {
            _ if self.is_shown_name(entry) => 0,
            length if is_former => length + LONGEST,
            length => length,
        }
    }

    /// What to tell about a spelling; nothing about the name in the reader's language, which is shown anyway.
    pub(super) fn other_name(&self, entry: &Entry) -> Option<OtherName> {
        if self.is_shown_name(entry) {
            return None;
        }
        let (kind, language) = match entry.origin {
            Origin::Name(language) => (NameKind::Official, Some(language.code())),
            Origin::Alias(_) => (NameKind::Alias, None),
            Origin::Listed(at) => {
                let spelling = self.spellings.get(at)?;
                (NameKind::Listed(spelling.kind), Some(spelling.language.as_str()))
            }
        };
        let text = self.text(entry.country, entry.origin).to_owned();
        Some(OtherName { text, kind, language: language.map(str::to_owned) })
    }
}

impl Entry {
    pub(super) fn lean(&self) -> &str {
        self.lean.as_ref().unwrap_or(&self.whole)
    }
}

/// Every word once, in the order of its bytes.
fn vocabulary(found: &[(usize, Origin, Normal)]) -> Vec<Word> {
    let mut texts: Vec<&String> = Vec::new();
    for (_, _, normal) in found {
        texts.extend(&normal.words);
    }
    let mut words: Vec<Word> = Vec::new();
    for text in sorted(texts, Ord::cmp) {
        if words.last().is_none_or(|last| last.text != *text) {
            words.push(Word { text: text.clone(), mask: slip::mask(text), length: text.chars().count() });
        }
    }
    words
}
