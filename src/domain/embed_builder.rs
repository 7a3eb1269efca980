//! What a web editor chooses on the page that makes the code for other sites. All of it is in the address: an embed's own keys,
//! and the height of the frame.

use super::chart::ChartId;
use super::embed::look::Look;
use super::embed::{Embed, EmbedView, Reason};
use super::language::Language;
use super::list_query::{Ignored, List, ListQuery};
use super::query_string;
use super::region::Region;

/// The heights that can be chosen, in CSS pixels. A frame lower than the first would be a slit.
pub const HEIGHTS: std::ops::RangeInclusive<u16> = 120..=4000;

/// The height where none was chosen.
const HEIGHT: u16 = 560;

/// The choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Builder {
    /// Its language is not used.
    embed: Embed,
    /// None is the language of the page.
    language: Option<Language>,
    /// The card of a country is wanted, and the country has not been chosen yet.
    lacks_country: bool,
    height: u16,
}

impl Default for Builder {
    /// All countries, in the language of the page.
    fn default() -> Self {
        Self { embed: Embed::default(), language: None, lacks_country: false, height: HEIGHT }
    }
}

impl Builder {
    /// One chart, of the whole world or of a region.
    pub fn of_chart(id: ChartId, region: Option<Region>) -> Self {
        let region = region.filter(|_| !id.is_worldwide());
        Self { embed: Embed { view: EmbedView::Chart(id, region), ..Embed::default() }, ..Self::default() }
    }

    /// Reads the pairs of an address. What cannot be used is handed back. Never fails.
    pub fn parse(pairs: &[(String, String)]) -> (Self, Vec<Ignored>) {
        let mut builder = Self::default();
        let (mut asked, mut ignored) = (Vec::new(), Vec::new());
        for (key, value) in pairs {
            let is_good = match key.as_str() {
                "lang" => {
                    let language = Language::from_code(value);
                    builder.language = language.or(builder.language);
                    language.is_some()
                }
                "height" => {
                    let height = value.parse().ok().filter(|height| HEIGHTS.contains(height));
                    builder.height = height.unwrap_or(builder.height);
                    height.is_some()
                }
                _ => {
                    asked.push((key.as_str(), value.clone()));
                    true
                }
            };
            if !is_good {
                ignored.push(Ignored { key: key.clone(), value: value.clone() });
            }
        }
        builder.take(&asked, &mut ignored);
        (builder, ignored)
    }

    /// Takes the pairs that are an embed's own.
    fn take(&mut self, asked: &[(&str, String)], ignored: &mut Vec<Ignored>) {
        let wants_country = asked.iter().any(|(key, value)| *key == "view" && value == "country");
        let (embed, notes) = Embed::parse(&query_string::write(asked));
        let all = EmbedView::Countries(ListQuery::default());
        self.lacks_country = wants_country && matches!(embed.view, EmbedView::Countries(_));
        self.embed = if self.lacks_country { Embed { view: all, ..embed } } else { embed };
        // A colour that is refused stays, and the page says why beside its field. A country that is not chosen yet is no fault.
        let is_told = |reason, value: &str| reason != Reason::LowContrast && !value.is_empty();
        let told = notes.into_iter().filter(|note| is_told(note.reason, &note.value));
        ignored.extend(told.map(|note| Ignored { key: note.key, value: note.value }));
    }

