//! The embeds as files: one small document for each country, list, map and set of figures, in every language, by the same
//! components as the site; the short document at their folder, which leads on to them; and what content systems ask for a page
//! (oEmbed). `docs/embed.md` is the contract.

mod check;
mod documents;
mod frame;
mod oembed;
mod views;

use std::fs;
use std::path::Path;

use self::frame::{Frame, Links};
use super::draw::{Drawer, LanguageDrawer};
use super::template::Template;
use super::{Unwritten, put};
use crate::domain::embed::{EmbedView, FOLDER};
use crate::domain::language::Language;
use crate::domain::route::Route;

pub(super) use self::oembed::discovery;

/// Where the content of former days is kept, below [`FOLDER`].
const KEPT: &str = "kept";

/// Writes the embeds into the folder of a finished site. Gives how many documents there are.
///
/// # Errors
/// A file of the embeds is missing, or one cannot be written.
pub(super) fn write(
    site: &Path,
    drawer: &Drawer,
    template: &Template,
    address: Option<&str>,
) -> Result<usize, Unwritten> {
    let frame = Frame::open(site, template.base(), drawer.index().site.content_date)?;
    let views = documents::all(&drawer.content());
    let mut written = 0;
    let own = drawer.file_address("");
    for language in Language::ALL {
        let pages = drawer.language(language)?;
        for view in &views {
            let file = [documents::path(language, view).as_str(), ".html"].concat();
            put(&site.join(file), &document(&frame, &pages, view, address.map(|_| own.as_str())))?;
            written += 1;
        }
        let file = [FOLDER, language.code(), "/check.html"].concat();
        put(&site.join(file), &pages.within(|_, locale| check::page(&frame, locale, &own)))?;
        written += 1;
        if address.is_some() {
            oembed::write(site, drawer, &pages, &views)?;
        }
    }
    let english = drawer.language(Language::En)?;
    put(&site.join("embed/check.html"), &english.within(|_, locale| check::page(&frame, locale, &own)))?;
    let kept = kept(site).map_err(|error| Unwritten::at(site, &error))?;
    put(&site.join([FOLDER, "index.html"].concat()), &frame.lead(&views, &kept))?;
    Ok(written + 2)
}

/// The document of a view. `address` is the site's, if it is known.
fn document(frame: &Frame, pages: &LanguageDrawer, view: &EmbedView, address: Option<&str>) -> String {
    pages.within(|shell, locale| {
        let title = views::title(&shell.content(), locale, view);
        let body = views::body(shell, locale, view);
        let canonical = shell.absolute(locale.language(), view.route());
        let answer = address
            .map(|address| oembed::document_discovery(locale.language(), view, &title, address))
            .unwrap_or_default();
        frame.document(locale, view, &title, &Links { canonical, answer }, body)
    })
}

/// The days whose content is kept, the oldest first.
fn kept(site: &Path) -> std::io::Result<Vec<String>> {
    let folder = site.join(FOLDER).join(KEPT);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut days: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        days.push(entry?.file_name().to_string_lossy().into_owned());
    }
    days.sort_unstable();
    Ok(days)
}

/// The embed that shows most of what a page of the site shows.
fn of_route(route: &Route) -> Option<EmbedView> {
    Some(match route {
        Route::Country(crate::domain::country::CountryCode::Iso3(iso3)) => EmbedView::Country(*iso3),
        Route::Countries(query) => EmbedView::Countries(query.clone()),
        Route::Strategies(query) => EmbedView::Strategies(query.clone()),
        Route::Publications(query) => EmbedView::Publications(query.clone()),
        Route::Overview | Route::AtWork(_) => EmbedView::Figures,
        _ => return None,
    })
}
