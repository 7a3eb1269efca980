//! What stands in a document: a head, the content by the components of the site, and a foot with its date, what it is, and the way
//! to the full page.

use crate::bundle::index::PartName;
use crate::components::chart::plain_chart;
use crate::components::contact_chain::contact_chain;
use crate::components::country_map::plain_map;
use crate::components::country_row::plain_country_row;
use crate::components::country_sentence::country_sentence;
use crate::components::figure_card::plain_figure;
use crate::components::publication_row::publication_rows;
use crate::components::strategy_item::strategy_item;
use crate::components::words;
use crate::domain::content::Content;
use crate::domain::country::Country;
use crate::domain::country_finder::FoundSet;
use crate::domain::country_list::CountryList;
use crate::domain::embed::{EmbedView, Reason};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::publication::{Publication, newest_first};
use crate::domain::route::Address;
use crate::domain::strategy_list::StrategyList;
use crate::pages::draw::narrowed_by;
use crate::state::locale::Locale;
use crate::state::shell::Shell;
use crate::ui::element::{Element, button, el, link};
use crate::ui::icon::{Icon, icon_mark};
use crate::views::country::answer;

/// Publications on a card.
const FEW: usize = 3;
/// Publications in a list.
const MANY: usize = 15;

/// The name of an embed: the heading, and what a frame is called.
pub(super) fn title(content: &Content, locale: Locale, view: &EmbedView) -> String {
    let name = match view {
        EmbedView::Country(iso3) => {
            content.country(*iso3).map_or("", |country| country.names.get(locale.language()))
        }
        EmbedView::Countries(_) | EmbedView::Map(_) => locale.text(Msg::CountriesTitle),
        EmbedView::Strategies(_) => locale.text(Msg::StrategiesTitle),
        EmbedView::Publications(_) => locale.text(Msg::PublicationsTitle),
        EmbedView::Figures => locale.text(Msg::AtWorkTitle),
        EmbedView::Chart(id, _) => locale.text(words::chart(*id)),
    };
    if let EmbedView::Chart(_, Some(region)) = view {
        return [locale.text(words::region(*region)), " – ", name].concat();
    }
    [narrowed_by(&view.route(), content, locale).as_str(), name].concat()
}

/// All of a document.
pub(super) fn body(shell: Shell, locale: Locale, view: &EmbedView) -> Element {
    for part in [PartName::Figures, PartName::Map, PartName::Terms(locale.language())] {
        shell.request(part);
    }
    let content = shell.content();
    let (lead, parts) = parts(shell, locale, &content, view);
    let name = el("h1", "embed__title").text(title(&content, locale, view));
    let name = match view {
        EmbedView::Country(iso3) => name.text(" ").el(el("span", "code").text(iso3.as_str())),
        _ => name,
    };
    // What a list shows is the heading of its rows.
    let tag = if view.list().is_some() { "h2" } else { "p" };
    let head = el("header", "embed__head").el(name).el_if(lead.map(|lead| el(tag, "embed__lead").text(lead)));
    let main = el("main", "embed__main").el(head).el(unmet(locale));
    let main = main.each(view.list().map(|_| operate(locale)).into_iter().flatten());
    let is_cut = matches!(view, EmbedView::Publications(query) if fitting(&content, query).len() > MANY);
    let open = if is_cut { Msg::EmbedOpenAll } else { Msg::EmbedOpen };
    main.each(parts).el(foot(shell, locale, view, open)).el(notes(locale))
}

/// A sentence, and what follows it.
fn parts(
    shell: Shell,
    locale: Locale,
    content: &Content,
    view: &EmbedView,
) -> (Option<String>, Vec<Element>) {
    match view {
        EmbedView::Country(iso3) => match content.country(*iso3) {
            Some(country) => (Some(answer(country)), card(shell, locale, content, country)),
            None => (None, Vec::new()),
        },
        EmbedView::Countries(query) => countries(shell, locale, content, query),
        EmbedView::Map(_) => (None, plain_map(content).into_iter().collect()),
        EmbedView::Strategies(query) => strategies(shell, locale, content, query),
        EmbedView::Publications(query) => publications(locale, content, query),
        EmbedView::Figures => (None, vec![figures(shell, content)]),
        EmbedView::Chart(id, region) => (None, vec![plain_chart(*id, *region)]),
    }
}

/// Whom to turn to, the strategy, the newest publications.
fn card(shell: Shell, locale: Locale, content: &Content, country: &Country) -> Vec<Element> {
    let on = shell.content_year();
    let all = content.strategies_of(country.iso3);
    let leading = all.iter().min_by_key(|strategy| strategy.status(on));
    let strategy = match leading {
        Some(strategy) => el("ol", "cycles").el(strategy_item(strategy, &[])),
        None => el("p", "").text(locale.text(Msg::StatusNotFoundLong)),
    };
    let publications = content.publications_of(country.iso3);
    let publications = (!publications.is_empty()).then(|| {
        part(locale.text(Msg::NavPublications), publication_rows(publications.into_iter().take(FEW)))
    });
    let contact = part(locale.text(Msg::NavContact), contact_chain(country));
    let strategy = part(locale.text(Msg::FacetStrategy), strategy);
    [Some(contact), Some(strategy), publications].into_iter().flatten().collect()
}

