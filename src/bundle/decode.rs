//! Reads the bytes of a bundle. Damaged bytes are an error, a bad record is left out and counted; nothing panics.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::check;
use super::index::{Counts, Index, PartEntry, PartName, SCHEMA};
use super::problem::Problem;
use super::record::Record;
use super::wire::{self, Cells, Row};
use crate::domain::catalog::{Catalog, PluralCategory, PluralForms};
use crate::domain::citation_list::Sheet;
use crate::domain::content::Content;
use crate::domain::country::Iso3;
use crate::domain::country_map::CountryMap;
use crate::domain::language::Language;
use crate::domain::message::FINGERPRINT;
use crate::domain::spelling::Spelling;
use crate::domain::story::StoryId;
use crate::domain::terms::Terms;

/// Why bytes cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not the JSON of this part: damaged, or something else altogether.
    NotJson,
    /// A bundle of another version of the format.
    OtherSchema,
    /// Messages made for another version of the app.
    OtherMessages,
}

/// Reads the index.
///
/// # Errors
/// The index is damaged or of another version.
pub fn index(bytes: &[u8]) -> Result<Index, Unreadable> {
    let wire::Schema { schema } = json(bytes)?;
    if schema != SCHEMA {
        return Err(Unreadable::OtherSchema);
    }
    let index: wire::Index = json(bytes)?;
    let site = check::site(&(&index.site).into()).map_err(|_| Unreadable::NotJson)?;
    let part = |(key, row): (String, Cells)| {
        let bytes = row.cell("bytes").parse().map_err(|_| Unreadable::NotJson)?;
        let text = |column| row.cell(column).to_owned();
        Ok(PartEntry { key, file: text("file"), bytes, sha256: text("sha256") })
    };
    let parts = index.parts.0.into_iter().map(part).collect::<Result<_, _>>()?;
    Ok(Index { site, counts: counts(&index.counts), parts })
}

/// Reads a part and puts its records where they belong. Tells how many bad ones were left out.
/// The messages of a language are not content; [`catalog`] reads them, and [`sheet`] the citations.
///
/// # Errors
/// The part is damaged; the content stays as it was.
pub fn part(name: PartName, bytes: &[u8], content: &mut Content) -> Result<usize, Unreadable> {
    common_part(name, bytes, content).unwrap_or_else(|| other_part(name, bytes, content))
}

/// The same for the parts that most views need; nothing for another part, of which [`part`] may be had later.
pub fn common_part(name: PartName, bytes: &[u8], content: &mut Content) -> Option<Result<usize, Unreadable>> {
    Some(match name {
        PartName::Countries => records(bytes, check::country).map(|(countries, skipped)| {
            content.take_countries(countries);
            skipped
        }),
        PartName::Names => json(bytes).map(|all| names(&all, content)),
        PartName::Spellings => json(bytes).map(|all| fill(&mut content.spellings, spellings(&all))),
        PartName::Offices => records(bytes, check::office).map(|all| fill(&mut content.offices, all)),
        PartName::Strategies => records(bytes, check::strategy).map(|all| fill(&mut content.strategies, all)),
        PartName::Cycles => records(bytes, check::cycle).map(|all| fill(&mut content.cycles, all)),
        PartName::CountryPublications => {
            records(bytes, check::listed_publication).map(|all| fill(&mut content.country_publications, all))
        }
        PartName::Terms(language) => json(bytes).map(|all| terms(language, all, content)),
        _ => return None,
    })
}

fn other_part(name: PartName, bytes: &[u8], content: &mut Content) -> Result<usize, Unreadable> {
    match name {
        PartName::Publications => Ok(fill(&mut content.publications, records(bytes, check::publication)?)),
        PartName::PublicationYears => {
            Ok(fill(&mut content.publication_years, records(bytes, check::counted_publication)?))
        }
        PartName::Latest => Ok(fill(&mut content.latest, records(bytes, check::publication)?)),
        PartName::Added => Ok(fill(&mut content.added, records(bytes, check::publication)?)),
        PartName::Figures => Ok(fill(&mut content.figures, records(bytes, check::figure)?)),
        PartName::Milestones => Ok(fill(&mut content.milestones, records(bytes, check::milestone)?)),
        PartName::LastSteps => Ok(fill(&mut content.last_steps, records(bytes, check::milestone)?)),
        PartName::Resources => Ok(fill(&mut content.resources, records(bytes, check::resource)?)),
        PartName::Map => {
            let (items, skipped) = records(bytes, check::map_item)?;
            content.map = Some(Arc::new(CountryMap::new(items)));
            Ok(skipped)
        }
        PartName::Story(id, language) => story(id, language, bytes, content),
        _ => Err(Unreadable::NotJson),
    }
}

