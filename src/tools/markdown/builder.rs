//! Builds the blocks of a story from the events of the Markdown parser.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::run::{Run, SpanKind, inline_text, leftovers};
use super::{LineFault, Link};
use crate::bundle::story_block::{Block, Inline};

/// What is built, and where the parser is.
pub(super) struct Builder {
    /// Offsets at which the lines of the source begin.
    starts: Vec<usize>,
    /// For each line of the source the line of the file.
    numbers: Vec<usize>,
    blocks: Vec<Block>,
    links: Vec<Link>,
    faults: Vec<LineFault>,
    run: Run,
    list: Option<(bool, Vec<Vec<Inline>>)>,
    /// How many lists there are around this place within the first; they are refused.
    nested: usize,
    line: usize,
}

/// Blocks, links and faults.
pub(super) struct Built {
    pub blocks: Vec<Block>,
    pub links: Vec<Link>,
    pub faults: Vec<LineFault>,
}

impl Builder {
    pub(super) fn new(source: &str, numbers: Vec<usize>) -> Self {
        let breaks = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(index, _)| index + 1)).collect();
        Self {
            starts,
            numbers,
            blocks: Vec::new(),
            links: Vec::new(),
            faults: Vec::new(),
            run: Run::default(),
            list: None,
            nested: 0,
            line: 1,
        }
    }

    pub(super) fn take(&mut self, event: Event<'_>, offset: usize) {
        self.line = self.line_at(offset);
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.run.push(&text),
            Event::SoftBreak => self.run.push(" "),
            Event::HardBreak => self.refuse("a forced line break"),
            Event::Code(_) => self.refuse("code"),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse("HTML"),
            Event::Rule => self.refuse("a line across the page"),
            Event::FootnoteReference(_) => self.refuse("a footnote"),
            Event::TaskListMarker(_) => self.refuse("a box to tick"),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.refuse("a formula"),
        }
    }

    /// Refuses what the parser takes in without an event.
    pub(super) fn refuse_at(&mut self, offset: usize, what: &str) {
        self.line = self.line_at(offset);
        self.refuse(what);
    }

    fn line_at(&self, offset: usize) -> usize {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        self.numbers.get(line).or(self.numbers.last()).copied().unwrap_or(1)
    }

    pub(super) fn finish(self) -> Built {
        Built { blocks: self.blocks, links: self.links, faults: self.faults }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph if self.list.is_some() && !self.run.inlines.is_empty() => {
                self.refuse("a second paragraph in an entry of a list");
            }
            // What is within the last of these is told of by its own event.
            Tag::Paragraph
            | Tag::Heading { level: HeadingLevel::H2 | HeadingLevel::H3, .. }
            | Tag::HtmlBlock => {}
            Tag::Heading { .. } => {
                self.fault("this heading has the wrong level.", "Begin it with ## or ###.");
            }
            Tag::List(_) if self.list.is_some() => {
                self.nested += 1;
                self.refuse("a list within a list");
            }
            Tag::List(first) => {
                if first.is_some_and(|first| first != 1) {
                    self.fault("this numbered list does not begin with 1.", "Number it from 1.");
                }
                self.list = Some((first.is_some(), Vec::new()));
            }
            Tag::Item if self.nested > 0 => {}
            Tag::Item => self.run = Run::default(),
            Tag::Strong => self.open(SpanKind::Strong),
            Tag::Emphasis => self.open(SpanKind::Emphasis),
            Tag::Link { dest_url, title, .. } => {
                if !title.is_empty() {
                    self.refuse("a link with a title");
                }
                self.links.push(Link { line: self.line, to: dest_url.to_string() });
                self.open(SpanKind::Link(dest_url.to_string()));
            }
            Tag::Image { .. } => self.refuse("an image"),
            Tag::BlockQuote(_) => self.refuse("a quotation set apart"),
            Tag::CodeBlock(_) => self.refuse("code"),
            Tag::Strikethrough => self.refuse("text struck through"),
            Tag::FootnoteDefinition(_) => self.refuse("a footnote"),
            Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => self.refuse("a mark that is not known"),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.list.is_none() => {
                let run = self.take_run();
                if !run.is_empty() {
                    self.blocks.push(Block::Paragraph(run));
                }
            }
            TagEnd::Heading(HeadingLevel::H2) => {
                let text = self.take_run();
                let id = self.anchor(&text);
                self.blocks.push(Block::Section { id, text });
            }
            TagEnd::Heading(_) => {
                let run = self.take_run();
                self.blocks.push(Block::Subsection(run));
            }
            TagEnd::Item if self.nested > 0 => {}
            TagEnd::Item => {
                let run = self.take_run();
                if run.is_empty() {
                    self.fault(
                        "this entry of a list is empty.",
                        "Write its text after the sign, or remove it.",
                    );
                }
                if let Some((_, items)) = &mut self.list {
                    items.push(run);
                }
            }
            TagEnd::List(_) if self.nested > 0 => self.nested -= 1,
            TagEnd::List(_) => match self.list.take() {
                Some((true, items)) => self.blocks.push(Block::Steps(items)),
                Some((false, items)) => self.blocks.push(Block::Bullets(items)),
                None => {}
            },
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, kind: SpanKind) {
        if !self.run.open(kind) {
            self.fault("one mark stands within another.", "Use only one of strong, emphasis and link.");
        }
    }

    fn close(&mut self) {
        if !self.run.close() {
            self.fault("this mark or link has no text.", "Write the text that readers see.");
        }
    }

    fn take_run(&mut self) -> Vec<Inline> {
        let run = std::mem::take(&mut self.run).inlines;
        for (wrong, right) in leftovers(&run) {
            self.fault(wrong, right);
        }
        run
    }

    /// A name for links to the section, from its words where they are in Latin letters.
    fn anchor(&self, text: &[Inline]) -> String {
        let words: String = text.iter().map(inline_text).collect();
        let words = words.to_lowercase();
        let words: Vec<_> =
            words.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let used = |anchor: &str| {
            self.blocks.iter().any(|block| matches!(block, Block::Section { id, .. } if id == anchor))
        };
        let stem = if words.is_empty() { "section".to_owned() } else { words.join("-") };
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        std::iter::once(stem.clone()).chain(numbered).find(|anchor| !used(anchor)).unwrap_or(stem)
    }

    fn refuse(&mut self, what: &str) {
        let right =
            "Use headings with ## and ###, paragraphs, simple lists, strong, emphasis and links only.";
        self.fault(&["a story cannot show ", what, "."].concat(), right);
    }

    /// One fault of a kind is enough for a line.
    fn fault(&mut self, wrong: &str, right: &str) {
        let line = self.line;
        if !self.faults.iter().any(|fault| fault.line == line && fault.wrong == wrong) {
            self.faults.push(LineFault { line, wrong: wrong.to_owned(), right: right.to_owned() });
        }
    }
}
