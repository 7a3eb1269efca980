//! Who serves a country, and whom to turn to, step by step.

use crate::components::contact_chain::contact_chain;
use crate::components::country_links::country_links;
use crate::components::fact_foot::{cited, fact_foot};
use crate::components::notice::notice_text;
use crate::components::point_map::served_map;
use crate::components::section::section;
use crate::components::source_note::outside_link;
use crate::components::words;
use crate::domain::content::{Content, Presence};
use crate::domain::country::Country;
use crate::domain::message::{Msg, Plural};
use crate::domain::office::Office;
use crate::domain::route::Route;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// Who serves the country, in a sentence; where nobody was found, who is the last resort.
pub(super) fn presence_sentence(country: &Country) -> String {
    let locale = use_locale();
    let content = use_shell().content();
    let presence = content.presence(country.iso3);
    let (message, elsewhere) = match presence {
        Presence::Own(_) => (Msg::AnswerOwn, None),
        Presence::Supported { by, .. } => (Msg::AnswerSupported, Some(by)),
        Presence::ServedFrom(office) => (Msg::AnswerServed, Some(office)),
        Presence::NotFound => (Msg::AnswerNone, content.last_resort(country)),
    };
    let place = elsewhere.map(|office| words::office_place(locale, &content, office)).unwrap_or_default();
    locale.with(message, &[("country", country.names.get(locale.language())), ("place", &place)])
}

/// The offices that serve the country, and whom else they serve. The last resort stands here too, so that nobody has
/// to look for it further down.
pub(super) fn responsible(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let presence = content.presence(country.iso3);
    let offices: Vec<&Office> = match presence {
        Presence::Supported { own, by } => vec![own, by],
        Presence::NotFound => content.last_resort(country).into_iter().collect(),
        presence => presence.office().into_iter().collect(),
    };
    let is_found = presence != Presence::NotFound;
    let lead = (!is_found).then(|| notice_text(locale.text(Msg::ProfileNoOffice)));
    section("office", locale.text(Msg::ProfileOffice), "", |body| {
        body.el_if(lead).each(offices.into_iter().map(|office| serving_office(office, country, &content)))
    })
}

fn serving_office(office: &Office, country: &Country, content: &Content) -> Element {
    let locale = use_locale();
    let others = office.serves.iter().filter(|iso3| **iso3 != country.iso3 && **iso3 != office.country);
    let others: Vec<&Country> = others.filter_map(|iso3| content.country(*iso3)).collect();
    let established =
        office.established.map(|date| locale.with(Msg::OfficeEstablished, &[("date", &locale.date(date))]));
    let evidence = [
        established.as_deref().unwrap_or(""),
        locale.space(),
        locale.text(words::confidence(office.confidence)),
    ];
    let website = office.website.as_ref().filter(|address| address.is_linkable());
    let website =
        website.map(|address| el("p", "").el(outside_link(address).text(locale.text(Msg::OfficeWebsite))));
    let kind =
        [locale.text(words::office_kind(office.kind)), " · ", &words::office_place(locale, content, office)]
            .concat();
    let told = [&presence_sentence(country), " ", &office.name, " · ", &kind].concat();
    let name = el("p", "served__office").el(el("strong", "").english().text(&office.name)).el(el(
        "span",
        "served__kind",
    )
    .text(kind));
    let facts = el("div", "")
        .el(name)
        .el_if(website)
        .el(el("p", "source").text(evidence.concat().trim()))
        .el_if(office.note.as_ref().map(|note| el("p", "source").english().text(note)));
    let foot = fact_foot(country, locale.text(Msg::FacetOffice), &told, cited(&office.source));
    if others.is_empty() {
        return el("div", "served served--alone").el(facts.el(foot));
    }
    let served = el("h3", "section__note").text(locale.count(Plural::OfficeAlsoServes, others.len()));
    let facts = facts.el(served).el(country_links("served__list", others)).el(foot);
    el("div", "served").el(facts).el(served_map(office, country.iso3))
}

/// The whole chain of contacts.
pub(super) fn contact(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let all = link(shell.href(Route::Contact)).text(locale.text(Msg::ContactAll));
    section("contact", locale.text(Msg::NavContact), locale.text(Msg::ContactNote), |body| {
        body.el(contact_chain(country)).el(el("p", "section__more").el(all))
    })
}
