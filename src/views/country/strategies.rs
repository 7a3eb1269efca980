//! The strategies of a country: the current one, the ruler of all cycles, the others.

use crate::components::cycle_ruler::cycle_ruler;
use crate::components::fact_foot::fact_foot;
use crate::components::notice::notice_text;
use crate::components::section::section;
use crate::components::source_note::content_date;
use crate::components::strategy_item::cycle_item;
use crate::components::words;
use crate::domain::country::Country;
use crate::domain::message::Msg;
use crate::domain::strategy::{Status, Strategy};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

pub(super) fn strategies(country: &Country) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let all = content.strategies_of(country.iso3);
    let on = shell.content_year();
    section("strategies", locale.text(Msg::NavStrategies), content_date(), |body| {
        if all.is_empty() {
            let none = locale.text(Msg::StatusNotFoundLong);
            let told = words::fact_line(locale, country.names.get(locale.language()), none);
            let nobody = (String::new(), el("span", ""));
            return body.el(notice_text(locale.text(Msg::ProfileNoStrategy))).el(fact_foot(
                country,
                locale.text(Msg::FacetStrategy),
                &told,
                nobody,
            ));
        }
        body.el_if(cycles("cycles cycles--current", country, &all, true))
            .el_if(cycle_ruler(&all, on))
            .el_if(cycles("cycles", country, &all, false))
            .el(notice_text(locale.text(Msg::ProfileStrategyCopies)))
    })
}

/// Those that are current, or those that are not.
fn cycles(class: &'static str, country: &Country, all: &[&Strategy], current: bool) -> Option<Element> {
    let on = use_shell().content_year();
    let is_wanted = |strategy: &&&Strategy| (strategy.status(on) == Status::Current) == current;
    let items: Vec<Element> =
        all.iter().filter(is_wanted).map(|strategy| cycle_item(strategy, country)).collect();
    (!items.is_empty()).then(|| el("ol", class).each(items))
}
