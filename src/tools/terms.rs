//! Every slug in the tables needs a label, which stands under a `term.` key of the message files.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::finding::{Finding, Place};
use super::map::Map;
use super::messages::Messages;
use super::table::Table;
use crate::domain::terms::TermKind;

/// Checks that there is a label in English for each slug. A label that nothing needs is only worth a warning.
pub(super) fn check(facts: &Facts, map: Option<&Map>, english: &Messages, findings: &mut Vec<Finding>) {
    let mut labels = Labels { english, seen: BTreeSet::new(), findings };
    labels.of(&facts.figures, TermKind::Metric, "metric", |row| &row.metric);
    labels.of(&facts.figures, TermKind::Unit, "unit", |row| &row.unit);
    labels.of(&facts.publications, TermKind::PublicationKind, "type", |row| &row.kind);
    labels.of(&facts.publications, TermKind::Topic, "topics", |row| &row.topics);
    labels.of(&facts.countries, TermKind::Subregion, "un_subregion", |row| &row.un_subregion);
    labels.of(&facts.resources, TermKind::ResourceTopic, "topic", |row| &row.topic);
    for (id, place) in map.into_iter().flat_map(Map::disputed) {
        labels.one(TermKind::DisputedArea, id, || place);
    }
    // A file that could not be read would make its words look unused.
    if facts.figures.is_good()
        && facts.publications.is_good()
        && facts.countries.is_good()
        && facts.resources.is_good()
        && map.is_some()
    {
        labels.unused();
    }
}

struct Labels<'a> {
    english: &'a Messages,
    seen: BTreeSet<String>,
    findings: &'a mut Vec<Finding>,
}

impl Labels<'_> {
    fn of<Row, T>(&mut self, table: &Table<Row, T>, kind: TermKind, field: &str, slugs: fn(&Row) -> &str) {
        for record in table.records.iter().filter(|record| record.value.is_some()) {
            for slug in slugs(&record.row).split('|').filter(|slug| !slug.is_empty()) {
                self.one(kind, slug, || table.place(record.line, field));
            }
        }
    }

    fn one(&mut self, kind: TermKind, slug: &str, place: impl FnOnce() -> Place) {
        let key = [kind.prefix(), ".", slug].concat();
        let is_new = self.seen.insert(key.clone());
        if is_new && !self.english.terms.contains_key(&key) {
            let wrong = format!("\"{slug}\" has no label.");
            let right = format!(
                "Correct it, or add the key term.{key} with its label to every file in content/messages."
            );
            self.findings.push(Finding::error(place(), wrong, right));
        }
    }

    fn unused(&mut self) {
        for (key, message) in self.english.terms.iter().filter(|(key, _)| !self.seen.contains(*key)) {
            let place = Place::line(&self.english.file, message.line).field(&["term.", key].concat());
            let right = "Remove the key from every file in content/messages, if it is not wanted any more.";
            self.findings.push(Finding::warning(place, "no table has this word.", right));
        }
    }
}
