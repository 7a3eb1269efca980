//! What a partner's page asks of an embed: what is shown, in which language, how it looks. The keys and words here are a public
//! contract that only grows (`docs/embed.md`); `public/embed/frame.js` and `loader.js` follow the same rules, and
//! `tests/fixtures/embeds.tsv` holds all of them to it.

pub mod colour;
pub mod look;

use self::colour::Colour;
use self::look::{Density, Font, LARGEST_RADIUS, Look, Theme};
use super::chart::ChartId;
use super::country::{CountryCode, Iso3};
use super::date::PartialDate;
use super::language::Language;
use super::list_query::{Ignored, List, ListQuery};
use super::query_string;
use super::region::Region;
use super::route::Route;

/// Where the embeds stand, below the site's base. The number is the version of the contract.
pub const FOLDER: &str = "embed/v1/";

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

/// All that an address, or the attributes of the element, can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    pub view: EmbedView,
    pub language: Language,
    pub look: Look,
    /// The date of the content that is to stay as it was.
    pub pin: Option<PartialDate>,
    /// Whether notes are shown in the embed.
    pub debug: bool,
}

/// Something that could not be used. The embed is shown nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub key: String,
    pub value: String,
    pub reason: Reason,
}

/// Why it could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no such key, or the view does not have it.
    UnknownKey,
    /// The key does not take this value; its default holds.
    BadValue,
    /// The colour cannot be read on its ground, or nothing can be read on it.
    LowContrast,
    /// The document does not apply this filter: until its shell does, it shows more and links to the site.
    SiteOnly,
}

