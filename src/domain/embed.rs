//! What a partner's page asks of an embed: what is shown, in which language, how it looks. The keys and words here are a public
//! contract that only grows (`docs/embed.md`); `public/embed/frame.js` and `loader.js` follow the same rules, and
//! `tests/fixtures/embeds.tsv` holds all of them to it.

pub mod colour;
pub mod look;
mod reading;
mod view;

pub use view::EmbedView;

use self::colour::Colour;
use self::look::Look;
use super::date::PartialDate;
use super::language::Language;
use super::list_query::ListQuery;
use super::query_string;

/// Where the embeds stand, below the site's base. The number is the version of the contract.
pub const FOLDER: &str = "embed/v1/";

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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::{CountryCode, Iso3};
    use crate::domain::list_query::List;
    use crate::domain::region::Region;
    use crate::domain::route::Route;
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
