//! The explorer: the list of countries, territories and areas with its filters, as a list, a table or a map.

mod rows;

use rows::rows;

use crate::bundle::index::PartName;
use crate::components::asked_countries::AskedCountries;
use crate::components::comparison::comparison;
use crate::components::export_bar::{Format, export_bar};
use crate::components::filter_panel::filter_panel;
use crate::components::loaded::loaded;
use crate::components::notice::ignored_notice;
use crate::components::result_head::{chips, result_sentence, results, sort_box, title_when_kept};
use crate::components::title_block::title_block;
use crate::components::view_tabs::view_tabs;
use crate::domain::country_export::{self, Imprint};
use crate::domain::country_list::CountryList;
use crate::domain::list_query::List;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::state::apart::Apart;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept};
use crate::state::shell::{File, use_shell};
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el};
use crate::ui::memo::{Memo, memo};
use crate::ui::signal::StoredValue;

/// The ways to look at the list, with their names.
const VIEWS: [(&str, Msg); 3] = [("list", Msg::ViewList), ("table", Msg::ViewTable), ("map", Msg::ViewMap)];

/// The view.
pub fn countries_view(kept: Kept, on_intent: Callback<Intent>) -> Vec<Element> {
    let locale = use_locale();
    let parts = vec![PartName::Countries, PartName::Offices, PartName::Cycles];
    vec![
        title_block(locale.text(Msg::CountriesTitle), locale.text(Msg::CountriesLede)),
        loaded(parts, move || vec![explorer(kept, on_intent)]),
    ]
}

fn explorer(kept: Kept, on_intent: Callback<Intent>) -> Element {
    let asked = AskedCountries::new(kept, on_intent);
    let AskedCountries { question, controls, countries, .. } = asked;
    let sentence = asked.sentence();
    let results = results()
        .el(asked.field())
        .el(ignored_notice(question.ignored))
        .el(result_sentence(question, move || sentence.get()))
        .el(chips(controls))
        .el(asked.ways_out())
        .el(comparison(controls))
        .el(el("div", "results__bar results__bar--spread")
            .el(view_tabs(controls, &VIEWS))
            .el(sort_box(controls)))
        .el(shown(controls, countries))
        .el(export(controls, sentence));
    let results = title_when_kept(results, question, sentence, Msg::NavCountries);
    let panel = move || vec![filter_panel(controls, &asked.facets(), &[])];
    el("div", "page with-panel").later(panel).el(results)
}

/// The results in the way chosen. The geometry of the map is fetched when the map is opened.
fn shown(controls: ListControls, countries: StoredValue<CountryList>) -> Element {
    let view = memo(move || controls.query.with(|query| query.view(List::Countries)));
    let shell = use_shell();
    el("div", "results__body").live_flag("hidden", is_empty(controls)).live_children(move || {
        match view.get() {
            "map" => {
                // Beside the code of the map, not after it.
                shell.request(PartName::Map);
                shell.draw(Apart::Map(controls))
            }
            other => vec![rows(controls, countries, other == "table")],
        }
    })
}

/// Exactly what is shown, as a file or an address.
fn export(controls: ListControls, sentence: Memo<String>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let address = move || {
        let query = controls.query.get_untracked();
        shell.absolute(locale.language(), Route::Countries(query))
    };
    let rows = move || {
        let imprint = Imprint {
            content_date: shell.index().site.content_date.to_string(),
            licence: locale.text(Msg::ExportLicence).to_owned(),
            address: address(),
        };
        let positions = controls.tally.with_untracked(|tally| tally.hits.clone());
        country_export::rows(&shell.content(), &positions, shell.content_year(), &imprint)
    };
    let file = move |format| {
        let (name, media_type, text) = match format {
            Format::Csv => ("countries.csv", "text/csv;charset=utf-8", country_export::csv(&rows())),
            Format::Json => ("countries.json", "application/json", country_export::json(&rows())),
        };
        File { name: name.to_owned(), media_type, text }
    };
    let shared = move || [sentence.get_untracked().as_str(), "\n", &address()].concat();
    export_bar(file, shared).live_flag("hidden", is_empty(controls))
}

/// Whether nothing fits the query: then there is nothing to show or to take along.
fn is_empty(controls: ListControls) -> impl Fn() -> bool + Send + Sync + 'static {
    move || controls.tally.with(|tally| tally.hits.is_empty())
}