/// Reads the citations in one format.
///
/// # Errors
/// The sheet is damaged.
pub fn sheet(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    Ok(json::<wire::Terms>(bytes)?.0)
}

/// What the search replies to one of the questions that a list begins with; nothing for another question, and if the part is
/// damaged.
pub fn first_reply(bytes: &[u8], question: &str) -> Option<String> {
    json::<wire::Terms>(bytes).ok()?.remove(question)
}

/// Reads the messages of a language.
///
/// # Errors
/// The messages are damaged, or made for another version of the app.
pub fn catalog(bytes: &[u8]) -> Result<Catalog, Unreadable> {
    let messages: wire::Messages = json(bytes)?;
    if messages.fingerprint != FINGERPRINT {
        return Err(Unreadable::OtherMessages);
    }
    let plurals = messages.plurals.into_iter().map(forms).collect();
    Catalog::new(messages.texts, plurals).ok_or(Unreadable::OtherMessages)
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    super::json::read(bytes).ok_or(Unreadable::NotJson)
}

/// The good records of a table, and how many others there were.
fn records<T>(
    bytes: &[u8],
    check: fn(&dyn Row) -> Result<T, Vec<Problem>>,
) -> Result<(Vec<T>, usize), Unreadable> {
    let rows: Vec<Record> = json(bytes)?;
    let mut good = Vec::with_capacity(rows.len());
    for Record(cells) in &rows {
        good.extend(cells.as_ref().and_then(|cells| check(cells).ok()));
    }
    let skipped = rows.len() - good.len();
    Ok((good, skipped))
}

/// The good spellings, and how many others there were.
fn spellings(countries: &wire::Spellings) -> (Vec<Spelling>, usize) {
    let (mut good, mut skipped) = (Vec::new(), 0);
    for (iso3, entries) in &countries.0 {
        for entry in entries.split('|') {
            match check::published_spelling(iso3, entry) {
                Ok(spelling) => good.push(spelling),
                Err(_) => skipped += 1,
            }
        }
    }
    (good, skipped)
}

/// Takes the names of countries in all languages. Tells how many could not be used.
fn names(countries: &wire::CountryNames, content: &mut Content) -> usize {
    let mut names = Names::default();
    for (iso3, joined) in &countries.0 {
        let mut texts = joined.split('|');
        for language in Language::ALL {
            names.add(iso3, language, texts.next().unwrap_or("").to_owned());
        }
    }
    names.give(content)
}

/// Takes the terms of a language, and the names of countries among them. Tells how many names could not be used.
fn terms(language: Language, all: wire::Terms, content: &mut Content) -> usize {
    let (mut labels, mut names) = (Vec::new(), Names::default());
    for (key, text) in all.0 {
        match key.strip_prefix(wire::COUNTRY) {
            Some(iso3) => names.add(iso3, language, text),
            None => labels.push((key, text)),
        }
    }
    if let Some(terms) = content.terms.get_mut(language.index()) {
        *terms = Arc::new(Terms::new(labels));
    }
    names.give(content)
}

/// Names of countries on their way into the content.
#[derive(Default)]
struct Names {
    good: Vec<(Iso3, Language, String)>,
    skipped: usize,
}

impl Names {
    fn add(&mut self, iso3: &str, language: Language, name: String) {
        match check::country_name(iso3, &name) {
            Some(iso3) => self.good.push((iso3, language, name)),
            None => self.skipped += 1,
        }
    }

    fn give(self, content: &mut Content) -> usize {
        content.take_names(self.good);
        self.skipped
    }
}

fn fill<T>(place: &mut Arc<Vec<T>>, (records, skipped): (Vec<T>, usize)) -> usize {
    *place = Arc::new(records);
    skipped
}

fn story(id: StoryId, language: Language, bytes: &[u8], content: &mut Content) -> Result<usize, Unreadable> {
    match check::story(id, language, json(bytes)?) {
        Ok(story) => {
            let stories = Arc::make_mut(&mut content.stories);
            stories.retain(|known| known.id != id);
            stories.push(story);
            Ok(0)
        }
        Err(_) => Ok(1),
    }
}

fn forms(mut forms: Cells) -> PluralForms {
    PluralCategory::ALL.map(|category| forms.remove(category.word()))
}

fn counts(row: &Cells) -> Counts {
    let number = |column| row.cell(column).parse().unwrap_or(0);
    Counts {
        countries: number("countries"),
        member_states: number("member_states"),
        associate_members: number("associate_members"),
        territories: number("territories"),
        presences: number("presences"),
        strategies: number("strategies"),
        publications: number("publications"),
        figures: number("figures"),
        milestones: number("milestones"),
        states: ["states_current", "states_in_development", "states_undated", "states_expired"].map(number),
    }
}
