//! The page that Trunk has built, as the frame of all others: its style sheet, its icon, and the script that starts the app.

use std::fmt::Write;
use std::path::Path;

use super::Unwritten;
use super::document::Document;
use super::hosting::WORKER;
use super::services::read;
use crate::tools::hash::sha256_hex;

/// Marks a page that may stand for another one: it is not shown before the app knows what the address asks for.
const HELD: &str = " data-held";

/// Signs of the hash that names a release.
const RELEASE_SIGNS: usize = 16;

/// What each page takes over.
pub(super) struct Template {
    links: String,
    /// Tells the browser of the app's code. Only for pages that are nothing without it: others wait for somebody who uses them.
    ahead: String,
    /// The starter.
    script: String,
    base: String,
    release: String,
}

impl Template {
    /// Reads the page that Trunk has built, and what identifies the release.
    ///
    /// # Errors
    /// The page lacks its style sheet or its starter.
    pub(super) fn read(site: &Path) -> Result<Self, Unwritten> {
        let file = &site.join("index.html");
        let page = String::from_utf8(read(file)?).map_err(|error| Unwritten::at(file, &error))?;
        let index = read(&site.join("data/index.json"))?;
        Self::of(&page, &index).ok_or_else(|| Unwritten::at(file, &"this is not the page of a finished site"))
    }

    fn of(page: &str, index: &[u8]) -> Option<Self> {
        let of = |rels: &[&str]| {
            let is_one = |tag: &&str| {
                rels.iter().any(|rel| {
                    tag.contains(&["rel=", rel].concat()) || tag.contains(&["rel=\"", rel, "\""].concat())
                })
            };
            tags(page, "<link").filter(is_one).collect::<String>()
        };
        let links = of(&["stylesheet", "icon"]);
        let script = tags(page, "<script").find(|tag| tag.contains(" data-base="))?;
        let (_, base) = script.split_once(" data-base=")?;
        let base = base.trim_start_matches('"').split(['"', ' ', '>']).next()?;
        if !links.contains("stylesheet") {
            return None;
        }
        // Two builds that differ in anything differ in the names and hashes here, or in the index of the content.
        let release = sha256_hex(&[page.as_bytes(), index].concat(), RELEASE_SIGNS);
        // Pages may be written over again.
        let script = script.split(" data-worker=").next()?.trim_end_matches('>');
        let script = format!("{script} data-worker=\"{base}{WORKER}\" data-release=\"{release}\"></script>");
        let ahead = of(&["modulepreload"]) + &wasm_ahead(&script)?;
        Some(Self { links, ahead, script, base: base.to_owned(), release })
    }

    /// The folder of the site, from the root of its host, with a slash at its end.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// The name of the release.
    pub(super) fn release(&self) -> &str {
        &self.release
    }

    /// A page. `body` is markup.
    pub(super) fn page(&self, document: &Document, body: &str) -> String {
        let language = document.language;
        let mut head = String::new();
        let (title, description) = (escaped(&document.title), escaped(&document.description));
        _ = write!(
            head,
            "<title>{title}</title><meta id=\"description\" name=\"description\" content=\"{description}\">"
        );
        // What is about this page alone: the app removes it when it shows another one.
        let page = [" data-page=\"", &escaped(&document.path), "\""].concat();
        if !document.canonical.is_empty() {
            _ = write!(head, "<link rel=\"canonical\" href=\"{}\"{page}>", escaped(&document.canonical));
        }
        for (other, href) in &document.alternates {
            _ = write!(
                head,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"{page}>",
                other.code(),
                escaped(href)
            );
        }
        let (name, feed) = &document.feed;
        _ = write!(
            head,
            "<link id=\"feed\" rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">",
            escaped(name),
            escaped(feed)
        );
        head.push_str(&document.oembed);
        let about = [
            ("og:type", "website"),
            ("og:site_name", document.site.as_str()),
            ("og:title", document.title.as_str()),
            ("og:description", document.description.as_str()),
            ("og:url", document.canonical.as_str()),
            ("og:locale", language.code()),
        ];
        for (property, content) in about.into_iter().filter(|(_, content)| !content.is_empty()) {
            _ = write!(head, "<meta property=\"{property}\" content=\"{}\"{page}>", escaped(content));
        }
        if !document.linked_data.is_empty() {
            let data = document.linked_data.join(",");
            _ = write!(head, "<script type=\"application/ld+json\"{page}>[{data}]</script>");
        }
        let mark = if document.canonical.is_empty() { HELD } else { "" };
        self.whole(language.code(), language.direction().code(), &head, mark, body)
    }

