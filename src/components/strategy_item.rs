//! One cycle of a strategy in a profile, or one document in the list of strategies.

use super::country_links::country_links;
use super::fact_foot::{cited_source, fact_foot};
use super::source_note::source_note;
use super::words;
use crate::domain::country::{Country, Iso3, Source};
use crate::domain::message::{Msg, Plural};
use crate::domain::strategy::{Status, Strategy, TitleKind};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// How many countries are named before the rest is only counted.
const NAMED: usize = 4;

/// One document with the countries it covers.
pub fn strategy_item(strategy: &Strategy, countries: &[Iso3]) -> Element {
    // Numbers, notes and the address of the source are in the profiles of its countries: 155 times they would double what a
    // phone loads.
    let source = Source { name: strategy.source.clone(), address: None };
    item(strategy, covered(countries), priorities(strategy), None, source_note(source))
}

/// One cycle in the profile of its country. The priorities of the current one are a list.
pub fn cycle_item(strategy: &Strategy, country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let status = strategy.status(shell.content_year());
    let is_listed = status == Status::Current && !strategy.priorities.is_empty();
    let priorities = if is_listed { priority_list(strategy) } else { priorities(strategy) };
    let period = words::period(locale, strategy.start, strategy.end);
    let seen = match strategy.priorities.as_slice() {
        [] => String::new(),
        seen => [" · ", locale.text(Msg::StrategyPriorities), " ", &seen.join("; ")].concat(),
    };
    let told =
        [strategy.title.as_str(), " · ", &period, " · ", locale.text(words::status(status)), &seen].concat();
    let told = words::fact_line(locale, country.names.get(locale.language()), &told);
    let field = [locale.text(Msg::FacetStrategy), " ", &period].concat();
    let foot = fact_foot(country, &field, &told, cited_source(source(strategy)));
    item(strategy, None, priorities, Some(numbers(strategy)), foot)
}

fn source(strategy: &Strategy) -> Source {
    Source { name: strategy.source.clone(), address: strategy.seen_at.clone() }
}

/// When and under which numbers a document was published, and what was noted about it.
fn numbers(strategy: &Strategy) -> Element {
    let locale = use_locale();
    let details = [
        strategy
            .year_published
            .map(|year| locale.with(Msg::StrategyPublished, &[("year", &year.to_string())])),
        strategy.reference.clone(),
        strategy.isbn.as_ref().map(|isbn| ["ISBN ", isbn].concat()),
        strategy.iris_handle.as_ref().map(|handle| ["IRIS ", handle].concat()),
    ];
    let details = details.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let details = (!details.is_empty()).then(|| el("p", "cycles__text").el(el("bdi", "").text(details)));
    let note = strategy.note.clone().map(|note| el("p", "cycles__text").english().text(note));
    el("div", "").el_if(details).el_if(note)
}

fn item(
    strategy: &Strategy,
    countries: Option<Element>,
    priorities: Element,
    numbers: Option<Element>,
    foot: Element,
) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let status = strategy.status(shell.content_year());
    let middle = el("div", "")
        .el(el("h3", "cycles__title").attr("dir", "auto").text(&strategy.title))
        .el_if(countries)
        .el(priorities)
        .el_if(numbers)
        .el(foot);
    let is_live = status == Status::Current;
    let tag = el("span", if is_live { "tag tag--live" } else { "tag" });
    let period = el("bdi", "").text(words::period(locale, strategy.start, strategy.end));
    el("li", if is_live { "cycles__item cycles__item--live" } else { "cycles__item" })
        .el(el("p", "cycles__years").el(period))
        .el(middle)
        .el(el("p", "").el_if(
            // What has no period has said so already.
            (status != Status::Undated).then(|| tag.text(locale.text(words::status(status)))),
        ))
}

fn priority_list(strategy: &Strategy) -> Element {
    let locale = use_locale();
    let items = strategy.priorities.iter().map(|priority| el("li", "").text(priority));
    el("div", "cycles__text")
        .el(el("p", "").text(locale.text(Msg::StrategyPriorities)))
        .el(el("ul", "cycles__priorities").english().each(items))
        .text_if(descriptive(strategy))
}

fn priorities(strategy: &Strategy) -> Element {
    let locale = use_locale();
    let text = el("p", "cycles__text");
    let text = if strategy.priorities.is_empty() {
        text.text(locale.text(Msg::StrategyNoPriorities))
    } else {
        let listed = el("bdi", "").attr("lang", "en").text(strategy.priorities.join("; "));
        text.text(locale.text(Msg::StrategyPriorities)).text(locale.space()).el(listed).text(".")
    };
    text.text_if(descriptive(strategy))
}

/// Says so if the title is not quoted.
fn descriptive(strategy: &Strategy) -> Option<String> {
    let is_descriptive = strategy.title_kind == TitleKind::Descriptive;
    let locale = use_locale();
    is_descriptive.then(|| [locale.space(), locale.text(Msg::StrategyDescriptive)].concat())
}

/// The countries a document covers, as links; a long list is folded away.
fn covered(countries: &[Iso3]) -> Option<Element> {
    let content = use_shell().content();
    let countries: Vec<&Country> = countries.iter().filter_map(|iso3| content.country(*iso3)).collect();
    let total = countries.len();
    let list = || country_links("cluster cycles__countries", countries);
    match total {
        0 => None,
        1..=NAMED => Some(list()),
        _ => {
            let summary = use_locale().count(Plural::StrategyCountries, total);
            let summary = el("summary", "sources__summary").text(summary);
            Some(el("details", "sources").el(summary).el(list()))
        }
    }
}
