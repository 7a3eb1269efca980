//! A story in another language says what the English one says: line by line the same kind of text, the same links, and
//! every number.

use super::super::finding::{Finding, Place};
use crate::bundle::story_block::Block;
use crate::bundle::wire;

/// A line of the text, without the front matter and blank lines.
struct Line<'a> {
    number: usize,
    kind: Kind,
    text: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Heading,
    Subheading,
    Bullet,
    Step,
    Paragraph,
}

impl Kind {
    fn of(line: &str) -> Self {
        let is_step = |line: &str| line.split_once(". ").is_some_and(|(number, _)| is_number(number));
        match line {
            _ if line.starts_with("## ") => Self::Heading,
            _ if line.starts_with("### ") => Self::Subheading,
            _ if line.starts_with("- ") => Self::Bullet,
            _ if is_step(line) => Self::Step,
            _ => Self::Paragraph,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Heading => "a heading (##)",
            Self::Subheading => "a heading (###)",
            Self::Bullet => "an item of a list (-)",
            Self::Step => "an item of a numbered list",
            Self::Paragraph => "a paragraph",
        }
    }
}

/// Tells where a translation differs. `english` and `translated` are the whole files.
pub(super) fn compare(file: &str, translated: &str, english: &str, findings: &mut Vec<Finding>) {
    let (here, there) = (lines(translated), lines(english));
    let mut tell = |number: usize, wrong: String, right: &str| {
        findings.push(Finding::error(Place::line(file, number), wrong, right));
    };
    for (line, original) in here.iter().zip(&there) {
        let at = original.number;
        if line.kind != original.kind {
            let wrong = format!(
                "this is {}, but line {at} of the English text is {}.",
                line.kind.words(),
                original.kind.words()
            );
            // What follows has lost its counterpart; to name it all would help nobody.
            return tell(line.number, wrong, "Translate line by line.");
        }
        let (mut links, originals) = (targets(line.text), targets(original.text));
        links.sort_unstable();
        for missing in missing(originals, links) {
            tell(
                line.number,
                format!("the link to {missing} in line {at} of the English text is missing."),
                "Add it.",
            );
        }
        for missing in missing(numbers(original.text), numbers(line.text)) {
            let wrong = format!("the number {missing} in line {at} of the English text is missing.");
            tell(line.number, wrong, "Write it in the digits 0 to 9.");
        }
    }
    if here.len() != there.len() {
        let last = here.last().map_or(1, |line| line.number);
        let wrong = format!("the text has {} lines, the English one {}.", here.len(), there.len());
        tell(last, wrong, "Translate line by line.");
    }
}

/// Gives the sections the ids of the English ones, so that an address leads to the same place in every language.
pub(super) fn share_ids(story: &mut wire::Story, english: &wire::Story) {
    let ids = english.blocks.iter().filter_map(|block| match block {
        Block::Section { id, .. } => Some(id),
        _ => None,
    });
    let sections = story.blocks.iter_mut().filter_map(|block| match block {
        Block::Section { id, .. } => Some(id),
        _ => None,
    });
    for (id, english) in sections.zip(ids) {
        id.clone_from(english);
    }
}

/// The lines after the second `---`.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut fences = 0;
    let body = text.lines().enumerate().skip_while(|(_, line)| {
        let is_before = fences < 2;
        fences += usize::from(line.trim_end() == "---");
        is_before
    });
    let is_text = |(_, line): &(usize, &str)| !line.trim().is_empty();
    body.filter(is_text)
        .map(|(index, line)| Line { number: index + 1, kind: Kind::of(line), text: line })
        .collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The targets of the links in a line.
fn targets(line: &str) -> Vec<String> {
    line.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

/// The numbers in a line, without those in the targets of links and without what parts thousands and decimals. A single
/// digit may be a word in another language, or part of another number: 3 billion are 30亿.
fn numbers(line: &str) -> Vec<String> {
    let shown = line.split("](").enumerate().map(|(at, piece)| match piece.split_once(')') {
        Some((_, rest)) if at > 0 => rest,
        _ => piece,
    });
    shown.flat_map(numbers_in).collect()
}

fn numbers_in(text: &str) -> Vec<String> {
    let mut numbers = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let is_within = numbers.last().is_some_and(|number| !number.is_empty())
            && matches!(char, '.' | ',' | '\u{a0}' | '\u{202f}')
            && chars.peek().is_some_and(char::is_ascii_digit);
        match numbers.last_mut() {
            Some(number) if char.is_ascii_digit() => number.push(char),
            _ if is_within => {}
            Some(number) if !number.is_empty() => numbers.push(String::new()),
            _ => {}
        }
    }
    numbers.retain(|number| number.len() > 1);
    numbers
}

/// What of the first is not in the second, each as often as it is there.
fn missing(wanted: Vec<String>, mut found: Vec<String>) -> Vec<String> {
    let is_missing = |wanted: &String| match found.iter().position(|found| found == wanted) {
        Some(at) => {
            found.swap_remove(at);
            false
        }
        None => true,
    };
    wanted.into_iter().filter(is_missing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(translated: &str, english: &str) -> Vec<String> {
        let front = "---\ntitle: a\n---\n";
        let mut findings = Vec::new();
        compare("a.fr.md", &[front, translated].concat(), &[front, english].concat(), &mut findings);
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_same_said_otherwise_is_good() {
        let english = "## On 5 May\nUS$ 1,200.5 million ([A65/5](page:about)).\n- Two of 34.\n1. One";
        let french =
            "## Le 5 mai\n1\u{202f}200,5 millions de dollars ([A65/5](page:about)).\n\n- Deux sur 34.\n1. Un";
        assert_eq!(told(french, english), Vec::<String>::new());
        let chinese = "## 5月5日\n12005百万美元（[A65/5](page:about)）。\n- 34个中的两个。\n1. 一";
        assert_eq!(told(chinese, english), Vec::<String>::new());
    }

    #[test]
    fn what_is_lost_is_told_with_its_line() {
        assert_eq!(
            numbers("1. In 2014–2019, 1,2 and 69(8): [3](publication:x-9) 4"),
            ["2014", "2019", "12", "69"]
        );
        let english = "## A\nIn 2011 and 2011 ([x](page:about)).";
        let [first, second] = told("## A\nEn 2011.", english).try_into().unwrap();
        assert!(first.starts_with("a.fr.md, line 5: the link to page:about in line 5"), "{first}");
        assert!(second.starts_with("a.fr.md, line 5: the number 2011 in line 5"), "{second}");
        let [only] = told("## A\n- En 2011", english).try_into().unwrap();
        assert!(
            only.contains("this is an item of a list (-), but line 5 of the English text is a paragraph."),
            "{only}"
        );
        let [only] = told("## A", english).try_into().unwrap();
        assert!(only.contains("the text has 1 lines, the English one 2."), "{only}");
    }
}
