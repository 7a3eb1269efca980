//! JSON-LD with the words of schema.org (<https://schema.org>) for pages that are written as files. Only what the facts say.

use serde_json::{Value, json};

use crate::components::words;
use crate::domain::content::Content;
use crate::domain::country::{Country, CountryCode, Membership};
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::state::locale::Locale;
use crate::state::shell::Shell;

/// No text can end the element it stands in.
fn text(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The site, and how to search in it.
pub(super) fn site(shell: Shell, locale: Locale) -> String {
    let language = locale.language();
    let list = shell.absolute(language, Route::Publications(ListQuery::default()));
    text(&json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": locale.text(Msg::SiteName),
        "description": locale.text(Msg::SiteDescription),
        "inLanguage": language.code(),
        "url": shell.absolute(language, Route::Overview),
        "potentialAction": {
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": format!("{list}?q={{q}}") },
            "query-input": "required name=q",
        },
    }))
}

/// The page of a country. What is no Member State is told as an area: the site has no opinion on what is a country.
pub(super) fn country(country: &Country, shell: Shell, locale: Locale, title: &str) -> String {
    let language = locale.language();
    let kind = match country.membership {
        Membership::MemberState => "Country",
        Membership::AssociateMember | Membership::Territory => "AdministrativeArea",
    };
    let route = Route::Country(CountryCode::Iso3(country.iso3));
    text(&json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": title,
        "inLanguage": language.code(),
        "url": shell.absolute(language, route),
        "about": { "@type": kind, "name": country.names.get(language), "identifier": country.iso3.as_str() },
    }))
}

/// The way from the overview to a page.
pub(super) fn breadcrumbs(route: &Route, content: &Content, shell: Shell, locale: Locale) -> Option<String> {
    let language = locale.language();
    let section = route.section()?;
    let mut steps = vec![(locale.text(Msg::NavOverview).to_owned(), Route::Overview)];
    if !matches!(route, Route::Overview) {
        steps.push((locale.text(words::page(section)).to_owned(), Route::of_page(section)));
    }
    match route {
        Route::Country(code) => {
            let country = content.resolve(*code)?;
            steps.push((country.names.get(language).to_owned(), route.clone()));
        }
        Route::Publication(id) => steps.push((content.publication(id)?.title.clone(), route.clone())),
        _ => {}
    }
    let item = |(at, (name, route)): (usize, (String, Route))| {
        let item = shell.absolute(language, route);
        json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item })
    };
    let items: Vec<Value> = steps.into_iter().enumerate().map(item).collect();
    let is_alone = items.len() < 2;
    let list =
        json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items });
    (!is_alone).then(|| text(&list))
}
