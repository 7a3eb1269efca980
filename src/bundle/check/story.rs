//! Story pages.

use super::reader::Reader;
use super::site::mail;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::{story_block, wire};
use crate::domain::date::{PartialDate, Year};
use crate::domain::language::Language;
use crate::domain::publication::PublicationId;
use crate::domain::story::{Block, Inline, LinkTarget, NamedWork, PageName, Story, StoryId};
use crate::domain::web_address::WebAddress;

/// Reads a story.
///
/// # Errors
/// Everything that is wrong with it.
pub fn story(id: StoryId, language: Language, story: wire::Story) -> Result<Story, Vec<Problem>> {
    let mut reader = Reader::of_texts();
    let title = reader.text_of("title", &story.title);
    let summary = reader.text_of("summary", &story.summary);
    let as_of = reader.required_of("as_of", &story.as_of, PartialDate::parse, Fault::NotDate);
    let blocks = story.blocks.into_iter().map(|block| self::block(&mut reader, block)).collect();
    let works = story.works.0.iter().filter_map(|(id, told)| work(id, told)).collect();
    let story =
        || Some(Story { id, language, title: title?, summary: summary?, as_of: as_of?, blocks, works });
    let story = story();
    reader.finish(story)
}

/// A publication that the text leads to; none if nothing could be made of it.
fn work(id: &str, told: &str) -> Option<NamedWork> {
    let (year, rest) = told.split_once(' ')?;
    let (language, title) = rest.split_once(' ')?;
    let (language, title) = (language.to_owned(), title.to_owned());
    Some(NamedWork { id: PublicationId::parse(id)?, year: Year::parse(year), language, title })
}

fn block(reader: &mut Reader<'_>, block: story_block::Block) -> Block {
    match block {
        story_block::Block::Section { id, text } => Block::Section { anchor: id, text: run(reader, text) },
        story_block::Block::Subsection(text) => Block::Subsection { text: run(reader, text) },
        story_block::Block::Paragraph(text) => Block::Paragraph(run(reader, text)),
        story_block::Block::Bullets(items) => Block::Bullets(runs(reader, items)),
        story_block::Block::Steps(items) => Block::Steps(runs(reader, items)),
    }
}

fn runs(reader: &mut Reader<'_>, items: Vec<Vec<story_block::Inline>>) -> Vec<Vec<Inline>> {
    items.into_iter().map(|item| run(reader, item)).collect()
}

fn run(reader: &mut Reader<'_>, text: Vec<story_block::Inline>) -> Vec<Inline> {
    text.into_iter().map(|inline| self::inline(reader, inline)).collect()
}

/// The text of a bad link stays readable; the fault is noted.
fn inline(reader: &mut Reader<'_>, inline: story_block::Inline) -> Inline {
    match inline {
        story_block::Inline::Text(text) => Inline::Text(text),
        story_block::Inline::Strong(text) => Inline::Strong(text),
        story_block::Inline::Emphasis(text) => Inline::Emphasis(text),
        story_block::Inline::Link { text, to } => match link_target(&to) {
            Ok(target) => Inline::Link { text, target },
            Err(fault) => {
                reader.fault("link", fault);
                Inline::Text(text)
            }
        },
    }
}

/// Reads where a link leads.
///
/// # Errors
/// What is wrong with the target.
pub fn link_target(to: &str) -> Result<LinkTarget, Fault> {
    let (scheme, rest) = to.split_once(':').unwrap_or(("", to));
    match scheme {
        "page" => PageName::from_slug(rest).map(LinkTarget::Page).ok_or(Fault::NotTarget),
        "country" => super::country::iso3(rest).map(LinkTarget::Country).ok_or(Fault::NotIso3),
        "publication" => PublicationId::parse(rest).map(LinkTarget::Publication).ok_or(Fault::NotId),
        "mailto" => mail(rest).map(LinkTarget::Mail).ok_or(Fault::NotMail),
        "https" | "http" => {
            let address = WebAddress::parse(to).ok_or(Fault::NotAddress)?;
            if address.is_linkable() { Ok(LinkTarget::Web(address)) } else { Err(Fault::NotLinkable) }
        }
        _ => Err(Fault::NotTarget),
    }
}
