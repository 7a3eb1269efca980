//! A work as other collections hand it to the compiler: a line of JSON for each edition.

use serde::{Deserialize, Serialize};

use crate::domain::date::PartialDate;
use crate::domain::search::work::{Edition, Work};

/// A line. Lines with the same `id` are editions of one work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WorkRow {
    pub id: String,
    pub title: String,
    /// BCP 47 codes: that of the title, then those of editions whose titles are not known.
    pub languages: Vec<String>,
    pub subtitle: String,
    pub summary: String,
    /// Names of its countries, as they may be typed.
    pub names: Vec<String>,
    pub references: Vec<String>,
    /// ISO 8601, to the year, the month or the day.
    pub date: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub region: String,
    pub countries: Vec<String>,
    pub topics: Vec<String>,
}

impl WorkRow {
    /// The work; nothing if it has no id, no language, or a date that is not in the calendar.
    pub fn work(self) -> Option<Work> {
        let date = if self.date.is_empty() { None } else { Some(PartialDate::parse(&self.date)?) };
        let titles = std::iter::once(self.title).chain(std::iter::repeat(String::new()));
        let editions: Vec<Edition> = self
            .languages
            .into_iter()
            .zip(titles)
            .map(|(language, title)| Edition { language, title })
            .collect();
        let is_good = !self.id.is_empty() && !editions.is_empty();
        is_good.then(|| Work {
            id: self.id,
            editions,
            subtitle: self.subtitle,
            summary: self.summary,
            names: self.names.join("\n"),
            references: self.references,
            date,
            year_basis: None,
            kind: self.kind,
            region: self.region,
            countries: self.countries,
            topics: self.topics,
        })
    }
}
