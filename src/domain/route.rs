//! Addresses: the only place that makes or reads one. The contract stands in `docs/addresses.md`.

use super::country::CountryCode;
use super::language::Language;
use super::list_query::{Ignored, List, ListQuery};
use super::plain_filter;
use super::publication::PublicationId;
use super::query_string;
use super::region::Region;
use super::story::PageName;

/// The key of the one choice that the charts have.
const REGION: &str = "region";

/// What an address shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Overview,
    Countries(ListQuery),
    /// A profile, by any code; the address with the ISO 3166-1 alpha-3 code is the canonical one.
    Country(CountryCode),
    /// A text where a code should stand; the nearest names are offered for it.
    NoCountry(String),
    Strategies(ListQuery),
    Publications(ListQuery),
    Publication(PublicationId),
    /// The charts, of the whole world or of a region.
    AtWork(Option<Region>),
    Support,
    Reform,
    UnCollaboration,
    Contact,
    About,
    Accessibility,
    /// What may be shown on other sites, and the code for it. The pairs are read by `domain/embed_builder.rs`.
    Embed(Vec<(String, String)>),
    NotFound,
}

/// A route in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub language: Language,
    pub route: Route,
}

/// What a path and a query turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// `/`: the reader is forwarded once to a language.
    Root,
    /// An address, and the pieces of its query that could not be used.
    Address(Address, Vec<Ignored>),
    /// The first segment names no language.
    NoLanguage,
}

impl Route {
    /// The route of a view that needs nothing but its name.
    pub fn of_page(page: PageName) -> Self {
        match page {
            PageName::Overview => Self::Overview,
            PageName::Countries => Self::Countries(ListQuery::default()),
            PageName::Strategies => Self::Strategies(ListQuery::default()),
            PageName::Publications => Self::Publications(ListQuery::default()),
            PageName::AtWork => Self::AtWork(None),
            PageName::Support => Self::Support,
            PageName::Reform => Self::Reform,
            PageName::UnCollaboration => Self::UnCollaboration,
            PageName::Contact => Self::Contact,
            PageName::About => Self::About,
            PageName::Accessibility => Self::Accessibility,
            PageName::Embed => Self::Embed(Vec::new()),
        }
    }

    /// The part of the site a route belongs to, for the navigation.
    pub fn section(&self) -> Option<PageName> {
        match self {
            Self::Overview => Some(PageName::Overview),
            Self::Countries(_) | Self::Country(_) | Self::NoCountry(_) => Some(PageName::Countries),
            Self::Strategies(_) => Some(PageName::Strategies),
            Self::Publications(_) | Self::Publication(_) => Some(PageName::Publications),
            Self::AtWork(_) => Some(PageName::AtWork),
            Self::Support => Some(PageName::Support),
            Self::Reform => Some(PageName::Reform),
            Self::UnCollaboration => Some(PageName::UnCollaboration),
            Self::Contact => Some(PageName::Contact),
            Self::About => Some(PageName::About),
            Self::Accessibility => Some(PageName::Accessibility),
            Self::Embed(_) => Some(PageName::Embed),
            Self::NotFound => None,
        }
    }

    /// Whether the form of the address alone shows that nothing stands there.
    pub fn is_nowhere(&self) -> bool {
        matches!(self, Self::NotFound | Self::NoCountry(_))
    }

    /// Whether two routes are one view, possibly with another query.
    pub fn is_same_view(&self, other: &Self) -> bool {
        self.without_query() == other.without_query()
    }

    /// The route with an empty query.
    #[must_use]
    pub fn without_query(&self) -> Self {
        match self {
            Self::Countries(_) => Self::Countries(ListQuery::default()),
            Self::Strategies(_) => Self::Strategies(ListQuery::default()),
            Self::Publications(_) => Self::Publications(ListQuery::default()),
            Self::Embed(_) => Self::Embed(Vec::new()),
            Self::AtWork(_) => Self::AtWork(None),
            other => other.clone(),
        }
    }

