//! What is searched: a work, with its editions in several languages.

use super::bytes::decimal;
use crate::domain::content::Content;
use crate::domain::date::PartialDate;
use crate::domain::order::sorted;
use crate::domain::publication::{Publication, YearBasis};

/// A work: one publication, whatever the number of languages it exists in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    pub id: String,
    /// The first is the one that is shown.
    pub editions: Vec<Edition>,
    pub subtitle: String,
    pub summary: String,
    /// Names of its countries, in all languages, for the search only.
    pub names: String,
    /// WHO numbers, ISBNs, IRIS handles.
    pub references: Vec<String>,
    pub date: Option<PartialDate>,
    pub year_basis: Option<YearBasis>,
    /// Slugs of the facets.
    pub kind: String,
    pub region: String,
    pub countries: Vec<String>,
    pub topics: Vec<String>,
}

/// A work in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// A BCP 47 code.
    pub language: String,
    /// Empty where only the language of the edition is known, not its title.
    pub title: String,
}

/// The facets of a work, in the order in which answers tell their counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetKind {
    Type,
    Country,
    Region,
    Language,
    Topic,
    /// Chosen as a span of years; its counts are the histogram.
    Year,
}

impl FacetKind {
    pub const ALL: [Self; 6] =
        [Self::Type, Self::Country, Self::Region, Self::Language, Self::Topic, Self::Year];

    /// The word used in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Country => "country",
            Self::Region => "region",
            Self::Language => "language",
            Self::Topic => "topic",
            Self::Year => "year",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Position in [`Self::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether no work has two values.
    pub fn is_single(self) -> bool {
        matches!(self, Self::Type | Self::Region | Self::Year)
    }
}

impl Work {
    /// The title that is shown.
    pub fn title(&self) -> &str {
        self.editions.first().map_or("", |edition| &edition.title)
    }

    /// The values of a facet, each once.
    pub fn values(&self, kind: FacetKind) -> Vec<String> {
        let mut values: Vec<String> = match kind {
            FacetKind::Type => vec![self.kind.clone()],
            FacetKind::Country => self.countries.clone(),
            FacetKind::Region => vec![self.region.clone()],
            FacetKind::Language => self.editions.iter().map(|edition| edition.language.clone()).collect(),
            FacetKind::Topic => self.topics.clone(),
            FacetKind::Year => {
                self.date.iter().map(|date| decimal(u32::from(date.year().number()))).collect()
            }
        };
        values.retain(|value| !value.is_empty());
        let mut values = sorted(values, Ord::cmp);
        values.dedup();
        values
    }

    /// Whether it has a value of a facet.
    pub(super) fn has(&self, kind: FacetKind, value: &str) -> bool {
        let among = |values: &[String]| values.iter().any(|known| known == value);
        match kind {
            FacetKind::Type => self.kind == value,
            FacetKind::Country => among(&self.countries),
            FacetKind::Region => self.region == value,
            FacetKind::Language => self.editions.iter().any(|edition| edition.language == value),
            FacetKind::Topic => among(&self.topics),
            FacetKind::Year => {
                self.date.is_some_and(|date| decimal(u32::from(date.year().number())) == value)
            }
        }
    }

    /// A publication of the content, with the names of its countries.
    pub fn from_publication(publication: &Publication, content: &Content) -> Self {
        let title = |at: usize| if at == 0 { publication.title.clone() } else { String::new() };
        let languages = publication.languages.iter().enumerate();
        let references = [&publication.reference, &publication.isbn, &publication.iris_handle];
        Self {
            id: publication.id.as_str().to_owned(),
            editions: languages
                .map(|(at, language)| Edition { language: language.clone(), title: title(at) })
                .collect(),
            subtitle: publication.subtitle.clone().unwrap_or_default(),
            summary: publication.summary.clone(),
            names: country_names(publication, content),
            references: references.into_iter().flatten().cloned().collect(),
            date: publication.date.or(publication.year.map(PartialDate::of_year)),
            year_basis: publication.year_basis,
            kind: publication.kind.clone(),
            region: publication.coverage.slug().to_owned(),
            countries: publication.countries.iter().map(|iso3| iso3.as_str().to_owned()).collect(),
            topics: publication.topics.clone(),
        }
    }
}

/// Codes, names in all languages and aliases, a line for each.
fn country_names(publication: &Publication, content: &Content) -> String {
    let mut names: Vec<&str> = Vec::new();
    for iso3 in &publication.countries {
        names.push(iso3.as_str());
        if let Some(country) = content.country(*iso3) {
            names.extend(country.names.all().map(|(_, name)| name));
            names.extend(country.aliases.iter().map(String::as_str));
        }
    }
    names.join("\n")
}

/// Joins works that are editions of one, told by the same id; the first one gives what the others lack.
pub fn joined(works: Vec<Work>) -> Vec<Work> {
    let mut places = std::collections::BTreeMap::new();
    let mut whole: Vec<Work> = Vec::new();
    for work in works {
        let place = *places.entry(work.id.clone()).or_insert(whole.len());
        match whole.get_mut(place) {
            Some(first) => join(first, work),
            None => whole.push(work),
        }
    }
    whole
}

fn join(first: &mut Work, other: Work) {
    let add = |into: &mut Vec<String>, more: Vec<String>| {
        for value in more {
            if !into.contains(&value) {
                into.push(value);
            }
        }
    };
    for edition in other.editions {
        match first.editions.iter_mut().find(|known| known.language == edition.language) {
            Some(known) if known.title.is_empty() => known.title = edition.title,
            Some(_) => {}
            None => first.editions.push(edition),
        }
    }
    add(&mut first.references, other.references);
    add(&mut first.countries, other.countries);
    add(&mut first.topics, other.topics);
    for (text, more) in [(&mut first.subtitle, other.subtitle), (&mut first.summary, other.summary)] {
        if text.is_empty() {
            *text = more;
        }
    }
    if first.names.is_empty() {
        first.names = other.names;
    }
    first.date = first.date.or(other.date);
    first.year_basis = first.year_basis.or(other.year_basis);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(id: &str, language: &str, title: &str) -> Work {
        let editions = vec![Edition { language: language.to_owned(), title: title.to_owned() }];
        Work { id: id.to_owned(), editions, ..Work::default() }
    }

    #[test]
    fn editions_are_one_work() {
        let works = joined(vec![
            edition("a", "en", "Health"),
            edition("b", "fr", "Eau"),
            edition("a", "fr", "Santé"),
            edition("a", "en", "Health again"),
        ]);
        let titles: Vec<Vec<&str>> = works
            .iter()
            .map(|work| work.editions.iter().map(|edition| edition.title.as_str()).collect())
            .collect();
        assert_eq!(titles, [vec!["Health", "Santé"], vec!["Eau"]]);
        assert_eq!(works[0].values(FacetKind::Language), ["en", "fr"]);
    }

    #[test]
    fn facets_are_known_by_their_keys() {
        for kind in FacetKind::ALL {
            assert_eq!(FacetKind::from_key(kind.key()), Some(kind));
            assert_eq!(FacetKind::ALL[kind.index()], kind);
        }
        assert_eq!(FacetKind::from_key("colour"), None);
    }
}
