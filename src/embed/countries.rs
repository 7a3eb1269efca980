//! The list of countries, or their map.

use super::list::list;
use crate::bundle::index::PartName;
use crate::components::asked_countries::AskedCountries;
use crate::components::country_map::country_map;
use crate::components::country_row::{country_rows, plain_country_row};
use crate::components::loaded::loaded;
use crate::domain::country_finder::FoundSet;
use crate::domain::country_list::CountryList;
use crate::domain::list_query::{List, ListQuery};
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept};
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el};
use crate::ui::memo::memo;
use crate::ui::row_list::row_list;
use crate::ui::signal::StoredValue;

/// The list, as soon as its parts are there.
pub(super) fn countries(kept: Kept, on_intent: Callback<Intent>) -> Element {
    let mut parts = vec![PartName::Countries, PartName::Offices, PartName::Cycles];
    if kept.with_untracked(|(query, _)| is_map(query)) {
        parts.extend([PartName::Map, PartName::Terms(use_locale().language())]);
    }
    loaded(parts, move || vec![opened(AskedCountries::new(kept, on_intent))])
}

fn is_map(query: &ListQuery) -> bool {
    query.view(List::Countries) == "map"
}

fn opened(asked: AskedCountries) -> Element {
    let AskedCountries { question, controls, countries, .. } = asked;
    let sentence = asked.sentence();
    let is_map = question.shown.with_untracked(is_map);
    let shown = if is_map { country_map(controls) } else { rows(controls, countries) };
    let (field, ways) = (asked.field(), asked.ways_out());
    list(question, controls, move || sentence.get(), [field, ways], (&asked.facets(), &[]), shown)
}

/// All countries, built once for each order; a filter hides and shows them.
fn rows(controls: ListControls, countries: StoredValue<CountryList>) -> Element {
    let shell = use_shell();
    let order = memo(move || controls.query.with(|query| query.sort(List::Countries)));
    let visible = memo(move || controls.tally.with(|tally| tally.flags(shell.content().countries.len())));
    let list = move || {
        let all = ListQuery::default().sorted_by(List::Countries, order.get());
        let positions = countries.with_value(|countries| countries.find(&all, &FoundSet::All)).hits;
        let rows = country_rows(&positions, plain_country_row);
        vec![row_list(el("ul", "countries"), rows, visible)]
    };
    el("div", "").live_children(list)
}
