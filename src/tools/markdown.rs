//! Stories as editors write them, in a small part of Markdown. Everything else is refused with its line, because
//! what the page cannot show must not be lost without a word.
//!
//! A line is a paragraph, as in a word processor: no empty line is needed between two of them.

mod builder;
mod run;

use pulldown_cmark::{Options, Parser};

use crate::bundle::wire::{Cells, Story};

/// What is wrong in a line of a story.
pub(super) struct LineFault {
    pub line: usize,
    pub wrong: String,
    pub right: String,
}

/// A target as written, and the line it stands in.
pub(super) struct Link {
    pub line: usize,
    pub to: String,
}

/// What a file holds.
pub(super) struct Parsed {
    pub story: Story,
    /// The line of `as_of`.
    pub as_of_line: usize,
    pub links: Vec<Link>,
    pub faults: Vec<LineFault>,
}

/// The keys between the two lines `---`.
const KEYS: [&str; 3] = ["title", "summary", "as_of"];

/// Reads a story. The faults tell what could not be read.
pub(super) fn parse(text: &str) -> Parsed {
    let mut faults = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    let (fields, body_start) = front_matter(&lines, &mut faults);
    let body = lines.get(body_start..).unwrap_or_default();
    let (source, line_numbers) = one_paragraph_per_line(body, body_start, &mut faults);
    // These are switched on so that they are recognized, and refused.
    let extensions = Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut builder = builder::Builder::new(&source, line_numbers);
    let parser = Parser::new_ext(&source, extensions);
    for (_, definition) in parser.reference_definitions().iter() {
        builder.refuse_at(definition.span.start, "the address of a link apart from the link");
    }
    for (event, range) in parser.into_offset_iter() {
        builder.take(event, range.start);
    }
    let built = builder.finish();
    faults.extend(built.faults);
    if built.blocks.is_empty() && faults.is_empty() {
        let right = "Write it below the second line ---.";
        faults.push(LineFault {
            line: body_start,
            wrong: "the story has no text.".to_owned(),
            right: right.to_owned(),
        });
    }
    let [title, summary, as_of] = fields;
    let as_of_line = as_of.as_ref().map_or(1, |(line, _)| *line);
    let text = |field: Option<(usize, String)>| field.map(|(_, text)| text).unwrap_or_default();
    let story = Story {
        title: text(title),
        summary: text(summary),
        as_of: text(as_of),
        blocks: built.blocks,
        works: Cells::default(),
    };
    Parsed { story, as_of_line, links: built.links, faults }
}

type Fields = [Option<(usize, String)>; 3];

/// Reads the lines between the two `---`; tells with which line the body begins.
fn front_matter(lines: &[&str], faults: &mut Vec<LineFault>) -> (Fields, usize) {
    let mut fields = Fields::default();
    let mut tell = |line: usize, wrong: String, right: &str| {
        faults.push(LineFault { line, wrong, right: right.to_owned() });
    };
    let end = lines.iter().skip(1).position(|line| line.trim_end() == "---").map(|index| index + 1);
    let (Some(end), Some("---")) = (end, lines.first().map(|line| line.trim_end())) else {
        let right = "Begin with a line ---, then title:, summary: and as_of:, then a line ---.";
        tell(1, "the head of the story is missing.".to_owned(), right);
        return (fields, lines.len());
    };
    for (index, line) in lines.iter().enumerate().take(end).skip(1) {
        let known = line.split_once(':').and_then(|(key, text)| {
            let at = KEYS.iter().position(|known| *known == key)?;
            Some((fields.get_mut(at)?, text.trim()))
        });
        match known {
            None => tell(
                index + 1,
                format!("\"{line}\" is not known here."),
                "Write title:, summary: and as_of: only.",
            ),
            Some((Some(_), _)) => {
                tell(index + 1, format!("\"{line}\" stands here a second time."), "Remove it.");
            }
            Some((field, text)) => *field = Some((index + 1, text.to_owned())),
        }
    }
    for (key, field) in KEYS.iter().zip(&fields) {
        if field.as_ref().is_none_or(|(_, text)| text.is_empty()) {
            tell(
                1,
                format!("\"{key}\" is missing in the head of the story."),
                "Add it, with its text after the colon.",
            );
        }
    }
    (fields, end + 1)
}

