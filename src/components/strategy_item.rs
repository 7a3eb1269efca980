//! One cycle of a strategy in a profile, or one document in the list of strategies.

use super::source_note::source_note;
use super::words;
use crate::domain::country::{CountryCode, Iso3, Source};
use crate::domain::message::{Msg, Plural};
use crate::domain::order::sorted;
use crate::domain::route::Route;
use crate::domain::strategy::{Status, Strategy, TitleKind};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// How many countries are named before the rest is only counted.
const NAMED: usize = 4;

/// Draws the item. `countries` are those the document covers; a profile passes none.
pub fn strategy_item(strategy: &Strategy, countries: &[Iso3]) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let status = strategy.status(shell.content_year());
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
    let source = Source { name: strategy.source.clone(), address: strategy.seen_at.clone() };
    let middle = el("div", "")
        .el(el("h3", "cycles__title").attr("dir", "auto").text(&strategy.title))
        .el_if(country_links(countries))
        .el(priorities(strategy))
        .el_if(details)
        .el_if(note)
        .el(source_note(vec![source]));
    let is_live = status == Status::Current;
    let tag = el("span", if is_live { "tag tag--live" } else { "tag" });
    let period = el("bdi", "").text(words::period(locale, strategy.start, strategy.end));
    el("li", if is_live { "cycles__item cycles__item--live" } else { "cycles__item" })
        .el(el("p", "cycles__years").el(period))
        .el(middle)
        .el(el("p", "").el(tag.text(locale.text(words::status(status)))))
}

fn priorities(strategy: &Strategy) -> Element {
    let locale = use_locale();
    let text = el("p", "cycles__text");
    let text = if strategy.priorities.is_empty() {
        text.text(locale.text(Msg::StrategyNoPriorities))
    } else {
        let listed = el("bdi", "").attr("lang", "en").text(strategy.priorities.join("; "));
        text.text(locale.text(Msg::StrategyPriorities)).text(" ").el(listed).text(".")
    };
    let is_descriptive = strategy.title_kind == TitleKind::Descriptive;
    text.text_if(is_descriptive.then(|| [" ", locale.text(Msg::StrategyDescriptive)].concat()))
}

/// The countries a document covers, as links; a long list is folded away.
fn country_links(countries: &[Iso3]) -> Option<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let named = countries.iter().map(|iso3| (words::country_name(locale, &content, *iso3), *iso3)).collect();
    let named: Vec<(String, Iso3)> = sorted(named, |a: &(String, Iso3), b| locale.collate(&a.0, &b.0));
    let total = named.len();
    let item = |(name, iso3): (String, Iso3)| {
        el("li", "").el(link(shell.href(Route::Country(CountryCode::Iso3(iso3)))).text(name))
    };
    let list = el("ul", "cluster cycles__countries").each(named.into_iter().map(item));
    match total {
        0 => None,
        1..=NAMED => Some(list),
        _ => {
            let summary =
                el("summary", "sources__summary").text(locale.count(Plural::StrategyCountries, total));
            Some(el("details", "sources").el(summary).el(list))
        }
    }
}