    /// The query of a list, or an empty one; that of the charts is their region.
    pub fn query(&self) -> ListQuery {
        match self {
            Self::Countries(query) | Self::Strategies(query) | Self::Publications(query) => query.clone(),
            Self::AtWork(Some(region)) => ListQuery::default().toggled(REGION, region.code()),
            _ => ListQuery::default(),
        }
    }

    /// A list with a query.
    pub fn of_list(list: List, query: ListQuery) -> Self {
        match list {
            List::Countries => Self::Countries(query),
            List::Strategies => Self::Strategies(query),
            List::Publications => Self::Publications(query),
        }
    }

    /// The list that a route shows, with its query.
    pub fn list(&self) -> Option<(List, &ListQuery)> {
        match self {
            Self::Countries(query) => Some((List::Countries, query)),
            Self::Strategies(query) => Some((List::Strategies, query)),
            Self::Publications(query) => Some((List::Publications, query)),
            _ => None,
        }
    }

    /// The pairs of the query.
    fn pairs(&self) -> Vec<(&str, String)> {
        match self {
            Self::Embed(pairs) => pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect(),
            Self::AtWork(Some(region)) => vec![(REGION, region.code().to_owned())],
            _ => self.list().map(|(list, query)| query.pairs(list)).unwrap_or_default(),
        }
    }

    /// Path below the language, without a slash at either end.
    fn path(&self) -> String {
        match self {
            Self::Overview => String::new(),
            Self::Country(code) => format!("{}/{code}", PageName::Countries.slug()),
            Self::NoCountry(text) => [PageName::Countries.slug(), "/", &query_string::encode(text)].concat(),
            Self::Publication(id) => format!("{}/{id}", PageName::Publications.slug()),
            Self::NotFound => "not-found".to_owned(),
            _ => self.section().map_or("", PageName::slug).to_owned(),
        }
    }
}

impl Address {
    /// The address, beginning with a slash. The site's base path goes before it.
    pub fn href(&self) -> String {
        let path = self.route.path();
        let slash = if path.is_empty() { "" } else { "/" };
        ["/", self.language.code(), slash, &path, &query_string::write(&self.route.pairs())].concat()
    }

    /// The same for a file: one value of one facet stands in the path, because a file has no query.
    pub fn plain_href(&self) -> String {
        let narrowed = match &self.route {
            Route::AtWork(region) => region.map(|region| (REGION, region.code().to_owned())),
            route => route.list().and_then(|(list, query)| plain_filter::segments(list, query)),
        };
        match narrowed {
            Some((facet, value)) => {
                let list = Self { route: self.route.without_query(), ..self.clone() }.href();
                [list.as_str(), plain_filter::SEGMENT, facet, &value].join("/")
            }
            None => self.href(),
        }
    }

    /// Reads a path below the site's base and a query, with or without its question mark. Never fails.
    pub fn parse(path: &str, query: &str) -> Parsed {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty()).map(query_string::decode);
        let Some(first) = segments.next() else {
            return Parsed::Root;
        };
        let Some(language) = Language::from_code(&first) else {
            return Parsed::NoLanguage;
        };
        let rest: Vec<String> = segments.collect();
        let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
        let pairs = query_string::parse(query);
        let (route, ignored) = match rest.as_slice() {
            [] => (Route::Overview, ignore_all(&pairs)),
            [page] => page_route(page, &pairs),
            ["countries", code] => {
                let no_country = || Route::NoCountry((*code).to_owned());
                (CountryCode::parse(code).map_or_else(no_country, Route::Country), ignore_all(&pairs))
            }
            ["publications", id] => {
                (PublicationId::parse(id).map_or(Route::NotFound, Route::Publication), ignore_all(&pairs))
            }
            [page, plain_filter::SEGMENT, facet, value] => {
                (narrowed_route(page, facet, value).unwrap_or(Route::NotFound), ignore_all(&pairs))
            }
            _ => (Route::NotFound, Vec::new()),
        };
        Parsed::Address(Self { language, route }, ignored)
    }
}

