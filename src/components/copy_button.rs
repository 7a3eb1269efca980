//! A button that copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::icon::{Icon, IconMark};

/// How long the button says that it has copied.
const SAID: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    No,
    Yes,
    Failed,
}

/// Copies `text`; `label` names what is copied.
#[component]
pub fn CopyButton(#[prop(into)] text: String, #[prop(into)] label: String) -> impl IntoView {
    let locale = use_locale();
    let shell = use_shell();
    let copied = RwSignal::new(Copied::No);
    let done = Callback::new(move |worked: bool| {
        copied.set(if worked { Copied::Yes } else { Copied::Failed });
        set_timeout(move || _ = copied.try_set(Copied::No), SAID);
    });
    let shown = move || match copied.get() {
        Copied::No => label.clone(),
        Copied::Yes => locale.text(Msg::CopyDone).to_owned(),
        Copied::Failed => locale.text(Msg::CopyFailed).to_owned(),
    };
    view! {
        <button class="copy" type="button" on:click=move |_| shell.copy(text.clone(), done)>
            <IconMark icon=Icon::Copy />
            <span aria-live="polite">{shown}</span>
        </button>
    }
}