    /// The pairs of the address; what was not chosen is left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = self.embed.pairs();
        if self.lacks_country {
            pairs.insert(0, ("view", "country".to_owned()));
        }
        pairs.retain(|(key, value)| *key != "view" || value != "countries");
        pairs.extend(self.language.map(|language| ("lang", language.code().to_owned())));
        if self.height != HEIGHT {
            pairs.push(("height", self.height.to_string()));
        }
        pairs
    }

    /// The same pairs, as an address is read.
    pub fn asked(&self) -> Vec<(String, String)> {
        self.pairs().into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }

    /// The same with another value of a key; an empty value is none. What does not go with it goes.
    #[must_use]
    pub fn with(&self, key: &str, value: &str) -> Self {
        let goes: &[&str] = match key {
            "view" => &["country", "chart"],
            "country" => &["view"],
            _ => &[],
        };
        let mut pairs = self.asked();
        pairs.retain(|(known, _)| known != key && !goes.contains(&known.as_str()));
        if !value.is_empty() {
            pairs.push((key.to_owned(), value.to_owned()));
        }
        Self::parse(&pairs).0
    }

    /// The list that is shown, with its filters.
    pub fn list(&self) -> Option<(List, &ListQuery)> {
        if self.lacks_country { None } else { self.embed.view.list() }
    }

    /// The same with other filters of its list. Without a list nothing changes.
    #[must_use]
    pub fn with_query(&self, query: &ListQuery) -> Self {
        let mut builder = self.clone();
        if let (false, Some(own)) = (self.lacks_country, builder.embed.view.query_mut()) {
            own.clone_from(query);
        }
        builder
    }

    /// The value of a key as it stands in the address; empty if it was not chosen. There is always a view.
    pub fn value(&self, key: &str) -> String {
        if key == "view" {
            return self.view().to_owned();
        }
        let pairs = self.pairs().into_iter();
        pairs.filter(|(known, _)| *known == key).map(|(_, value)| value).next().unwrap_or_default()
    }

    /// The word of what is shown.
    pub fn view(&self) -> &'static str {
        if self.lacks_country { "country" } else { self.embed.view.slug() }
    }

    pub fn height(&self) -> u16 {
        self.height
    }

    /// The look that was asked for, with colours that will be refused.
    pub fn look(&self) -> &Look {
        &self.embed.look
    }

    /// The embed for a page in a language, without the colours that would be refused; none as long as its country is not
    /// chosen.
    pub fn embed(&self, page: Language) -> Option<Embed> {
        let language = self.language.unwrap_or(page);
        let mut embed = Embed { language, ..self.embed.clone() };
        for (key, _) in self.embed.look.refused() {
            match key {
                "accent" => embed.look.accent = None,
                "background" => embed.look.background = None,
                _ => embed.look.text = None,
            }
        }
        (!self.lacks_country).then_some(embed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(query: &str) -> (Builder, Vec<Ignored>) {
        Builder::parse(&query_string::parse(query))
    }

    fn written(builder: &Builder) -> String {
        query_string::write(&builder.pairs())
    }

    #[test]
    fn addresses_are_cleaned() {
        for (from, to) in [
            ("", ""),
            ("?view=countries&height=560", ""),
            ("?view=country&country=ken", "?view=country&country=KEN"),
            ("?country=KEN", "?view=country&country=KEN"),
            ("?view=country", "?view=country"),
            ("?view=country&region=AFR", "?view=country"),
            (
                "?view=strategies&region=AFR&lang=fr&theme=dark",
                "?view=strategies&region=AFR&theme=dark&lang=fr",
            ),
            ("?region=AFR&q=ken", "?q=ken&region=AFR"),
            ("?region=EUR,AFR&income=low", "?region=AFR,EUR&income=low"),
            ("?view=strategies&country=KEN&income=low&from=2020", "?view=strategies&country=KEN&from=2020"),
            ("?view=chart", "?view=chart&chart=regions"),
            ("?view=chart&chart=offices&region=AFR", "?view=chart&chart=offices"),
            ("?height=20&lang=xx&theme=pink&colour=blue", ""),
            ("?height=400&accent=%23FFFF00&theme=light", "?theme=light&accent=ffff00&height=400"),
        ] {
            assert_eq!(written(&read(from).0), to, "{from}");
        }
    }

    #[test]
    fn what_is_not_used_is_named() {
        let (_, ignored) =
            read("?height=20&lang=xx&status=current&theme=pink&colour=blue&accent=ffff00&theme=light");
        let mut named: Vec<_> =
            ignored.iter().map(|piece| [&*piece.key, "=", &*piece.value].concat()).collect();
        named.sort_unstable();
        assert_eq!(named, ["colour=blue", "height=20", "lang=xx", "status=current", "theme=pink"]);
        assert_eq!(read("?view=country").1, []);
    }

    #[test]
    fn a_choice_takes_away_what_does_not_go_with_it() {
        for (from, key, value, to) in [
            ("?region=AFR&theme=dark", "view", "strategies", "?view=strategies&region=AFR&theme=dark"),
            ("?region=AFR&theme=dark", "view", "country", "?view=country&theme=dark"),
            ("?region=AFR", "view", "chart", "?view=chart&chart=regions&region=AFR"),
            (
                "?view=chart&chart=served&region=AFR",
                "chart",
                "staff-by-year",
                "?view=chart&chart=staff-by-year",
            ),
            ("?view=chart&chart=served&region=AFR", "view", "strategies", "?view=strategies&region=AFR"),
            ("?view=chart&chart=served", "region", "AMR", "?view=chart&chart=served&region=AMR"),
            ("?view=country", "country", "KEN", "?view=country&country=KEN"),
            ("?view=country&country=KEN", "view", "publications", "?view=publications"),
            ("?region=AFR&income=low", "country", "KEN", "?view=country&country=KEN"),
            ("?region=AFR&income=low", "view", "strategies", "?view=strategies&region=AFR"),
            ("", "lang", "ar", "?lang=ar"),
            ("?lang=ar", "lang", "", ""),
            ("", "height", "300", "?height=300"),
            ("?height=300", "height", "x", ""),
        ] {
            assert_eq!(written(&read(from).0.with(key, value)), to, "{from} {key}={value}");
        }
    }

    #[test]
    fn filters_are_those_of_the_list_that_is_shown() {
        let narrowed = ListQuery::default().toggled("income", "low").with_text("x");
        let with = |query: &str| written(&read(query).0.with_query(&narrowed));
        assert_eq!(with("?region=AFR&theme=dark"), "?q=x&income=low&theme=dark");
        assert_eq!(with("?view=map"), "?view=map&q=x&income=low");
        assert_eq!(with("?view=country"), "?view=country");
        assert_eq!(with("?country=KEN"), "?view=country&country=KEN");
        assert!(read("?view=country").0.list().is_none() && read("?view=figures").0.list().is_none());
        let builder = read("?view=strategies&status=current").0;
        let (list, query) = builder.list().unwrap();
        assert!(list == List::Strategies && query.has("status", "current"));
    }

    #[test]
    fn a_chart_leads_here_with_its_region_if_it_has_one() {
        for (id, region, to) in [
            (ChartId::Served, None, "?view=chart&chart=served"),
            (ChartId::Served, Some(Region::Wpr), "?view=chart&chart=served&region=WPR"),
            (ChartId::Staff, Some(Region::Wpr), "?view=chart&chart=staff-by-year"),
        ] {
            let builder = Builder::of_chart(id, region);
            assert_eq!(written(&builder), to);
            assert_eq!(read(to), (builder, Vec::new()));
        }
    }

    #[test]
    fn the_language_is_that_of_the_page_unless_chosen() {
        let language = |query: &str| read(query).0.embed(Language::Fr).map(|embed| embed.language);
        assert_eq!(language(""), Some(Language::Fr));
        assert_eq!(language("?lang=en"), Some(Language::En));
        assert_eq!(language("?view=country"), None);
    }

    #[test]
    fn a_colour_that_is_refused_is_kept_and_not_used() {
        let builder = read("?theme=light&accent=ffff00").0;
        assert_eq!(builder.value("accent"), "ffff00");
        assert_eq!(
            builder.embed(Language::En).map(|embed| embed.query()).as_deref(),
            Some("?view=countries&theme=light")
        );
        assert!(builder.look().accent.is_some());
    }

    proptest! {
        #[test]
        fn reading_never_panics(query in any::<String>()) {
            let _ = read(&query);
        }

        #[test]
        fn what_is_written_is_read_back(
            pairs in proptest::collection::vec((0_usize..12, 0_usize..16), 0..8),
        ) {
            const KEYS: [&str; 12] = ["view", "chart", "country", "region", "type", "q", "lang", "theme", "accent", "radius", "height", "debug"];
            const VALUES: [&str; 16] = ["country", "chart", "served", "map", "figures", "strategies", "publications", "KEN", "AFR", "AFR,EUR", "ccs", "ar", "dark", "ffff00", "1", "300"];
            let pairs: Vec<(String, String)> =
                pairs.iter().map(|(key, value)| (KEYS[*key].to_owned(), VALUES[*value].to_owned())).collect();
            let (builder, _) = Builder::parse(&pairs);
            prop_assert_eq!(read(&written(&builder)), (builder, Vec::new()));
        }
    }
}
