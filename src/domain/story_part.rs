//! The parts of a story, each with the milestones of its years, so that a timeline can go along with the reading.

use super::country::Iso3;
use super::date::Year;
use super::milestone::Milestone;
use super::story::{Block, Inline, LinkTarget, Story};

/// A heading of the first rank with all that stands below it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryPart<'a> {
    pub blocks: &'a [Block],
    /// The positions of its milestones among those given.
    pub milestones: Vec<usize>,
}

/// The parts of a story from top to bottom. Headings such as "2014–2016: Ebola" or "From 2011" say which years their part
/// begins with. A milestone belongs to the last part that has begun by its year, and one that is older than all to the
/// first part with a year. If no heading names a year, no part has milestones.
pub fn story_parts<'a>(story: &'a Story, milestones: &[&Milestone]) -> Vec<StoryPart<'a>> {
    let is_head = |block: &Block| matches!(block, Block::Section { .. });
    let mut parts: Vec<StoryPart<'a>> = Vec::new();
    let mut rest = story.blocks.as_slice();
    while let Some((_, below)) = rest.split_first() {
        let length = 1 + below.iter().position(is_head).unwrap_or(below.len());
        let Some((blocks, after)) = rest.split_at_checked(length) else { break };
        parts.push(StoryPart { blocks, milestones: Vec::new() });
        rest = after;
    }
    let begins: Vec<(usize, Year)> =
        parts.iter().enumerate().filter_map(|(at, part)| Some((at, first_year(part.blocks)?))).collect();
    for (at, milestone) in milestones.iter().enumerate() {
        let has_begun = |(_, year): &&(usize, Year)| *year <= milestone.date.year();
        let place = begins.iter().rev().find(has_begun).or_else(|| begins.first());
        if let Some(part) = place.and_then(|(place, _)| parts.get_mut(*place)) {
            part.milestones.push(at);
        }
    }
    parts
}

/// The first year that the heading of a part names.
fn first_year(blocks: &[Block]) -> Option<Year> {
    let Some(Block::Section { text, .. }) = blocks.first() else { return None };
    let mut words = text.iter().flat_map(|run| run.text().split(|char: char| !char.is_ascii_digit()));
    words.find_map(Year::parse)
}

/// The countries that a story leads to, each once and in the order of the text, as the text names them.
pub fn countries_named(story: &Story) -> Vec<(Iso3, &str)> {
    let mut named: Vec<(Iso3, &str)> = Vec::new();
    for run in story.blocks.iter().flat_map(Block::runs) {
        if let Inline::Link { text, target: LinkTarget::Country(iso3) } = run
            && !named.iter().any(|(known, _)| known == iso3)
        {
            named.push((*iso3, text));
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Source;
    use crate::domain::date::PartialDate;
    use crate::domain::language::Language;
    use crate::domain::milestone::Track;
    use crate::domain::story::StoryId;
    use proptest::prelude::*;

    fn text(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.to_owned())]
    }

    fn story(heads: &[&str]) -> Story {
        let part = |head: &&str| {
            let anchor = (*head).to_owned();
            [Block::Section { anchor, text: text(head) }, Block::Paragraph(text("Words of 1999."))]
        };
        Story {
            id: StoryId::Reform,
            language: Language::En,
            title: "Title".to_owned(),
            summary: "Summary".to_owned(),
            as_of: PartialDate::parse("2026").unwrap(),
            blocks: heads.iter().flat_map(part).collect(),
            works: Vec::new(),
        }
    }

    fn milestone(year: u16) -> Milestone {
        Milestone {
            track: Track::Reform,
            date: PartialDate::of_year(Year::new(year).unwrap()),
            title: String::new(),
            detail: String::new(),
            source: Source { name: String::new(), address: None },
        }
    }

    fn of_years(heads: &[&str], years: &[u16]) -> Vec<Vec<usize>> {
        let milestones: Vec<Milestone> = years.iter().copied().map(milestone).collect();
        let story = story(heads);
        let parts = story_parts(&story, &milestones.iter().collect::<Vec<_>>());
        parts.into_iter().map(|part| part.milestones).collect()
    }

    #[test]
    fn a_milestone_stands_beside_the_words_about_its_years() {
        let heads =
            ["What it is", "Before 2011", "2011–2013: talks", "2014–2016年", "عام 2019 وما بعده", "Other"];
        let found = of_years(&heads, &[1993, 2010, 2011, 2013, 2014, 2018, 2019, 2026]);
        assert_eq!(found, [vec![], vec![0, 1], vec![2, 3], vec![4, 5], vec![6, 7], vec![]]);
        assert_eq!(of_years(&["No year", "Article 20110"], &[2011]), [Vec::<usize>::new(), vec![]]);
        assert!(of_years(&[], &[2011]).is_empty());
    }

    proptest! {
        /// Nothing of the text is lost, and no milestone stands twice.
        #[test]
        fn parts_make_up_the_whole(
            heads in proptest::collection::vec("[a-z ]{0,3}(19|20)?[0-9]{2}[a-z]{0,2}", 0..6),
            years in proptest::collection::vec(1900_u16..2100, 0..9),
        ) {
            let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
            let story = story(&heads);
            let milestones: Vec<Milestone> = years.iter().copied().map(milestone).collect();
            let parts = story_parts(&story, &milestones.iter().collect::<Vec<_>>());
            let blocks: Vec<Block> = parts.iter().flat_map(|part| part.blocks).cloned().collect();
            prop_assert_eq!(&blocks, &story.blocks);
            let mut placed: Vec<usize> = parts.iter().flat_map(|part| part.milestones.clone()).collect();
            placed.sort_unstable();
            let has_years = parts.iter().any(|part| first_year(part.blocks).is_some());
            let expected: Vec<usize> = if has_years { (0..years.len()).collect() } else { Vec::new() };
            prop_assert_eq!(placed, expected);
        }
    }
}
