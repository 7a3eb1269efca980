//! What is shown, to take along: as a file, or as an address.

use leptos::prelude::*;

use super::copy_button::copy_button_of;
use super::words;
use crate::bundle::index::PartName;
use crate::domain::message::Msg;
use crate::state::library::Loading;
use crate::state::locale::use_locale;
use crate::state::shell::{File, use_shell};
use crate::ui::element::{Element, button, el};
use crate::ui::memo::effect;

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

/// What files hold and lists do not show: the names of countries in all languages, the titles of strategies.
const OF_FILES: [PartName; 2] = [PartName::Names, PartName::Strategies];

/// Buttons for the files that `file` makes, and for the address of the list with its sentence. What only a file holds is fetched when
/// it is wanted.
pub fn export_bar(
    file: impl Fn(Format) -> File + Send + Sync + 'static,
    shared: impl Fn() -> String + Send + Sync + 'static,
) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let arrival = move || shell.library.progress(&OF_FILES);
    let wanted = StoredValue::new(None);
    // A fault is told as long as the file is wanted, that is until the next try.
    let told = move || match arrival() {
        Loading::Failed(error) if wanted.with_value(Option::is_some) => words::load_error(locale, error),
        _ => String::new(),
    };
    let file = StoredValue::new(file);
    let give = move || {
        let format = wanted.get_value().filter(|_| arrival() == Loading::Ready);
        if let Some(format) = format {
            wanted.set_value(None);
            shell.save(&file.with_value(|file| file(format)));
        }
    };
    effect(move || {
        _ = arrival();
        give();
    });
    let save = |format, label| {
        button("copy").text(locale.text(label)).on("click", move |_| {
            wanted.set_value(Some(format));
            for part in OF_FILES {
                shell.request(part);
            }
            untrack(give);
        })
    };
    el("div", "cluster export")
        .el(save(Format::Csv, Msg::ExportCsv))
        .el(save(Format::Json, Msg::ExportJson))
        .el(copy_button_of(shared, locale.text(Msg::ShareCopy)))
        .el(el("span", "take-along__told").attr("role", "status").live_text(told))
}
