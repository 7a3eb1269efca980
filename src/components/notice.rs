//! Sentences set apart: a caution, or what of an address could not be used.

use crate::domain::list_query::Ignored;
use crate::domain::message::{Msg, Plural};
use crate::state::locale::use_locale;
use crate::ui::element::{Element, el};
use crate::ui::icon::{Icon, icon_mark};
use crate::ui::memo::Memo;

/// What `fill` says, with a bar and a sign.
pub fn notice(fill: impl FnOnce(Element) -> Element) -> Element {
    frame(fill(el("p", "notice__text")))
}

#[inline(never)]
fn frame(text: Element) -> Element {
    el("div", "notice").el(icon_mark(Icon::Info)).el(text)
}

/// A sentence with a bar and a sign.
pub fn notice_text(text: &str) -> Element {
    notice(|notice| notice.text(text))
}

/// Names the pieces of an address that were left out. Shows nothing if there are none.
pub fn ignored_notice(ignored: Memo<Vec<Ignored>>) -> Element {
    let locale = use_locale();
    el("div", "").live_flag("hidden", move || ignored.with(Vec::is_empty)).live_children(move || {
        let pieces = ignored.get();
        let named = pieces.iter().map(|piece| [piece.key.as_str(), "=", piece.value.as_str()].concat());
        let named: Vec<String> = named.collect();
        let sentence = locale.count(Plural::NoticeIgnored, pieces.len());
        let shown = !pieces.is_empty();
        let told = shown.then(|| {
            notice(|notice| notice.text(sentence).text(" ").el(el("bdi", "code").text(named.join(", "))))
        });
        told.into_iter().collect()
    })
}

/// Says that a text exists in English only, to readers of other languages.
pub fn english_only() -> Element {
    notice_text(use_locale().text(Msg::NoticeEnglishOnly))
}
