//! About this site: the editors' text, and what the content holds. And pages that are such a text alone.

use super::story::story_sections;
use crate::components::loaded::loaded;
use crate::components::section::section;
use crate::domain::message::Msg;
use crate::domain::story::StoryId;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The view.
pub fn about_view() -> Vec<Element> {
    text_view(StoryId::About).into_iter().chain([counts()]).collect()
}

/// A page that is the editors' text and nothing else.
pub fn text_view(id: StoryId) -> Vec<Element> {
    let shell = use_shell();
    let story = move || shell.content().story(id).map(story_sections).into_iter().flatten().collect();
    vec![loaded(vec![shell.story_part(id)], story)]
}

/// How many records of each kind there are.
fn counts() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let index = shell.index();
    let counts = index.counts;
    let rows = [
        (Msg::NavCountries, counts.countries),
        (Msg::AtWorkPresences, counts.presences),
        (Msg::NavStrategies, counts.strategies),
        (Msg::NavPublications, counts.publications),
        (Msg::NavAtWork, counts.figures),
        (Msg::StoryTimeline, counts.milestones),
    ];
    let row = |(term, count): (Msg, u32)| {
        let count = locale.number(count as usize);
        el("div", "").el(el("dt", "").text(locale.text(term))).el(el("dd", "").text(count))
    };
    let note = locale.with(Msg::SourceAsOf, &[("date", &locale.date(index.site.content_date))]);
    section("counts", locale.text(Msg::AboutCounts), note, |body| {
        body.el(el("dl", "definition").each(rows.map(row)))
    })
}
