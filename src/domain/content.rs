//! The checked whole: every record that has arrived, and the look-ups between records.

use std::sync::Arc;

use super::chart::counted::CountedPublication;
use super::country::{Country, CountryCode, Iso3};
use super::country_map::CountryMap;
use super::country_names::Names;
use super::cycle::Cycle;
use super::date::Year;
use super::figure::Figure;
use super::language::Language;
use super::milestone::{Milestone, Track};
use super::office::{Office, OfficeKind};
use super::order::sorted_by_key;
use super::publication::{Publication, PublicationId, newest_first};
use super::region::Region;
use super::resource::Resource;
use super::search::result_page::ResultRow;
use super::spelling::Spelling;
use super::story::{Story, StoryId};
use super::strategy::{Status, Strategy};
use super::terms::{TermKind, Terms};

/// Everything the product knows. Parts that have not arrived are empty; cloning shares the records.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// In the order of their ISO 3166-1 alpha-3 codes.
    pub countries: Arc<Vec<Country>>,
    /// For finding countries only.
    pub spellings: Arc<Vec<Spelling>>,
    pub offices: Arc<Vec<Office>>,
    pub strategies: Arc<Vec<Strategy>>,
    pub publications: Arc<Vec<Publication>>,
    /// What lists show of the publications that name countries, the newest first.
    pub country_publications: Arc<Vec<ResultRow>>,
    /// What the charts count.
    pub publication_years: Arc<Vec<CountedPublication>>,
    /// Of all strategies, in the same order.
    pub cycles: Arc<Vec<Cycle>>,
    /// The newest few publications, which the overview shows without the whole list.
    pub latest: Arc<Vec<Publication>>,
    /// The publications that came into the content last, the last first.
    pub added: Arc<Vec<Publication>>,
    pub figures: Arc<Vec<Figure>>,
    pub milestones: Arc<Vec<Milestone>>,
    /// The last milestone of each story, which the overview shows without all of them.
    pub last_steps: Arc<Vec<Milestone>>,
    pub resources: Arc<Vec<Resource>>,
    pub stories: Arc<Vec<Story>>,
    /// Fetched when a map of countries is opened, and not before.
    pub map: Option<Arc<CountryMap>>,
    /// Of each language, in the order of [`Language::ALL`]: a reader may come back to a language.
    pub terms: [Arc<Terms>; 6],
    /// The names of countries that have arrived, in the order of the codes; the countries may come later.
    pub names: Arc<Vec<Names>>,
}

/// How WHO is present for a country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Presence<'a> {
    /// An office in the country, which may serve others too.
    Own(&'a Office),
    /// An office in the country, with the support of an office elsewhere.
    Supported { own: &'a Office, by: &'a Office },
    /// Served from an office in another country.
    ServedFrom(&'a Office),
    /// No office was found in the sources: which is not the same as "none".
    NotFound,
}

/// The three kinds of presence that lists filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PresenceKind {
    InCountry,
    ServedFromElsewhere,
    NotFound,
}

impl PresenceKind {
    pub const ALL: [Self; 3] = [Self::InCountry, Self::ServedFromElsewhere, Self::NotFound];

    /// The word used in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::InCountry => "in_country",
            Self::ServedFromElsewhere => "served_from_elsewhere",
            Self::NotFound => "none_found",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

impl<'a> Presence<'a> {
    pub fn kind(&self) -> PresenceKind {
        match self {
            Self::Own(_) | Self::Supported { .. } => PresenceKind::InCountry,
            Self::ServedFrom(_) => PresenceKind::ServedFromElsewhere,
            Self::NotFound => PresenceKind::NotFound,
        }
    }

    /// The office to turn to first.
    pub fn office(&self) -> Option<&'a Office> {
        match self {
            Self::Own(office) | Self::Supported { own: office, .. } | Self::ServedFrom(office) => {
                Some(office)
            }
            Self::NotFound => None,
        }
    }
}

impl Content {
    /// Takes the countries, and gives them the names that have arrived before them.
    pub fn take_countries(&mut self, countries: Vec<Country>) {
        self.countries = Arc::new(sorted_by_key(countries, |country: &Country| country.iso3));
        self.name_countries();
    }

    /// Takes names of countries, whether the countries are here or not.
    pub fn take_names(&mut self, arrived: Vec<(Iso3, Language, String)>) {
        let names = Arc::make_mut(&mut self.names);
        for (iso3, language, name) in arrived {
            let found = names.binary_search_by(|known| known.code().cmp(&iso3));
            let at = found.unwrap_or_else(|at| {
                names.insert(at, Names::new(iso3));
                at
            });
            if let Some(names) = names.get_mut(at) {
                names.set(language, name);
            }
        }
        self.name_countries();
    }

    fn name_countries(&mut self) {
        for country in Arc::make_mut(&mut self.countries) {
            let found = self.names.binary_search_by(|names| names.code().cmp(&country.iso3));
            if let Some(names) = found.ok().and_then(|at| self.names.get(at)) {
                country.names.clone_from(names);
            }
        }
    }

