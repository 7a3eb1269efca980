//! What an embed shows: its word, its document, and the same on the site.

use super::reading::put;
use crate::domain::chart::ChartId;
use crate::domain::country::{CountryCode, Iso3};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::region::Region;
use crate::domain::route::Route;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmbedView {
    /// The card of a country.
    Country(Iso3),
    Countries(ListQuery),
    /// The countries on a map.
    Map(ListQuery),
    Strategies(ListQuery),
    Publications(ListQuery),
    /// The key figures.
    Figures,
    /// One chart, of the whole world or of a region.
    Chart(ChartId, Option<Region>),
}

impl EmbedView {
    /// The words of the key `view`, in the order a reader can choose from.
    pub const SLUGS: [&str; 7] =
        ["country", "countries", "map", "strategies", "publications", "figures", "chart"];

    /// The chart where none is named: every region has it.
    const CHART: ChartId = ChartId::Presence;

    /// The word in addresses.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Country(_) => "country",
            Self::Countries(_) => "countries",
            Self::Map(_) => "map",
            Self::Strategies(_) => "strategies",
            Self::Publications(_) => "publications",
            Self::Figures => "figures",
            Self::Chart(..) => "chart",
        }
    }

    /// The list that is shown, with its query.
    pub fn list(&self) -> Option<(List, &ListQuery)> {
        match self {
            Self::Countries(query) | Self::Map(query) => Some((List::Countries, query)),
            Self::Strategies(query) => Some((List::Strategies, query)),
            Self::Publications(query) => Some((List::Publications, query)),
            Self::Country(_) | Self::Figures | Self::Chart(..) => None,
        }
    }

    /// The same on the full site.
    pub fn route(&self) -> Route {
        match self {
            Self::Country(iso3) => Route::Country(CountryCode::Iso3(*iso3)),
            Self::Countries(query) => Route::Countries(query.clone()),
            Self::Map(query) => Route::Countries(query.viewed_as(List::Countries, "map")),
            Self::Strategies(query) => Route::Strategies(query.clone()),
            Self::Publications(query) => Route::Publications(query.clone()),
            Self::Figures => Route::AtWork(None),
            Self::Chart(_, region) => Route::AtWork(*region),
        }
    }

    /// Where on that page it stands: with its sign `#`, or empty for the whole page.
    pub fn anchor(&self) -> String {
        match self {
            Self::Chart(id, _) => ["#", id.slug()].concat(),
            _ => String::new(),
        }
    }

    /// The view of a word. A card without a country is the list of all.
    pub(super) fn of(slug: &str, country: Option<Iso3>, chart: Option<ChartId>) -> Self {
        let query = ListQuery::default();
        match (slug, country) {
            ("country", Some(iso3)) => Self::Country(iso3),
            ("map", _) => Self::Map(query),
            ("strategies", _) => Self::Strategies(query),
            ("publications", _) => Self::Publications(query),
            ("figures", _) => Self::Figures,
            ("chart", _) => Self::Chart(chart.unwrap_or(Self::CHART), None),
            _ => Self::Countries(query),
        }
    }

    pub(in crate::domain) fn query_mut(&mut self) -> Option<&mut ListQuery> {
        match self {
            Self::Countries(query)
            | Self::Map(query)
            | Self::Strategies(query)
            | Self::Publications(query) => Some(query),
            Self::Country(_) | Self::Figures | Self::Chart(..) => None,
        }
    }

    /// Takes the region of a chart. None if there is no such choice; false if it is no region.
    pub(super) fn take_region(&mut self, value: &str) -> Option<bool> {
        match self {
            Self::Chart(id, region) if !id.is_worldwide() => {
                Some(put(region, Region::from_code(value).map(Some)))
            }
            _ => None,
        }
    }

    /// Keys and values that the path of the document tells: of a list one filter, of a chart all.
    pub fn place(&self) -> Vec<(&'static str, String)> {
        let facets: &[&'static str] = match self {
            Self::Country(_) | Self::Chart(..) => return self.pairs(),
            Self::Countries(_) | Self::Strategies(_) => &["region"],
            Self::Publications(_) => &["type", "region"],
            Self::Map(_) | Self::Figures => &[],
        };
        let Some((_, query)) = self.list() else { return Vec::new() };
        let single = |facet: &&'static str| {
            let mut values = query.values(facet);
            let value = values.next()?;
            values.next().is_none().then(|| (*facet, value.to_owned()))
        };
        facets.iter().find_map(single).into_iter().collect()
    }

    /// The pairs that say what is shown, besides the view itself.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Country(iso3) => vec![("country", iso3.to_string())],
            Self::Chart(id, region) => {
                let region = region.map(|region| ("region", region.code().to_owned()));
                [("chart", id.slug().to_owned())].into_iter().chain(region).collect()
            }
            _ => self.list().map(|(list, query)| query.pairs(list)).unwrap_or_default(),
        }
    }
}
