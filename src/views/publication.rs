//! One publication: all facts with their sources.

use std::cmp::Reverse;

use super::not_found::not_found_view;
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
use crate::domain::content::{Content, TermKind};
use crate::domain::country::Source;
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::domain::office::Confidence;
use crate::domain::order::sorted_by_key;
use crate::domain::publication::{Copy, Publication, PublicationId};
use crate::domain::route::Route;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// Related publications shown at most.
const RELATED: usize = 4;

/// The view; not found if there is no such publication.
pub fn publication_view(id: PublicationId) -> Vec<Element> {
    let language = use_locale().language();
    let parts = vec![PartName::Countries, PartName::Publications, PartName::Terms(language)];
    let view = move || match use_shell().content().publication(&id) {
        Some(publication) => record(publication),
        None => not_found_view(&id.to_string()),
    };
    vec![loaded(parts, view)]
}

fn record(publication: &Publication) -> Vec<Element> {
    let locale = use_locale();
    let content = use_shell().content();
    let related = related(&content, publication);
    let address = publication.copy.as_ref().map(|(address, _)| address.clone());
    let source = Source { name: publication.source.clone(), address };
    let cited = citation::plain(publication);
    let copy = copy_button(cited.clone(), locale.text(Msg::PublicationCopyCitation));
    let about = section("about-publication", locale.text(Msg::PublicationAbout), "", |body| {
        body.el(el("p", "lede").english().text(&publication.summary))
            .el(reading(publication))
            .el(facts(locale, &content, publication))
            .el(source_note(source))
    });
    let cite = section("cite", locale.text(Msg::PublicationCite), "", |body| {
        let text = el("p", "cite__text").attr("dir", "auto").text(cited);
        body.el(el("div", "cite").el(text).el(copy))
    });
    let related = (!related.is_empty()).then(|| {
        section("related", locale.text(Msg::PublicationRelated), "", |body| {
            body.el(publication_rows(related))
        })
    });
    [Some(title(publication)), Some(about), Some(cite), related].into_iter().flatten().collect()
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
        let basis = publication.year_basis.and_then(words::year_basis);
        let basis = basis.map(|basis| [" (", locale.text(basis), ")"].concat());
        [year.to_string(), basis.unwrap_or_default()].concat()
    });
    let year = year.unwrap_or_else(|| locale.text(Msg::YearUndated).to_owned());
    let countries = publication.countries.iter().filter_map(|iso3| content.country(*iso3));
    let countries = el("ul", "cluster").each(countries.map(|country| el("li", "").el(country_link(country))));
    let languages: Vec<String> =
        publication.languages.iter().map(|code| words::language(locale, code)).collect();
    let topics =
        publication.topics.iter().map(|topic| content.terms.label(TermKind::Topic, topic).to_owned());
    let topics: Vec<String> = topics.collect();
    let optional = |term, value: &Option<String>| value.as_ref().map(|value| fact(term, text(value)));
    // The facts say what low confidence means for a publication, and no more than that.
    let is_low = publication.confidence == Confidence::Low;
    let doubt = is_low.then(|| locale.text(Msg::PublicationConfidenceLow));
    el("dl", "definition")
        .el(fact(Msg::FacetType, text(words::publication_kind(content, &publication.kind))))
        .el(fact(Msg::FacetYear, text(&year)))
        .el_if(publication.date.map(|date| fact(Msg::FactDate, text(&locale.date(date)))))
        .el(fact(Msg::FacetRegion, text(locale.text(words::coverage(publication.coverage)))))
        .el_if((!publication.countries.is_empty()).then(|| fact(Msg::FacetCountry, countries)))
        .el(fact(Msg::FacetLanguage, text(&locale.list(&languages))))
        .el(fact(Msg::FacetTopic, text(&locale.list(&topics))))
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

/// Publications about the same countries first, then of the same kind and region; newest first.
fn related<'a>(content: &'a Content, publication: &Publication) -> Vec<&'a Publication> {
    let others = content.publications.iter().filter(|other| other.id != publication.id);
    let scored = others.filter_map(|other| {
        let shares_country = other.countries.iter().any(|iso3| publication.countries.contains(iso3));
        let is_kin = other.kind == publication.kind && other.coverage == publication.coverage;
        let score = u8::from(shares_country) * 2 + u8::from(is_kin);
        (score > 0).then_some((score, other))
    });
    let scored: Vec<(u8, &Publication)> =
        sorted_by_key(scored.collect(), |(score, other): &(u8, &Publication)| Reverse((*score, other.year)));
    scored.into_iter().take(RELATED).map(|(_, other)| other).collect()
}
