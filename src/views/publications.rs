//! The list of publications. The search answers in a worker; everything on the page shows the last answer.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::filter_panel::{ListControls, filter_panel};
use crate::components::loaded::{failure, loaded, waiting};
use crate::components::notice::ignored_notice;
use crate::components::pagination::pagination;
use crate::components::publication_row::publication_row;
use crate::components::replaced_words::replaced_words;
use crate::components::result_head::{chips, result_sentence, results, sort_box};
use crate::components::search_field::search_field;
use crate::components::title_block::title_block;
use crate::components::ways_out::ways_out_box;
use crate::components::year_range::year_range;
use crate::domain::date::Year;
use crate::domain::facets::{Facet, known};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::narrowing::ways_out;
use crate::domain::page::Page;
use crate::domain::search::result_page::{self, VALUES};
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::results::{Results, load_error};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The facets in the order in which the search tells their values. The years are the last of them.
const FACETS: [&str; 5] = ["type", "country", "region", "language", "topic"];

/// The view.
pub fn publications_view(kept: Kept, on_intent: Callback<Intent>) -> Vec<Element> {
    let locale = use_locale();
    let parts = vec![PartName::Countries, PartName::Terms(locale.language())];
    vec![
        title_block(locale.text(Msg::PublicationsTitle), locale.text(Msg::PublicationsLede)),
        loaded(parts, move || vec![opened(kept, on_intent)]),
    ]
}

/// The list, once the search has told what there is to choose from.
fn opened(kept: Kept, on_intent: Callback<Intent>) -> Element {
    let shell = use_shell();
    let values = RwSignal::new(None);
    let open = move || {
        let done = move |reply: String| values.set(Some(result_page::read_values(&reply)));
        shell.search(VALUES.to_owned(), Callback::new(done));
    };
    open();
    el("div", "loaded").live_children(move || match values.get() {
        None => vec![waiting()],
        Some(Err(error)) => vec![failure(load_error(error), open)],
        Some(Ok(values)) => vec![answered(&values, kept, on_intent)],
    })
}

/// The list, once the first question is answered.
fn answered(values: &[Vec<String>], kept: Kept, on_intent: Callback<Intent>) -> Element {
    let facets: Vec<Facet> =
        FACETS.into_iter().zip(values).map(|(key, values)| Facet::named(key, values.clone())).collect();
    let years = values.get(FACETS.len());
    let year = |year: Option<&String>| year.and_then(|year| Year::parse(year));
    let span = years.and_then(|years| year(years.first()).zip(year(years.last())));
    let facets = StoredValue::new(facets);
    let known = move |query: &ListQuery| facets.with_value(|facets| known(facets, query));
    let question = Question::new(List::Publications, kept, known, on_intent);
    let results = Results::new(use_shell());
    Effect::new(move |_| results.ask(question.shown.get()));
    let is_ready = Memo::new(move |_| results.is_ready());
    let fault = Memo::new(move |_| results.fault());
    let ask_again = move || results.ask(question.shown.get_untracked());
    let failed = move || fault.get().map(|error| failure(error, ask_again)).into_iter().collect();
    el("div", "").el(el("div", "").live_children(failed)).el(el("div", "").live_children(move || {
        if is_ready.get() {
            return vec![facets.with_value(|facets| list(question, results, facets, span))];
        }
        if fault.get().is_none() { vec![waiting()] } else { Vec::new() }
    }))
}

fn list(question: Question, answers: Results, facets: &[Facet], span: Option<(Year, Year)>) -> Element {
    let on_query = question.on_query();
    let query = Memo::new(move |_| answers.with(|answered| answered.query.clone()));
    let tally = Memo::new(move |_| answers.tally());
    let controls = ListControls { list: List::Publications, query, asked: question.shown, tally, on_query };
    // If there are no results, what there is without each filter: the search has told it with the answer.
    let ways = move || {
        answers.with(|answered| {
            let told = |query: &ListQuery| {
                let without =
                    answered.page.without.iter().find(|(key, _)| answered.query.is_without(query, key));
                without.map_or(0, |(_, hits)| *hits as usize)
            };
            let is_empty = answered.page.total == 0;
            is_empty.then(|| ways_out(&answered.query, List::Publications, told))
        })
    };
    let numbers = Memo::new(move |_| answers.with(|answered| answered.numbers.clone()));
    let row = move |number: usize| {
        answers.with(|answered| {
            let at = answered.numbers.iter().position(|known| *known == number)?;
            answered.page.rows.get(at).map(publication_row)
        })
    };
    let pages =
        move || answers.with(|answered| pagination(page_of(answered), &answered.query).into_iter().collect());
    let results = results()
        .el(search_field("q", Msg::PublicationsSearch, question))
        .el(ignored_notice(question.ignored))
        .el(result_sentence(question, move || sentence(answers)))
        .el(replaced_words(answers, on_query))
        .el(chips(controls))
        .el(ways_out_box(ways, || None, on_query))
        .el(sort_box(controls))
        .el(el("ol", "publications").live_rows(move || numbers.get(), row))
        .el(el("div", "").live_children(pages));
    let panel = filter_panel(controls, facets, Some(year_range(controls, span)));
    el("div", "page with-panel").el(panel).el(results)
}

fn page_of(answered: &crate::state::results::Answered) -> Page {
    Page::of(answered.page.total, answered.page.page)
}

/// What is shown, in a sentence.
fn sentence(answers: Results) -> String {
    let locale = use_locale();
    let (total, page) = answers.with(|answered| (answered.page.total, Some(page_of(answered))));
    let publications = locale.count(Plural::PublicationsCount, total as usize);
    match page {
        _ if total == 0 => locale.text(Msg::PublicationsNone).to_owned(),
        Some(Page { number, last }) if last > 1 => {
            let (number, last) = (locale.number(number as usize), locale.number(last as usize));
            locale.with(
                Msg::PublicationsPage,
                &[("publications", &publications), ("page", &number), ("pages", &last)],
            )
        }
        _ => publications,
    }
}
