//! A button that copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, button, el};
use crate::ui::icon::{Icon, icon_mark};
use crate::ui::signal::RwSignal;

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
    copy_button_of(move || text.clone(), label)
}

/// The same for a text that is made when the button is pressed.
pub fn copy_button_of(text: impl Fn() -> String + Send + Sync + 'static, label: &'static str) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let copied = RwSignal::new(Copied::No);
    let done = Callback::new(move |worked: bool| {
        copied.set(if worked { Copied::Yes } else { Copied::Failed });
        set_timeout(move || copied.set(Copied::No), SAID);
    });
    let shown = move || match copied.get() {
        Copied::No => label.to_owned(),
        Copied::Yes => locale.text(Msg::CopyDone).to_owned(),
        Copied::Failed => locale.text(Msg::CopyFailed).to_owned(),
    };
    button("copy")
        .on("click", move |_| shell.copy(text(), done))
        .el(icon_mark(Icon::Copy))
        .el(el("span", "").attr("aria-live", "polite").live_text(shown))
}
