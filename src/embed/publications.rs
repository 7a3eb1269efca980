//! The list of publications. Words are looked for in titles: the site has a search for more.

use std::sync::Arc;

use leptos::prelude::*;

use super::list::list;
use crate::components::pagination::pagination;
use crate::components::publication_row::publication_row;
use crate::components::publication_sentence::publication_sentence;
use crate::components::search_field::search_field;
use crate::components::ways_out::ways_out_box;
use crate::domain::date::Year;
use crate::domain::facets::Facet;
use crate::domain::list_query::List;
use crate::domain::message::Msg;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::results::Results;
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el};
use crate::ui::memo::memo;
use crate::views::publications::{answered_list, ways};

/// The list, as soon as its parts are there.
pub(super) fn publications(kept: Kept, on_intent: Callback<Intent>) -> Element {
    answered_list(kept, on_intent, opened)
}

/// The pages are links to the site.
fn opened(question: Question, answers: Results, facets: &[Facet], years: &[Year]) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let query = memo(move || answers.get().query.clone());
    let tally = memo(move || answers.tally());
    let on_query = question.on_query();
    let controls = ListControls { list: List::Publications, query, asked: question.shown, tally, on_query };
    let sentence = move || {
        let answered = answers.get();
        let (total, page) = (answered.page.total as usize, answered.shown_page());
        publication_sentence(locale, &shell.content(), &answered.query, total, page)
    };
    let row = move |number: usize| untrack(move || answers.get()).row(number).map(publication_row);
    let pages = move || {
        let answered = answers.get();
        pagination(answered.shown_page(), &answered.query).into_iter().collect()
    };
    let rows = el("ol", "publications").live_rows(move || answers.numbers(), row);
    let rows = el("div", "").el(rows).el(el("div", "").live_children(pages));
    let field = search_field("q", Msg::EmbedTitles, question);
    let ways = ways_out_box(Arc::new(move || ways(&answers.get())), Arc::new(|| None), on_query);
    list(question, controls, sentence, [field, ways], (facets, years), rows)
}
