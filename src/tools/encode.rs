//! Turns checked content into the files of a bundle: compact JSON, the same bytes for the same content.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::facts::Facts;
use super::hash::{sha256_base64, sha256_hex};
use super::map::Map;
use super::message_enum::fingerprint;
use super::messages::{Message, Messages};
use super::search;
use super::stories::StoryFile;
use super::table::Table;
use crate::bundle::index::{PartName, SCHEMA};
use crate::bundle::pairs::Pairs;
use crate::bundle::wire::{
    self, CountedPublicationRow, CountsRow, CycleRow, ListedPublicationRow, MilestoneRow, PartRow,
    PublicationRow, StrategyRow, WrittenIndex,
};
use crate::domain::catalog::PluralCategory;
use crate::domain::citation_format::CitationFormat;
use crate::domain::citation_list::Sheet;
use crate::domain::content::Content;
use crate::domain::country::{Country, Membership};
use crate::domain::cycle::Cycle;
use crate::domain::date::PartialDate;
use crate::domain::language::Language;
use crate::domain::milestone::{Milestone, Track};
use crate::domain::order::sorted_by_key;
use crate::domain::publication::{Publication, PublicationId, YearBasis, newest_first};
use crate::domain::search::work::Work;
use crate::domain::strategy::{Status, Strategy};

/// A file of the bundle: its name and its bytes.
pub(super) type File = (String, Vec<u8>);

/// How many publications the overview shows.
const LATEST: usize = 4;

/// So many that came into the content last are told to readers who come back.
const ADDED: usize = 50;

/// The files of the bundle, the index first. Nothing if the settings or the English messages are missing.
pub(super) fn files(
    facts: &Facts,
    stories: &[StoryFile],
    map: &Map,
    messages: &[Messages],
    citations: &[(CitationFormat, Sheet)],
) -> Option<Vec<File>> {
    let (site, _) = facts.site.as_ref()?;
    let english = messages.first()?;
    let mut parts = vec![
        (PartName::Countries, rows(&facts.countries)?),
        (PartName::Names, json(&names(facts))?),
        (PartName::Spellings, json(&spellings(facts))?),
        (PartName::Offices, rows(&facts.offices)?),
        (PartName::Strategies, rows(&facts.strategies)?),
        (PartName::Publications, rows(&facts.publications)?),
        (PartName::PublicationYears, json(&publication_years(&facts.publications))?),
        (PartName::Cycles, json(&cycles(&facts.strategies))?),
        (PartName::CountryPublications, json(&country_publications(&facts.publications))?),
        (PartName::Latest, json(&latest(&facts.publications))?),
        (PartName::Added, json(&added(&facts.publications))?),
        (PartName::Figures, rows(&facts.figures)?),
        (PartName::Milestones, rows(&facts.milestones)?),
        (PartName::LastSteps, json(&last_steps(&facts.milestones))?),
        (PartName::Resources, rows(&facts.resources)?),
        (PartName::Map, json(&map.rows())?),
        (PartName::FirstReplies, json(&search::first_replies(works(facts)))?),
    ];
    for file in stories {
        parts.push((PartName::Story(file.id, file.language), json(&file.story)?));
    }
    for language in messages {
        let catalog = catalog(language, fingerprint(english));
        parts.push((PartName::Messages(language.language), json(&catalog)?));
        parts.push((PartName::Terms(language.language), json(&terms(facts, language))?));
    }
    for (format, sheet) in citations {
        parts.push((PartName::Citations(*format), json(&Pairs(sheet.clone()))?));
    }
    let mut entries = BTreeMap::new();
    let mut files = Vec::new();
    for (name, bytes) in parts {
        let file = format!("{}.{}.json", name.key(), sha256_hex(&bytes, 8));
        entries.insert(name.key(), entry(&file, &bytes));
        files.push((file, bytes));
    }
    let search = search::published(works(facts));
    if let Some((file, bytes)) = search.first() {
        entries.insert(PartName::Search.key(), entry(file, bytes));
    }
    files.extend(search);
    let index =
        WrittenIndex { schema: SCHEMA.to_owned(), site: site.into(), counts: counts(facts), parts: entries };
    files.insert(0, ("index.json".to_owned(), json(&index)?));
    Some(files)
}