fn page_route(segment: &str, pairs: &[(String, String)]) -> (Route, Vec<Ignored>) {
    // The overview has no segment of its own, so `/en/overview` is not an address.
    let page = PageName::from_slug(segment).filter(|page| *page != PageName::Overview);
    let Some(page) = page else {
        return (Route::NotFound, Vec::new());
    };
    let route = Route::of_page(page);
    match (&route, route.list()) {
        (Route::Embed(_), _) => {
            // Its view reads them.
            (Route::Embed(pairs.to_vec()), Vec::new())
        }
        (Route::AtWork(_), _) => charts_route(pairs),
        (_, Some((list, _))) => {
            let (query, ignored) = ListQuery::parse(list, pairs);
            (Route::of_list(list, query), ignored)
        }
        _ => (route, ignore_all(pairs)),
    }
}

/// The charts with the last region that is named; what is no region is ignored.
fn charts_route(pairs: &[(String, String)]) -> (Route, Vec<Ignored>) {
    let mut chosen = None;
    let mut others = Vec::new();
    for (key, value) in pairs {
        match Region::from_code(value).filter(|_| key == REGION) {
            Some(region) => chosen = Some(region),
            None => others.push((key.clone(), value.clone())),
        }
    }
    (Route::AtWork(chosen), ignore_all(&others))
}

/// A list, or the charts, with one value of one facet.
fn narrowed_route(segment: &str, facet: &str, value: &str) -> Option<Route> {
    let page = PageName::from_slug(segment)?;
    if page == PageName::AtWork && facet == REGION {
        return Region::from_code(value).map(|region| Route::AtWork(Some(region)));
    }
    let page = Route::of_page(page);
    let (list, _) = page.list()?;
    Some(Route::of_list(list, plain_filter::query(list, facet, value)?))
}

