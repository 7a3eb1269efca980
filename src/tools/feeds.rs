//! Feeds of publications (Atom, RFC 4287, <https://www.rfc-editor.org/rfc/rfc4287>): one of all, one for each type, region
//! and country that occurs, in every language of the site. What their dates and addresses mean is in `docs/content.md`.

mod atom;
mod sets;
mod time;
mod urn;

use super::encode::File;
use super::facts::Facts;
use super::labels::Labels;
use super::messages::Messages;
use crate::domain::feed;
use crate::domain::publication::Publication;
use crate::domain::route::{Address, Route};
use crate::domain::terms::TermKind;
use atom::{Entry, Feed, Link, Tag};
use sets::Set;

/// The most entries of a feed. Who wants all of them takes the list.
const MOST: usize = 50;

/// All feeds, such as `feeds/en/country/KEN.xml`. Nothing without the settings.
pub(super) fn files(facts: &Facts, messages: &[Messages]) -> Option<Vec<File>> {
    let (_, site) = facts.site.as_ref()?;
    let sets = sets::of(facts);
    let mut files = Vec::new();
    for messages in messages {
        let labels = Labels { facts, messages };
        for set in &sets {
            let path = feed::path(labels.language(), set.value());
            let feed = feed_of(set, &path, &labels, &site.content_date.to_string());
            files.push((path, atom::write(&feed).into_bytes()));
        }
    }
    Some(files)
}

fn feed_of(set: &Set<'_>, path: &str, labels: &Labels<'_>, content_date: &str) -> Feed {
    let language = labels.language();
    let place = Place { path, site: site_address(labels) };
    let all = labels.line("site.name", &labels.text("nav.publications"));
    let route = Route::Publications(set.query());
    let publisher = labels.facts.site.as_ref().and_then(|(_, site)| site.publisher.as_ref());
    Feed {
        language: language.code(),
        id: urn::of(path),
        title: match set.name(labels) {
            Some(name) => [&all, " – ", &name].concat(),
            None => all,
        },
        subtitle: labels.with("site.provenance", &[("date", content_date)]),
        updated: time::of_day(content_date),
        author: publisher.map_or_else(|| labels.text("site.name"), |publisher| publisher.name.clone()),
        links: vec![
            Link { rel: "self", media_type: "application/atom+xml", href: place.link(&["/", path].concat()) },
            Link {
                rel: "alternate",
                media_type: "text/html",
                href: place.link(&Address { language, route }.href()),
            },
        ],
        entries: set
            .newest(MOST)
            .map(|publication| entry(publication, &place, labels, content_date))
            .collect(),
    }
}

fn entry(publication: &Publication, place: &Place<'_>, labels: &Labels<'_>, content_date: &str) -> Entry {
    let address = Address { language: labels.language(), route: Route::Publication(publication.id.clone()) };
    let mut links =
        vec![Link { rel: "alternate", media_type: "text/html", href: place.link(&address.href()) }];
    // The document itself is of a type that the facts do not tell.
    links.extend(publication.link().map(|link| Link {
        rel: "related",
        media_type: "",
        href: link.to_string(),
    }));
    let tag = |term: &str, label: String| Tag { term: term.to_owned(), label };
    let kind = tag(&publication.kind, labels.term(TermKind::PublicationKind, &publication.kind));
    let region = tag(publication.coverage.slug(), labels.coverage(publication.coverage));
    let countries = publication.countries.iter().map(|iso3| tag(iso3.as_str(), labels.country(*iso3)));
    let title = match &publication.subtitle {
        Some(subtitle) => [publication.title.as_str(), ": ", subtitle].concat(),
        None => publication.title.clone(),
    };
    Entry {
        id: urn::of(&["publication/", publication.id.as_str()].concat()),
        title,
        title_language: publication.languages.first().cloned().unwrap_or_default(),
        published: time::published(publication),
        updated: time::updated(publication, content_date),
        links,
        tags: [kind, region].into_iter().chain(countries).collect(),
        summary: publication.summary.clone(),
    }
}

/// Where a feed lies.
struct Place<'a> {
    /// Below the site's root.
    path: &'a str,
    /// The site's public address, if it is known.
    site: Option<&'a str>,
}

impl Place<'_> {
    /// An address of the site, given from its root: whole where the site's address is known, else from where the feed lies
    /// (RFC 3986, section 5.1.3).
    fn link(&self, href: &str) -> String {
        match self.site {
            Some(site) => [site.trim_end_matches('/'), href].concat(),
            None => [&"../".repeat(self.path.matches('/').count()), href.trim_start_matches('/')].concat(),
        }
    }
}

fn site_address<'a>(labels: &Labels<'a>) -> Option<&'a str> {
    labels.facts.site.as_ref()?.0.address.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_the_feed_to_the_site() {
        let link = |path, site| Place { path, site }.link("/en/publications");
        assert_eq!(link("feeds/en/publications.xml", None), "../../en/publications");
        assert_eq!(link("feeds/en/country/KEN.xml", None), "../../../en/publications");
        assert_eq!(link("feeds/en/country/KEN.xml", Some("https://a.b/c/")), "https://a.b/c/en/publications");
    }
}
