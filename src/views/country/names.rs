//! The official names of a country in the six languages.

use crate::bundle::index::PartName;
use crate::components::fact_foot::{cited, fact_foot};
use crate::components::loaded::loaded;
use crate::components::section::section;
use crate::components::words;
use crate::domain::country::{Country, Iso3};
use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The names of other languages are a part of their own, which the rest of the profile does not wait for.
pub(super) fn names(iso3: Iso3) -> Element {
    loaded(vec![PartName::Names], move || use_shell().content().country(iso3).map(of).into_iter().collect())
}

fn of(country: &Country) -> Element {
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
    let head = locale.text(Msg::ProfileNames);
    let all: Vec<&str> = country.names.all().map(|(_, name)| name).collect();
    let told = words::fact_line(locale, country.iso3.as_str(), &all.join(" · "));
    section("names", head, "", |body| {
        body.el(el("dl", "names").each(names)).el(fact_foot(country, head, &told, cited(&country.source)))
    })
}
