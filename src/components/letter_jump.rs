//! The letters of an alphabetical list: a line of them to jump by, and one before its names in the list.

use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, Event, button, el, pressed_value};
use crate::ui::memo::Memo;
use crate::ui::row_list::Row;
use crate::ui::signal::StoredValue;

/// A letter and the positions of the records under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterGroup {
    pub letter: String,
    pub positions: Vec<usize>,
}

/// Groups records that are in alphabetical order.
pub fn letter_groups(records: impl IntoIterator<Item = (usize, String)>) -> Vec<LetterGroup> {
    let mut groups: Vec<LetterGroup> = Vec::new();
    for (at, letter) in records {
        match groups.iter_mut().find(|group| group.letter == letter) {
            Some(group) => group.positions.push(at),
            None => groups.push(LetterGroup { letter, positions: vec![at] }),
        }
    }
    groups
}

/// For each group, whether one of its records is visible.
pub fn visible_letters(groups: &[LetterGroup], visible: &[bool]) -> Vec<bool> {
    groups.iter().map(|group| group.positions.iter().any(|at| visible.get(*at) == Some(&true))).collect()
}

/// The row that stands before the names of a letter; `at` is its position among the rows.
pub fn letter_row(at: usize, number: usize, letter: &str) -> Row {
    let letter = letter.to_owned();
    Row::new(at, move || {
        el("li", "letter-row").attr("id", row_id(number)).attr("tabindex", "-1").text(letter)
    })
}

/// The line of letters. Those without a visible name stay in their place, but lead nowhere.
pub fn letter_jump(groups: StoredValue<Vec<LetterGroup>>, shown: Memo<Vec<bool>>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let on_press = move |event: Event| {
        if let Some(number) = pressed_value(&event).and_then(|number| number.parse().ok()) {
            shell.focus(&row_id(number));
        }
    };
    let item = |(number, group): (usize, &LetterGroup)| {
        let is_empty = move || shown.with(|shown| shown.get(number) != Some(&true));
        let letter = button("letters__link").attr("value", number.to_string()).text(&group.letter);
        el("li", "letters__item").el(letter.live_flag("disabled", is_empty))
    };
    let items: Vec<Element> = groups.with_value(|groups| groups.iter().enumerate().map(item).collect());
    el("nav", "letters-jump")
        .attr("aria-label", locale.text(Msg::LettersLabel))
        .on("click", on_press)
        .el(el("ul", "letters").each(items))
}

fn row_id(number: usize) -> String {
    ["letter-", &number.to_string()].concat()
}
