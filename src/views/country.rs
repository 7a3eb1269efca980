//! The profile of a country: who serves it, under which strategy, with which publications, and who says so.

use super::not_found::no_country_view;
use crate::bundle::index::PartName;
use crate::components::contact_chain::{contact_chain, country_link};
use crate::components::loaded::loaded;
use crate::components::notice::{notice, notice_text};
use crate::components::point_map::served_map;
use crate::components::publication_row::publication_rows;
use crate::components::section::section;
use crate::components::source_note::{outside_link, source_note};
use crate::components::strategy_item::strategy_item;
use crate::components::title_block::heading;
use crate::components::words;
use crate::domain::content::{Content, Presence, TermKind};
use crate::domain::country::{Country, CountryCode, Source};
use crate::domain::list_query::ListQuery;
use crate::domain::message::{Msg, Plural};
use crate::domain::office::Office;
use crate::domain::order::sorted;
use crate::domain::route::Route;
use crate::domain::strategy::Status;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// Publications shown before the link to all of them.
const PUBLICATIONS: usize = 5;

/// The view; not found if no country has this code.
pub fn country_view(code: CountryCode) -> Vec<Element> {
    let language = use_locale().language();
    let parts = vec![
        PartName::Countries,
        PartName::Offices,
        PartName::Strategies,
        PartName::Publications,
        PartName::Terms(language),
    ];
    let view = move || match use_shell().content().resolve(code) {
        Some(country) => vec![profile(country)],
        None => no_country_view(&code.to_string()),
    };
    vec![loaded(parts, view)]
}

/// All of it in one block, which is laid out as a brief of one sheet on paper.
fn profile(country: &Country) -> Element {
    let parts = [
        head(country),
        responsible(country),
        strategies(country),
        contact(country),
        publications(country),
        names(country),
    ];
    el("article", "brief").each(parts)
}

/// Name, the answer in a sentence, the plain facts.
fn head(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let list = |query| link(shell.href(Route::Countries(query)));
    let crumb = el("p", "title__crumb").el(list(ListQuery::default()).text(locale.text(Msg::NavCountries)));
    let crumb = match country.region {
        Some(region) => {
            let query = ListQuery::default().toggled("region", region.code());
            crumb.text(" / ").el(list(query).text(locale.text(words::region(region))))
        }
        None => crumb,
    };
    let name = heading(country.names.get(locale.language())).attr("class", "profile__heading");
    let answer = el("p", "profile__answer").text(answer(country));
    let name_note = words::name_note(country).map(|message| notice_text(locale.text(message)));
    let note = country.note.as_ref().map(|note| notice(|notice| notice.english().text(note)));
    let source = Source { name: country.source.clone(), address: None };
    el("div", "page")
        .el(el("div", "profile").el(el("div", "").el(crumb).el(name)).el(answer))
        .el_if(name_note)
        .el_if(note)
        .el(facts(country))
        .el(source_note(vec![source]))
}

/// Who serves the country, and until when its strategy runs, in one or two sentences.
fn answer(country: &Country) -> String {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let name = country.names.get(locale.language());
    let place = |office: &Office| words::office_place(locale, &content, office);
    let presence = match content.presence(country.iso3) {
        Presence::Own(_) => locale.with(Msg::AnswerOwn, &[("country", name)]),
        Presence::Supported { by, .. } => {
            locale.with(Msg::AnswerSupported, &[("country", name), ("place", &place(by))])
        }
        Presence::ServedFrom(office) => {
            locale.with(Msg::AnswerServed, &[("country", name), ("place", &place(office))])
        }
        Presence::NotFound => locale.with(Msg::AnswerNone, &[("country", name)]),
    };
    let on = shell.content_year();
    let of_country = content.strategies_of(country.iso3);
    let current = of_country.into_iter().find(|strategy| strategy.status(on) == Status::Current);
    let strategy = match current.and_then(|strategy| strategy.end) {
        Some(end) => locale.with(Msg::AnswerStrategy, &[("year", &end.to_string())]),
        None => locale.text(Msg::AnswerNoStrategy).to_owned(),
    };
    [presence.as_str(), " ", &strategy].concat()
}

fn facts(country: &Country) -> Element {
    let locale = use_locale();
    let content = use_shell().content();
    let text = |text: String| el("bdi", "").text(text);
    let m49 = country.m49.map(|m49| [" · ", &m49.to_string()].concat()).unwrap_or_default();
    let codes = [country.iso3.as_str(), " · ", country.iso2.as_str(), &m49].concat();
    let sovereign = country.sovereign.and_then(|iso3| content.country(iso3)).map(country_link);
    let region = country.region.map_or(Msg::RegionNone, words::region);
    let income = country.income.map(|income| {
        let year = country.income_year.clone().unwrap_or_default();
        locale.with(Msg::IncomeFrom, &[("group", locale.text(words::income(income))), ("year", &year)])
    });
    let subregion = country.subregion.as_ref();
    let subregion = subregion.map(|slug| content.terms.label(TermKind::Subregion, slug).to_owned());
    el("dl", "facts")
        .el(fact(Msg::FacetMembership, text(locale.text(words::membership(country.membership)).to_owned())))
        .el_if(sovereign.map(|country| fact(Msg::FactSovereign, country)))
        .el(fact(Msg::FacetRegion, text(locale.text(region).to_owned())))
        .el_if(subregion.map(|subregion| fact(Msg::FactSubregion, text(subregion))))
        .el_if(income.map(|income| fact(Msg::FacetIncome, text(income))))
        .el(fact(Msg::FactCodes, el("span", "code").text(codes)))
}

