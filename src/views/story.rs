//! Support, reform and UN collaboration: a text, its milestones, and where to read on.

use crate::bundle::index::PartName;
use crate::components::loaded::loaded;
use crate::components::section::{section, section_beside};
use crate::components::source_note::{outside_link, seen_at};
use crate::components::story_text::story_text;
use crate::components::timeline::timeline;
use crate::components::title_block::{heading, page};
use crate::domain::message::Msg;
use crate::domain::milestone::Track;
use crate::domain::resource::{Resource, ResourceStatus};
use crate::domain::story::{Block, Story, StoryId};
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// A story page with the milestones of its track and the addresses of its topics.
pub fn story_view(id: StoryId, track: Track, topics: &'static [&'static str]) -> Vec<Element> {
    let parts = vec![use_shell().story_part(id), PartName::Milestones, PartName::Resources];
    vec![loaded(parts, move || sections(id, track, topics))]
}

fn sections(id: StoryId, track: Track, topics: &[&str]) -> Vec<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let milestones = timeline(&content.milestones_of(track));
    let is_wanted = |resource: &&Resource| {
        topics.contains(&resource.topic.as_str()) && resource.status != ResourceStatus::NotSeen
    };
    let resources = content.resources.iter().filter(is_wanted).map(resource_item);
    let sections = [
        section("timeline", locale.text(Msg::StoryTimeline), locale.text(Msg::StoryTimelineNote), |body| {
            body.el(milestones)
        }),
        section("read-on", locale.text(Msg::StoryReadOn), locale.text(Msg::StoryReadOnNote), |body| {
            body.el(el("ul", "links").each(resources))
        }),
    ];
    let story = content.story(id).map(story_sections).into_iter().flatten();
    story.chain(sections).collect()
}

/// Title and text of a story, each in the language it is written in.
pub fn story_sections(story: &Story) -> [Element; 2] {
    let locale = use_locale();
    let own = |element: Element| {
        element.attr("lang", story.language.code()).attr("dir", story.language.direction().code())
    };
    let title = el("div", "title")
        .el(own(heading(&story.title).attr("class", "title__heading")))
        .el(own(el("p", "title__lede").text(&story.summary)));
    let date = locale.with(Msg::SourceAsOf, &[("date", &locale.date(story.as_of))]);
    let beside = el("div", "stack").el(contents(story)).el(el("p", "section__note").text(date));
    let body = el("div", "section__body").el(story_text(story));
    [page(title), section_beside("story", locale.text(Msg::StoryContents), Some(beside), body)]
}

/// Links to the sections of a text.
fn contents(story: &Story) -> Element {
    let links = story.blocks.iter().filter_map(|block| match block {
        Block::Section { anchor, text } => {
            let name = text.iter().fold(link(["#", anchor].concat()), |link, run| link.text(run.text()));
            Some(el("li", "").el(name))
        }
        _ => None,
    });
    el("ul", "links contents").attr("lang", story.language.code()).each(links)
}

/// An address with what is known of it. Old and insecure addresses are named, not linked.
fn resource_item(resource: &Resource) -> Element {
    let locale = use_locale();
    let is_current = resource.status == ResourceStatus::Current;
    let status = match resource.status {
        ResourceStatus::Current | ResourceStatus::NotSeen => None,
        ResourceStatus::Archived => Some(Msg::ResourceArchived),
        ResourceStatus::Legacy => Some(Msg::ResourceLegacy),
        ResourceStatus::ThirdParty => Some(Msg::ResourceThirdParty),
    };
    let item = match &resource.address {
        Some(address) if is_current && address.is_linkable() => {
            el("li", "").el(outside_link(address).english().text(&resource.label))
        }
        other => {
            let seen = other.as_ref().map(seen_at);
            el("li", "").el(el("span", "").english().text(&resource.label)).text(" ").el_if(seen)
        }
    };
    item.text_if(status.map(|status| [" · ", locale.text(status)].concat()))
}
