//! Answers for content systems that show an address as more than a link (<https://oembed.com>): since no program runs on the host,
//! each page has its answer as a file, and names it in its head.

use std::path::Path;

use super::{documents, of_route, views};
use crate::domain::embed::{EmbedView, FOLDER};
use crate::domain::language::Language;
use crate::domain::message::Msg;
use crate::domain::route::{Address, Route};
use crate::pages::draw::{Drawer, LanguageDrawer};
use crate::pages::template::escaped;
use crate::pages::{Unwritten, addresses, put};

/// The size of the frame, in pixels: the width of a column of text, and a height that most systems allow. Systems that hear
/// the messages of the frame set the height themselves.
const SIZE: (u32, u32) = (600, 600);

/// The answer's file for an address, below the site's folder.
fn file(address: &Address) -> String {
    [FOLDER, "oembed", &address.plain_href(), ".json"].concat()
}

/// The answer's file for a document that is shown in a part of a page only.
fn document_file(language: Language, view: &EmbedView) -> String {
    let path = documents::path(language, view);
    [FOLDER, "oembed/", path.strip_prefix(FOLDER).unwrap_or(&path), ".json"].concat()
}

/// What the head of a page says, so that content systems find the answer. `site` is the whole address of the site's
/// folder.
pub(in crate::pages) fn discovery(address: &Address, title: &str, site: &str) -> String {
    told(&file(address), title, site)
}

/// The same for a document. What is a whole page of the site has its answer there, so that one page has one address.
pub(super) fn document_discovery(language: Language, view: &EmbedView, title: &str, site: &str) -> String {
    match view {
        EmbedView::Chart(..) => told(&document_file(language, view), title, site),
        _ => String::new(),
    }
}

fn told(file: &str, title: &str, site: &str) -> String {
    [
        "<link rel=\"alternate\" type=\"application/json+oembed\" title=\"",
        &escaped(title),
        "\" href=\"",
        &escaped(&[site, file].concat()),
        "\">",
    ]
    .concat()
}

/// Writes the answers for all pages of a language, and for the charts, which are parts of a page. `views` are those that have
/// documents.
///
/// # Errors
/// A file cannot be written.
pub(super) fn write(
    site: &Path,
    drawer: &Drawer,
    pages: &LanguageDrawer,
    views: &[EmbedView],
) -> Result<(), Unwritten> {
    let content = drawer.content();
    let language = pages.within(|_, locale| locale.language());
    for route in addresses::known(&content).into_iter().chain(addresses::narrowed(&content)) {
        let address = Address { language, route };
        let title = pages.title_of(&address.route);
        let html = html(drawer, pages, &address, &title, views);
        put(&site.join(file(&address)), &answer(drawer, pages, &title, html).to_string())?;
    }
    for view in views.iter().filter(|view| matches!(view, EmbedView::Chart(..))) {
        let title = pages.within(|shell, locale| views::title(&shell.content(), locale, view));
        let page = drawer.href(&Address { language, route: view.route() }) + &view.anchor();
        let source = drawer.file_address(&documents::path(language, view));
        let html = rich(&page, &title, &source, &title, language);
        let answer = answer(drawer, pages, &title, Some(html));
        put(&site.join(document_file(language, view)), &answer.to_string())?;
    }
    Ok(())
}

/// The answer. What has an embed is a quotation with a link, which is what readers without frames keep, and a frame; any other
/// is a link with a name.
fn answer(drawer: &Drawer, pages: &LanguageDrawer, title: &str, html: Option<String>) -> serde_json::Value {
    let (language, provider) =
        pages.within(|_, locale| (locale.language(), locale.text(Msg::SiteName).to_owned()));
    let home = drawer.href(&Address { language, route: Route::Overview });
    let mut answer = serde_json::json!({
        "version": "1.0", "type": "link", "title": title, "provider_name": provider, "provider_url": home, "cache_age": 86400,
    });
    if let (Some(html), Some(answer)) = (html, answer.as_object_mut()) {
        answer.insert("type".to_owned(), "rich".into());
        answer.insert("html".to_owned(), html.into());
        answer.insert("width".to_owned(), SIZE.0.into());
        answer.insert("height".to_owned(), SIZE.1.into());
    }
    answer
}

/// The quotation and the frame of a page of the site; none if it has no document.
fn html(
    drawer: &Drawer,
    pages: &LanguageDrawer,
    address: &Address,
    title: &str,
    documented: &[EmbedView],
) -> Option<String> {
    let view = of_route(&address.route)?;
    // Years are pages of the site and no embeds.
    if !documented.contains(&view) {
        return None;
    }
    let name = pages.within(|shell, locale| views::title(&shell.content(), locale, &view));
    Some(rich(
        &drawer.href(address),
        title,
        &drawer.file_address(&documents::path(address.language, &view)),
        &name,
        address.language,
    ))
}

fn rich(page: &str, title: &str, source: &str, name: &str, language: Language) -> String {
    let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
    [
        "<blockquote class=\"wp-embedded-content\" lang=\"",
        language.code(),
        "\"><a href=\"",
        &escaped(page),
        "\">",
        &escaped(title),
        "</a></blockquote><iframe class=\"wp-embedded-content\" src=\"",
        &escaped(source),
        "\" title=\"",
        &escaped(name),
        "\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" frameborder=\"0\" loading=\"lazy\"></iframe>",
    ]
    .concat()
}
