//! What charts say in the reader's language.

use crate::components::words;
use crate::domain::chart::ChartId;
use crate::domain::chart::drawing::Writer;
use crate::domain::chart::table::{Cell, ChartTable, Label, Row};
use crate::domain::content::Content;
use crate::domain::country::Iso3;
use crate::domain::date::Year;
use crate::domain::figure::Value;
use crate::domain::message::{Msg, Plural};
use crate::domain::region::Region;
use crate::domain::terms::TermKind;
use crate::state::locale::Locale;
use crate::state::shell::Shell;

/// A language, and the records that charts name.
pub(super) struct Words<'a> {
    pub locale: Locale,
    pub content: &'a Content,
    /// The day of the content, in words.
    pub date: String,
}

impl Writer for Words<'_> {
    fn label(&self, label: &Label) -> String {
        let locale = self.locale;
        let message = match label {
            Label::Region(region) => words::region(*region),
            Label::Office(kind) => words::office_kind(*kind),
            Label::Country(iso3) => return self.office_place(*iso3),
            Label::Publication(slug) => {
                return self.content.label(locale.language(), TermKind::PublicationKind, slug).to_owned();
            }
            Label::Metric(slug) => {
                return self.content.label(locale.language(), TermKind::Metric, slug).to_owned();
            }
            Label::Year(year) => return year.to_string(),
            Label::Undated => Msg::YearUndated,
            Label::PeriodOnly => Msg::ChartPeriodOnly,
            Label::NoPeriod => Msg::PeriodUnknown,
            Label::NotFound => Msg::StatusNotFoundLong,
            Label::Served => Msg::PresenceElsewhere,
            Label::Places => Msg::FacetCountry,
            Label::All => Msg::ChartAll,
        };
        locale.text(message).to_owned()
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Value(value) => self.locale.value(*value),
            Cell::Places(places) => {
                let name = |iso3: &Iso3| words::country_name(self.locale, self.content, *iso3);
                self.locale.list(&places.iter().map(name).collect::<Vec<_>>())
            }
            Cell::Missing => self.locale.text(Msg::ChartMissing).to_owned(),
        }
    }

    fn told(&self, label: &Label, count: usize) -> String {
        let values = [("term", self.label(label)), ("value", self.locale.number(count))];
        self.locale.with(Msg::FactLine, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    }
}

impl<'a> Words<'a> {
    pub(super) fn new(shell: Shell, locale: Locale, content: &'a Content) -> Self {
        Self { locale, content, date: locale.date(shell.index().site.content_date) }
    }

    /// Where the office of a country stands: "Suva, Fiji".
    fn office_place(&self, iso3: Iso3) -> String {
        match self.content.presence(iso3).office() {
            Some(office) if office.country == iso3 => words::office_place(self.locale, self.content, office),
            _ => words::country_name(self.locale, self.content, iso3),
        }
    }

    /// What the chart shows, as one sentence.
    pub(super) fn finding(
        &self,
        id: ChartId,
        table: &ChartTable,
        region: Option<Region>,
        on: Year,
    ) -> String {
        let locale = self.locale;
        let all = table.total(&Label::All);
        let finding = match id {
            ChartId::Offices => self.offices(table),
            ChartId::Staff => self.staff(table),
            _ if table.is_empty() && id == ChartId::Served => {
                Some(locale.text(Msg::ChartServedNone).to_owned())
            }
            ChartId::Served => Some(locale.count(Plural::ChartServedFinding, all)),
            _ if table.is_empty() => None,
            ChartId::Presence => {
                let finding = locale.count(Plural::ChartPresenceFinding, all);
                Some(if region.is_none() { self.largest(table, &finding) } else { finding })
            }
            ChartId::Publications => {
                Some(self.largest_column(table, &locale.count(Plural::PublicationsCount, all)))
            }
            ChartId::Strategies => Some(self.strategies(table, on)),
        };
        let finding = finding.unwrap_or_else(|| locale.text(Msg::ChartNothing).to_owned());
        match region.filter(|_| !id.is_worldwide()) {
            Some(region) => {
                let region = locale.text(words::region(region));
                locale.with(Msg::ChartOfRegion, &[("region", region), ("finding", &finding)])
            }
            None => finding,
        }
    }

