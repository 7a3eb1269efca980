//! The list of strategy documents.

use super::list::list;
use crate::bundle::index::PartName;
use crate::components::asked_strategies::AskedStrategies;
use crate::components::loaded::loaded;
use crate::domain::message::{Msg, Plural};
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept};
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::views::strategies::strategy_rows;

/// The list, as soon as its parts are there.
pub(super) fn strategies(kept: Kept, on_intent: Callback<Intent>) -> Element {
    let parts = vec![PartName::Countries, PartName::Strategies];
    loaded(parts, move || vec![opened(AskedStrategies::new(kept, on_intent))])
}

fn opened(asked: AskedStrategies) -> Element {
    let locale = use_locale();
    let AskedStrategies { question, controls, strategies } = asked;
    let tally = controls.tally;
    let sentence = move || match tally.with(|tally| tally.total) {
        0 => locale.text(Msg::StrategiesNone).to_owned(),
        total => locale.count(Plural::StrategiesCount, total),
    };
    let rows = strategy_rows(question.shown, tally, strategies);
    list(question, controls, sentence, [asked.field(), asked.ways_out()], (&asked.facets(), &[]), rows)
}
