//! What every format says about a publication, in words that are ready to be written.

use super::super::labels::Labels;
use super::super::plain::one_line;
use crate::domain::citation;
use crate::domain::country::Iso3;
use crate::domain::date::PartialDate;
use crate::domain::office::Confidence;
use crate::domain::publication::{Publication, YearBasis};
use crate::domain::terms::TermKind;
use crate::domain::web_address::WebAddress;

/// The columns of the CSV: those of `content/publications.csv` that readers may have, and the line to cite by. They are
/// part of the public contract: columns may be added, none goes.
pub(super) const COLUMNS: [&str; 22] = [
    "id",
    "title",
    "subtitle",
    "type",
    "year",
    "year_basis",
    "date",
    "countries",
    "who_region",
    "languages",
    "topics",
    "who_ref",
    "isbn",
    "iris_handle",
    "url",
    "pages",
    "summary",
    "confidence",
    "note",
    "source",
    "content_date",
    "citation",
];

/// A publication in words. Neither author nor publisher is named, because the facts name none.
pub(super) struct Record {
    pub id: String,
    /// Whether it is cited as a report; otherwise it is a document of no special kind.
    pub is_report: bool,
    /// Title and subtitle.
    pub title: String,
    /// The kind of document.
    pub genre: String,
    /// WHO's reference number.
    pub number: Option<String>,
    /// When it was published or adopted. The year of a period is no such date.
    pub issued: Option<PartialDate>,
    /// The language of the title.
    pub language: String,
    pub isbn: Option<String>,
    /// In the Handle System, in which WHO's repository IRIS has its documents.
    pub handle: Option<String>,
    pub url: Option<String>,
    pub pages: Option<String>,
    /// Countries, region and topics.
    pub keywords: Vec<String>,
    pub summary: String,
    /// All else there is to know, and where the facts are from.
    pub note: String,
    content_date: String,
}

impl Record {
    /// `content_date` is the day of the facts.
    pub(super) fn new(publication: &Publication, labels: &Labels<'_>, content_date: &str) -> Self {
        let line = |text: &Option<String>| text.as_deref().map(one_line);
        let title = match &publication.subtitle {
            Some(subtitle) => [publication.title.as_str(), ": ", subtitle].concat(),
            None => publication.title.clone(),
        };
        Self {
            id: publication.id.to_string(),
            is_report: publication.is_report(),
            title: one_line(&title),
            genre: labels.term(TermKind::PublicationKind, &publication.kind),
            number: line(&publication.reference),
            issued: publication.issued(),
            language: publication.languages.first().cloned().unwrap_or_default(),
            isbn: line(&publication.isbn),
            handle: line(&publication.iris_handle),
            url: publication.link().map(ToString::to_string),
            pages: publication.pages.map(|pages| pages.to_string()),
            keywords: keywords(publication, labels),
            summary: one_line(&publication.summary),
            note: note(publication, labels, content_date),
            content_date: content_date.to_owned(),
        }
    }

    /// The cells of the CSV, in the order of [`COLUMNS`]. What was not seen is an empty cell.
    pub(super) fn cells(&self, publication: &Publication) -> [String; 22] {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let codes: Vec<&str> = publication.countries.iter().map(Iso3::as_str).collect();
        [
            self.id.clone(),
            publication.title.clone(),
            text(&publication.subtitle),
            publication.kind.clone(),
            publication.year.map(|year| year.to_string()).unwrap_or_default(),
            publication.year_basis.map(basis_slug).unwrap_or_default().to_owned(),
            publication.date.map(|date| date.to_string()).unwrap_or_default(),
            codes.join("|"),
            publication.coverage.slug().to_owned(),
            publication.languages.join("|"),
            publication.topics.join("|"),
            text(&publication.reference),
            text(&publication.isbn),
            text(&publication.iris_handle),
            text(&self.url),
            text(&self.pages),
            publication.summary.clone(),
            confidence_slug(publication.confidence).to_owned(),
            text(&publication.note),
            named_source(publication),
            self.content_date.clone(),
            citation::plain(publication),
        ]
        .map(|cell| one_line(&cell))
    }
}

fn keywords(publication: &Publication, labels: &Labels<'_>) -> Vec<String> {
    let countries = publication.countries.iter().map(|iso3| labels.country(*iso3));
    let topics = publication.topics.iter().map(|topic| labels.term(TermKind::Topic, topic));
    let region = labels.coverage(publication.coverage);
    countries.chain([region]).chain(topics).map(|word| one_line(&word)).collect()
}

/// The words of the view of one publication, joined to a text.
fn note(publication: &Publication, labels: &Labels<'_>, content_date: &str) -> String {
    let confidence = (publication.confidence == Confidence::Low)
        .then(|| labels.line("fact.confidence", &labels.text("publication.confidence.low")));
    let editions = (publication.languages.len() > 1)
        .then(|| labels.line("facet.language", &publication.languages.join(", ")));
    let parts = [
        year_note(publication, labels),
        editions,
        confidence,
        publication.note.as_ref().map(|note| labels.line("fact.note", note)),
        Some(labels.with("site.provenance", &[("date", content_date)])),
        Some([&labels.text("source.label"), " ", &named_source(publication)].concat()),
    ];
    let parts: Vec<String> =
        parts.into_iter().flatten().map(|part| one_line(&part).trim_end_matches('.').to_owned()).collect();
    parts.join(". ")
}

/// What the year is, unless it is simply the printed one.
fn year_note(publication: &Publication, labels: &Labels<'_>) -> Option<String> {
    let basis = match publication.year_basis {
        Some(YearBasis::Printed) => return None,
        Some(YearBasis::Adopted) => "year.adopted",
        Some(YearBasis::PeriodStart) => "year.period.start",
        Some(YearBasis::PeriodEnd) => "year.period.end",
        None => return Some(labels.line("facet.year", &labels.text("year.undated"))),
    };
    let year = publication.year.map(|year| year.to_string()).unwrap_or_default();
    Some(labels.line("facet.year", &[&year, " (", &labels.text(basis), ")"].concat()))
}

/// The source. Of an address that the site does not send readers to, only the host is told.
fn named_source(publication: &Publication) -> String {
    let told = |word| match WebAddress::parse(word) {
        Some(address) if !address.is_linkable() => address.host().to_owned(),
        _ => word.to_owned(),
    };
    let words: Vec<String> = publication.source.split(' ').map(told).collect();
    words.join(" ")
}

fn basis_slug(basis: YearBasis) -> &'static str {
    match basis {
        YearBasis::Printed => "printed",
        YearBasis::Adopted => "adopted",
        YearBasis::PeriodStart => "period_start",
        YearBasis::PeriodEnd => "period_end",
    }
}

fn confidence_slug(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}
