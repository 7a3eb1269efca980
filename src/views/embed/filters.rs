//! The filters of the list that is to be shown, behind a line that opens. They are those of the list itself, with its counts.

use crate::bundle::index::PartName;
use crate::components::asked_countries::AskedCountries;
use crate::components::asked_strategies::AskedStrategies;
use crate::components::filter_panel::filter_form;
use crate::components::loaded::loaded;
use crate::components::result_head::sort_box;
use crate::components::search_field::search_field;
use crate::domain::date::Year;
use crate::domain::facets::Facet;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::Msg;
use crate::domain::narrowing::Narrowing;
use crate::state::apart::Apart;
use crate::state::embed_choices::EmbedChoices;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::results::Results;
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el};
use crate::ui::memo::memo;
use crate::ui::signal::RwSignal;
use crate::views::publications::answered_list;

/// The line with the number of filters chosen; what is behind it is fetched when it is opened.
pub(super) fn filters(given: EmbedChoices) -> Element {
    let locale = use_locale();
    let shown = given.shown;
    let list = memo(move || shown.with(|builder| builder.list().map(|(list, _)| list)));
    let is_open = RwSignal::new(false);
    let label = move || {
        let chosen =
            shown.with(|builder| builder.list().map_or(0, |(list, query)| Narrowing::all(query, list).len()));
        locale.with(Msg::FiltersToggle, &[("count", &locale.number(chosen))])
    };
    let body = move || match (is_open.get(), list.get()) {
        (true, Some(list)) => use_shell().draw(Apart::Filters(given, list)),
        _ => Vec::new(),
    };
    let is_met = move || given.embed().is_none_or(|embed| embed.unmet().is_empty());
    let summary = el("summary", "builder__summary").live_text(label).on("click", move |_| is_open.set(true));
    el("div", "builder__field")
        .live_flag("hidden", move || list.get().is_none())
        .el(el("details", "builder__filters").el(summary).el(el("div", "").live_children(body)))
        .el(el("p", "builder__hint").live_flag("hidden", is_met).text(locale.text(Msg::BuilderFiltersNote)))
}

/// The filters themselves.
pub fn filter_fields(given: EmbedChoices, list: List) -> Element {
    let kept: Kept = memo(move || {
        let query = given.shown.with(|builder| builder.list().map(|(_, query)| query.clone()));
        (query.unwrap_or_default(), Vec::new())
    });
    let with = move |query: &ListQuery| given.shown.with_untracked(|builder| builder.with_query(query));
    let on_intent = Callback::new(move |intent| match intent {
        Intent::Ask(query) => given.on_choose.run(with(&query)),
        Intent::Type(query) => given.on_type.run(with(&query)),
    });
    match list {
        List::Countries => {
            let parts = vec![PartName::Countries, PartName::Offices, PartName::Cycles];
            loaded(parts, move || {
                let asked = AskedCountries::new(kept, on_intent);
                vec![fields(asked.field(), asked.controls, &asked.facets(), &[])]
            })
        }
        List::Strategies => loaded(vec![PartName::Countries, PartName::Strategies], move || {
            let asked = AskedStrategies::new(kept, on_intent);
            vec![fields(asked.field(), asked.controls, &asked.facets(), &[])]
        }),
        List::Publications => answered_list(kept, on_intent, publications),
    }
}

/// Words are looked for in titles, as the embed does: the search of the site is not at hand there.
fn publications(question: Question, answers: Results, facets: &[Facet], years: &[Year]) -> Element {
    let query = memo(move || answers.get().query.clone());
    let tally = memo(move || answers.tally());
    let on_query = question.on_query();
    let controls = ListControls { list: List::Publications, query, asked: question.shown, tally, on_query };
    fields(search_field("q", Msg::EmbedTitles, question), controls, facets, years)
}

fn fields(field: Element, controls: ListControls, facets: &[Facet], years: &[Year]) -> Element {
    el("div", "builder__fields").el(field).el(filter_form(controls, facets, years)).el(sort_box(controls))
}
