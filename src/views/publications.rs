//! The list of publications. The search answers in a worker; everything on the page shows the last answer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::filter_panel::filter_panel;
use crate::components::loaded::{failure, loaded, waiting};
use crate::components::new_since::new_since;
use crate::components::notice::ignored_notice;
use crate::components::pagination::pagination;
use crate::components::publication_row::publication_row;
use crate::components::publication_sentence::publication_sentence;
use crate::components::result_head::{chips, result_sentence, results, sort_box, title_when_kept};
use crate::components::result_hints::result_hints;
use crate::components::search_field::search_field;
use crate::components::take_along::take_along;
use crate::components::title_block::title_block;
use crate::components::ways_out::ways_out_box;
use crate::domain::date::Year;
use crate::domain::facets::{Facet, known};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::Msg;
use crate::domain::narrowing::{WayOut, ways_out};
use crate::state::finder::use_finder;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::results::{Answered, Results};
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el};
use crate::ui::memo::{effect, memo};
use crate::ui::signal::RwSignal;

/// The facets in the order in which the search tells their values. The years are the last of them.
const FACETS: [&str; 5] = ["type", "country", "region", "language", "topic"];

/// The view.
pub fn publications_view(kept: Kept, on_intent: Callback<Intent>) -> Vec<Element> {
    let locale = use_locale();
    vec![
        title_block(locale.text(Msg::PublicationsTitle), locale.text(Msg::PublicationsLede)),
        answered_list(kept, on_intent, list),
    ]
}

/// What draws a list that the search answers: its question, the answers, facets and years to choose from.
pub type Drawn = fn(Question, Results, &[Facet], &[Year]) -> Element;

/// A list of publications, as soon as the search has answered.
pub fn answered_list(kept: Kept, on_intent: Callback<Intent>, list: Drawn) -> Element {
    let parts = vec![PartName::Countries, PartName::Terms(use_locale().language())];
    loaded(parts, move || {
        let answers = Results::new(use_shell(), on_intent);
        answers.open();
        let again = Callback::new(move |()| answers.open());
        let view = move || opened(answers, kept, on_intent, list);
        vec![gate(answers.is_open, answers, again, Box::new(view))]
    })
}

/// Once the search has told what there is to choose from.
fn opened(answers: Results, kept: Kept, on_intent: Callback<Intent>, list: Drawn) -> Element {
    let values = answers.get().values.clone();
    let facets = FACETS.into_iter().zip(values.iter()).map(|(key, values)| Facet::named(key, values.clone()));
    let facets: Arc<Vec<Facet>> = Arc::new(facets.collect());
    let years = values.get(FACETS.len()).map_or(&[][..], Vec::as_slice);
    let years: Vec<Year> = years.iter().filter_map(|year| Year::parse(year)).collect();
    let in_list = facets.clone();
    let known = move |query: &ListQuery| known(&in_list, query);
    let question = Question::new(List::Publications, kept, known, on_intent);
    effect(move || answers.ask(question.shown.get()));
    let again = Callback::new(move |()| answers.ask(question.shown.get_untracked()));
    let view = move || list(question, answers, &facets, &years);
    gate(answers.is_ready, answers, again, Box::new(view))
}

/// A view that stands once something is there. Before and beside it stands what went wrong, if something did.
fn gate(
    is_there: RwSignal<bool>,
    answers: Results,
    again: Callback<()>,
    view: Box<dyn Fn() -> Element + Send + Sync>,
) -> Element {
    let fault = move || {
        let fault = answers.has_failed.get().then(|| untrack(move || answers.get()).fault).flatten();
        fault.map(|error| failure(error, again)).into_iter().collect()
    };
    let body = move || match (is_there.get(), answers.has_failed.get()) {
        (true, _) => vec![untrack(&*view)],
        (false, false) => vec![waiting()],
        (false, true) => Vec::new(),
    };
    el("div", "loaded").el(el("div", "").live_children(fault)).el(el("div", "").live_children(body))
}

fn list(question: Question, answers: Results, facets: &[Facet], years: &[Year]) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let on_query = question.on_query();
    let finder = use_finder();
    if question.shown.with_untracked(|query| !query.text.is_empty()) {
        finder.request();
    }
    let query = memo(move || answers.get().query.clone());
    let tally = memo(move || answers.tally());
    let controls = ListControls { list: List::Publications, query, asked: question.shown, tally, on_query };
    let pages = move || {
        let answered = answers.get();
        pagination(answered.shown_page(), &answered.query).into_iter().collect()
    };
    let row = move |number: usize| untrack(move || answers.get()).row(number).map(publication_row);
    let sentence = memo(move || {
        let answered = answers.get();
        let (total, page) = (answered.page.total as usize, answered.shown_page());
        publication_sentence(locale, &shell.content(), &answered.query, total, page)
    });
    let rows = el("ol", "publications")
        .live_flag("data-changed", move || answers.has_changed.get())
        .live_flag("data-late", move || answers.get().is_summary_late)
        .live_rows(move || answers.numbers(), row);
    let results = results()
        .el(new_since())
        .el(search_field("q", Msg::PublicationsSearch, question).on("focusin", move |_| finder.request()))
        .el(ignored_notice(question.ignored))
        .el(result_sentence(question, move || sentence.get()))
        .el(result_hints(question, answers))
        .el(chips(controls))
        .el(ways_out_box(Arc::new(move || ways(&answers.get())), Arc::new(|| None), on_query))
        .el(sort_box(controls).el(relevance_note(controls)))
        .el(rows)
        .el(el("div", "").live_children(pages))
        .el(take_along(controls));
    let results = title_when_kept(results, question, sentence, Msg::NavPublications);
    let (facets, years) = (facets.to_vec(), years.to_vec());
    // A first use of the filters or the words will soon be a question. A pointer over the filters tells it sooner.
    let panel = move || {
        let filters = filter_panel(controls, &facets, &years);
        vec![filters.on("pointerover", move |_| answers.wake())]
    };
    el("div", "page with-panel").on("focusin", move |_| answers.wake()).later(panel).el(results)
}

/// What "relevance" means, while it decides.
fn relevance_note(controls: ListControls) -> Element {
    let decides = move || {
        controls.query.with(|query| query.sort(List::Publications) == "relevance" && !query.text.is_empty())
    };
    el("p", "sort__note")
        .live_flag("hidden", move || !decides())
        .text(use_locale().text(Msg::SortRelevanceNote))
}

/// If there are no results, what there is without each filter: the search tells it with the answer.
pub fn ways(answered: &Answered) -> Option<Vec<WayOut>> {
    let told = |query: &ListQuery| {
        let without = answered.page.without.iter().find(|(key, _)| answered.query.is_without(query, key));
        without.map_or(0, |(_, hits)| *hits as usize)
    };
    (answered.page.total == 0).then(|| ways_out(&answered.query, List::Publications, told))
}
