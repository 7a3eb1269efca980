//! The list of strategy documents with its filters.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::filter_panel::{FilterPanel, ListControls};
use crate::components::loaded::Loaded;
use crate::components::notice::{IgnoredNotice, notice_text};
use crate::components::result_head::ResultHead;
use crate::components::search_field::SearchField;
use crate::components::strategy_item::strategy_item;
use crate::components::title_block::title_block;
use crate::domain::list_query::{Ignored, List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::strategy_list::StrategyList;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Question};
use crate::state::shell::use_shell;

/// The view.
#[component]
pub fn StrategiesView(kept: Signal<(ListQuery, Vec<Ignored>)>, on_intent: Callback<Intent>) -> impl IntoView {
    let locale = use_locale();
    view! {
        {title_block(locale.text(Msg::StrategiesTitle), locale.text(Msg::StrategiesLede)).into_any()}
        <Loaded parts=vec![PartName::Countries, PartName::Strategies]><Documents kept on_intent /></Loaded>
    }
}

#[component]
fn Documents(kept: Signal<(ListQuery, Vec<Ignored>)>, on_intent: Callback<Intent>) -> impl IntoView {
    let (shell, locale) = (use_shell(), use_locale());
    let strategies = StrategyList::new(&shell.content(), shell.content_year());
    let facets = strategies.facets.clone();
    let strategies = StoredValue::new(strategies);
    let known = move |query: &ListQuery| strategies.with_value(|strategies| strategies.known(query));
    let question = Question::new(List::Strategies, kept, known, on_intent);
    let tally = Memo::new(move |_| {
        question.shown.with(|query| strategies.with_value(|strategies| strategies.find(query)))
    });
    let controls =
        ListControls { list: List::Strategies, query: question.shown, tally, on_query: question.on_query() };
    let sentence = move || {
        let total = tally.with(|tally| tally.hits.len());
        if total == 0 {
            locale.text(Msg::StrategiesNone).to_owned()
        } else {
            locale.count(Plural::StrategiesCount, total)
        }
    };
    let item = move |at: usize| {
        let content = shell.content();
        strategies.with_value(|strategies| {
            let document = strategies.documents.get(at)?;
            let strategy = content.strategies.get(document.row)?;
            Some(strategy_item(strategy, &document.countries).into_any())
        })
    };
    view! {
        <div class="page with-panel">
            <FilterPanel controls facets />
            <section class="results" id="results" aria-labelledby="results-head">
                <h2 class="visually-hidden" id="results-head">{locale.text(Msg::ResultsLabel)}</h2>
                <SearchField id="q" label=Msg::StrategiesSearch question />
                <IgnoredNotice ignored=question.ignored />
                <ResultHead controls sentence=Signal::derive(sentence) />
                <ol class="cycles">
                    <For each=move || tally.with(|tally| tally.hits.clone()) key=|at| *at children=item />
                </ol>
                {notice_text(locale.text(Msg::StrategiesNotFoundNote)).into_any()}
            </section>
        </div>
    }
}
