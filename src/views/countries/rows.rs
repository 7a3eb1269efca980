//! All countries as rows of a list or a table. They are built once for each order; a filter only hides and shows them,
//! which takes a fraction of the time of building them again.

use crate::components::compare_button::hear_comparison;
use crate::components::country_row::{country_row, country_rows};
use crate::components::country_table::{country_cells, country_table};
use crate::components::letter_jump::{LetterGroup, letter_groups, letter_jump, letter_row, visible_letters};
use crate::domain::country_finder::FoundSet;
use crate::domain::country_list::CountryList;
use crate::domain::letter_index::letter;
use crate::domain::list_query::{List, ListQuery};
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};
use crate::ui::memo::{Memo, memo};
use crate::ui::row_list::{Row, row_list};
use crate::ui::signal::StoredValue;

/// The rows in the order chosen; sorted by name, the list has letters to jump by.
pub(super) fn rows(controls: ListControls, countries: StoredValue<CountryList>, as_table: bool) -> Element {
    let shell = use_shell();
    let order = memo(move || controls.query.with(|query| query.sort(List::Countries)));
    let visible = memo(move || controls.tally.with(|tally| tally.flags(shell.content().countries.len())));
    el("div", "").live_children(move || {
        let order = order.get();
        let all = ListQuery::default().sorted_by(List::Countries, order);
        let positions = countries.with_value(|countries| countries.find(&all, &FoundSet::All)).hits;
        if as_table {
            let rows = country_rows(&positions, country_cells);
            return vec![hear_comparison(country_table(controls, rows, visible), controls)];
        }
        let rows = country_rows(&positions, country_row);
        if order == "name" {
            return lettered(controls, rows, visible);
        }
        vec![hear_comparison(row_list(el("ul", "countries"), rows, visible), controls)]
    })
}

/// The list by name: each letter is a row of its own, which is visible as long as a country of it is.
fn lettered(controls: ListControls, rows: Vec<Row>, visible: Memo<Vec<bool>>) -> Vec<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let total = content.countries.len();
    let letter_of = |row: &Row| {
        let name = content.countries.get(row.at()).map_or("", |country| country.names.get(locale.language()));
        (row.at(), letter(name, locale.language(), &|a, b| locale.collate(a, b)))
    };
    let groups = letter_groups(rows.iter().map(letter_of));
    let mut with_letters = Vec::with_capacity(rows.len() + groups.len());
    for row in rows {
        let first = |group: &LetterGroup| group.positions.first() == Some(&row.at());
        if let Some(number) = groups.iter().position(first) {
            let letter = groups.get(number).map_or("", |group| group.letter.as_str());
            with_letters.push(letter_row(total + number, number, letter));
        }
        with_letters.push(row);
    }
    let groups = StoredValue::new(groups);
    let letters =
        memo(move || visible.with(|visible| groups.with_value(|groups| visible_letters(groups, visible))));
    let all = memo(move || [visible.get(), letters.get()].concat());
    let list = row_list(el("ul", "countries"), with_letters, all);
    vec![letter_jump(groups, letters), hear_comparison(list, controls)]
}
