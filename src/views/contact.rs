//! Contact: the department, the regional offices, and every office in a country.

use crate::bundle::index::PartName;
use crate::components::contact_chain::{department_step, office_step};
use crate::components::finder_field::finder_field;
use crate::components::loaded::loaded;
use crate::components::section::section;
use crate::components::title_block::title_block;
use crate::components::words;
use crate::domain::country::CountryCode;
use crate::domain::message::Msg;
use crate::domain::office::Office;
use crate::domain::order::sorted;
use crate::domain::region::Region;
use crate::domain::route::Route;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The view.
pub fn contact_view() -> Vec<Element> {
    let locale = use_locale();
    let department = section("department", locale.text(Msg::ContactHeadquarters), "", |body| {
        body.el(el("ol", "contact").el(department_step()))
    });
    vec![
        title_block(locale.text(Msg::ContactTitle), locale.text(Msg::ContactLede)),
        department,
        loaded(vec![PartName::Countries, PartName::Offices], offices),
    ]
}

fn offices() -> Vec<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let regional = Region::ALL.into_iter().filter_map(|region| content.regional_office(region));
    let regional = regional.map(|office| office_step(office, Msg::ContactRegional));
    vec![
        section("find", locale.text(Msg::ContactFind), locale.text(Msg::ContactFindNote), |body| {
            body.el(finder_field("finder"))
        }),
        section("regional", locale.text(Msg::ContactRegionalOffices), "", |body| {
            body.el(el("ol", "contact contact--grid").each(regional))
        }),
        section(
            "offices",
            locale.text(Msg::ContactCountryOffices),
            locale.text(Msg::ContactCountryOfficesNote),
            |body| body.each(Region::ALL.map(region_offices)),
        ),
    ]
}

/// The presences of a region, in the order of their countries' names.
fn region_offices(region: Region) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let presences =
        content.offices.iter().filter(|office| office.region == region && office.kind.is_country_presence());
    let named = presences.map(|office| (words::country_name(locale, &content, office.country), office));
    let named: Vec<(String, &Office)> =
        sorted(named.collect(), |a: &(String, _), b| locale.collate(&a.0, &b.0));
    let item = |(country, office): (String, &Office)| {
        let kind = locale.text(words::office_kind(office.kind));
        let city = office.city.as_ref().map(|city| [" · ", city].concat());
        let href = shell.href(Route::Country(CountryCode::Iso3(office.country)));
        el("li", "")
            .el(link(href).text(country))
            .text(" ")
            .el(el("span", "links__detail").text(kind).text_if(city))
    };
    el("details", "sources")
        .el(el("summary", "sources__summary").text(locale.text(words::region(region))))
        .el(el("ul", "links links--columns").each(named.into_iter().map(item)))
}
