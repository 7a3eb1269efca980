//! The list of publications: search, filters, pages.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::filter_panel::{FilterPanel, ListControls};
use crate::components::loaded::Loaded;
use crate::components::notice::IgnoredNotice;
use crate::components::pagination::pagination;
use crate::components::publication_row::publication_row;
use crate::components::result_head::ResultHead;
use crate::components::search_field::SearchField;
use crate::components::title_block::title_block;
use crate::components::year_range::YearRange;
use crate::domain::list_query::{Ignored, List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::publication_list::{Page, PublicationList};
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Question};
use crate::state::shell::use_shell;

/// The view.
#[component]
pub fn PublicationsView(
    kept: Signal<(ListQuery, Vec<Ignored>)>,
    on_intent: Callback<Intent>,
) -> impl IntoView {
    let locale = use_locale();
    let parts = vec![PartName::Countries, PartName::Publications, PartName::Terms(locale.language())];
    view! {
        {title_block(locale.text(Msg::PublicationsTitle), locale.text(Msg::PublicationsLede)).into_any()}
        <Loaded parts><Search kept on_intent /></Loaded>
    }
}

#[component]
fn Search(kept: Signal<(ListQuery, Vec<Ignored>)>, on_intent: Callback<Intent>) -> impl IntoView {
    let (shell, locale) = (use_shell(), use_locale());
    let publications = PublicationList::new(&shell.content(), &|a: &str, b: &str| locale.collate(a, b));
    let facets = publications.facets.clone();
    let span = publications.span();
    let publications = StoredValue::new(publications);
    let known = move |query: &ListQuery| publications.with_value(|publications| publications.known(query));
    let question = Question::new(List::Publications, kept, known, on_intent);
    let tally = Memo::new(move |_| {
        question.shown.with(|query| publications.with_value(|publications| publications.find(query)))
    });
    let controls = ListControls {
        list: List::Publications,
        query: question.shown,
        tally,
        on_query: question.on_query(),
    };
    let page = Memo::new(move |_| {
        Page::of(tally.with(|tally| tally.hits.len()), question.shown.with(ListQuery::page))
    });
    let sentence = move || {
        let (total, page) = (tally.with(|tally| tally.hits.len()), page.get());
        if total == 0 {
            return locale.text(Msg::PublicationsNone).to_owned();
        }
        let publications = locale.count(Plural::PublicationsCount, total);
        if page.last == 1 {
            return publications;
        }
        let (number, last) = (locale.number(page.number as usize), locale.number(page.last as usize));
        locale.with(
            Msg::PublicationsPage,
            &[("publications", &publications), ("page", &number), ("pages", &last)],
        )
    };
    let on_page = move || {
        let page = page.get();
        tally.with(|tally| tally.hits.get(page.start..page.end).map(<[usize]>::to_vec).unwrap_or_default())
    };
    let row = move |at: usize| {
        shell.content().publications.get(at).map(|publication| publication_row(publication).into_any())
    };
    view! {
        <div class="page with-panel">
            <FilterPanel controls facets>
                <YearRange controls span />
            </FilterPanel>
            <section class="results" id="results" aria-labelledby="results-head">
                <h2 class="visually-hidden" id="results-head">{locale.text(Msg::ResultsLabel)}</h2>
                <SearchField id="q" label=Msg::PublicationsSearch question />
                <IgnoredNotice ignored=question.ignored />
                <ResultHead controls sentence=Signal::derive(sentence) />
                <ol class="publications">
                    <For each=on_page key=|at| *at children=row />
                </ol>
                {move || pagination(page.get(), &question.shown.get())}
            </section>
        </div>
    }
}
