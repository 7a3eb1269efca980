//! Shows a view once the parts it needs have arrived; until then what is going on, and if they cannot be had, why.

use leptos::prelude::*;

use super::words;
use crate::bundle::index::PartName;
use crate::domain::fetching::LoadError;
use crate::domain::message::Msg;
use crate::state::library::Loading;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The parts a view needs, and the view. There is no way from a failure to an empty list.
#[component]
pub fn Loaded(parts: Vec<PartName>, children: ChildrenFn) -> impl IntoView {
    let shell = use_shell();
    let parts = StoredValue::new(parts);
    let request = move || parts.with_value(|parts| parts.iter().for_each(|part| shell.request(*part)));
    request();
    let progress = Memo::new(move |_| parts.with_value(|parts| shell.library.progress(parts)));
    move || match progress.get() {
        Loading::Ready => children().into_any(),
        Loading::Underway => waiting().into_any(),
        Loading::Failed(error) => {
            view! { <Failure error on_retry=Callback::new(move |()| request()) /> }.into_any()
        }
    }
}

/// Appears by a delay in the style sheet, so that a fast answer shows no flicker.
fn waiting() -> Element {
    let text = use_locale().text(Msg::LoadingText);
    el("div", "status page").attr("role", "status").el(el("p", "status__text").text(text)).el(el(
        "progress",
        "status__bar",
    )
    .attr("aria-label", text))
}

/// What happened, a button to try again, and a plain link.
#[component]
fn Failure(error: LoadError, on_retry: Callback<()>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="status status--failed page" role="alert">
            <h2 class="status__title">{locale.text(Msg::FaultTitle)}</h2>
            <p class="status__text">{words::load_error(locale, error)}</p>
            <p class="status__actions">
                <button class="button button--primary" type="button" on:click=move |_| on_retry.run(())>
                    {locale.text(Msg::FaultRetry)}
                </button>
                <a href="https://www.who.int/countries" rel="external">{locale.text(Msg::FaultElsewhere)}</a>
            </p>
        </div>
    }
}
