//! The list of strategy documents with its filters.

pub mod timeline;

use crate::bundle::index::PartName;
use crate::components::asked_strategies::AskedStrategies;
use crate::components::filter_panel::filter_panel;
use crate::components::loaded::loaded;
use crate::components::notice::{ignored_notice, notice_text};
use crate::components::result_head::{chips, result_sentence, results, sort_box};
use crate::components::status_key::status_key;
use crate::components::strategy_item::strategy_item;
use crate::components::title_block::title_block;
use crate::components::view_tabs::view_tabs;
use crate::domain::country::Country;
use crate::domain::facets::Tally;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::route::Route;
use crate::domain::strategy_list::StrategyList;
use crate::state::apart::Apart;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept};
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el, link};
use crate::ui::memo::{Memo, memo};
use crate::ui::row_list::{Row, row_list};
use crate::ui::signal::StoredValue;

/// The ways to look at the list, with their names.
const VIEWS: [(&str, Msg); 2] = [("list", Msg::ViewList), ("timeline", Msg::ViewTimeline)];

/// The view.
pub fn strategies_view(kept: Kept, on_intent: Callback<Intent>) -> Vec<Element> {
    let locale = use_locale();
    vec![
        title_block(locale.text(Msg::StrategiesTitle), locale.text(Msg::StrategiesLede)),
        loaded(vec![PartName::Countries, PartName::Strategies], move || vec![documents(kept, on_intent)]),
    ]
}

fn documents(kept: Kept, on_intent: Callback<Intent>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let asked = AskedStrategies::new(kept, on_intent);
    let AskedStrategies { question, controls, strategies } = asked;
    let tally = controls.tally;
    let is_timeline = memo(move || question.shown.with(|query| query.view(List::Strategies) == "timeline"));
    let sentence = move || {
        let total = tally.with(|tally| tally.total);
        if total == 0 {
            return locale.text(Msg::StrategiesNone).to_owned();
        }
        let documents = locale.count(Plural::StrategiesCount, total);
        if !is_timeline.get() {
            return documents;
        }
        let countries = question
            .shown
            .with(|query| strategies.with_value(|list| tally.with(|tally| list.countries(query, tally))));
        locale.count_with(Plural::StrategiesTimeline, countries, &[("documents", &documents)])
    };
    let note = locale.with(Msg::StrategiesTimelineNote, &[("year", &shell.content_year().to_string())]);
    let shown = move || {
        let is_timeline = is_timeline.get();
        let rows = if is_timeline {
            shell.draw(Apart::Timeline(controls, strategies))
        } else {
            vec![strategy_rows(question.shown, tally, strategies)]
        };
        let note = is_timeline.then(|| el("p", "section__note lanes__note").text(&note));
        note.into_iter().chain([status_key(is_timeline)]).chain(rows).collect()
    };
    let results = results()
        .el(asked.field())
        .el(ignored_notice(question.ignored))
        .el(result_sentence(question, sentence))
        .el(chips(controls))
        .el(asked.ways_out())
        .el(el("div", "results__bar results__bar--spread")
            .el(view_tabs(controls, &VIEWS))
            .el(sort_box(controls)))
        .el(el("div", "results__body").live_children(shown))
        .el(notice_text(locale.text(Msg::StrategiesNotFoundNote)))
        .el(without_strategy());
    let panel = move || vec![filter_panel(controls, &asked.facets(), &[])];
    el("div", "page with-panel").later(panel).el(results)
}

/// All documents, built once for each order; a filter hides and shows them.
pub fn strategy_rows(
    query: Memo<ListQuery>,
    tally: Memo<Tally>,
    strategies: StoredValue<StrategyList>,
) -> Element {
    let shell = use_shell();
    let order = memo(move || query.with(|query| query.sort(List::Strategies)));
    let visible = memo(move || tally.with(|tally| tally.flags(strategies.with_value(StrategyList::len))));
    let list = move || {
        let all = ListQuery::default().sorted_by(List::Strategies, order.get());
        let content = shell.content();
        let rows = strategies.with_value(|strategies| {
            let row = |at: usize| {
                let document = strategies.documents.get(at)?;
                let (row, countries, content) = (document.row, document.countries.clone(), content.clone());
                content.strategies.get(row)?;
                Some(Row::new(at, move || match content.strategies.get(row) {
                    Some(strategy) => strategy_item(strategy, &countries),
                    None => el("li", ""),
                }))
            };
            strategies.find(&all).hits.into_iter().filter_map(row).collect()
        });
        vec![row_list(el("ol", "cycles"), rows, visible)]
    };
    el("div", "").live_children(list)
}

/// The way to the countries that are missing here.
fn without_strategy() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let is_missing =
        |country: &&Country| !content.strategies.iter().any(|strategy| strategy.country == country.iso3);
    let count = content.countries.iter().filter(is_missing).count();
    let route = Route::Countries(ListQuery::default().toggled("strategy", "none_found"));
    el("p", "section__more").el(link(shell.href(route)).text(locale.count(Plural::StrategiesWithout, count)))
}
