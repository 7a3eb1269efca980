//! Maps of the site for search engines (<https://www.sitemaps.org/protocol.html>), one for each language, each address with
//! those of the same page in the other languages.

use std::fmt::Write;

use super::addresses;
use super::draw::Drawer;
use crate::domain::language::Language;
use crate::domain::route::Address;

/// The files and their texts; none where the site's own address is not known.
pub(super) fn files(drawer: &Drawer, address: Option<&str>) -> Vec<(String, String)> {
    if address.is_none() {
        return Vec::new();
    }
    let place = |name: &str| escaped(&drawer.file_address(name));
    let name = |language: Language| format!("sitemap-{}.xml", language.code());
    let mut files: Vec<_> =
        Language::ALL.into_iter().map(|language| (name(language), map(drawer, language))).collect();
    let mut index = HEAD.to_owned();
    index.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for language in Language::ALL {
        let place = place(&name(language));
        _ = writeln!(index, "<sitemap><loc>{place}</loc><lastmod>{}</lastmod></sitemap>", date(drawer));
    }
    index.push_str("</sitemapindex>\n");
    files.push(("sitemap.xml".to_owned(), index));
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {}\n", place("sitemap.xml"));
    files.push(("robots.txt".to_owned(), robots));
    files
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The content has one date, so all pages have.
fn date(drawer: &Drawer) -> String {
    drawer.index().site.content_date.to_string()
}

fn map(drawer: &Drawer, language: Language) -> String {
    let mut map = HEAD.to_owned();
    map.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    let date = date(drawer);
    for route in addresses::known(&drawer.content()) {
        let href = |language: Language| escaped(&drawer.href(&Address { language, route: route.clone() }));
        _ = write!(map, "<url><loc>{}</loc><lastmod>{date}</lastmod>", href(language));
        for other in Language::ALL {
            let (code, href) = (other.code(), href(other));
            _ = write!(map, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{href}\"/>");
        }
        map.push_str("</url>\n");
    }
    map.push_str("</urlset>\n");
    map
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
