//! What a story says of the publications it leads to, so that their titles are there without the list of all.

use crate::bundle::pairs::Pairs;
use crate::bundle::story_block::{Block, Inline};
use crate::bundle::wire::{Cells, Story};
use crate::domain::publication::{Publication, YearBasis};
use crate::tools::facts::Facts;

/// The publications in the order of the text, each once.
pub(super) fn works(story: &Story, facts: &Facts) -> Cells {
    let mut works: Vec<(String, String)> = Vec::new();
    for id in story.blocks.iter().flat_map(targets).filter_map(|to| to.strip_prefix("publication:")) {
        if works.iter().any(|(known, _)| known == id) {
            continue;
        }
        let found = facts.publications.good().find(|(_, _, publication)| publication.id.as_str() == id);
        works.extend(found.map(|(_, _, publication)| (id.to_owned(), told(publication))));
    }
    Pairs(works)
}

/// Year, language and title, as [`Story::works`] wants them. The end of a period is not the year of a publication.
fn told(publication: &Publication) -> String {
    let is_own = matches!(publication.year_basis, Some(YearBasis::Printed | YearBasis::Adopted));
    let year = publication.year.filter(|_| is_own).map(|year| year.to_string()).unwrap_or_default();
    let language = publication.languages.first().map_or("", String::as_str);
    [year.as_str(), language, &publication.title].join(" ")
}

/// Where the links of a block lead.
fn targets(block: &Block) -> Vec<&str> {
    match block {
        Block::Section { text, .. } | Block::Subsection(text) | Block::Paragraph(text) => {
            text.iter().filter_map(target).collect()
        }
        Block::Bullets(items) | Block::Steps(items) => items.iter().flatten().filter_map(target).collect(),
    }
}

fn target(run: &Inline) -> Option<&str> {
    match run {
        Inline::Link { to, .. } => Some(to),
        _ => None,
    }
}
