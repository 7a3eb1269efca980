//! The search field of a list: answers every key, keeps the words when the fingers rest.

use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::question::Question;
use crate::ui::element::{Element, Event, el, field_value};
use crate::ui::icon::{Icon, icon_mark};

/// The field with its label and button.
pub fn search_field(id: &'static str, label: Msg, question: Question) -> Element {
    let locale = use_locale();
    let input = el("input", "search__input")
        .attr("id", id)
        .attr("type", "search")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live_property("value", move || question.shown.with(|query| query.text.clone()))
        .on("input", move |event| question.type_text(field_value(&event)));
    let submit = el("button", "button button--primary").attr("type", "submit");
    let submit = submit.el(icon_mark(Icon::Search)).text(locale.text(Msg::SearchButton));
    let on_submit = move |event: Event| {
        event.prevent_default();
        question.submit();
    };
    el("form", "search")
        .attr("role", "search")
        .on("submit", on_submit)
        .el(el("label", "search__label").attr("for", id).text(locale.text(label)))
        .el(el("div", "search__field").el(input).el(submit))
}
