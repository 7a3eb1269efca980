//! The list of countries, territories and areas with its filters.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::country_row::country_row;
use crate::components::filter_panel::{ListControls, filter_panel};
use crate::components::loaded::loaded;
use crate::components::notice::ignored_notice;
use crate::components::result_head::{chips, result_sentence, results, sort_box};
use crate::components::search_field::search_field;
use crate::components::title_block::title_block;
use crate::domain::content::Content;
use crate::domain::country::Membership;
use crate::domain::country_list::CountryList;
use crate::domain::facets::Tally;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::state::locale::{Locale, use_locale};
use crate::state::question::{Intent, Kept, Question};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};
use crate::ui::row_list::{Row, row_list};

/// The view.
pub fn countries_view(kept: Kept, on_intent: Callback<Intent>) -> Vec<Element> {
    let locale = use_locale();
    let parts = vec![PartName::Countries, PartName::Offices, PartName::Strategies];
    vec![
        title_block(locale.text(Msg::CountriesTitle), locale.text(Msg::CountriesLede)),
        loaded(parts, move || vec![explorer(kept, on_intent)]),
    ]
}

fn explorer(kept: Kept, on_intent: Callback<Intent>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let collate = |a: &str, b: &str| locale.collate(a, b);
    let countries = CountryList::new(&content, locale.language(), shell.content_year(), &collate);
    let facets = countries.facets.clone();
    let countries = StoredValue::new(countries);
    let known = move |query: &ListQuery| countries.with_value(|countries| countries.known(query));
    let question = Question::new(List::Countries, kept, known, on_intent);
    let tally = Memo::new(move |_| {
        question.shown.with(|query| countries.with_value(|countries| countries.find(query)))
    });
    let controls =
        ListControls { list: List::Countries, query: question.shown, tally, on_query: question.on_query() };
    let results = results()
        .el(search_field("q", Msg::CountriesSearch, question))
        .el(ignored_notice(question.ignored.into()))
        .el(result_sentence(move || tally.with(|tally| sentence(locale, &shell.content(), tally))))
        .el(chips(controls))
        .el(sort_box(controls))
        .el(rows(question.shown, tally, countries))
        .el(el("p", "notice")
            .live_flag("hidden", move || !tally.with(|tally| tally.hits.is_empty()))
            .text(locale.text(Msg::CountriesNone)));
    el("div", "page with-panel").el(filter_panel(controls, &facets, None)).el(results)
}

/// All rows, built once for each order. A filter only hides and shows them, which takes a fraction of the time of
/// building them again.
fn rows(query: Memo<ListQuery>, tally: Memo<Tally>, countries: StoredValue<CountryList>) -> Element {
    let shell = use_shell();
    let order = Memo::new(move |_| query.with(|query| query.sort(List::Countries)));
    let visible = Memo::new(move |_| tally.with(|tally| tally.flags(shell.content().countries.len())));
    let list = move || {
        let all = ListQuery::default().sorted_by(List::Countries, order.get());
        let positions = countries.with_value(|countries| countries.find(&all)).hits;
        let content = shell.content();
        let row = |at: usize| {
            content.countries.get(at).map(|country| Row { at, element: country_row(&content, country) })
        };
        let rows = positions.into_iter().filter_map(row).collect();
        vec![row_list(el("ul", "countries"), rows, visible.into())]
    };
    el("div", "").live_children(list)
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
