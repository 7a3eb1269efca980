//! Words that nothing has, and what was looked for in their place: told, and undone by one press.

use leptos::prelude::*;

use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::results::{Answered, Results};
use crate::ui::element::{Element, button, el};

/// One line for each replaced word; hidden if there is none. A word in quotation marks is not replaced, so pressing the
/// button puts them round it.
pub fn replaced_words(answers: Results, on_query: Callback<ListQuery>) -> Element {
    let locale = use_locale();
    let line = move |(typed, used): (String, String)| {
        let told = locale.with(Msg::PublicationsReplaced, &[("typed", &typed), ("used", &used)]);
        let undo = button("copy").text(locale.with(Msg::PublicationsExact, &[("typed", &typed)]));
        let undo = undo.on("click", move |_| {
            on_query.run(untrack(move || answers.get()).query.with_exact(&typed));
        });
        el("p", "results__replaced").text(told).text(" ").el(undo)
    };
    el("div", "")
        .live_flag("hidden", move || shown(&answers.get()).is_empty())
        .live_children(move || shown(&answers.get()).iter().cloned().map(line).collect())
}

/// What is told: nothing if the other words have no results either.
fn shown(answered: &Answered) -> &[(String, String)] {
    if answered.page.total > 0 { &answered.page.replaced } else { &[] }
}
