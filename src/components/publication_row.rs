//! One publication in a list.

use super::words;
use crate::domain::message::{Msg, Plural};
use crate::domain::publication::{Publication, PublicationId};
use crate::domain::route::Route;
use crate::domain::search::result_page::{Marked, ResultRow};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// Countries named in a row before the rest is only counted.
const NAMED: usize = 3;

/// Draws the row as a list item.
pub fn publication_row(row: &ResultRow) -> Element {
    let shell = use_shell();
    let route = PublicationId::parse(&row.id).map_or(Route::NotFound, Route::Publication);
    let title = link(shell.href(route))
        .attr("lang", row.languages.first().map_or("", String::as_str))
        .attr("dir", "auto");
    let main = el("article", "publication__main")
        .el(el("h3", "publication__title").el(with_marks(title, &row.title)))
        // Also where there is none: in a list whose summaries come later it holds their place.
        .el(with_marks(el("p", "publication__text").english(), &row.summary))
        .el(meta(row));
    el("li", "publication").el(year(row)).el(main)
}

/// A list of publications.
pub fn publication_rows<'a>(publications: impl IntoIterator<Item = &'a Publication>) -> Element {
    let rows: Vec<ResultRow> = publications.into_iter().map(ResultRow::from).collect();
    listed_rows(&rows)
}

/// A list of rows.
pub fn listed_rows<'a>(rows: impl IntoIterator<Item = &'a ResultRow>) -> Element {
    el("ol", "publications").each(rows.into_iter().map(publication_row))
}

/// A text with what was looked for marked in it.
fn with_marks(element: Element, text: &Marked) -> Element {
    text.pieces().fold(element, |element, (piece, is_match)| {
        if is_match { element.el(el("mark", "").text(piece)) } else { element.text(piece) }
    })
}

/// The year, with what it is where it is not a year of publication; "undated" in words.
fn year(row: &ResultRow) -> Element {
    let locale = use_locale();
    let year = row.year.map_or_else(|| locale.text(Msg::YearUndated).to_owned(), |year| year.to_string());
    let basis = row.year_basis.and_then(words::year_basis).map(|message| locale.text(message));
    el("p", "publication__year")
        .text(year)
        .el_if(basis.map(|basis| el("span", "publication__basis").text(basis)))
}

/// Kind, region, countries, languages: what was not seen is left out.
fn meta(row: &ResultRow) -> Element {
    let locale = use_locale();
    let content = use_shell().content();
    let value = |facet: &str, value: &str| words::facet_value(locale, &content, facet, value);
    let languages: Vec<String> = row.languages.iter().map(|code| words::language(locale, code)).collect();
    let named = row.countries.iter().take(NAMED).map(|code| value("country", code));
    let more = row.countries.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| locale.count(Plural::PublicationMoreCountries, more));
    let named: Vec<String> = named.chain(more).collect();
    let facts = [
        (!row.region.is_empty()).then(|| value("region", &row.region)),
        (!named.is_empty()).then(|| locale.list(&named)),
        Some(locale.list(&languages)),
    ];
    el("div", "publication__meta")
        .el(el("span", "tag").text(words::publication_kind(locale, &content, &row.kind)))
        .each(facts.into_iter().flatten().map(|fact| el("span", "").text(fact)))
}
