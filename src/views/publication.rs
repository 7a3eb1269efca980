//! One publication: all facts with their sources.

use super::not_found::no_publication_view;
use crate::bundle::index::PartName;
use crate::components::copy_button::copy_button;
use crate::components::country_links::country_link;
use crate::components::loaded::loaded;
use crate::components::notice::notice;
use crate::components::publication_row::publication_rows;
use crate::components::section::section;
use crate::components::source_note::{outside_link, seen_at, source_note};
use crate::components::title_block::{heading, page};
use crate::components::words;
use crate::domain::citation;
use crate::domain::content::Content;
use crate::domain::country::Source;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::Msg;
use crate::domain::office::Confidence;
use crate::domain::publication::{Copy, Publication, PublicationId};
use crate::domain::related::Related;
use crate::domain::route::Route;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, button, el, link};
use crate::ui::icon::{Icon, icon_mark};

/// The view; not found if there is no such publication.
pub fn publication_view(id: PublicationId) -> Vec<Element> {
    let language = use_locale().language();
    let parts = vec![PartName::Countries, PartName::Publications, PartName::Terms(language)];
    let view = move || match use_shell().content().publication(&id) {
        Some(publication) => record(publication),
        None => no_publication_view(id.as_str()),
    };
    vec![loaded(parts, view)]
}

fn record(publication: &Publication) -> Vec<Element> {
    let locale = use_locale();
    let content = use_shell().content();
    let address = publication.copy.as_ref().map(|(address, _)| address.clone());
    let source = Source { name: publication.source.clone(), address };
    let cited = citation::plain(publication);
    let copy = copy_button(cited.clone(), locale.text(Msg::PublicationCopyCitation));
    let about = section("about-publication", locale.text(Msg::PublicationAbout), "", |body| {
        body.el(el("p", "lede").english().text(&publication.summary))
            .el(reading(publication))
            .el(facts(locale, &content, publication))
            .el(source_note(source))
            .el(share(publication))
    });
    let cite = section("cite", locale.text(Msg::PublicationCite), "", |body| {
        let text = el("p", "cite__text").attr("dir", "auto").text(cited);
        body.el(el("div", "cite").el(text).el(copy).el(downloads(publication)))
    });
    let mut view = vec![title(publication), about, cite];
    add_related(&mut view, &content, publication);
    view
}

/// The citation as files for reference managers and tables, which the content compiler has written.
fn downloads(publication: &Publication) -> Element {
    let shell = use_shell();
    let mut list = el("ul", "cite__formats").attr("aria-label", use_locale().text(Msg::PublicationFormats));
    for (name, ending) in [("RIS", "ris"), ("BibTeX", "bib"), ("CSL-JSON", "json"), ("CSV", "csv")] {
        let href = shell.file(&["cite/", publication.id.as_str(), ".", ending].concat());
        list = list.el(el("li", "").el(link(href).attr("download", "").text(name)));
    }
    list
}

fn title(publication: &Publication) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let list =
        link(shell.href(Route::Publications(ListQuery::default()))).text(locale.text(Msg::NavPublications));
    let heading = heading(&publication.title)
        .attr("class", "title__heading")
        .attr("lang", publication.languages.first().map_or("", String::as_str))
        .attr("dir", "auto");
    let subtitle = publication.subtitle.as_ref();
    let subtitle = subtitle.map(|subtitle| el("p", "title__lede").attr("dir", "auto").text(subtitle));
    page(el("div", "title").el(el("p", "title__crumb").el(list)).el(heading).el_if(subtitle))
}

/// Where to read the document; never a third party's copy.
fn reading(publication: &Publication) -> Element {
    let locale = use_locale();
    if let Some(address) = publication.link() {
        let text = locale.with(Msg::PublicationRead, &[("host", address.host())]);
        return el("p", "").el(outside_link(address).attr("class", "button button--primary").text(text));
    }
    let message = match &publication.copy {
        None => Msg::PublicationNoCopy,
        Some((_, Copy::ThirdParty)) => Msg::PublicationThirdParty,
        Some((_, Copy::Official)) => Msg::PublicationInsecure,
    };
    let seen = publication.copy.as_ref().map(|(address, _)| seen_at(address));
    notice(|notice| notice.text(locale.text(message)).text(" ").el_if(seen))
}