fn entry(file: &str, bytes: &[u8]) -> PartRow {
    PartRow { file: file.to_owned(), bytes: bytes.len().to_string(), sha256: sha256_base64(bytes) }
}

/// The publications as the search knows them.
fn works(facts: &Facts) -> Vec<Work> {
    let countries = facts.countries.good().map(|(_, _, country)| country.clone()).collect();
    let countries = sorted_by_key(countries, |country: &Country| country.iso3);
    let content = Content { countries: Arc::new(countries), ..Content::default() };
    facts
        .publications
        .good()
        .map(|(_, _, publication)| Work::from_publication(publication, &content))
        .collect()
}

fn json(value: &impl Serialize) -> Option<Vec<u8>> {
    serde_json::to_vec(value).ok()
}

fn rows<Row: Serialize, T>(table: &Table<Row, T>) -> Option<Vec<u8>> {
    json(&table.good().map(|(_, row, _)| row).collect::<Vec<_>>())
}

/// The labels of a language, and the names of the countries in it.
fn terms<'a>(facts: &'a Facts, messages: &'a Messages) -> BTreeMap<String, &'a str> {
    let label = |(slug, label): (&String, &'a Message)| (slug.clone(), label.text.as_str());
    let mut terms: BTreeMap<_, _> = messages.terms.iter().map(label).collect();
    for (_, _, country) in facts.countries.good() {
        let key = [wire::COUNTRY, country.iso3.as_str()].concat();
        terms.insert(key, country.names.get(messages.language));
    }
    terms
}

/// The names in all languages, joined for each country.
fn names(facts: &Facts) -> BTreeMap<&str, String> {
    let joined = |country: &Country| Language::ALL.map(|language| country.names.get(language)).join("|");
    facts.countries.good().map(|(_, _, country)| (country.iso3.as_str(), joined(country))).collect()
}

/// The spellings, joined for each country.
fn spellings(facts: &Facts) -> BTreeMap<String, String> {
    let mut countries: BTreeMap<String, String> = BTreeMap::new();
    for (_, row, _) in facts.spellings.good() {
        let entries = countries.entry(row.iso3.clone()).or_default();
        if !entries.is_empty() {
            entries.push('|');
        }
        entries.push_str(&[row.language.as_str(), row.kind.as_str(), row.spelling.as_str()].join(" "));
    }
    countries
}

/// What the charts count of the publications.
fn publication_years(publications: &Table<PublicationRow, Publication>) -> Vec<CountedPublicationRow> {
    let row = |(_, row, publication): (_, &PublicationRow, &Publication)| CountedPublicationRow {
        kind: row.kind.clone(),
        who_region: row.who_region.clone(),
        year: row.year.clone(),
        issued: publication.issued().map_or_else(String::new, |date| date.year().to_string()),
    };
    publications.good().map(row).collect()
}

/// The periods of the strategies.
fn cycles(strategies: &Table<StrategyRow, Strategy>) -> Vec<CycleRow> {
    let row = |(_, row, _): (_, &StrategyRow, _)| CycleRow {
        iso3: row.iso3.clone(),
        status: row.status.clone(),
        period_start: row.period_start.clone(),
        period_end: row.period_end.clone(),
    };
    strategies.good().map(row).collect()
}

/// What lists show of the publications that name countries, the newest first.
fn country_publications(publications: &Table<PublicationRow, Publication>) -> Vec<ListedPublicationRow> {
    let rows: BTreeMap<&PublicationId, &PublicationRow> =
        publications.good().map(|(_, row, publication)| (&publication.id, row)).collect();
    let naming =
        publications.good().map(|(.., publication)| publication).filter(|one| !one.countries.is_empty());
    let row = |publication: &Publication| {
        let row = *rows.get(&publication.id)?;
        Some(ListedPublicationRow {
            id: row.id.clone(),
            title: row.title.clone(),
            year: row.year.clone(),
            year_basis: row.year_basis.clone(),
            kind: row.kind.clone(),
            countries: row.countries.clone(),
            who_region: row.who_region.clone(),
            languages: row.languages.clone(),
            summary: row.summary.clone(),
        })
    };
    newest_first(naming.collect()).into_iter().filter_map(row).collect()
}

/// The newest publications that can be read and have a year of publication.
fn latest(publications: &Table<PublicationRow, Publication>) -> Vec<&PublicationRow> {
    let date = |publication: &Publication| publication.date.or(publication.year.map(PartialDate::of_year));
    let mut newest: Vec<_> = publications
        .good()
        .filter(|(_, _, publication)| publication.link().is_some())
        .filter(|(_, _, publication)| publication.year_basis == Some(YearBasis::Printed))
        .collect();
    newest.sort_by_key(|(_, _, publication)| (Reverse(date(publication)), &publication.id));
    newest.into_iter().take(LATEST).map(|(_, row, _)| row).collect()
}

/// The publications that came into the content last.
fn added(publications: &Table<PublicationRow, Publication>) -> Vec<&PublicationRow> {
    let mut added: Vec<_> =
        publications.good().filter(|(_, _, publication)| publication.added.is_some()).collect();
    added.sort_by_key(|(_, _, publication)| (Reverse(publication.added), &publication.id));
    added.into_iter().take(ADDED).map(|(_, row, _)| row).collect()
}

/// The last milestone of each story; of several on the same day the one that stands last.
fn last_steps(milestones: &Table<MilestoneRow, Milestone>) -> Vec<&MilestoneRow> {
    let last = |track: Track| {
        let of_track = milestones.good().filter(|(_, _, milestone)| milestone.track == track);
        of_track.max_by_key(|(_, _, milestone)| milestone.date).map(|(_, row, _)| row)
    };
    Track::ALL.into_iter().filter_map(last).collect()
}

fn catalog(messages: &Messages, fingerprint: String) -> wire::Messages {
    let plural = |forms: &BTreeMap<PluralCategory, Message>| {
        forms.iter().map(|(category, message)| (category.word().to_owned(), message.text.clone())).collect()
    };
    wire::Messages {
        fingerprint,
        texts: messages.texts.values().map(|message| message.text.clone()).collect(),
        plurals: messages.plurals.values().map(plural).collect(),
    }
}

fn counts(facts: &Facts) -> CountsRow {
    let number = |count: usize| count.to_string();
    let of = |membership: Membership| {
        let has = |country: &Country| country.membership == membership;
        number(facts.countries.good().filter(|(_, _, country)| has(country)).count())
    };
    let presences = facts.offices.good().filter(|(_, _, office)| office.kind.is_country_presence());
    let [states_current, states_in_development, states_undated, states_expired] = states(facts).map(number);
    CountsRow {
        countries: number(facts.countries.good().count()),
        member_states: of(Membership::MemberState),
        associate_members: of(Membership::AssociateMember),
        territories: of(Membership::Territory),
        presences: number(presences.count()),
        strategies: number(documents(facts)),
        publications: number(facts.publications.good().count()),
        figures: number(facts.figures.good().count()),
        milestones: number(facts.milestones.good().count()),
        states_current,
        states_in_development,
        states_undated,
        states_expired,
    }
}

/// Member States by the most telling status among their strategies, in the order of [`Status::ALL`].
fn states(facts: &Facts) -> [usize; 4] {
    let cycles = facts.strategies.good().map(|(_, _, strategy)| Cycle::from(strategy)).collect();
    let content = Content { cycles: Arc::new(cycles), ..Content::default() };
    let year = facts.site.as_ref().map(|(_, site)| site.content_date.year());
    let states =
        || facts.countries.good().filter(|(_, _, country)| country.membership == Membership::MemberState);
    Status::ALL.map(|status| {
        let has = |country: &Country| {
            year.and_then(|year| content.strategy_status(country.iso3, year)) == Some(status)
        };
        states().filter(|(_, _, country)| has(country)).count()
    })
}

/// Strategy documents: one that covers several countries has a row for each, and counts once.
fn documents(facts: &Facts) -> usize {
    let mut documents: Vec<&Strategy> = Vec::new();
    for (_, _, strategy) in facts.strategies.good() {
        if !documents.iter().any(|document| document.is_same_document(strategy)) {
            documents.push(strategy);
        }
    }
    documents.len()
}
