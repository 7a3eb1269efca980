//! The strategies of the list along the years.

use crate::components::strategy_timeline::strategy_timeline;
use crate::components::words;
use crate::domain::country::Iso3;
use crate::domain::list_query::List;
use crate::domain::strategy_list::StrategyList;
use crate::domain::strategy_timeline::StrategyTimeline;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};
use crate::ui::memo::memo;
use crate::ui::signal::StoredValue;

/// A row for each country, built once for each order.
pub fn timeline(controls: ListControls, strategies: StoredValue<StrategyList>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let order = memo(move || controls.query.with(|query| query.sort(List::Strategies)));
    let table = move || {
        let content = shell.content();
        let name = |iso3| words::country_name(locale, &content, iso3);
        let by_name = |a: Iso3, b: Iso3| locale.collate(&name(a), &name(b));
        let timeline = strategies
            .with_value(|list| StrategyTimeline::new(list, shell.content_year(), order.get(), &by_name));
        let timeline = StoredValue::new(timeline);
        let visible = memo(move || {
            controls.query.with(|query| {
                controls.tally.with(|tally| {
                    strategies.with_value(|list| timeline.with_value(|lines| lines.shown(list, query, tally)))
                })
            })
        });
        let drawn = strategies
            .with_value(|list| timeline.with_value(|timeline| strategy_timeline(list, timeline, visible)));
        vec![drawn]
    };
    el("div", "").live_children(table)
}