/// The facts as pairs of term and value; what was not seen is left out.
fn facts(locale: Locale, content: &Content, publication: &Publication) -> Element {
    let text = |text: &str| el("bdi", "").text(text);
    let year = publication.year.map(|year| {
        let year = year.to_string();
        match publication.year_basis.and_then(words::year_basis) {
            Some(basis) => words::remark(locale, &year, locale.text(basis)),
            None => year,
        }
    });
    let year = year.unwrap_or_else(|| locale.text(Msg::YearUndated).to_owned());
    let mut countries = el("ul", "cluster");
    for country in publication.countries.iter().filter_map(|iso3| content.country(*iso3)) {
        countries = countries.el(el("li", "").el(country_link(country)));
    }
    let list = |facet, values: &[String]| {
        let mut names = Vec::new();
        for value in values {
            names.push(words::facet_value(locale, content, facet, value));
        }
        text(&locale.list(&names))
    };
    let optional = |term, value: &Option<String>| value.as_ref().map(|value| fact(term, text(value)));
    // The facts say what low confidence means for a publication, and no more than that.
    let is_low = publication.confidence == Confidence::Low;
    let doubt = is_low.then(|| locale.text(Msg::PublicationConfidenceLow));
    el("dl", "definition")
        .el(fact(Msg::FacetType, text(words::publication_kind(locale, content, &publication.kind))))
        .el(fact(Msg::FacetYear, text(&year)))
        .el_if(publication.date.map(|date| fact(Msg::FactDate, text(&locale.date(date)))))
        .el(fact(Msg::FacetRegion, text(locale.text(words::coverage(publication.coverage)))))
        .el_if((!publication.countries.is_empty()).then(|| fact(Msg::FacetCountry, countries)))
        .el(fact(Msg::FacetLanguage, list("language", &publication.languages)))
        .el(fact(Msg::FacetTopic, list("topic", &publication.topics)))
        .el_if(publication.pages.map(|pages| fact(Msg::FactPages, text(&locale.number(usize::from(pages))))))
        .el_if(optional(Msg::FactReference, &publication.reference))
        .el_if(optional(Msg::FactIsbn, &publication.isbn))
        .el_if(optional(Msg::FactIris, &publication.iris_handle))
        .el_if(doubt.map(|doubt| fact(Msg::FactConfidence, text(doubt))))
        .el_if(publication.note.as_ref().map(|note| fact(Msg::FactNote, el("span", "").english().text(note))))
}

fn fact(term: Msg, value: Element) -> Element {
    el("div", "").el(el("dt", "").text(use_locale().text(term))).el(el("dd", "").el(value))
}

/// The page to take along: its address, or on paper.
fn share(publication: &Publication) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let address = shell.absolute(locale.language(), Route::Publication(publication.id.clone()));
    let print = button("copy")
        .on("click", move |_| shell.print())
        .el(icon_mark(Icon::Print))
        .text(locale.text(Msg::PublicationPrint));
    el("div", "cluster export").el(copy_button(address, locale.text(Msg::PublicationShare))).el(print)
}

/// Adds the publications that belong to this one, a section for each group.
fn add_related(view: &mut Vec<Element>, content: &Content, publication: &Publication) {
    let Related { series, country, kind } = Related::new(&content.publications, publication);
    let mut same_country = ListQuery::default();
    for iso3 in &publication.countries {
        same_country = same_country.toggled("country", iso3.as_str());
    }
    let same_kind = ListQuery::default().toggled("type", &publication.kind);
    let same_kind = same_kind.toggled("region", publication.coverage.slug());
    add_group(view, "series", Msg::PublicationSeries, series, None);
    add_group(view, "same-country", Msg::PublicationSameCountry, country, Some(same_country));
    add_group(view, "same-kind", Msg::PublicationSameKind, kind, Some(same_kind));
}

/// Adds a group, unless it is empty, with a link to the list that has all of it, where there is one.
#[inline(never)]
fn add_group(
    view: &mut Vec<Element>,
    id: &'static str,
    label: Msg,
    group: Vec<&Publication>,
    all: Option<ListQuery>,
) {
    if !group.is_empty() {
        let fill = |body: Element| body.el(publication_rows(group)).el_if(all.map(all_link));
        view.push(section(id, use_locale().text(label), "", fill));
    }
}

/// A link to the list that a query narrows, with what it is narrowed to.
fn all_link(query: ListQuery) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let mut names = Vec::new();
    for (facet, value) in query.all_values(List::Publications) {
        names.push(words::facet_value(locale, &content, facet, value));
    }
    let text = words::fact_line(locale, locale.text(Msg::PublicationAll), &names.join(" · "));
    el("p", "section__more").el(link(shell.href(Route::Publications(query))).text(text))
}
