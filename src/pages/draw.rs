//! Draws pages: one reactive world for each language, one part of it for each page.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use leptos::prelude::{Owner, RenderHtml, provide_context};

use super::document::{Document, description, linked_data};
use super::formats::CldrFormats;
use super::services::{FileServices, Search, read};
use super::template::Template;
use super::{Unwritten, embed};
use crate::app::chunks::Chunks;
use crate::app::footer::footer;
use crate::app::head::title;
use crate::app::masthead::{masthead, skip_link};
use crate::app::page::page;
use crate::app::site::Place;
use crate::bundle::decode;
use crate::bundle::index::{Index, PartName};
use crate::components::words;
use crate::domain::content::Content;
use crate::domain::feed;
use crate::domain::language::Language;
use crate::domain::message::Msg;
use crate::domain::plain_filter;
use crate::domain::route::{Address, Route};
use crate::domain::story::StoryId;
use crate::state::finder::Finder;
use crate::state::library::Library;
use crate::state::locale::Locale;
use crate::state::shell::Shell;
use crate::ui::memo::{Memo, memo};

/// A site's data, from which pages are drawn.
pub(super) struct Drawer {
    data: PathBuf,
    base: String,
    origin: String,
    index: Index,
    content: Arc<Content>,
}

/// The same in one language.
pub(super) struct LanguageDrawer {
    /// The whole address of the site's folder, if it is known.
    site: Option<String>,
    owner: Owner,
    shell: Shell,
    locale: Locale,
}

/// A page and where it stands.
pub(super) struct Page {
    pub address: Address,
    pub html: String,
}

impl Drawer {
    /// Reads the data of the site in a folder. `address` is the site's own, with scheme and host.
    ///
    /// # Errors
    /// A file is missing or damaged.
    pub(super) fn open(site: &Path, base: &str, address: Option<&str>) -> Result<Self, Unwritten> {
        let data = site.join("data");
        let file = data.join("index.json");
        let index = decode::index(&read(&file)?).map_err(|_| Unwritten::at(&file, &"it cannot be read"))?;
        let mut content = Content::default();
        for part in [PartName::Countries, PartName::Publications] {
            let entry = index.part(part).ok_or_else(|| Unwritten::at(&file, &"a part is missing"))?;
            let file = data.join(&entry.file);
            decode::part(part, &read(&file)?, &mut content)
                .map_err(|_| Unwritten::at(&file, &"it cannot be read"))?;
        }
        let origin = address.map(|address| address.trim_end_matches('/').to_owned()).unwrap_or_default();
        Ok(Self { data, base: base.to_owned(), origin, index, content: Arc::new(content) })
    }

    pub(super) fn content(&self) -> Arc<Content> {
        Arc::clone(&self.content)
    }

    pub(super) fn index(&self) -> &Index {
        &self.index
    }

    /// The whole address of a page, or the part after the host if that is not known.
    pub(super) fn href(&self, address: &Address) -> String {
        [&self.origin, self.base.trim_end_matches('/'), &address.href()].concat()
    }

    /// The same of a file.
    pub(super) fn file_address(&self, name: &str) -> String {
        [&self.origin, self.base.as_str(), name].concat()
    }

    /// Makes everything ready for a language.
    ///
    /// # Errors
    /// The messages are missing or damaged.
    pub(super) fn language(&self, language: Language) -> Result<LanguageDrawer, Unwritten> {
        let missing = || Unwritten::at(&self.data, &"the messages or the search are missing");
        let entry = |part| self.index.part(part).ok_or_else(missing);
        let file = self.data.join(&entry(PartName::Messages(language))?.file);
        let catalog =
            decode::catalog(&read(&file)?).map_err(|_| Unwritten::at(&file, &"it cannot be read"))?;
        let formats = CldrFormats::new(language).ok_or_else(missing)?;
        let search = Search::open(&self.data, &entry(PartName::Search)?.file)?;
        let owner = Owner::new();
        let (shell, locale) = owner.with(|| {
            let library = Library::new(self.index.clone());
            let (base, origin, data) = (self.base.clone(), self.origin.clone(), self.data.clone());
            let shell = Shell::new(Arc::new(FileServices { base, origin, library, data, search }), library);
            // What the head of a page tells may be in any of these.
            let parts = [
                PartName::Countries,
                PartName::Terms(language),
                PartName::Publications,
                PartName::PublicationYears,
                PartName::Strategies,
                PartName::Cycles,
                PartName::Offices,
            ];
            for part in parts {
                shell.request(part);
            }
            let locale = Locale::new(language, catalog, Box::new(formats));
            provide_context(shell);
            provide_context(locale);
            for story in StoryId::ALL {
                shell.request(shell.story_part(story));
            }
            (shell, locale)
        });
        let site = (!self.origin.is_empty()).then(|| self.file_address(""));
        Ok(LanguageDrawer { site, owner, shell, locale })
    }

