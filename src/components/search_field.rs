//! The search field of a list: answers every key, keeps the words when the fingers rest.

use leptos::prelude::*;

use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::question::Question;
use crate::ui::icon::{Icon, IconMark};

/// The field with its label and button.
#[component]
pub fn SearchField(id: &'static str, label: Msg, question: Question) -> impl IntoView {
    let locale = use_locale();
    view! {
        <form
            class="search"
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                question.submit();
            }
        >
            <label class="search__label" for=id>{locale.text(label)}</label>
            <div class="search__field">
                <input
                    class="search__input"
                    id=id
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || question.shown.with(|query| query.text.clone())
                    on:input=move |event| question.type_text(event_target_value(&event))
                />
                <button class="button button--primary" type="submit">
                    <IconMark icon=Icon::Search />
                    {locale.text(Msg::SearchButton)}
                </button>
            </div>
        </form>
    }
}