fn fact(term: Msg, value: Element) -> Element {
    let term = el("dt", "facts__term").text(use_locale().text(term));
    el("div", "facts__item").el(term).el(el("dd", "facts__value").el(value))
}

/// The office that serves the country, and whom else it serves.
fn responsible(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let offices: Vec<&Office> = match content.presence(country.iso3) {
        Presence::Supported { own, by } => vec![own, by],
        presence => presence.office().into_iter().collect(),
    };
    section("office", locale.text(Msg::ProfileOffice), "", |body| {
        if offices.is_empty() {
            return body.el(notice_text(locale.text(Msg::ProfileNoOffice)));
        }
        body.each(offices.into_iter().map(|office| serving_office(office, country, &content)))
    })
}

fn serving_office(office: &Office, country: &Country, content: &Content) -> Element {
    let locale = use_locale();
    let others = also_served(office, country, content, locale);
    let established =
        office.established.map(|date| locale.with(Msg::OfficeEstablished, &[("date", &locale.date(date))]));
    let evidence =
        [established.as_deref().unwrap_or(""), " ", locale.text(words::confidence(office.confidence))];
    let website = office.website.as_ref().filter(|address| address.is_linkable());
    let website =
        website.map(|address| el("p", "").el(outside_link(address).text(locale.text(Msg::OfficeWebsite))));
    let kind = [locale.text(words::office_kind(office.kind)), " · "].concat();
    let kind = el("span", "served__kind").text(kind).text(words::office_place(locale, content, office));
    let name = el("p", "served__office").el(el("strong", "").english().text(&office.name)).el(kind);
    let served = (!others.is_empty()).then(|| locale.count(Plural::OfficeAlsoServes, others.len()));
    let served = served.map(|text| el("h3", "section__note").text(text));
    let links = others.iter().map(|country| el("li", "").el(country_link(country)));
    let list = (!others.is_empty()).then(|| el("ul", "served__list").each(links));
    let facts = el("div", "")
        .el(name)
        .el_if(website)
        .el(el("p", "source").text(evidence.concat().trim()))
        .el_if(office.note.as_ref().map(|note| el("p", "source").english().text(note)))
        .el_if(served)
        .el_if(list)
        .el(source_note(vec![Source { name: office.source.clone(), address: None }]));
    if others.is_empty() {
        return el("div", "served served--alone").el(facts);
    }
    el("div", "served").el(facts).el(served_map(office, country.iso3))
}

/// The other countries an office serves, in the order of their names.
fn also_served<'a>(
    office: &Office,
    country: &Country,
    content: &'a Content,
    locale: Locale,
) -> Vec<&'a Country> {
    let others = office.serves.iter().filter(|iso3| **iso3 != country.iso3 && **iso3 != office.country);
    let others: Vec<&Country> = others.filter_map(|iso3| content.country(*iso3)).collect();
    let name = |country: &&'a Country| country.names.get(locale.language());
    sorted(others, |a, b| locale.collate(name(a), name(b)))
}

fn strategies(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let strategies = content.strategies_of(country.iso3);
    let date = locale.date(shell.index().site.content_date);
    section(
        "strategies",
        locale.text(Msg::NavStrategies),
        locale.with(Msg::SourceAsOf, &[("date", &date)]),
        |body| {
            if strategies.is_empty() {
                return body.el(notice_text(locale.text(Msg::ProfileNoStrategy)));
            }
            let items = strategies.into_iter().map(|strategy| strategy_item(strategy, &[]));
            body.el(el("ol", "cycles").each(items)).el(notice_text(locale.text(Msg::ProfileStrategyCopies)))
        },
    )
}

fn contact(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let all = link(shell.href(Route::Contact)).text(locale.text(Msg::ContactAll));
    section("contact", locale.text(Msg::NavContact), locale.text(Msg::ContactNote), |body| {
        body.el(contact_chain(country)).el(el("p", "section__more").el(all))
    })
}

fn publications(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let publications = content.publications_of(country.iso3);
    let total = publications.len();
    let query = ListQuery::default().toggled("country", country.iso3.as_str());
    section("publications", locale.text(Msg::NavPublications), "", |body| {
        if total == 0 {
            return body.el(el("p", "").text(locale.text(Msg::ProfileNoPublications)));
        }
        let all = locale.count(Plural::ProfileAllPublications, total);
        let all = link(shell.href(Route::Publications(query))).text(all);
        body.el(publication_rows(publications.into_iter().take(PUBLICATIONS)))
            .el(el("p", "section__more").el(all))
    })
}

/// The official names in the six languages.
fn names(country: &Country) -> Element {
    let locale = use_locale();
    let names = country.names.all().map(|(language, name)| {
        let name = el("dd", "names__name")
            .attr("lang", language.code())
            .attr("dir", language.direction().code())
            .text(name);
        el("div", "names__item")
            .el(el("dt", "names__language").text(words::language(locale, language.code())))
            .el(name)
    });
    section("names", locale.text(Msg::ProfileNames), "", |body| body.el(el("dl", "names").each(names)))
}
