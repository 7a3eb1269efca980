//! The list of publications: search, filters, pages.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::filter_panel::{ListControls, filter_panel};
use crate::components::loaded::loaded;
use crate::components::notice::ignored_notice;
use crate::components::pagination::pagination;
use crate::components::publication_row::publication_row;
use crate::components::result_head::{chips, result_sentence, results, sort_box};
use crate::components::search_field::search_field;
use crate::components::title_block::title_block;
use crate::components::year_range::year_range;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::publication_list::{Page, PublicationList};
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The view.
pub fn publications_view(kept: Kept, on_intent: Callback<Intent>) -> Vec<Element> {
    let locale = use_locale();
    let parts = vec![PartName::Countries, PartName::Publications, PartName::Terms(locale.language())];
    vec![
        title_block(locale.text(Msg::PublicationsTitle), locale.text(Msg::PublicationsLede)),
        loaded(parts, move || vec![search(kept, on_intent)]),
    ]
}

fn search(kept: Kept, on_intent: Callback<Intent>) -> Element {
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
    let page = move || Page::of(tally.with(|tally| tally.hits.len()), question.shown.with(ListQuery::page));
    let sentence = move || {
        let (total, page) = (tally.with(|tally| tally.hits.len()), page());
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
    let on_page = Memo::new(move |_| {
        let page = page();
        tally.with(|tally| tally.hits.get(page.start..page.end).map(<[usize]>::to_vec).unwrap_or_default())
    });
    let row = move |at: usize| shell.content().publications.get(at).map(publication_row);
    let results = results()
        .el(search_field("q", Msg::PublicationsSearch, question))
        .el(ignored_notice(question.ignored))
        .el(result_sentence(question, sentence))
        .el(chips(controls))
        .el(sort_box(controls))
        .el(el("ol", "publications").live_rows(move || on_page.get(), row))
        .el(el("div", "")
            .live_children(move || pagination(page(), &question.shown.get()).into_iter().collect()));
    let panel = filter_panel(controls, &facets, Some(year_range(controls, span)));
    el("div", "page with-panel").el(panel).el(results)
}
