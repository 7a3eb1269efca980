//! A question to the list of strategy documents, with its answer: the same on the site, in an embed and where code for embeds is made.

use std::sync::Arc;

use super::search_field::search_field;
use super::ways_out::ways_out_box;
use crate::bundle::index::PartName;
use crate::domain::facets::{Facet, Tally};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::Msg;
use crate::domain::narrowing::ways_out;
use crate::domain::strategy_list::StrategyList;
use crate::state::library::Loading;
use crate::state::list_controls::ListControls;
use crate::state::question::{Intent, Kept, Question};
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::ui::memo::memo;
use crate::ui::signal::StoredValue;

/// The question, its answer, and the documents that it is put to.
#[derive(Clone, Copy)]
pub struct AskedStrategies {
    pub question: Question,
    pub controls: ListControls,
    pub strategies: StoredValue<StrategyList>,
}

impl AskedStrategies {
    /// The parts of countries and strategies must have arrived.
    pub fn new(kept: Kept, on_intent: Callback<Intent>) -> Self {
        let shell = use_shell();
        let strategies = StoredValue::new(StrategyList::new(&shell.content(), shell.content_year()));
        let known = move |query: &ListQuery| strategies.with_value(|strategies| strategies.known(query));
        let question = Question::new(List::Strategies, kept, known, on_intent);
        let query = question.shown;
        if query.with_untracked(|query| !query.text.is_empty()) {
            shell.request(PartName::Names);
        }
        // Memos follow it and ask after it has run, so what they find is found by all names that are here.
        let named = memo(move || {
            let is_here = shell.library.progress(&[PartName::Names]) == Loading::Ready;
            if is_here {
                strategies.update_value(|strategies| strategies.take_names(&shell.content()));
            }
            is_here
        });
        let tally = memo(move || {
            _ = named.get();
            query.with(|query| find(strategies, query))
        });
        let on_query = question.on_query();
        let controls = ListControls { list: List::Strategies, query, asked: query, tally, on_query };
        Self { question, controls, strategies }
    }

    pub fn facets(self) -> Vec<Facet> {
        self.strategies.with_value(|strategies| strategies.facets.clone())
    }

    /// The field for words. The names of countries in other languages are fetched when somebody is about to type.
    pub fn field(self) -> Element {
        let shell = use_shell();
        let field = search_field("q", Msg::StrategiesSearch, self.question);
        field.on("focusin", move |_| shell.request(PartName::Names))
    }

    /// What to do without where nothing fits.
    pub fn ways_out(self) -> Element {
        let ListControls { query, tally, on_query, .. } = self.controls;
        let count = move |query: &ListQuery| find(self.strategies, query).total;
        let ways = move || {
            let is_empty = tally.with(|tally| tally.total == 0);
            is_empty.then(|| query.with(|query| ways_out(query, List::Strategies, count)))
        };
        ways_out_box(Arc::new(ways), Arc::new(|| None), on_query)
    }
}

fn find(strategies: StoredValue<StrategyList>, query: &ListQuery) -> Tally {
    strategies.with_value(|strategies| strategies.find(query))
}
