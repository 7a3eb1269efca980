//! The button in a country's row that puts it beside others.

use crate::domain::country::{Country, Iso3};
use crate::domain::message::Msg;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::ui::element::{DomElement, Element, Event, button, pressed_value};
use crate::ui::memo::memo;
use crate::ui::signal::StoredValue;

/// The button; its list hears it and keeps it true (see [`hear_comparison`]).
pub fn compare_button(country: &Country) -> Element {
    let locale = use_locale();
    let name = country.names.get(locale.language());
    button("compare-button")
        .attr("value", country.iso3.as_str())
        .attr("aria-pressed", "false")
        .attr("aria-label", locale.with(Msg::CompareAddCountry, &[("country", name)]))
        .text(locale.text(Msg::CompareAdd))
}

/// Makes a list of rows hear its buttons, and keeps them pressed or not. One effect does it for hundreds of rows.
pub fn hear_comparison(list: Element, controls: ListControls) -> Element {
    let on_press = move |event: Event| {
        if let Some(iso3) = pressed_value(&event).and_then(|code| Iso3::parse(&code)) {
            controls.on_query.run(controls.query.with_untracked(|query| query.compared_with(iso3)));
        }
    };
    let compared = memo(move || controls.query.with(|query| query.compared().to_vec()));
    let drawn = StoredValue::new(Vec::<Iso3>::new());
    list.on("click", on_press).live_node(move |list| {
        let now = compared.get();
        drawn.update_value(|before| {
            before.iter().filter(|iso3| !now.contains(iso3)).for_each(|iso3| press(list, *iso3, false));
            now.iter().filter(|iso3| !before.contains(iso3)).for_each(|iso3| press(list, *iso3, true));
            *before = now;
        });
    })
}

fn press(list: &DomElement, iso3: Iso3, is_pressed: bool) {
    let selector = [".compare-button[value=", iso3.as_str(), "]"].concat();
    if let Ok(Some(button)) = list.query_selector(&selector) {
        _ = button.set_attribute("aria-pressed", if is_pressed { "true" } else { "false" });
    }
}
