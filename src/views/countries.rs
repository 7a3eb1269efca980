//! The list of countries, territories and areas with its filters.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::country_row::country_row;
use crate::components::filter_panel::{FilterPanel, ListControls};
use crate::components::loaded::Loaded;
use crate::components::notice::IgnoredNotice;
use crate::components::result_head::ResultHead;
use crate::components::search_field::SearchField;
use crate::components::title_block::title_block;
use crate::domain::content::Content;
use crate::domain::country::Membership;
use crate::domain::country_list::CountryList;
use crate::domain::facets::Tally;
use crate::domain::list_query::{Ignored, List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::state::locale::{Locale, use_locale};
use crate::state::question::{Intent, Question};
use crate::state::shell::use_shell;
use crate::ui::row_list::{Row, RowList};

/// The view.
#[component]
pub fn CountriesView(kept: Signal<(ListQuery, Vec<Ignored>)>, on_intent: Callback<Intent>) -> impl IntoView {
    let locale = use_locale();
    let parts = vec![PartName::Countries, PartName::Offices, PartName::Strategies];
    view! {
        {title_block(locale.text(Msg::CountriesTitle), locale.text(Msg::CountriesLede)).into_any()}
        <Loaded parts><Explorer kept on_intent /></Loaded>
    }
}

#[component]
fn Explorer(kept: Signal<(ListQuery, Vec<Ignored>)>, on_intent: Callback<Intent>) -> impl IntoView {
    let (shell, locale) = (use_shell(), use_locale());
    let collate = move |a: &str, b: &str| locale.collate(a, b);
    let year = shell.content_year();
    let countries =
        shell.with_spellings(move |content| CountryList::new(content, locale.language(), year, &collate));
    let facets = countries.with_untracked(|countries| countries.facets.clone());
    let known = move |query: &ListQuery| countries.with_untracked(|countries| countries.known(query));
    let question = Question::new(List::Countries, kept, known, on_intent);
    let tally =
        Memo::new(move |_| question.shown.with(|query| countries.with(|countries| countries.find(query))));
    let controls =
        ListControls { list: List::Countries, query: question.shown, tally, on_query: question.on_query() };
    let sentence = move || tally.with(|tally| sentence(locale, &shell.content(), tally));
    view! {
        <div class="page with-panel">
            <FilterPanel controls facets />
            <section class="results" id="results" aria-labelledby="results-head">
                <h2 class="visually-hidden" id="results-head">{locale.text(Msg::ResultsLabel)}</h2>
                <SearchField id="q" label=Msg::CountriesSearch question />
                <IgnoredNotice ignored=question.ignored />
                <ResultHead controls sentence=Signal::derive(sentence) />
                <Rows query=question.shown tally countries />
                <p class="notice" hidden=move || !tally.with(|tally| tally.hits.is_empty())>
                    {locale.text(Msg::CountriesNone)}
                </p>
            </section>
        </div>
    }
}

/// All rows, built once for each order. A filter only hides and shows them, which takes a fraction of the time of
/// building them again.
#[component]
fn Rows(query: Memo<ListQuery>, tally: Memo<Tally>, countries: Memo<CountryList>) -> impl IntoView {
    let shell = use_shell();
    let order = Memo::new(move |_| query.with(|query| query.sort(List::Countries)));
    let visible = Memo::new(move |_| {
        let mut visible = vec![false; shell.content().countries.len()];
        tally.with(|tally| {
            for at in &tally.hits {
                if let Some(slot) = visible.get_mut(*at) {
                    *slot = true;
                }
            }
        });
        visible
    });
    move || {
        let all = ListQuery::default().sorted_by(List::Countries, order.get());
        let positions = countries.with_untracked(|countries| countries.find(&all)).hits;
        let content = shell.content();
        let rows = positions.into_iter().filter_map(|at| {
            content
                .countries
                .get(at)
                .map(|country| Row { at, view: country_row(&content, country).into_any() })
        });
        view! { <RowList class="countries" rows=rows.collect() visible /> }
    }
}

/// "38 countries, territories and areas: 28 Member States, …". Only the kinds that occur are named.
fn sentence(locale: Locale, content: &Content, tally: &Tally) -> String {
    let of = |membership: Membership| {
        let is_kind =
            |at: &&usize| content.countries.get(**at).is_some_and(|country| country.membership == membership);
        tally.hits.iter().filter(is_kind).count()
    };
    let kinds = [
        (of(Membership::MemberState), Plural::CountMemberStates),
        (of(Membership::AssociateMember), Plural::CountAssociateMembers),
        (of(Membership::Territory), Plural::CountTerritories),
    ];
    let named = kinds
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, message)| locale.count(message, count));
    let named: Vec<String> = named.collect();
    let total = tally.hits.len();
    if total == 0 {
        return locale.text(Msg::CountriesCountNone).to_owned();
    }
    locale.count_with(Plural::CountriesCount, total, &[("kinds", &locale.list(&named))])
}
