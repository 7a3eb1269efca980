//! What is shown, to take along: as a file, or as an address.

use super::copy_button::copy_button_of;
use crate::domain::message::Msg;
use crate::state::locale::use_locale;
use crate::state::shell::{File, use_shell};
use crate::ui::element::{Element, button, el};

/// Buttons for the files that `csv` and `json` make, and for the address of the list with its sentence.
pub fn export_bar(
    csv: impl Fn() -> File + Send + Sync + 'static,
    json: impl Fn() -> File + Send + Sync + 'static,
    shared: impl Fn() -> String + Send + Sync + 'static,
) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let csv = button("copy").text(locale.text(Msg::ExportCsv)).on("click", move |_| shell.save(&csv()));
    let json = button("copy").text(locale.text(Msg::ExportJson)).on("click", move |_| shell.save(&json()));
    el("div", "cluster export").el(csv).el(json).el(copy_button_of(shared, locale.text(Msg::ShareCopy)))
}
