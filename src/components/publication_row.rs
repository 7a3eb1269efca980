//! One publication in a list.

use super::words;
use crate::domain::message::{Msg, Plural};
use crate::domain::office::Confidence;
use crate::domain::publication::Publication;
use crate::domain::route::Route;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// Countries named in a row before the rest is only counted.
const NAMED: usize = 3;

/// Draws the row as a list item.
pub fn publication_row(publication: &Publication) -> Element {
    let shell = use_shell();
    let title = link(shell.href(Route::Publication(publication.id.clone())))
        .attr("lang", publication.languages.first().map_or("", String::as_str))
        .attr("dir", "auto")
        .text(&publication.title);
    let main = el("article", "publication__main")
        .el(el("h3", "publication__title").el(title))
        .el(el("p", "publication__text").english().text(&publication.summary))
        .el(meta(publication));
    el("li", "publication").el(year(publication)).el(main)
}

/// A list of rows.
pub fn publication_rows<'a>(publications: impl IntoIterator<Item = &'a Publication>) -> Element {
    el("ol", "publications").each(publications.into_iter().map(publication_row))
}

/// The year, with what it is where it is not a year of publication; "undated" in words.
fn year(publication: &Publication) -> Element {
    let locale = use_locale();
    let year =
        publication.year.map_or_else(|| locale.text(Msg::YearUndated).to_owned(), |year| year.to_string());
    let basis = publication.year_basis.and_then(words::year_basis).map(|message| locale.text(message));
    el("p", "publication__year")
        .text(year)
        .el_if(basis.map(|basis| el("span", "publication__basis").text(basis)))
}

/// Kind, region, countries, languages, pages, reference: what was not seen is left out.
fn meta(publication: &Publication) -> Element {
    let locale = use_locale();
    let content = use_shell().content();
    let languages: Vec<String> =
        publication.languages.iter().map(|code| words::language(locale, code)).collect();
    let named = publication.countries.iter().take(NAMED);
    let named: Vec<String> = named.map(|iso3| words::country_name(locale, &content, *iso3)).collect();
    let more = publication.countries.len().saturating_sub(NAMED);
    let is_low = publication.confidence == Confidence::Low;
    let facts = [
        Some(locale.text(words::coverage(publication.coverage)).to_owned()),
        (!named.is_empty()).then(|| locale.list(&named)),
        (more > 0).then(|| locale.count(Plural::PublicationMoreCountries, more)),
        Some(locale.list(&languages)),
        publication.pages.map(|pages| locale.count(Plural::PublicationPages, usize::from(pages))),
        is_low.then(|| locale.text(Msg::PublicationListingOnly).to_owned()),
    ];
    let reference = publication.reference.as_ref().map(|reference| el("span", "code").text(reference));
    el("div", "publication__meta")
        .el(el("span", "tag").text(words::publication_kind(&content, publication)))
        .each(facts.into_iter().flatten().map(|fact| el("span", "").text(fact)))
        .el_if(reference)
}
