//! Support, reform and UN collaboration: a text with the milestones of its years beside it, what it names, and where to
//! read on.

use crate::bundle::index::PartName;
use crate::components::loaded::loaded;
use crate::components::notice::english_only;
use crate::components::section::{section, section_beside};
use crate::components::source_note::{outside_link, seen_at};
use crate::components::story_text::{prose, story_text};
use crate::components::timeline::{milestone_links, timeline};
use crate::components::title_block::{heading, page};
use crate::domain::country::CountryCode;
use crate::domain::message::Msg;
use crate::domain::milestone::{Milestone, Track};
use crate::domain::resource::{Resource, ResourceStatus};
use crate::domain::route::Route;
use crate::domain::story::{Block, NamedWork, Story, StoryId};
use crate::domain::story_part::{StoryPart, countries_named, story_parts};
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
    let milestones = content.milestones_of(track);
    let is_wanted = |resource: &&Resource| {
        topics.contains(&resource.topic.as_str()) && resource.status != ResourceStatus::NotSeen
    };
    let resources = content.resources.iter().filter(is_wanted).map(resource_item);
    let date = locale.date(shell.index().site.content_date);
    let seen = locale.with(Msg::StorySeen, &[("date", &date)]);
    let note = [locale.text(Msg::StoryReadOnNote), locale.space(), &seen].concat();
    let sections = [
        section("timeline", locale.text(Msg::StoryTimeline), locale.text(Msg::StoryTimelineNote), |body| {
            body.el(timeline(&milestones))
        }),
        section("read-on", locale.text(Msg::StoryReadOn), note, |body| {
            body.el(el("ul", "links").each(resources))
        }),
    ];
    let story = content.story(id).map(|story| article(story, &milestones)).into_iter().flatten();
    story.chain(sections).collect()
}

/// The text part by part, and what it names.
fn article(story: &Story, milestones: &[&Milestone]) -> Vec<Element> {
    let locale = use_locale();
    let is_foreign = story.language != locale.language();
    let body = el("div", "section__body")
        .el(contents(story, "links links--columns contents"))
        .el_if(is_foreign.then(english_only));
    let head = section_beside("story", locale.text(Msg::StoryContents), Some(date(story)), body);
    let parts = story_parts(story, milestones);
    let part = |part: &StoryPart<'_>| {
        let beside = milestone_links(milestones, &part.milestones);
        el("div", "story__part").el(prose(story, part.blocks)).el_if(beside)
    };
    let text = el("article", "story page").each(parts.iter().map(part));
    [title(story), head, text].into_iter().chain(named(story)).collect()
}

/// Title and text of a story, each in the language it is written in.
pub fn story_sections(story: &Story) -> [Element; 2] {
    let locale = use_locale();
    let beside = el("div", "stack").el(contents(story, "links contents")).el(date(story));
    let body = el("div", "section__body").el(story_text(story));
    [title(story), section_beside("story", locale.text(Msg::StoryContents), Some(beside), body)]
}

fn title(story: &Story) -> Element {
    let own = |element: Element| {
        element.attr("lang", story.language.code()).attr("dir", story.language.direction().code())
    };
    let title = el("div", "title")
        .el(own(heading(&story.title).attr("class", "title__heading")))
        .el(own(el("p", "title__lede").text(&story.summary)));
    page(title)
}

fn date(story: &Story) -> Element {
    let locale = use_locale();
    let date = locale.with(Msg::SourceAsOf, &[("date", &locale.date(story.as_of))]);
    el("p", "section__note").text(date)
}

/// Links to the sections of a text.
fn contents(story: &Story, class: &'static str) -> Element {
    let links = story.blocks.iter().filter_map(|block| match block {
        Block::Section { anchor, text } => {
            let name = text.iter().fold(link(["#", anchor].concat()), |link, run| link.text(run.text()));
            Some(el("li", "").el(name))
        }
        _ => None,
    });
    el("ul", class).attr("lang", story.language.code()).each(links)
}

/// The publications and countries that a text leads to.
fn named(story: &Story) -> Option<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let countries = countries_named(story);
    if story.works.is_empty() && countries.is_empty() {
        return None;
    }
    let country = |(iso3, name): &(_, &str)| {
        let link = link(shell.href(Route::Country(CountryCode::Iso3(*iso3)))).text(name);
        el("li", "").el(link)
    };
    let list = |class, items: Vec<Element>| (!items.is_empty()).then(|| el("ul", class).each(items));
    let works = list("links", story.works.iter().map(work).collect());
    let countries = list("cluster", countries.iter().map(country).collect())
        .map(|list| list.attr("lang", story.language.code()));
    let head = locale.text(Msg::StoryNamed);
    Some(section("named", head, locale.text(Msg::StoryNamedNote), |body| body.el_if(countries).el_if(works)))
}

fn work(work: &NamedWork) -> Element {
    let link = link(use_shell().href(Route::Publication(work.id.clone())));
    let year = work.year.map(|year| [" · ", &year.to_string()].concat());
    el("li", "").el(link.attr("lang", &work.language).attr("dir", "auto").text(&work.title)).text_if(year)
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
