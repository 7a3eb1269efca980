//! The list of strategy documents with its filters.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::filter_panel::{ListControls, filter_panel};
use crate::components::loaded::loaded;
use crate::components::notice::{ignored_notice, notice_text};
use crate::components::result_head::{chips, result_sentence, results, sort_box};
use crate::components::search_field::search_field;
use crate::components::strategy_item::strategy_item;
use crate::components::title_block::title_block;
use crate::domain::facets::Tally;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::strategy_list::StrategyList;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};
use crate::ui::memo::memo;
use crate::ui::row_list::{Row, row_list};

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
    let strategies = StrategyList::new(&shell.content(), shell.content_year());
    let facets = strategies.facets.clone();
    let strategies = StoredValue::new(strategies);
    let known = move |query: &ListQuery| strategies.with_value(|strategies| strategies.known(query));
    let question = Question::new(List::Strategies, kept, known, on_intent);
    let tally =
        memo(move || question.shown.with(|query| strategies.with_value(|strategies| strategies.find(query))));
    let controls = ListControls {
        list: List::Strategies,
        query: question.shown,
        asked: question.shown,
        tally,
        on_query: question.on_query(),
    };
    let sentence = move || {
        let total = tally.with(|tally| tally.total);
        if total == 0 {
            locale.text(Msg::StrategiesNone).to_owned()
        } else {
            locale.count(Plural::StrategiesCount, total)
        }
    };
    let results = results()
        .el(search_field("q", Msg::StrategiesSearch, question))
        .el(ignored_notice(question.ignored))
        .el(result_sentence(question, sentence))
        .el(chips(controls))
        .el(sort_box(controls))
        .el(rows(question.shown, tally, strategies))
        .el(notice_text(locale.text(Msg::StrategiesNotFoundNote)));
    el("div", "page with-panel").el(filter_panel(controls, &facets, &[])).el(results)
}

/// All documents, built once for each order; a filter hides and shows them.
fn rows(query: Memo<ListQuery>, tally: Memo<Tally>, strategies: StoredValue<StrategyList>) -> Element {
    let shell = use_shell();
    let order = memo(move || query.with(|query| query.sort(List::Strategies)));
    let visible = memo(move || tally.with(|tally| tally.flags(strategies.with_value(StrategyList::len))));
    let list = move || {
        let all = ListQuery::default().sorted_by(List::Strategies, order.get());
        let content = shell.content();
        let rows = strategies.with_value(|strategies| {
            let row = |at: usize| {
                let document = strategies.documents.get(at)?;
                let strategy = content.strategies.get(document.row)?;
                Some(Row { at, element: strategy_item(strategy, &document.countries) })
            };
            strategies.find(&all).hits.into_iter().filter_map(row).collect()
        });
        vec![row_list(el("ol", "cycles"), rows, visible.into())]
    };
    el("div", "").live_children(list)
}