fn ignore_all(pairs: &[(String, String)]) -> Vec<Ignored> {
    pairs.iter().map(|(key, value)| Ignored { key: key.clone(), value: value.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn href(path: &str, query: &str) -> Option<String> {
        match Address::parse(path, query) {
            Parsed::Address(address, _) if !address.route.is_nowhere() => Some(address.href()),
            _ => None,
        }
    }

    /// The public contract, address by address.
    #[test]
    fn every_address_is_read_and_written() {
        for address in [
            "/en",
            "/fr/countries",
            "/es/countries/KEN",
            "/ar/strategies",
            "/zh/publications",
            "/ru/publications/afro-work-2008",
            "/en/at-work",
            "/en/support",
            "/en/reform",
            "/en/un-collaboration",
            "/en/contact",
            "/en/about",
            "/en/accessibility",
            "/en/embed",
            "/fr/embed?view=country&country=KEN&theme=dark&lang=en&height=400",
            "/en/countries?region=WPR&sort=region",
            "/ar/at-work?region=EMR",
        ] {
            let (path, query) = address.split_once('?').unwrap_or((address, ""));
            assert_eq!(href(path, query).as_deref(), Some(address));
        }
    }

    #[test]
    fn a_filter_in_the_path_is_the_same_as_in_the_query() {
        for (plain, canonical) in [
            ("/en/countries/by/region/AFR", "/en/countries?region=AFR"),
            ("/ar/strategies/by/region/WPR", "/ar/strategies?region=WPR"),
            ("/zh/at-work/by/region/SEAR", "/zh/at-work?region=SEAR"),
            ("/fr/publications/by/region/global", "/fr/publications?region=global"),
            ("/zh/publications/by/type/strategy", "/zh/publications?type=strategy"),
            ("/ru/publications/by/year/2024", "/ru/publications?from=2024&to=2024"),
        ] {
            let Parsed::Address(address, ignored) = Address::parse(plain, "") else { panic!("{plain}") };
            assert_eq!((address.href().as_str(), address.plain_href().as_str()), (canonical, plain));
            assert!(ignored.is_empty());
        }
        for lost in [
            "/en/countries/by/region/XX",
            "/en/countries/by/region",
            "/en/about/by/region/AFR",
            "/en/at-work/by/region/XX",
            "/en/at-work/by/year/AFR",
            "/en/countries/by/region/AFR/x",
        ] {
            assert_eq!(href(lost, ""), None, "{lost}");
        }
        let address = Address { language: Language::En, route: Route::Contact };
        assert_eq!(address.plain_href(), address.href());
    }

    #[test]
    fn every_page_has_an_address() {
        for page in PageName::ALL {
            let address = Address { language: Language::Fr, route: Route::of_page(page) };
            assert_eq!(Address::parse(&address.href(), ""), Parsed::Address(address.clone(), Vec::new()));
            assert_eq!(address.route.section(), Some(page));
        }
    }

    #[test]
    fn other_forms_lead_to_the_same_view() {
        assert_eq!(href("/en/", "").as_deref(), Some("/en"));
        assert_eq!(href("/en/countries/ken", "").as_deref(), Some("/en/countries/KEN"));
        assert_eq!(href("/en/countries/KE", "").as_deref(), Some("/en/countries/KE"));
        assert_eq!(href("/en/countries/4", "").as_deref(), Some("/en/countries/004"));
    }

    #[test]
    fn charts_take_a_region_and_name_what_they_do_not_take() {
        let parsed = Address::parse("/en/at-work", "?region=AFR&region=xx&q=a&region=EUR");
        let Parsed::Address(address, ignored) = parsed else { panic!("no address") };
        assert_eq!(address.route, Route::AtWork(Some(Region::Eur)));
        assert!(address.route.is_same_view(&Route::AtWork(None)));
        let ignored: Vec<_> = ignored.iter().map(|piece| format!("{}={}", piece.key, piece.value)).collect();
        assert_eq!(ignored, ["region=xx", "q=a"]);
    }

    #[test]
    fn everything_else_is_not_found() {
        assert_eq!(Address::parse("/", ""), Parsed::Root);
        for path in ["/xx", "/EN", "/countries", "/en%20"] {
            assert_eq!(Address::parse(path, ""), Parsed::NoLanguage, "{path}");
        }
        for path in [
            "/en/overview",
            "/en/nothing",
            "/en/countries/KENYA",
            "/en/countries/KEN/more",
            "/en/publications/..",
            "/en/embed/v1",
        ] {
            assert_eq!(href(path, ""), None, "{path}");
        }
    }

    /// What was typed reaches the page that looks for the nearest names.
    #[test]
    fn a_text_that_is_no_code_is_kept() {
        for (path, text) in [
            ("/en/countries/KENYA", "KENYA"),
            ("/en/countries/C%C3%B4te%20d%27Ivoire", "Côte d'Ivoire"),
            ("/en/countries/%D9%85%D8%B5%D8%B1", "مصر"),
            ("/en/countries/a%2Fb%3F", "a/b?"),
            ("/en/countries/0", "0"),
        ] {
            let route = Route::NoCountry(text.to_owned());
            let address = Address { language: Language::En, route };
            assert_eq!(Address::parse(path, ""), Parsed::Address(address.clone(), Vec::new()), "{path}");
            let written = address.href();
            assert_eq!(Address::parse(&written, ""), Parsed::Address(address, Vec::new()), "{written}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(path in any::<String>(), query in any::<String>()) {
            let _ = Address::parse(&path, &query);
        }

        #[test]
        fn a_written_address_means_the_same(path in "/(en|ar)(/(countries|[a-z0-9 %é-]{1,12})){0,2}", query in "[a-zA-Z=&,]{0,40}") {
            if let Parsed::Address(address, _) = Address::parse(&path, &query)
                && address.route != Route::NotFound
            {
                let written = address.href();
                let (path, query) = written.split_once('?').unwrap_or((&written, ""));
                prop_assert_eq!(Address::parse(path, query), Parsed::Address(address, Vec::new()));
            }
        }
    }
}