    /// The page at the root, which is in no language yet.
    pub(super) fn entrance(&self, body: &str) -> String {
        let head =
            "<title>Country Cooperation</title><meta id=\"description\" name=\"description\" content=\"\">";
        self.whole("en", "ltr", head, HELD, body)
    }

    fn whole(&self, language: &str, direction: &str, head: &str, mark: &str, body: &str) -> String {
        let (links, script, base) = (&self.links, &self.script, &self.base);
        let ahead = if mark.is_empty() { "" } else { &self.ahead };
        format!(
            "<!doctype html><html lang=\"{language}\" dir=\"{direction}\" data-brief><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\">{head}{links}\
             <link rel=\"manifest\" href=\"{base}{language}.webmanifest\"></head>\
             <body><div class=\"boot\" id=\"boot\"></div><div id=\"app\"{mark}>{body}</div>{ahead}{script}</body></html>"
        )
    }
}

/// Tells the browser of the WebAssembly, so that it comes beside the starter and not after it.
fn wasm_ahead(script: &str) -> Option<String> {
    let (_, wasm) = script.split_once(" data-wasm=")?;
    let wasm = wasm.trim_start_matches('"').split(['"', ' ', '>']).next()?;
    Some(format!("<link rel=\"preload\" as=\"fetch\" href=\"{wasm}\" crossorigin fetchpriority=\"low\">"))
}

/// The start tags of a name, in their order.
fn tags<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    page.match_indices(name).filter_map(|(at, _)| {
        let rest = page.get(at..)?;
        rest.get(..=rest.find('>')?)
    })
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheet_icon_and_starter_are_taken_over() {
        let page = "<!doctype html><html lang=en><link href=feeds/en.xml id=feed rel=alternate><link href=/a/main.css rel=stylesheet><link href=/a/f.svg rel=icon><link rel=\"modulepreload\" href=\"/a/app.js\"></head><body><script type=\"module\" src=\"/a/boot.js\" data-base=\"/a/\" data-glue=x data-wasm=\"/a/app.wasm\"></script>";
        let template = Template::of(page, b"").unwrap();
        assert_eq!(template.base(), "/a/");
        assert_eq!(template.links, "<link href=/a/main.css rel=stylesheet><link href=/a/f.svg rel=icon>");
        assert!(
            template.script.starts_with("<script type=\"module\"") && template.script.ends_with("</script>")
        );
    }

    #[test]
    fn code_is_fetched_ahead_only_for_a_page_that_is_nothing_without_it() {
        let page = "<link href=/main.css rel=stylesheet><link rel=\"modulepreload\" href=\"/app.js\"><script type=\"module\" src=\"/boot.js\" data-base=\"/\" data-glue=x data-wasm=\"/app.wasm\"></script>";
        let template = Template::of(page, b"").unwrap();
        let ahead = "<link rel=\"modulepreload\" href=\"/app.js\"><link rel=\"preload\" as=\"fetch\" href=\"/app.wasm\" crossorigin fetchpriority=\"low\">";
        assert!(template.entrance("").contains(ahead));
        assert!(template.whole("en", "ltr", "", HELD, "").contains(ahead));
        assert!(!template.whole("en", "ltr", "", "", "").contains("preload"));
    }

    #[test]
    fn a_page_without_them_is_refused() {
        assert!(Template::of("", b"").is_none());
        assert!(Template::of("<script data-base=\"/\"></script>", b"").is_none());
        assert!(Template::of("<link rel=stylesheet href=x>", b"").is_none());
        assert!(Template::of("<link rel=stylesheet href=x><script data-base=\"/\"></script>", b"").is_none());
    }
}
