//! The stories: `content/stories/{id}.{language}.md`, every page in every language.

mod translation;
mod works;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::explain::explain;
use super::facts::Facts;
use super::finding::{Finding, Place};
use super::markdown::{self, LineFault};
use super::relations::dates::too_late;
use super::relations::known_countries;
use super::table::read_text;
use crate::bundle::check;
use crate::bundle::problem::Fault;
use crate::bundle::wire;
use crate::domain::date::PartialDate;
use crate::domain::language::Language;
use crate::domain::story::{LinkTarget, StoryId};

const FOLDER: &str = "content/stories";

/// A story that can be published.
pub(super) struct StoryFile {
    pub id: StoryId,
    pub language: Language,
    pub story: wire::Story,
}

/// Reads and checks all stories.
pub(super) fn read(root: &Path, facts: &Facts, findings: &mut Vec<Finding>) -> Vec<StoryFile> {
    let known = Known::new(facts);
    let files = files_in(root, FOLDER);
    let mut texts: BTreeMap<(StoryId, Language), Text> = BTreeMap::new();
    for file in &files {
        let Some(name) = name_parts(file) else {
            let right = "Name it after a page and a language, for example reform.en.md.";
            findings.push(Finding::error(Place::file(file), "this file belongs to no page.", right));
            continue;
        };
        if let Some(text) = read_story(root, file, &known, findings) {
            texts.insert(name, text);
        }
    }
    let mut stories = Vec::new();
    for (id, language) in StoryId::ALL.into_iter().flat_map(|id| Language::ALL.map(|language| (id, language)))
    {
        let file = format!("{FOLDER}/{}.{}.md", id.slug(), language.code());
        if !files.contains(&file) {
            let wrong = "the text of this page is missing in this language.";
            findings.push(Finding::error(Place::file(&file), wrong, "Write it in a file of this name."));
        }
        let (Some(text), Some(english)) = (texts.get(&(id, language)), texts.get(&(id, Language::En))) else {
            continue;
        };
        let mut story = text.story.clone();
        if language != Language::En {
            translation::compare(&file, &text.source, &english.source, findings);
            translation::share_ids(&mut story, &english.story);
        }
        story.works = works::works(&story, facts);
        stories.push(StoryFile { id, language, story });
    }
    stories
}

/// A file that can be read.
struct Text {
    source: String,
    story: wire::Story,
}

/// The files in a folder of the content, by path and sorted, without hidden ones.
pub(super) fn files_in(root: &Path, folder: &str) -> BTreeSet<String> {
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
        return BTreeSet::new();
    };
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    names.filter(|name| !name.starts_with('.')).map(|name| [folder, "/", &name].concat()).collect()
}

fn name_parts(file: &str) -> Option<(StoryId, Language)> {
    let (id, language) =
        file.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".md")?.split_once('.')?;
    Some((StoryId::from_slug(id)?, Language::from_code(language)?))
}

/// What links and dates are checked against.
struct Known<'a> {
    countries: Option<BTreeSet<&'a str>>,
    publications: Option<BTreeSet<&'a str>>,
    today: Option<PartialDate>,
}

impl<'a> Known<'a> {
    fn new(facts: &'a Facts) -> Self {
        let publications = &facts.publications;
        let ids = publications.records.iter().map(|record| record.row.id.as_str()).collect();
        Self {
            countries: known_countries(facts),
            publications: publications.is_whole.then_some(ids),
            today: facts.site.as_ref().map(|(_, site)| site.content_date),
        }
    }

    /// What is wrong with a link's target.
    fn fault(&self, to: &str) -> Option<(String, String)> {
        let missing = |what: &str, file: &str| {
            Some((
                format!("\"{to}\" leads to a {what} that is not in {file}."),
                "Correct the link.".to_owned(),
            ))
        };
        let is_missing = |known: &Option<BTreeSet<&str>>, key: &str| {
            known.as_ref().is_some_and(|known| !known.contains(key))
        };
        match check::link_target(to) {
            Ok(LinkTarget::Country(iso3)) if is_missing(&self.countries, iso3.as_str()) => {
                missing("country", "content/countries.csv")
            }
            Ok(LinkTarget::Publication(id)) if is_missing(&self.publications, id.as_str()) => {
                missing("publication", "content/publications.csv")
            }
            Ok(_) => None,
            Err(fault) => Some(explain(fault, "link", to)),
        }
    }
}

fn read_story(root: &Path, file: &str, known: &Known<'_>, findings: &mut Vec<Finding>) -> Option<Text> {
    let before = findings.len();
    let text = read_text(root, file, findings)?;
    let parsed = markdown::parse(&text);
    let mut tell = |line: usize, wrong: String, right: String| {
        findings.push(Finding::error(Place::line(file, line), wrong, right));
    };
    for LineFault { line, wrong, right } in parsed.faults {
        tell(line, wrong, right);
    }
    for link in parsed.links {
        if let Some((wrong, right)) = known.fault(&link.to) {
            tell(link.line, wrong, right);
        }
    }
    for (index, line) in text.lines().enumerate() {
        if line.contains(|char: char| matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) {
            let wrong = "this line holds an invisible character that changes the direction of writing.";
            tell(index + 1, wrong.to_owned(), "Remove it; the page sets the direction.".to_owned());
        }
    }
    let as_of = parsed.story.as_of.as_str();
    match (PartialDate::parse(as_of), known.today) {
        (None, _) if !as_of.is_empty() => {
            let (wrong, right) = explain(Fault::NotDate, "as_of", as_of);
            tell(parsed.as_of_line, wrong, right);
        }
        (Some(date), Some(today)) if date > today => {
            findings.push(too_late(Place::line(file, parsed.as_of_line), date, today));
        }
        _ => {}
    }
    let story = parsed.story;
    (findings.len() == before).then_some(Text { source: text, story })
}
