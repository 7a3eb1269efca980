//! A button that copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, button, el};
use crate::ui::icon::{Icon, icon_mark};

/// How long the button says that it has copied.
const SAID: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    No,
    Yes,
    Failed,
}

/// Copies `text`; `label` names what is copied.
pub fn copy_button(text: String, label: &'static str) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let copied = RwSignal::new(Copied::No);
    let done = Callback::new(move |worked: bool| {
        _ = copied.try_set(if worked { Copied::Yes } else { Copied::Failed });
        set_timeout(move || _ = copied.try_set(Copied::No), SAID);
    });
    let shown = move || match copied.get() {
        Copied::No => label.to_owned(),
        Copied::Yes => locale.text(Msg::CopyDone).to_owned(),
        Copied::Failed => locale.text(Msg::CopyFailed).to_owned(),
    };
    button("copy").on("click", move |_| shell.copy(text.clone(), done)).el(icon_mark(Icon::Copy)).el(el(
        "span", "",
    )
    .attr("aria-live", "polite")
    .live_text(shown))
}