    /// The label of a slug in a language; the slug itself where it is not here.
    pub fn label<'a>(&'a self, language: Language, kind: TermKind, slug: &'a str) -> &'a str {
        self.terms.get(language.index()).map_or(slug, |terms| terms.label(kind, slug))
    }

    /// Where a country stands among the countries.
    pub fn position(&self, iso3: Iso3) -> Option<usize> {
        self.countries.binary_search_by(|country| country.iso3.cmp(&iso3)).ok()
    }

    pub fn country(&self, iso3: Iso3) -> Option<&Country> {
        self.countries.get(self.position(iso3)?)
    }

    /// The country that any of its codes means.
    pub fn resolve(&self, code: CountryCode) -> Option<&Country> {
        match code {
            CountryCode::Iso3(iso3) => self.country(iso3),
            CountryCode::Iso2(iso2) => self.countries.iter().find(|country| country.iso2 == iso2),
            CountryCode::M49(m49) => self.countries.iter().find(|country| country.m49 == Some(m49)),
        }
    }

    /// Who serves a country. Of several offices that name it, one in the country itself comes first.
    pub fn presence(&self, iso3: Iso3) -> Presence<'_> {
        let presences = || self.offices.iter().filter(|office| office.kind.is_country_presence());
        let own = presences().find(|office| office.country == iso3);
        let elsewhere = presences().find(|office| office.country != iso3 && office.serves.contains(&iso3));
        match (own, elsewhere) {
            (Some(own), Some(by)) => Presence::Supported { own, by },
            (Some(own), None) => Presence::Own(own),
            (None, Some(by)) => Presence::ServedFrom(by),
            (None, None) => Presence::NotFound,
        }
    }

    pub fn regional_office(&self, region: Region) -> Option<&Office> {
        self.offices
            .iter()
            .find(|office| office.kind == OfficeKind::RegionalOffice && office.region == region)
    }

    pub fn headquarters(&self) -> Option<&Office> {
        self.offices.iter().find(|office| office.kind == OfficeKind::Headquarters)
    }

    /// The office to turn to where none was found for a country: that of its region, otherwise headquarters.
    pub fn last_resort(&self, country: &Country) -> Option<&Office> {
        let regional = country.region.and_then(|region| self.regional_office(region));
        regional.or_else(|| self.headquarters())
    }

    /// The strategies of a country, latest period first; those without a period at the end.
    pub fn strategies_of(&self, iso3: Iso3) -> Vec<&Strategy> {
        let found = self.strategies.iter().filter(|strategy| strategy.country == iso3).collect();
        sorted_by_key(found, |strategy: &&Strategy| Cycle::from(*strategy).recency())
    }

    /// The cycles of a country, in the same order.
    pub fn cycles_of(&self, iso3: Iso3) -> Vec<Cycle> {
        let found = self.cycles.iter().filter(|cycle| cycle.country == iso3).copied().collect();
        sorted_by_key(found, Cycle::recency)
    }

    /// The most telling status among a country's cycles; none if no strategy was found.
    pub fn strategy_status(&self, iso3: Iso3, on: Year) -> Option<Status> {
        let of_country = self.cycles.iter().filter(|cycle| cycle.country == iso3);
        of_country.map(|cycle| cycle.status(on)).min()
    }

    /// What lists show of the publications that name a country, newest first.
    pub fn listed_publications_of(&self, iso3: Iso3) -> Vec<&ResultRow> {
        let names = |row: &&ResultRow| row.countries.iter().any(|country| country == iso3.as_str());
        self.country_publications.iter().filter(names).collect()
    }

    /// The publications that name a country, newest first.
    pub fn publications_of(&self, iso3: Iso3) -> Vec<&Publication> {
        let publications = self.publications.iter();
        newest_first(publications.filter(|publication| publication.countries.contains(&iso3)).collect())
    }

    pub fn publication(&self, id: &PublicationId) -> Option<&Publication> {
        self.publications.iter().find(|publication| publication.id == *id)
    }

    pub fn story(&self, id: StoryId) -> Option<&Story> {
        self.stories.iter().find(|story| story.id == id)
    }

    /// The milestones of a story, oldest first.
    pub fn milestones_of(&self, track: Track) -> Vec<&Milestone> {
        let found = self.milestones.iter().filter(|milestone| milestone.track == track).collect();
        sorted_by_key(found, |milestone: &&Milestone| milestone.date)
    }

    /// The figures of one metric: dated ones oldest first, then undated ones.
    pub fn figures_of(&self, metric: &str) -> Vec<&Figure> {
        let found = self.figures.iter().filter(|figure| figure.metric == metric).collect();
        sorted_by_key(found, |figure: &&Figure| (figure.year.is_none(), figure.year))
    }

    /// The latest dated figure of a metric, which is the one the site states.
    pub fn stated_figure(&self, metric: &str) -> Option<&Figure> {
        let dated = self.figures.iter().filter(|figure| figure.metric == metric && figure.year.is_some());
        dated.max_by_key(|figure| figure.year)
    }
}
