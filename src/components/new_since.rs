//! What came into the list of publications since the reader's last visit.

use super::publication_row::publication_rows;
use crate::bundle::index::PartName;
use crate::domain::message::Plural;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// A line that unfolds into the new publications; nothing at a first visit, or if nothing is new.
pub fn new_since() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let since = shell.last_seen().filter(|since| *since < shell.index().site.content_date);
    if since.is_some() {
        shell.request(PartName::Added);
    }
    el("div", "").live_children(move || {
        // Nothing is waited for that cannot come.
        let Some(since) = since else { return Vec::new() };
        let content = shell.library.content_tracked();
        let new = || content.added.iter().filter(|publication| publication.added > Some(since));
        let told = locale.count(Plural::PublicationsNew, new().count());
        let list = new().next().map(|_| {
            el("details", "sources new-since")
                .el(el("summary", "sources__summary").text(told))
                .el(publication_rows(new()))
        });
        list.into_iter().collect()
    })
}
