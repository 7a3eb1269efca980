//! The list of strategy documents.

use leptos::prelude::*;

use super::list::list;
use crate::bundle::index::PartName;
use crate::components::filter_panel::ListControls;
use crate::components::loaded::loaded;
use crate::components::search_field::search_field;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::strategy_list::StrategyList;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::shell::use_shell;
use crate::ui::element::Element;
use crate::ui::memo::memo;
use crate::views::strategies::strategy_rows;

/// The list, as soon as its parts are there.
pub(super) fn strategies(kept: Kept, on_intent: Callback<Intent>) -> Element {
    loaded(vec![PartName::Countries, PartName::Strategies], move || vec![opened(kept, on_intent)])
}

fn opened(kept: Kept, on_intent: Callback<Intent>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let strategies = StrategyList::new(&shell.content(), shell.content_year());
    let facets = strategies.facets.clone();
    let strategies = StoredValue::new(strategies);
    let known = move |query: &ListQuery| strategies.with_value(|strategies| strategies.known(query));
    let question = Question::new(List::Strategies, kept, known, on_intent);
    let find = move |query: &ListQuery| strategies.with_value(|strategies| strategies.find(query));
    let tally = memo(move || question.shown.with(find));
    let on_query = question.on_query();
    let controls = ListControls {
        list: List::Strategies,
        query: question.shown,
        asked: question.shown,
        tally,
        on_query,
    };
    let sentence = move || match tally.with(|tally| tally.total) {
        0 => locale.text(Msg::StrategiesNone).to_owned(),
        total => locale.count(Plural::StrategiesCount, total),
    };
    let field = search_field("q", Msg::StrategiesSearch, question);
    let rows = strategy_rows(question.shown, tally, strategies);
    list(question, controls, sentence, (Some(field), &facets, &[]), rows)
}