    /// The page at `/`: from here the app leads on to the reader's language, and without it the reader does.
    pub(super) fn entrance(&self, template: &Template) -> String {
        let link = |language: Language| {
            let address = Address { language, route: Route::Overview };
            let (code, dir) = (language.code(), language.direction().code());
            format!(
                "<li><a href=\"{}{}\" lang=\"{code}\" hreflang=\"{code}\" dir=\"{dir}\">{}</a></li>",
                self.base.trim_end_matches('/'),
                address.href(),
                language.own_name()
            )
        };
        let links = Language::ALL.map(link).concat();
        template.entrance(&format!(
            "<main class=\"page\"><h1>Country Cooperation</h1><ul class=\"links\">{links}</ul></main>"
        ))
    }
}

/// What a list is narrowed by, in front of its title.
pub(super) fn narrowed_by(route: &Route, content: &Content, locale: Locale) -> String {
    let narrowed = route.list().and_then(|(list, query)| plain_filter::segments(list, query));
    let value = narrowed.map(|(facet, value)| words::facet_value(locale, content, facet, &value));
    value.map_or_else(String::new, |value| value + " – ")
}

impl LanguageDrawer {
    /// A page with its head.
    pub(super) fn page(&self, template: &Template, route: &Route) -> Page {
        let address = Address { language: self.locale.language(), route: route.clone() };
        let html = template.page(&self.document(&address), &self.body(&address));
        Page { address, html }
    }

    /// The page for addresses at which nothing stands.
    pub(super) fn lost(&self, template: &Template) -> String {
        let address = Address { language: self.locale.language(), route: Route::NotFound };
        let document = Document {
            alternates: Vec::new(),
            canonical: String::new(),
            oembed: String::new(),
            ..self.document(&address)
        };
        template.page(&document, &self.body(&address))
    }

    /// The name and text of what browsers want to know to install the site (<https://www.w3.org/TR/appmanifest/>).
    pub(super) fn manifest(&self, base: &str) -> (String, String) {
        let language = self.locale.language();
        let start =
            [base.trim_end_matches('/'), &Address { language, route: Route::Overview }.href()].concat();
        let name = self.locale.text(Msg::SiteName);
        let icon = |size: u32| {
            let sizes = format!("{size}x{size}");
            serde_json::json!({"src": format!("{base}icon-{size}.png"), "sizes": sizes, "type": "image/png", "purpose": "any maskable"})
        };
        let manifest = serde_json::json!({
            "id": base, "scope": base, "start_url": start, "name": name, "short_name": name,
            "description": self.locale.text(Msg::SiteDescription),
            "lang": language.code(), "dir": language.direction().code(),
            "display": "standalone", "background_color": "#ffffff", "theme_color": "#0a626c",
            "icons": [icon(192), icon(512)],
        });
        (format!("{}.webmanifest", language.code()), manifest.to_string())
    }

    /// Draws something of its own with the shell and the words of the language.
    pub(super) fn within<T>(&self, draw: impl FnOnce(Shell, Locale) -> T) -> T {
        let owner = self.owner.with(Owner::new);
        let drawn = owner.with(|| draw(self.shell, self.locale));
        owner.cleanup();
        drawn
    }

    /// The title of a page.
    pub(super) fn title_of(&self, route: &Route) -> String {
        let content = self.shell.content();
        let publication = match route {
            Route::Publication(id) => content.publication(id),
            _ => None,
        };
        let title = title(route, &content, publication, self.locale);
        [narrowed_by(route, &content, self.locale), title].concat()
    }

    fn body(&self, address: &Address) -> String {
        let owner = self.owner.with(Owner::new);
        let html = owner.with(|| {
            provide_context(Finder::new(self.shell, self.locale.language()));
            let place = Place { address: address.clone(), ignored: Vec::new() };
            let place: Memo<Option<Place>> = memo(move || Some(place.clone()));
            [skip_link(), masthead(place), page(place, Chunks::none()), footer()]
                .map(RenderHtml::to_html)
                .concat()
        });
        owner.cleanup();
        ["<div class=\"site\">", &html, "</div>"].concat()
    }

    fn document(&self, address: &Address) -> Document {
        self.owner.with(|| {
            let (shell, locale, route) = (self.shell, self.locale, &address.route);
            let content = shell.content();
            let title = self.title_of(route);
            let alternates = Language::ALL.map(|other| (other, shell.absolute(other, route.clone())));
            Document {
                language: locale.language(),
                description: description(route, &content, locale),
                path: shell.href_in(locale.language(), route.clone()),
                canonical: shell.absolute(locale.language(), route.clone()),
                alternates: alternates.into(),
                feed: (
                    locale.text(Msg::FeedAll).to_owned(),
                    shell.file(&feed::path(locale.language(), None)),
                ),
                linked_data: linked_data(route, &content, shell, locale, &title),
                oembed: self
                    .site
                    .as_ref()
                    .map(|site| embed::discovery(address, &title, site))
                    .unwrap_or_default(),
                site: locale.text(Msg::SiteName).to_owned(),
                title,
            }
        })
    }
}