fn part(head: &str, body: Element) -> Element {
    el("section", "embed__part").el(el("h2", "embed__label").text(head)).el(body)
}

fn countries(
    shell: Shell,
    locale: Locale,
    content: &Content,
    query: &ListQuery,
) -> (Option<String>, Vec<Element>) {
    let collate = |a: &str, b: &str| locale.collate(a, b);
    let list = CountryList::new(content, locale.language(), shell.content_year(), &collate);
    let found = list.find(query, &FoundSet::All);
    let rows = found.hits.iter().filter_map(|at| content.countries.get(*at));
    let rows = el("ul", "countries").each(rows.map(|country| plain_country_row(content, country)));
    (Some(country_sentence(locale, content, query, &found)), vec![rows])
}

fn strategies(
    shell: Shell,
    locale: Locale,
    content: &Content,
    query: &ListQuery,
) -> (Option<String>, Vec<Element>) {
    let list = StrategyList::new(content, shell.content_year());
    let found = list.find(query);
    let row = |at: &usize| {
        let document = list.documents.get(*at)?;
        Some(strategy_item(content.strategies.get(document.row)?, &document.countries))
    };
    let rows = el("ol", "cycles").each(found.hits.iter().filter_map(row));
    (Some(locale.count(Plural::StrategiesCount, found.total)), vec![rows])
}

/// The newest of a list, and how many there are.
fn publications(locale: Locale, content: &Content, query: &ListQuery) -> (Option<String>, Vec<Element>) {
    let found = fitting(content, query);
    let all = locale.count(Plural::PublicationsCount, found.len());
    let sentence = if found.len() > MANY {
        locale.with(Msg::EmbedNewest, &[("publications", &all), ("count", &locale.number(MANY))])
    } else {
        all
    };
    (Some(sentence), vec![publication_rows(found.into_iter().take(MANY))])
}

/// The publications of a region or of a type, the newest first.
fn fitting<'a>(content: &'a Content, query: &ListQuery) -> Vec<&'a Publication> {
    let has = |publication: &&Publication| {
        query.all_values(List::Publications).into_iter().all(|(facet, value)| match facet {
            "region" => publication.coverage.slug() == value,
            _ => publication.kind == value,
        })
    };
    newest_first(content.publications.iter().filter(has).collect())
}

/// The dated figures that the editors chose.
fn figures(shell: Shell, content: &Content) -> Element {
    let index = shell.index();
    let figures = index.site.key_metrics.iter().filter_map(|metric| content.stated_figure(metric));
    el("div", "figures").each(figures.map(plain_figure))
}

/// Said by the script of the frame where a filter was asked for that only the site has.
fn unmet(locale: Locale) -> Element {
    let text = el("span", "").text(locale.text(Msg::EmbedUnmet));
    el("p", "notice embed__unmet").attr("hidden", "").el(text).text(" ").el(el("bdi", "code"))
}

/// Shown by the script of the frame: what fetches filters and search, and what is said if they cannot be had.
fn operate(locale: Locale) -> [Element; 2] {
    let press = button("button embed__operate").attr("hidden", "").el(icon_mark(Icon::Filter));
    let fault = el("p", "notice embed__fault").attr("role", "status").attr("hidden", "");
    [press.text(locale.text(Msg::FiltersTitle)), fault.text(locale.text(Msg::FaultTitle))]
}

fn foot(shell: Shell, locale: Locale, view: &EmbedView, open: Msg) -> Element {
    let date = locale.date(shell.index().site.content_date);
    let address = Address { language: locale.language(), route: view.route() };
    let site = shell.file(address.href().trim_start_matches('/')) + &view.anchor();
    let site = link(site).attr("data-site", "").text(locale.text(open));
    el("footer", "embed__foot")
        .el(el("p", "embed__more").el(site))
        .el(el("p", "").text(locale.with(Msg::SiteProvenance, &[("date", &date)])))
}

/// Where the script writes what it could not use, for those who build a page; with the words for each reason.
fn notes(locale: Locale) -> Element {
    let text = |message| locale.text(message);
    el("ul", "embed__notes")
        .attr("hidden", "")
        .attr("data-unknown_key", text(reason(Reason::UnknownKey)))
        .attr("data-bad_value", text(reason(Reason::BadValue)))
        .attr("data-low_contrast", text(reason(Reason::LowContrast)))
        .attr("data-site_only", text(reason(Reason::SiteOnly)))
        .attr("data-not_kept", text(Msg::EmbedNoteNotKept))
}

fn reason(reason: Reason) -> Msg {
    match reason {
        Reason::UnknownKey => Msg::EmbedNoteUnknown,
        Reason::BadValue => Msg::EmbedNoteBad,
        Reason::LowContrast => Msg::EmbedNoteContrast,
        Reason::SiteOnly => Msg::EmbedNoteSite,
    }
}
