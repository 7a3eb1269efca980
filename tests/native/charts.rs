//! Every number of every chart against a plain count of the content files, without the product's own reading of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use country_cooperation::domain::chart::ChartId;
use country_cooperation::domain::chart::export::cell_text;
use country_cooperation::domain::chart::table::{Cell, ChartTable, Label, Row};
use country_cooperation::domain::content::Content;
use country_cooperation::domain::date::Year;
use country_cooperation::domain::region::Region;

use super::bundle;
use super::project::ROOT;

/// A line of a content file, by the names of its columns.
type Line = BTreeMap<String, String>;

static CONTENT: LazyLock<Content> = LazyLock::new(|| bundle::content(&bundle::files()));
static COUNTRIES: LazyLock<Vec<Line>> = LazyLock::new(|| lines("countries"));
static OFFICES: LazyLock<Vec<Line>> = LazyLock::new(|| lines("offices"));

/// The year of the content's date in `content/site.json`.
const ON: u16 = 2026;
const PRESENCES: [&str; 4] =
    ["country_office", "multi_country_office", "liaison_office", "country_desk_office"];

fn lines(name: &str) -> Vec<Line> {
    let file = Path::new(ROOT).join("content").join(name).with_extension("csv");
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(|line| line.unwrap()).collect()
}

fn table(id: ChartId, region: Option<Region>) -> ChartTable {
    id.table(&CONTENT, region, Year::new(ON).unwrap())
}

/// The whole world, and each region.
fn choices() -> Vec<Option<Region>> {
    [None].into_iter().chain(Region::ALL.map(Some)).collect()
}

/// Whether a region, as written in a file, is meant.
fn is_in(code: &str, region: Option<Region>) -> bool {
    region.is_none_or(|region| region.code() == code)
}

/// What a column is narrowed to.
fn of_column(column: &Label, region: Option<Region>) -> Option<Region> {
    if let Label::Region(one) = column { Some(*one) } else { region }
}

/// Every cell of a table with its row and its column.
fn cells(table: &ChartTable) -> impl Iterator<Item = (&Row, &Label, &Cell)> {
    table.rows.iter().flat_map(|row| {
        assert_eq!(row.cells.len(), table.columns.len());
        table.columns.iter().zip(&row.cells).map(move |(column, cell)| (row, column, cell))
    })
}

#[test]
fn presences_are_counted_by_region_and_kind() {
    for region in choices() {
        let table = table(ChartId::Presence, region);
        for (row, column, cell) in cells(&table) {
            let labels = [&row.label, column];
            let kind = labels
                .iter()
                .find_map(|label| if let Label::Office(kind) = label { Some(kind.slug()) } else { None });
            let region = of_column(&row.label, region);
            let is_meant = |office: &&Line| {
                PRESENCES.contains(&office["office_type"].as_str())
                    && is_in(&office["who_region"], region)
                    && kind.is_none_or(|kind| office["office_type"] == kind)
            };
            assert_eq!(
                cell.number(),
                OFFICES.iter().filter(is_meant).count(),
                "{region:?} {:?} {column:?}",
                row.label
            );
        }
        assert!(table.total(&Label::All) > 0);
    }
    let totals: Vec<usize> =
        table(ChartId::Presence, None).rows.iter().map(|row| row.cells.last().unwrap().number()).collect();
    assert_eq!(totals, [47, 32, 27, 22, 16, 10, 154]);
}

#[test]
fn places_served_from_elsewhere_are_those_without_an_office_that_one_names() {
    let presences = || OFFICES.iter().filter(|office| PRESENCES.contains(&office["office_type"].as_str()));
    let own: BTreeSet<&str> = presences().map(|office| office["iso3"].as_str()).collect();
    for region in choices() {
        let mut expected: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for country in COUNTRIES.iter().filter(|country| is_in(&country["who_region"], region)) {
            let iso3 = country["iso3"].as_str();
            let hub = presences().find(|office| office["serves"].split('|').any(|served| served == iso3));
            if let (Some(hub), false) = (hub, own.contains(iso3)) {
                expected.entry(&hub["iso3"]).or_default().insert(iso3);
            }
        }
        let table = table(ChartId::Served, region);
        let rows: Vec<&Row> = table.rows.iter().filter(|row| row.label != Label::All).collect();
        assert_eq!(rows.len(), expected.len(), "{region:?}");
        for row in rows {
            let places = &expected[row.label.slug()];
            assert_eq!(row.number(0), places.len());
            assert_eq!(cell_text(&row.cells[1]).split('|').collect::<BTreeSet<_>>(), *places);
        }
        assert_eq!(table.total(&Label::All), expected.values().map(BTreeSet::len).sum::<usize>());
    }
    assert_eq!(table(ChartId::Served, None).total(&Label::All), 29);
    assert!(table(ChartId::Served, Some(Region::Afr)).is_empty());
}

