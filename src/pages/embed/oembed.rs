//! Answers for content systems that show an address as more than a link (<https://oembed.com>): since no program runs on the host,
//! each page has its answer as a file, and names it in its head.

use std::path::Path;

use super::{documents, of_route, views};
use crate::domain::embed::FOLDER;
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

/// What the head of a page says, so that content systems find the answer. `site` is the whole address of the site's
/// folder.
pub(in crate::pages) fn discovery(address: &Address, title: &str, site: &str) -> String {
    [
        "<link rel=\"alternate\" type=\"application/json+oembed\" title=\"",
        &escaped(title),
        "\" href=\"",
        &escaped(&[site, &file(address)].concat()),
        "\">",
    ]
    .concat()
}

/// Writes the answers for all pages of a language.
///
/// # Errors
/// A file cannot be written.
pub(super) fn write(site: &Path, drawer: &Drawer, pages: &LanguageDrawer) -> Result<(), Unwritten> {
    let content = drawer.content();
    for route in addresses::known(&content).into_iter().chain(addresses::narrowed(&content)) {
        let language = pages.within(|_, locale| locale.language());
        let address = Address { language, route };
        put(&site.join(file(&address)), &answer(drawer, pages, &address).to_string())?;
    }
    Ok(())
}

/// The answer. A page that has an embed is a quotation with a link, which is what readers without frames keep, and a frame; any
/// other is a link with a name.
fn answer(drawer: &Drawer, pages: &LanguageDrawer, address: &Address) -> serde_json::Value {
    let (title, provider) =
        pages.within(|_, locale| (pages.title_of(&address.route), locale.text(Msg::SiteName).to_owned()));
    let home = drawer.href(&Address { language: address.language, route: Route::Overview });
    let mut answer = serde_json::json!({
        "version": "1.0", "type": "link", "title": title, "provider_name": provider, "provider_url": home, "cache_age": 86400,
    });
    if let (Some(html), Some(answer)) = (html(drawer, pages, address, &title), answer.as_object_mut()) {
        answer.insert("type".to_owned(), "rich".into());
        answer.insert("html".to_owned(), html.into());
        answer.insert("width".to_owned(), SIZE.0.into());
        answer.insert("height".to_owned(), SIZE.1.into());
    }
    answer
}

fn html(drawer: &Drawer, pages: &LanguageDrawer, address: &Address, title: &str) -> Option<String> {
    let view = of_route(&address.route)?;
    let documents = documents::all(&drawer.content());
    // Years are pages of the site and no embeds.
    if !documents.contains(&view) {
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
