//! The blocks of a story as they stand in its part: an object of strings, like the rows of tables, because a reader for
//! nested forms would weigh some kilobytes more.
//!
//! The name of a member is the block's, after HTML. Items of a list are parted by U+001D, runs of text by U+001E, and
//! what a run is stands behind U+001F: `b`, `i`, or where a link leads.
//!
//! ```text
//! {"h2":"The cycle","id":"the-cycle"}  {"p":"See the <1E>list<1F>page:countries<1E>."}
//! ```

use serde::{Deserialize, Serialize};

use super::pairs::Pairs;
use super::wire::Cells;

const ITEM: char = '\u{1d}';
const RUN: char = '\u{1e}';
const KIND: char = '\u{1f}';

/// A block of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Cells", into = "Cells")]
pub enum Block {
    Section { id: String, text: Vec<Inline> },
    Subsection(Vec<Inline>),
    Paragraph(Vec<Inline>),
    Bullets(Vec<Vec<Inline>>),
    Steps(Vec<Vec<Inline>>),
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(String),
    Emphasis(String),
    /// A target as editors write it: `page:about`, `country:KEN`, `publication:…`, `https://…`, `mailto:…`.
    Link {
        text: String,
        to: String,
    },
}

impl From<Cells> for Block {
    /// An object that is no block is an empty paragraph.
    fn from(mut cells: Cells) -> Self {
        if let Some(text) = cells.remove("h2") {
            return Self::Section { id: cells.remove("id").unwrap_or_default(), text: runs(&text) };
        }
        let mut list = |name: &str| -> Option<Vec<Vec<Inline>>> {
            cells.remove(name).map(|items| items.split(ITEM).map(runs).collect())
        };
        if let Some(items) = list("ul") {
            return Self::Bullets(items);
        }
        if let Some(items) = list("ol") {
            return Self::Steps(items);
        }
        match cells.remove("h3") {
            Some(text) => Self::Subsection(runs(&text)),
            None => Self::Paragraph(runs(&cells.remove("p").unwrap_or_default())),
        }
    }
}

fn runs(text: &str) -> Vec<Inline> {
    let run = |run: &str| match run.split_once(KIND) {
        None => Inline::Text(run.to_owned()),
        Some((text, "b")) => Inline::Strong(text.to_owned()),
        Some((text, "i")) => Inline::Emphasis(text.to_owned()),
        Some((text, to)) => Inline::Link { text: text.to_owned(), to: to.to_owned() },
    };
    text.split(RUN).filter(|run| !run.is_empty()).map(run).collect()
}

impl From<Block> for Cells {
    fn from(block: Block) -> Self {
        let cell = |name: &str, text: String| (name.to_owned(), text);
        Pairs(match block {
            Block::Section { id, text } => vec![cell("h2", written(&text)), cell("id", id)],
            Block::Subsection(text) => vec![cell("h3", written(&text))],
            Block::Paragraph(text) => vec![cell("p", written(&text))],
            Block::Bullets(items) => vec![cell("ul", written_items(&items))],
            Block::Steps(items) => vec![cell("ol", written_items(&items))],
        })
    }
}

fn written_items(items: &[Vec<Inline>]) -> String {
    items.iter().map(|item| written(item)).collect::<Vec<_>>().join(&ITEM.to_string())
}

fn written(runs: &[Inline]) -> String {
    // Text without the signs that part runs.
    let clean = |text: &str| text.replace(char::is_control, " ");
    let run = |run: &Inline| match run {
        Inline::Text(text) => clean(text),
        Inline::Strong(text) => [&clean(text), "\u{1f}b"].concat(),
        Inline::Emphasis(text) => [&clean(text), "\u{1f}i"].concat(),
        Inline::Link { text, to } => [&clean(text), "\u{1f}", &clean(to)].concat(),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(&RUN.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_run() -> impl Strategy<Value = Vec<Inline>> {
        let inline = ("[a-zé«<&\" ]{1,9}", 0_usize..4).prop_map(|(text, kind)| match kind {
            0 => Inline::Text(text),
            1 => Inline::Strong(text),
            2 => Inline::Emphasis(text),
            _ => Inline::Link { text, to: "page:about".to_owned() },
        });
        prop::collection::vec(inline, 1..4)
    }

    fn any_block() -> impl Strategy<Value = Block> {
        let items = prop::collection::vec(any_run(), 1..4);
        (any_run(), items, 0_usize..5).prop_map(|(text, items, kind)| match kind {
            0 => Block::Section { id: "one".to_owned(), text },
            1 => Block::Subsection(text),
            2 => Block::Paragraph(text),
            3 => Block::Bullets(items),
            _ => Block::Steps(items),
        })
    }

    proptest! {
        #[test]
        fn a_block_survives_its_way(block in any_block()) {
            let json = serde_json::to_string(&block).unwrap();
            prop_assert_eq!(serde_json::from_str::<Block>(&json).unwrap(), block);
        }

        #[test]
        fn any_strings_are_a_block(name in "[a-z0-9]{1,3}", text in any::<String>()) {
            _ = Block::from(Pairs(vec![(name, text)]));
        }
    }
}