/// Puts an empty line between two lines that are not entries of a list, and keeps the number of each line.
fn one_paragraph_per_line(body: &[&str], before: usize, faults: &mut Vec<LineFault>) -> (String, Vec<usize>) {
    let (mut source, mut numbers) = (String::new(), Vec::new());
    let mut last: Option<&str> = None;
    for (index, line) in body.iter().enumerate() {
        let number = before + index + 1;
        let is_text = |line: &str| !line.trim().is_empty();
        let joins = |last: &str| is_entry(last) && is_entry(line);
        if last.is_some_and(|last| is_text(last) && is_text(line) && !joins(last)) {
            source.push('\n');
            numbers.push(number);
        }
        faults.extend(line_fault(number, line));
        source.push_str(line);
        source.push('\n');
        numbers.push(number);
        last = Some(line);
    }
    (source, numbers)
}

/// Marks that take more than one line, and so cannot be met where a line is a paragraph.
fn line_fault(number: usize, line: &str) -> Option<LineFault> {
    let has_only = |signs: &str| !line.is_empty() && line.chars().all(|char| signs.contains(char));
    let (wrong, right) = if line.ends_with("  ") || line.ends_with('\\') {
        ("this line ends with a forced line break.", "Remove the spaces or the \\ at its end.")
    } else if line.starts_with('|') || line.contains('|') && has_only("|-: ") {
        ("a story cannot show a table.", "Write a list, or sentences.")
    } else if has_only("=") {
        ("a story cannot show a heading underlined in this way.", "Begin the heading with ## instead.")
    } else {
        return None;
    };
    Some(LineFault { line: number, wrong: wrong.to_owned(), right: right.to_owned() })
}

fn is_entry(line: &str) -> bool {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|char: char| char.is_ascii_digit());
    let is_numbered =
        after_number.len() < line.len() && (after_number.starts_with(". ") || after_number.starts_with(") "));
    is_numbered || ["- ", "* ", "+ "].into_iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a body, as the bundle holds them.
    fn blocks(body: &str) -> String {
        let parsed = parse(&["---\ntitle: T\nsummary: S\nas_of: 2026\n---\n", body].concat());
        let faults: Vec<_> = parsed.faults.iter().map(|fault| (fault.line, &fault.wrong)).collect();
        assert!(faults.is_empty(), "{faults:?}");
        serde_json::to_string(&parsed.story.blocks).unwrap()
    }

    #[test]
    fn every_line_is_a_paragraph() {
        assert_eq!(blocks("One.\nTwo.\n\nThree."), r#"[{"p":"One."},{"p":"Two."},{"p":"Three."}]"#);
    }

    #[test]
    fn lists_end_with_the_next_line() {
        let expected = r#"[{"p":"Before:"},{"ul":"a\u001db"},{"p":"After."}]"#;
        assert_eq!(blocks("Before:\n- a\n- b\nAfter."), expected);
        assert_eq!(blocks("Before:\n\n- a\n\n- b\n\nAfter."), expected);
        assert_eq!(blocks("1. a\n2. b"), r#"[{"ol":"a\u001db"}]"#);
    }

    #[test]
    fn marks_and_links_are_kept() {
        let expected =
            r#"[{"p":"A \u001eb\u001fb\u001e \u001ec\u001fi\u001e \u001ed & e\u001fpage:about\u001e."}]"#;
        assert_eq!(blocks("A **b** *c* [d &amp; e](page:about)."), expected);
    }

    #[test]
    fn sections_have_anchors_of_their_own() {
        let expected = r#"[{"h2":"2011–2013: a plan","id":"2011-2013-a-plan"},{"h2":"关于","id":"section"},{"h2":"来源","id":"section-2"},{"h3":"x"}]"#;
        assert_eq!(blocks("## 2011–2013: a plan\n## 关于\n## 来源\n### x"), expected);
    }
}
