//! Whom to turn to: the office responsible, then the regional office, then the department. The chain never ends empty.

use super::source_note::outside_link;
use super::words;
use crate::domain::country::Country;
use crate::domain::message::Msg;
use crate::domain::office::Office;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The chain for one country.
pub fn contact_chain(country: &Country) -> Element {
    let content = use_shell().content();
    let office =
        content.presence(country.iso3).office().map(|office| office_step(office, Msg::ContactServing));
    let regional = country.region.and_then(|region| content.regional_office(region));
    let regional = regional.map(|office| office_step(office, Msg::ContactRegional));
    el("ol", "contact").el_if(office).el_if(regional).el(department_step())
}

/// One office with its place and its address on the web, if one was seen.
pub fn office_step(office: &Office, role: Msg) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let place = words::office_place(locale, &shell.content(), office);
    let detail = el("p", "contact__detail").text([locale.text(role), " · ", &place].concat());
    let website = office.website.as_ref().filter(|address| address.is_linkable()).map(|address| {
        let shown = address.as_str().trim_start_matches("https://").trim_end_matches('/');
        el("p", "").el(outside_link(address).attr("dir", "ltr").text(shown))
    });
    let website =
        website.unwrap_or_else(|| el("p", "contact__detail").text(locale.text(Msg::ContactNoAddress)));
    step(el("h3", "contact__name").english().text(&office.name), detail, website)
}

/// The department at headquarters, by mail.
pub fn department_step() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let mail = shell.index().site.department_mail.clone();
    let mail = link(["mailto:", &mail].concat()).attr("dir", "ltr").text(mail);
    let name = el("h3", "contact__name").text(locale.text(Msg::ContactDepartment));
    step(name, el("p", "").el(mail), el("span", ""))
}

fn step(name: Element, first: Element, second: Element) -> Element {
    el("li", "contact__step").el(el("div", "").el(name).el(first).el(second))
}
