//! A span of years, as two numbers.

use leptos::prelude::*;

use super::filter_panel::ListControls;
use crate::domain::date::Year;
use crate::domain::message::Msg;
use crate::state::locale::use_locale;

/// Two fields; a year takes effect when the field is left or Enter is pressed.
#[component]
pub fn YearRange(controls: ListControls, span: Option<(Year, Year)>) -> impl IntoView {
    let locale = use_locale();
    let field = move |id: &'static str, label: Msg, is_start: bool| {
        let year = move || controls.query.with(|query| if is_start { query.from } else { query.to });
        let on_change = move |event| {
            let year = Year::parse(event_target_value(&event).trim());
            let query = controls.query.get_untracked();
            let query =
                if is_start { query.with_years(year, query.to) } else { query.with_years(query.from, year) };
            controls.on_query.run(query);
        };
        let bound = |year: Option<Year>| year.map(|year| year.to_string());
        view! {
            <div class="years__field">
                <label class="years__label" for=id>{locale.text(label)}</label>
                <input
                    class="years__input"
                    id=id
                    type="number"
                    inputmode="numeric"
                    min=bound(span.map(|span| span.0))
                    max=bound(span.map(|span| span.1))
                    prop:value=move || year().map(|year| year.to_string()).unwrap_or_default()
                    on:change=on_change
                />
            </div>
        }
    };
    view! {
        <fieldset class="filters__group">
            <legend class="filters__legend">{locale.text(Msg::FacetYear)}</legend>
            <div class="years">{field("year-from", Msg::YearFrom, true)} {field("year-to", Msg::YearTo, false)}</div>
        </fieldset>
    }
}
