//! The top of a profile: name, the answer in a sentence, the plain facts.

use super::office::presence_sentence;
use super::related::region_list;
use crate::components::country_links::country_link;
use crate::components::fact_foot::{cited, named_fact_foot};
use crate::components::notice::{notice, notice_text};
use crate::components::title_block::heading;
use crate::components::words;
use crate::domain::country::Country;
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::strategy::Status;
use crate::domain::terms::TermKind;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

pub(super) fn head(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let list = link(shell.href(Route::Countries(ListQuery::default()))).text(locale.text(Msg::NavCountries));
    let crumb = el("p", "title__crumb").el(list);
    let crumb = match country.region {
        Some(region) => crumb.text(" / ").el(region_list(region).text(locale.text(words::region(region)))),
        None => crumb,
    };
    let name = heading(country.names.get(locale.language())).attr("class", "profile__heading");
    let answer = el("p", "profile__answer").text(answer(country));
    let name_note = words::name_note(country).map(|message| notice_text(locale.text(message)));
    let note = country.note.as_ref().map(|note| notice(|notice| notice.english().text(note)));
    let page = el("div", "page")
        .el(el("div", "profile").el(el("div", "").el(crumb).el(name)).el(answer))
        .el_if(name_note)
        .el_if(note);
    facts(country, page)
}

/// Who serves the country, and until when its strategy runs, in one or two sentences.
pub fn answer(country: &Country) -> String {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let on = shell.content_year();
    let of_country = content.strategies_of(country.iso3);
    let current = of_country.into_iter().find(|strategy| strategy.status(on) == Status::Current);
    let strategy = match current.and_then(|strategy| strategy.end) {
        Some(end) => locale.with(Msg::AnswerStrategy, &[("year", &end.to_string())]),
        None => locale.text(Msg::AnswerNoStrategy).to_owned(),
    };
    [presence_sentence(country).as_str(), locale.space(), &strategy].concat()
}

/// The plain facts. The income group has a source of its own, so it has a foot of its own.
fn facts(country: &Country, page: Element) -> Element {
    let locale = use_locale();
    let content = use_shell().content();
    let name = country.names.get(locale.language());
    let plain = plain_facts(country);
    let sovereign = country.sovereign.and_then(|iso3| content.country(iso3)).map(country_link);
    let income = words::income_of(locale, country);
    let has_income = !income.is_empty();
    let (mut list, mut terms, mut values) = (el("dl", "facts"), String::new(), String::new());
    for (term, value) in plain {
        list = list.el(fact(term, el("bdi", "").text(&value)));
        for (all, one) in [(&mut terms, locale.text(term)), (&mut values, &value)] {
            all.push_str(if all.is_empty() { "" } else { " · " });
            all.push_str(one);
        }
    }
    let list = list
        .el_if(sovereign.map(|country| fact(Msg::FactSovereign, country)))
        .el_if(has_income.then(|| fact(Msg::FacetIncome, el("bdi", "").text(&income))));
    let foot = |field: &str, value: &str, source| {
        let told = words::fact_line(locale, name, value);
        named_fact_foot(country, field, &told, source)
    };
    let year = words::income_year(locale, country);
    let source = locale.with(Msg::SourceIncome, &[("year", &year)]);
    let line = el("span", "").text(&source);
    page.el(list)
        .el(foot(&terms, &values, cited(&country.source)))
        .el_if(has_income.then(|| foot(locale.text(Msg::FacetIncome), &income, (source, line))))
}

fn plain_facts(country: &Country) -> Vec<(Msg, String)> {
    let locale = use_locale();
    let content = use_shell().content();
    let region = country.region.map_or(Msg::RegionNone, words::region);
    let mut facts = vec![
        (Msg::FacetMembership, locale.text(words::membership(country.membership)).to_owned()),
        (Msg::FacetRegion, locale.text(region).to_owned()),
    ];
    if let Some(subregion) = &country.subregion {
        facts.push((
            Msg::FactSubregion,
            content.label(locale.language(), TermKind::Subregion, subregion).to_owned(),
        ));
    }
    let m49 = country.m49.map(|m49| [" · ", &m49.to_string()].concat()).unwrap_or_default();
    facts.push((Msg::FactCodes, [country.iso3.as_str(), " · ", country.iso2.as_str(), &m49].concat()));
    facts
}

fn fact(term: Msg, value: Element) -> Element {
    let term = el("dt", "facts__term").text(use_locale().text(term));
    el("div", "facts__item").el(term).el(el("dd", "facts__value").el(value))
}