impl Reason {
    /// A word that stays the same: it stands in messages of the frame.
    pub fn slug(self) -> &'static str {
        match self {
            Self::UnknownKey => "unknown_key",
            Self::BadValue => "bad_value",
            Self::LowContrast => "low_contrast",
            Self::SiteOnly => "site_only",
        }
    }
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
    fn of(slug: &str, country: Option<Iso3>, chart: Option<ChartId>) -> Self {
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

    pub(super) fn query_mut(&mut self) -> Option<&mut ListQuery> {
        match self {
            Self::Countries(query)
            | Self::Map(query)
            | Self::Strategies(query)
            | Self::Publications(query) => Some(query),
            Self::Country(_) | Self::Figures | Self::Chart(..) => None,
        }
    }

    /// Takes the region of a chart. None if there is no such choice; false if it is no region.
    fn take_region(&mut self, value: &str) -> Option<bool> {
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
    fn pairs(&self) -> Vec<(&'static str, String)> {
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

impl Default for Embed {
    /// The list of all countries in English.
    fn default() -> Self {
        Self {
            view: EmbedView::Countries(ListQuery::default()),
            language: Language::En,
            look: Look::default(),
            pin: None,
            debug: false,
        }
    }
}

impl Embed {
    /// Reads a query, with or without its question mark. What cannot be used is noted, and the default holds. Never fails.
    pub fn parse(query: &str) -> (Self, Vec<Note>) {
        let mut embed = Self::default();
        let mut notes = Vec::new();
        let (mut view, mut country, mut chart) = (None, None, None);
        let mut filters = Vec::new();
        for (key, value) in query_string::parse(query) {
            let is_good = if key == "view" {
                view = EmbedView::SLUGS.into_iter().find(|slug| *slug == value);
                Some(view.is_some())
            } else {
                embed.accept(&key, &value)
            };
            match is_good {
                Some(true) => {}
                Some(false) => notes.push(Note { key, value, reason: Reason::BadValue }),
                None => {
                    match key.as_str() {
                        "country" => country = Iso3::parse(&value),
                        "chart" => chart = ChartId::from_slug(&value).or(chart),
                        _ => {}
                    }
                    filters.push((key, value));
                }
            }
        }
        let wants_country = filters.iter().any(|(key, _)| key == "country");
        let default = if wants_country { "country" } else { "countries" };
        embed.view = EmbedView::of(view.unwrap_or(default), country, chart);
        embed.filter(filters, &mut notes);
        if view == Some("country") && !wants_country {
            notes.push(Note { key: "country".to_owned(), value: String::new(), reason: Reason::BadValue });
        }
        let refused = embed.look.refused().into_iter();
        notes.extend(refused.map(|(key, colour)| Note {
            key: key.to_owned(),
            value: colour.to_string(),
            reason: Reason::LowContrast,
        }));
        (embed, notes)
    }

    /// Takes a pair that does not depend on the view. None if it is not one of these; false if its value is bad.
    fn accept(&mut self, key: &str, value: &str) -> Option<bool> {
        let look = &mut self.look;
        let is_good = match key {
            "lang" => put(&mut self.language, Language::from_code(value)),
            "theme" => put(&mut look.theme, Theme::from_slug(value)),
            "accent" => put(&mut look.accent, Colour::parse(value).map(Some)),
            "background" => put(&mut look.background, Colour::parse(value).map(Some)),
            "text" => put(&mut look.text, Colour::parse(value).map(Some)),
            "radius" => put(&mut look.radius, radius(value).map(Some)),
            "font" => put(&mut look.font, Font::from_slug(value)),
            "density" => put(&mut look.density, Density::from_slug(value)),
            "pin" => put(&mut self.pin, PartialDate::parse_day(value).map(Some)),
            "debug" => put(&mut self.debug, ["0", "1"].contains(&value).then_some(value == "1")),
            _ => return None,
        };
        Some(is_good)
    }

    /// Takes the pairs that the view may know.
    fn filter(&mut self, pairs: Vec<(String, String)>, notes: &mut Vec<Note>) {
        let list = self.view.list().map(|(list, _)| list);
        let mut known = Vec::new();
        for (key, value) in pairs {
            if list.is_some_and(|list| is_filter(list, &key)) {
                known.push((key, value));
                continue;
            }
            let is_good = match (key.as_str(), &self.view) {
                // The list of all stands in the place of a card.
                ("country", view) => Some(matches!(view, EmbedView::Country(_))),
                ("chart", EmbedView::Chart(..)) => Some(ChartId::from_slug(&value).is_some()),
                ("region", _) => self.view.take_region(&value),
                _ => None,
            };
            let reason = if is_good.is_none() { Reason::UnknownKey } else { Reason::BadValue };
            if is_good != Some(true) {
                notes.push(Note { key, value, reason });
            }
        }
        if let (Some(list), Some(own)) = (list, self.view.query_mut()) {
            let (query, ignored) = ListQuery::parse(list, &known);
            *own = query;
            let ignored = ignored.into_iter();
            notes.extend(ignored.map(|Ignored { key, value }| Note { key, value, reason: Reason::BadValue }));
        }
    }

    /// The pairs of the address, which are also the attributes of the element; defaults are left out, the view never is.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("view", self.view.slug().to_owned())];
        pairs.extend(self.view.pairs());
        if self.language != Language::En {
            pairs.push(("lang", self.language.code().to_owned()));
        }
        pairs.extend(self.look_pairs());
        pairs
    }

    /// What is not told by the path of the document.
    fn look_pairs(&self) -> Vec<(&'static str, String)> {
        let (look, default) = (&self.look, Look::default());
        let colour = |key: &'static str, colour: Option<Colour>| Some((key, colour?.to_string()));
        let word =
            |key: &'static str, word: &str, is_default: bool| (!is_default).then(|| (key, word.to_owned()));
        let pairs = [
            word("theme", look.theme.slug(), look.theme == default.theme),
            colour("accent", look.accent),
            colour("background", look.background),
            colour("text", look.text),
            look.radius.map(|radius| ("radius", radius.to_string())),
            word("font", look.font.slug(), look.font == default.font),
            word("density", look.density.slug(), look.density == default.density),
            self.pin.map(|pin| ("pin", pin.to_string())),
            word("debug", "1", !self.debug),
        ];
        pairs.into_iter().flatten().collect()
    }

    /// The whole query: `?view=country&country=KEN&lang=fr`.
    pub fn query(&self) -> String {
        query_string::write(&self.pairs())
    }

    /// The path of the document below the site's base: `embed/v1/fr/country/KEN`.
    pub fn document(&self) -> String {
        let path = [FOLDER, self.language.code(), "/", self.view.slug()].concat();
        let values = self.view.place().into_iter().flat_map(|(_, value)| ["/".to_owned(), value]);
        [path].into_iter().chain(values).collect()
    }

    /// The address for a frame, below the site's base: the document, and as a query what its path does not say. Of a day whose
    /// content is to stay, only the folder knows whether it is kept: it leads on.
    pub fn source(&self) -> String {
        if self.pin.is_some() {
            return [FOLDER, &self.query()].concat();
        }
        let mut pairs = self.unmet();
        pairs.extend(self.look_pairs());
        [self.document(), query_string::write(&pairs)].concat()
    }

    /// The filters that the document does not apply: until its shell does, it shows more, says so, and links to the site.
    pub fn unmet(&self) -> Vec<(&'static str, String)> {
        let met = self.view.place();
        let mut pairs = self.view.pairs();
        pairs.retain(|pair| !met.contains(pair));
        pairs
    }

    /// The same as notes.
    pub fn unmet_notes(&self) -> Vec<Note> {
        let note =
            |(key, value): (&str, String)| Note { key: key.to_owned(), value, reason: Reason::SiteOnly };
        self.unmet().into_iter().map(note).collect()
    }
}

/// Whether a key narrows or orders a list in an embed. Pages and comparisons are for the site.
fn is_filter(list: List, key: &str) -> bool {
    matches!(key, "q" | "sort")
        || (list != List::Countries && matches!(key, "from" | "to"))
        || list.facets().iter().any(|facet| facet.key == key)
}

/// Puts a value in its place, if there is one.
fn put<T>(place: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *place = value;
            true
        }
        None => false,
    }
}

