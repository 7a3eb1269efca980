//! What is the same in every document of an embed: its head, and the few files it needs.

use std::fs;
use std::io;
use std::path::Path;

use leptos::prelude::RenderHtml;

use super::documents;
use crate::domain::date::PartialDate;
use crate::domain::embed::{EmbedView, FOLDER};
use crate::domain::language::Language;
use crate::domain::query_string;
use crate::domain::route::{Address, Route};
use crate::pages::Unwritten;
use crate::pages::template::escaped;
use crate::state::locale::Locale;
use crate::ui::element::Element;

/// The version of the contract, which documents tell our loader.
const VERSION: &str = "1";

/// Names that stand in each document.
pub(super) struct Frame {
    base: String,
    style: String,
    script: String,
    shell: String,
    check: String,
    date: PartialDate,
}

/// Where else a document leads those who do not read it.
pub(super) struct Links {
    /// The address of the same on the site.
    pub canonical: String,
    /// The element that names the answer for content systems; empty if there is none.
    pub answer: String,
}

impl Frame {
    /// Finds the files of the embeds in a finished site.
    ///
    /// # Errors
    /// One is missing.
    pub(super) fn open(site: &Path, base: &str, date: PartialDate) -> Result<Self, Unwritten> {
        let folder = site.join(FOLDER);
        let find = |beginning: &str, end: &str| {
            let found = hashed(&folder, beginning, end).map_err(|error| Unwritten::at(&folder, &error))?;
            found.ok_or_else(|| Unwritten::at(&folder, &[beginning, end, " is missing"].concat()))
        };
        Ok(Self {
            base: base.to_owned(),
            style: find("embed-", ".css")?,
            script: find("frame-", ".js")?,
            shell: find("shell-", ".js")?,
            check: find("check-", ".js")?,
            date,
        })
    }

    /// The address of a file of the embeds.
    fn file(&self, name: &str) -> String {
        [self.base.as_str(), FOLDER, name].concat()
    }

    /// A document.
    pub(super) fn document(
        &self,
        locale: Locale,
        view: &EmbedView,
        title: &str,
        links: &Links,
        body: Element,
    ) -> String {
        let place = escaped(&query_string::write(&view.place()));
        let data = [" data-view=\"", view.slug(), "\" data-place=\"", &place, "\""].concat();
        let canonical = ["<link rel=\"canonical\" href=\"", &escaped(&links.canonical), "\">"].concat();
        // Only a list has something to operate.
        let shell = view.list().map(|_| [" data-shell=\"", &self.shell, "\""].concat()).unwrap_or_default();
        let script = ["<script src=\"", &self.file(&self.script), "\"", &shell, "></script>"].concat();
        let head = [canonical.as_str(), &links.answer, &script].concat();
        self.whole(locale.language(), title, &data, &head, &body.to_html())
    }

    /// The page that tells what the page around it permits.
    pub(super) fn check(&self, locale: Locale, title: &str, body: Element) -> String {
        let script = ["<script src=\"", &self.file(&self.check), "\" defer></script>"].concat();
        self.whole(locale.language(), title, "", &script, &body.to_html())
    }

    /// The document at the folder. It knows all others and leads on to the one that is asked for; without a script its links lead
    /// to the site.
    pub(super) fn lead(&self, views: &[EmbedView], kept: &[String]) -> String {
        let cut = [FOLDER, Language::En.code(), "/"].concat().len();
        let paths = views.iter().map(|view| {
            let path = documents::path(Language::En, view);
            path.get(cut..).unwrap_or("").to_owned()
        });
        let paths: Vec<String> = paths.filter(|path| path.contains('/')).collect();
        let link = |language: Language| {
            let address = Address { language, route: Route::Overview };
            let (code, dir) = (language.code(), language.direction().code());
            let href = [self.base.trim_end_matches('/'), &address.href()].concat();
            [
                "<li><a href=\"",
                &href,
                "\" lang=\"",
                code,
                "\" hreflang=\"",
                code,
                "\" dir=\"",
                dir,
                "\">",
                language.own_name(),
                "</a></li>",
            ]
            .concat()
        };
        let links = Language::ALL.map(link).concat();
        let body = [
            "<main class=\"embed__main\"><h1 class=\"embed__title\">Country Cooperation</h1><ul class=\"embed__links\">",
            &links,
            "</ul></main>",
        ]
        .concat();
        // Not on the first element: what tells the letters of a document must stand in its first kilobyte.
        let script = [
            "<script src=\"",
            &self.file(&self.script),
            "\" data-lead=\"",
            &paths.join(" "),
            "\" data-kept=\"",
            &kept.join(" "),
            "\"></script>",
        ]
        .concat();
        self.whole(Language::En, "Country Cooperation", "", &script, &body)
    }

    /// Links open beside the page around, never in its place. The meta element lets browsers that can make a frame as high as its
    /// content do so. Search engines are to find the site, not its embeds.
    fn whole(&self, language: Language, title: &str, data: &str, head: &str, body: &str) -> String {
        let (code, dir) = (language.code(), language.direction().code());
        let folder = self.file("");
        let content = self.date.to_string();
        [
            "<!doctype html><html class=\"embed\" lang=\"",
            code,
            "\" dir=\"",
            dir,
            "\" data-folder=\"",
            &folder,
            "\" data-date=\"",
            &content,
            "\" data-version=\"",
            VERSION,
            "\"",
            data,
            "><head><meta charset=\"utf-8\"><title>",
            &escaped(title),
            "</title><base target=\"_blank\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\">\
             <meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">\
             <link rel=\"stylesheet\" href=\"",
            &self.file(&self.style),
            "\">",
            head,
            "</head><body>",
            body,
            "</body></html>",
        ]
        .concat()
    }
}

/// The file whose name begins and ends so, with a hash between.
fn hashed(folder: &Path, beginning: &str, end: &str) -> io::Result<Option<String>> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(beginning) && name.ends_with(end) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}