#[test]
fn member_states_with_a_strategy_in_force_are_counted_once_each() {
    let strategies = lines("strategies");
    for region in choices() {
        let table = table(ChartId::Strategies, region);
        for (row, column, cell) in cells(&table) {
            let region = of_column(column, region);
            let states = COUNTRIES.iter().filter(|country| {
                country["membership"] == "member_state" && is_in(&country["who_region"], region)
            });
            let is_counted = |state: &&Line| {
                let own = || strategies.iter().filter(|strategy| strategy["iso3"] == state["iso3"]);
                let has_period =
                    |one: &Line| !one["period_start"].is_empty() && !one["period_end"].is_empty();
                match row.label {
                    Label::Year(year) => own().any(|one| {
                        let year = year.to_string();
                        one["status"] != "in development"
                            && has_period(one)
                            && one["period_start"] <= year
                            && year <= one["period_end"]
                    }),
                    Label::NoPeriod => own().next().is_some() && !own().any(has_period),
                    Label::NotFound => own().next().is_none(),
                    _ => true,
                }
            };
            assert_eq!(
                cell.number(),
                states.filter(is_counted).count(),
                "{region:?} {:?} {column:?}",
                row.label
            );
        }
    }
    let all = table(ChartId::Strategies, None);
    assert_eq!((all.total(&Label::NotFound), all.total(&Label::All)), (77, 194));
    let years: Vec<u16> = all.rows.iter().filter_map(|row| row.label.year()).map(Year::number).collect();
    assert_eq!(years, (2004..=2031).collect::<Vec<_>>());
}

#[test]
fn publications_are_counted_by_type_and_year_of_publication() {
    let publications = lines("publications");
    for region in choices() {
        let table = table(ChartId::Publications, region);
        for (row, column, cell) in cells(&table) {
            let is_counted = |one: &&Line| {
                let is_issued = ["printed", "adopted"].contains(&one["year_basis"].as_str());
                let is_kind = if let Label::Publication(kind) = column { one["type"] == *kind } else { true };
                let is_row = match row.label {
                    Label::Year(year) => is_issued && one["year"] == year.to_string(),
                    Label::PeriodOnly => !is_issued && !one["year"].is_empty(),
                    Label::Undated => one["year"].is_empty(),
                    _ => true,
                };
                is_kind && is_row && is_in(&one["who_region"], region)
            };
            assert_eq!(
                cell.number(),
                publications.iter().filter(is_counted).count(),
                "{region:?} {:?} {column:?}",
                row.label
            );
        }
        // Every publication is in one row, whatever its year is.
        let sum: usize =
            table.rows.iter().filter(|row| row.label != Label::All).map(|row| row.number(0)).sum();
        assert_eq!(sum, table.total(&Label::All));
    }
    assert_eq!(table(ChartId::Publications, None).total(&Label::All), 309);
}

#[test]
fn figures_stand_as_their_sources_print_them() {
    let figures = lines("figures");
    for (id, metrics) in
        [(ChartId::Offices, &["country_offices"][..]), (ChartId::Staff, &["staff_total", "staff_long_term"])]
    {
        let mut expected: Vec<[&str; 5]> = figures
            .iter()
            .filter(|figure| metrics.contains(&figure["metric"].as_str()))
            .map(|one| ["metric", "year", "value", "breakdown", "source"].map(|column| one[column].as_str()))
            .collect();
        let table = table(id, None);
        let shown: Vec<[String; 5]> = cells(&table)
            .filter(|(_, _, cell)| **cell != Cell::Missing)
            .map(|(row, column, cell)| {
                let origin = row.origin.clone().unwrap();
                let year = row.label.year().map(|year| year.to_string()).unwrap_or_default();
                [column.slug().to_owned(), year, cell_text(cell), origin.covers, origin.source.name]
            })
            .collect();
        let mut shown: Vec<[&str; 5]> =
            shown.iter().map(|cells| cells.each_ref().map(String::as_str)).collect();
        expected.sort_unstable();
        shown.sort_unstable();
        assert_eq!(shown, expected);
        // Undated ones come after all dated ones, and these stand in the order of time.
        let years: Vec<Option<Year>> = table.rows.iter().map(|row| row.label.year()).collect();
        let dated: Vec<Year> = years.iter().flatten().copied().collect();
        assert!(dated.is_sorted() && years.iter().take(dated.len()).all(Option::is_some));
    }
}

/// The key figures of the overview: of each, the latest year that the file has, and of equal ones the last line.
#[test]
fn the_overview_states_the_latest_dated_figure_of_each_metric() {
    let figures = lines("figures");
    let chosen = bundle::index(&bundle::files()).site.key_metrics;
    assert_eq!(chosen.len(), 4);
    for metric in &chosen {
        let mut latest: Option<&Line> = None;
        for line in figures.iter().filter(|line| line["metric"] == *metric && !line["year"].is_empty()) {
            if latest.is_none_or(|before| before["year"] <= line["year"]) {
                latest = Some(line);
            }
        }
        let (line, stated) = (latest.unwrap(), CONTENT.stated_figure(metric).unwrap());
        let told = [
            cell_text(&Cell::Value(stated.value)),
            stated.year.unwrap().to_string(),
            stated.source.name.clone(),
        ];
        assert_eq!(told, ["value", "year", "source"].map(|column| line[column].clone()), "{metric}");
    }
}