/// A whole number of pixels without a sign.
fn radius(text: &str) -> Option<u8> {
    let is_plain = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let radius = is_plain.then(|| text.parse().ok())??;
    (radius <= LARGEST_RADIUS).then_some(radius)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn notes(query: &str) -> Vec<String> {
        let (_, notes) = Embed::parse(query);
        notes.iter().map(|note| [&note.key, "=", &note.value, " ", note.reason.slug()].concat()).collect()
    }

    /// The table is read by the tests of the frame's script too. Its columns are parted by tabs: what is asked, how it is written,
    /// the address of the frame, the notes.
    const TABLE: &str = include_str!("../../tests/fixtures/embeds.tsv");

    #[test]
    fn the_table_holds() {
        let rows: Vec<&str> = TABLE.lines().skip(1).collect();
        assert!(rows.len() > 30);
        for row in rows {
            let columns: Vec<&str> = row.split('\t').collect();
            let [query, written, source, noted] = columns.as_slice() else { panic!("{row}") };
            let (embed, _) = Embed::parse(query);
            let found = [embed.query(), embed.source(), notes(query).join("; ")];
            assert_eq!(found, [*written, *source, *noted], "{query}");
        }
    }

    /// Which days are kept, only the folder knows.
    #[test]
    fn a_day_that_is_to_stay_is_asked_of_the_folder() {
        let (embed, notes) = Embed::parse("country=KEN&pin=2026-11-01");
        assert_eq!(embed.source(), "embed/v1/?view=country&country=KEN&pin=2026-11-01");
        assert_eq!(notes, []);
    }

    #[test]
    fn the_site_shows_the_same() {
        for (query, route) in [
            ("country=KEN", Route::Country(CountryCode::Iso3(Iso3::parse("KEN").unwrap()))),
            ("view=figures", Route::AtWork(None)),
            ("view=chart&chart=served&region=AMR", Route::AtWork(Some(Region::Amr))),
            ("view=map", Route::Countries(ListQuery::default().viewed_as(List::Countries, "map"))),
            ("view=strategies&region=AFR", Route::Strategies(ListQuery::default().toggled("region", "AFR"))),
        ] {
            assert_eq!(Embed::parse(query).0.view.route(), route, "{query}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(query in any::<String>()) {
            let _ = Embed::parse(&query);
        }

        #[test]
        fn what_is_written_is_read_back(
            keys in proptest::collection::vec((0_usize..19, 0_usize..16), 0..12),
        ) {
            const KEYS: [&str; 19] = [
                "view", "chart", "country", "region", "q", "type", "income", "office", "strategy", "from", "sort",
                "lang", "theme", "accent", "background", "text", "radius", "pin", "debug",
            ];
            const VALUES: [&str; 16] = [
                "country", "chart", "served", "map", "strategies", "publications", "KEN", "AFR,EUR", "low", "1", "a b&c", "2024",
                "fr", "dark", "%230a626c", "2026-11-01",
            ];
            let query: Vec<String> = keys.iter().map(|(key, value)| [KEYS[*key], "=", VALUES[*value]].concat()).collect();
            let (embed, _) = Embed::parse(&query.join("&"));
            let (again, notes) = Embed::parse(&embed.query());
            prop_assert_eq!(&again, &embed);
            // A colour that is refused is noted each time; nothing else is.
            prop_assert!(notes.iter().all(|note| note.reason == Reason::LowContrast), "{:?}", notes);
        }
    }
}
