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
            return body.el(notice_text(locale.text(Msg::ProfileNoStrategy))).el(fact_foot(
                country,
                locale.text(Msg::FacetStrategy),
                &told,
                Vec::new(),
            ));
        }
        let ruler = cycle_ruler(&all, on);
        let (current, others): (Vec<&Strategy>, Vec<&Strategy>) =
            all.into_iter().partition(|strategy| strategy.status(on) == Status::Current);
        body.el_if(cycles("cycles cycles--current", country, &current))
            .el_if(ruler)
            .el_if(cycles("cycles", country, &others))
            .el(notice_text(locale.text(Msg::ProfileStrategyCopies)))
    })
}

fn cycles(class: &'static str, country: &Country, strategies: &[&Strategy]) -> Option<Element> {
    let items = strategies.iter().map(|strategy| cycle_item(strategy, country));
    (!strategies.is_empty()).then(|| el("ol", class).each(items))
}
