//! Where to go on from a profile: publications, and the other countries of the group.

use crate::components::country_links::country_links;
use crate::components::publication_row::listed_rows;
use crate::components::section::section;
use crate::components::words;
use crate::domain::country::Country;
use crate::domain::list_query::ListQuery;
use crate::domain::message::{Msg, Plural};
use crate::domain::neighbours::{Group, neighbours as others_of};
use crate::domain::region::Region;
use crate::domain::route::Route;
use crate::domain::terms::TermKind;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// Publications shown before the link to all of them.
const PUBLICATIONS: usize = 5;

pub(super) fn publications(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let publications = content.listed_publications_of(country.iso3);
    let total = publications.len();
    let query = ListQuery::default().toggled("country", country.iso3.as_str());
    section("publications", locale.text(Msg::NavPublications), "", |body| {
        if total == 0 {
            return body.el(el("p", "").text(locale.text(Msg::ProfileNoPublications)));
        }
        let all = locale.count(Plural::ProfileAllPublications, total);
        let all = link(shell.href(Route::Publications(query))).text(all);
        body.el(listed_rows(publications.into_iter().take(PUBLICATIONS))).el(el("p", "section__more").el(all))
    })
}

/// The others of the same subregion or region, and what "neighbour" means here; nothing if there are none.
pub(super) fn neighbours(country: &Country) -> Option<Element> {
    let locale = use_locale();
    let content = use_shell().content();
    let others = others_of(&content, country);
    let (term, name) = match Group::of(country)? {
        Group::Subregion(slug) => {
            (Msg::FactSubregion, content.label(locale.language(), TermKind::Subregion, slug))
        }
        Group::Region(region) => (Msg::FacetRegion, locale.text(words::region(region))),
    };
    let group = words::fact_line(locale, locale.text(term), name);
    let note = locale.with(Msg::NeighboursNote, &[("group", &group)]);
    let all = country.region.map(|region| {
        let words =
            words::fact_line(locale, locale.text(Msg::CountriesTitle), locale.text(words::region(region)));
        el("p", "section__more").el(region_list(region).text(words))
    });
    (!others.is_empty()).then(|| {
        section("neighbours", locale.text(Msg::ProfileNeighbours), note, |body| {
            body.el(country_links("links links--dense", others)).el_if(all)
        })
    })
}

/// A link to the countries of a region, without words.
pub(super) fn region_list(region: Region) -> Element {
    link(use_shell().href(Route::Countries(ListQuery::default().toggled("region", region.code()))))
}