    fn strategies(&self, table: &ChartTable, on: Year) -> String {
        let number = |label: &Label| self.locale.number(table.total(label));
        let (states, none, year) = (number(&Label::All), number(&Label::NotFound), on.to_string());
        let values = [("states", states.as_str()), ("none", &none), ("year", &year)];
        self.locale.count_with(Plural::ChartStrategiesFinding, table.total(&Label::Year(on)), &values)
    }

    /// The finding with the row that has most. Rows stand in that order.
    fn largest(&self, table: &ChartTable, finding: &str) -> String {
        let first = table.rows.first().map_or(Label::All, |row| row.label.clone());
        self.with_largest(finding, &first, table.total(&first))
    }

    /// The finding with the column that has most. The first is that of all.
    fn largest_column(&self, table: &ChartTable, finding: &str) -> String {
        let first = table.columns.get(1).cloned().unwrap_or(Label::All);
        self.with_largest(finding, &first, table.row(&Label::All).map_or(0, |row| row.number(1)))
    }

    fn with_largest(&self, finding: &str, label: &Label, most: usize) -> String {
        let (name, most) = (self.label(label), self.locale.number(most));
        self.locale.with(Msg::ChartLargest, &[("finding", finding), ("name", &name), ("most", &most)])
    }

    /// The latest dated number, and between which numbers all others lie.
    fn offices(&self, table: &ChartTable) -> Option<String> {
        let stated = |row: &Row| match row.cells.first() {
            Some(Cell::Value(value)) => Some(*value),
            _ => None,
        };
        let latest = table.rows.iter().rfind(|row| row.label.year().is_some())?;
        let (value, year) = (stated(latest)?, latest.label.year()?.to_string());
        let others = table.rows.iter().filter(|row| *row != latest).filter_map(stated);
        let (Value::Exact(count), others) = (value, Value::span(others)?) else { return None };
        let count = usize::try_from(count.whole()).ok()?;
        let others = self.locale.value(others);
        let values = [("year", year.as_str()), ("others", &others)];
        Some(self.locale.count_with(Plural::ChartOfficesFinding, count, &values))
    }

    /// The first and the last dated total.
    fn staff(&self, table: &ChartTable) -> Option<String> {
        let stated = |row: &Row| match (row.label.year(), row.cells.first()) {
            (Some(year), Some(Cell::Value(value))) => Some((year.to_string(), self.locale.value(*value))),
            _ => None,
        };
        let (from, first) = table.rows.iter().find_map(stated)?;
        let (to, last) = table.rows.iter().rev().find_map(stated)?;
        let values = [("first", first.as_str()), ("from", &from), ("last", &last), ("to", &to)];
        Some(self.locale.with(Msg::ChartStaffFinding, &values))
    }

    /// What is counted, and how the drawing is to be read.
    pub(super) fn note(&self, id: ChartId, region: Option<Region>) -> String {
        let locale = self.locale;
        let note = match id {
            ChartId::Offices => Msg::AtWorkOfficesNote,
            ChartId::Staff => Msg::ChartStaffNote,
            ChartId::Presence if region.is_none() => return self.listed(),
            ChartId::Presence => Msg::ChartPresenceNote,
            ChartId::Served => Msg::ChartServedNote,
            ChartId::Strategies => Msg::ChartStrategiesNote,
            ChartId::Publications => Msg::ChartPublicationsNote,
        };
        let note = locale.text(note);
        if id.is_worldwide() {
            [note, locale.space(), locale.text(Msg::ChartMarks)].concat()
        } else {
            note.to_owned()
        }
    }

    /// How many presences the site's list has, and how many it should have.
    fn listed(&self) -> String {
        let total = self.content.offices.iter().filter(|office| office.kind.is_country_presence()).count();
        let values = [("total", self.locale.number(total)), ("date", self.date.clone())];
        self.locale
            .with(Msg::AtWorkRegionsCaption, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    }

    /// Who says so: the sources of the figures, each once, or the site's own lists with their date.
    pub(super) fn sources(&self, table: &ChartTable) -> String {
        let mut names: Vec<&str> = Vec::new();
        for origin in table.rows.iter().filter_map(|row| row.origin.as_ref()) {
            if !names.contains(&origin.source.name.as_str()) {
                names.push(&origin.source.name);
            }
        }
        if names.is_empty() {
            return self.locale.with(
                Msg::ChartSource,
                &[("date", &self.locale.with(Msg::SourceAsOf, &[("date", &self.date)]))],
            );
        }
        self.locale.with(Msg::ChartSources, &[("names", &names.join("; "))])
    }
}
