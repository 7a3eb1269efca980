//! The timeline of strategies beside a plain count of the rows of `content/strategies.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use country_cooperation::domain::content::Content;
use country_cooperation::domain::country::Iso3;
use country_cooperation::domain::date::Year;
use country_cooperation::domain::list_query::{List, ListQuery};
use country_cooperation::domain::strategy_list::StrategyList;
use country_cooperation::domain::strategy_timeline::StrategyTimeline;

use super::bundle;
use super::project::ROOT;

static CONTENT: LazyLock<Content> = LazyLock::new(|| bundle::content(&bundle::files()));
static LIST: LazyLock<StrategyList> = LazyLock::new(|| StrategyList::new(&CONTENT, on()));

/// A row of the file: the columns that matter here.
struct Row {
    country: String,
    region: String,
    start: String,
    end: String,
    status: String,
    title: String,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_path(Path::new(ROOT).join("content/strategies.csv")).unwrap();
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let row = |row: BTreeMap<String, String>| Row {
        country: row["iso3"].clone(),
        region: row["who_region"].clone(),
        start: row["period_start"].clone(),
        end: row["period_end"].clone(),
        status: row["status"].clone(),
        title: row["title"].clone(),
    };
    rows.into_iter().map(row).collect()
});

fn on() -> Year {
    Year::parse("2026").unwrap()
}

fn timeline(sort: &str) -> StrategyTimeline {
    StrategyTimeline::new(&LIST, on(), sort, &|a: Iso3, b: Iso3| a.cmp(&b))
}

/// What the file says of a row's status in 2026, worked out anew.
fn status(row: &Row) -> &'static str {
    match (row.end.as_str(), row.status.as_str()) {
        (end, _) if !end.is_empty() && end < "2026" => "expired",
        (_, "in development") => "in_development",
        ("", _) => "undated",
        _ => "current",
    }
}

/// Countries with the number of their cycles, for the rows that meet a condition.
fn counted(meets: impl Fn(&Row) -> bool) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for row in ROWS.iter().filter(|row| meets(row)) {
        *counts.entry(row.country.as_str()).or_insert(0) += 1;
    }
    counts
}

/// The same as the timeline shows it for a query.
fn shown(query: &ListQuery) -> BTreeMap<String, usize> {
    let (timeline, tally) = (timeline("newest"), LIST.find(query));
    let flags = timeline.shown(&LIST, query, &tally);
    let (documents, rows) = flags.split_at(LIST.len());
    assert_eq!(rows.len(), timeline.rows.len());
    let seen = timeline.rows.iter().zip(rows).filter(|(_, is_shown)| **is_shown);
    let cycles = |row: &Vec<usize>| row.iter().filter(|at| documents[**at]).count();
    let seen = seen.map(|(row, _)| (row.country, row.cycles.iter().map(|cycle| cycle.document).collect()));
    let counts: BTreeMap<String, usize> =
        seen.map(|(country, row): (Iso3, Vec<usize>)| (country.to_string(), cycles(&row))).collect();
    assert_eq!(LIST.countries(query, &tally), counts.len());
    counts
}

fn is_same(shown: &BTreeMap<String, usize>, counted: &BTreeMap<&str, usize>) -> bool {
    shown.iter().map(|(country, count)| (country.as_str(), count)).eq(counted.iter().map(|(a, b)| (*a, b)))
}

#[test]
fn each_country_has_a_row_and_each_of_its_documents_a_cycle() {
    let all = shown(&ListQuery::default());
    assert!(is_same(&all, &counted(|_| true)));
    assert_eq!((all.len(), all.values().sum::<usize>()), (133, ROWS.len()));
    let documents: BTreeSet<_> = ROWS.iter().map(|row| (&row.title, &row.start, &row.end)).collect();
    assert_eq!((LIST.len(), documents.len()), (155, 155));
}

#[test]
fn every_filter_shows_what_a_plain_count_finds() {
    for facet in List::Strategies.facets() {
        for word in facet.words() {
            let found = shown(&ListQuery::default().toggled(facet.key, word));
            let meets = |row: &Row| match facet.key {
                "region" => row.region == *word,
                _ => status(row) == *word,
            };
            assert!(is_same(&found, &counted(meets)), "{} {word}", facet.key);
        }
    }
    for country in counted(|_| true).keys() {
        let found = shown(&ListQuery::default().toggled("country", country));
        assert!(is_same(&found, &counted(|row| row.country == *country)), "{country}");
    }
    let query = ListQuery::default().with_years(Year::parse("2012"), Year::parse("2013"));
    let meets = |row: &Row| {
        let start = if row.start.is_empty() { &row.end } else { &row.start };
        let end = if row.end.is_empty() { &row.start } else { &row.end };
        !start.is_empty() && start.as_str() <= "2013" && end.as_str() >= "2012"
    };
    assert!(is_same(&shown(&query), &counted(meets)));
}

#[test]
fn bars_lie_where_their_years_are_and_never_on_each_other() {
    let timeline = timeline("newest");
    // The first year and the year after the last, in the file.
    let years = || ROWS.iter().flat_map(|row| [&row.start, &row.end]).filter_map(|year| year.parse().ok());
    let (first, last): (usize, usize) = (years().min().unwrap(), years().max().unwrap() + 1);
    let place = |year: usize| 1000 * (year - first) / (last - first);
    assert_eq!(timeline.now, place(2027));
    assert!(timeline.marks.iter().all(|(year, at)| year % 5 == 0 && *at == place(*year)));
    for row in &timeline.rows {
        for (at, cycle) in row.cycles.iter().enumerate() {
            let (start, end) = LIST.span(cycle.document);
            let number = |year: Year| usize::from(year.number());
            match (start.map(number), end.map(number)) {
                (Some(start), Some(end)) => {
                    let bar = cycle.bar.unwrap();
                    assert_eq!((bar.from, bar.to, cycle.is_exact), (place(start), place(end + 1), true));
                }
                // What is not known is not drawn as if it were.
                (Some(start), None) => {
                    let bar = cycle.bar.unwrap();
                    assert_eq!((bar.from, bar.to, cycle.is_exact), (place(start), place(start + 1), false));
                }
                _ => assert_eq!((cycle.bar, cycle.is_exact), (None, false)),
            }
            for other in row.cycles.iter().skip(at + 1) {
                if let (Some(one), Some(other)) = (cycle.bar, other.bar) {
                    assert!(
                        one.lane != other.lane || one.from >= other.to || other.from >= one.to,
                        "{}",
                        row.country
                    );
                }
            }
        }
        assert!(row.lanes() <= row.cycles.len());
    }
}

#[test]
fn rows_stand_in_the_order_asked_for() {
    let edge = |sort: &str, oldest: bool| -> Vec<Option<Year>> {
        let start = |row: &str| {
            let of_country = ROWS.iter().filter(|one| one.country == row);
            let years = of_country.filter_map(|one| Year::parse(&one.start).or(Year::parse(&one.end)));
            if oldest { years.min() } else { years.max() }
        };
        timeline(sort).rows.iter().map(|row| start(row.country.as_str())).collect()
    };
    let newest = edge("newest", false);
    assert!(newest.is_sorted_by(|a, b| a >= b));
    let oldest: Vec<_> = edge("oldest", true);
    assert!(oldest.is_sorted_by_key(|year| (year.is_none(), *year)));
    let timeline = timeline("country");
    assert!(timeline.rows.is_sorted_by_key(|row| row.country));
}

/// The chart of the overview, against the same file and the list of countries.
#[test]
fn member_states_are_counted_once_by_their_most_telling_strategy() {
    let mut reader = csv::Reader::from_path(Path::new(ROOT).join("content/countries.csv")).unwrap();
    let countries: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let states = countries.iter().filter(|row| row["membership"] == "member_state");
    let order = ["current", "in_development", "undated", "expired"];
    let mut expected = [0_u32; 4];
    for state in states {
        let of_state = ROWS.iter().filter(|row| row.country == state["iso3"]);
        let best = of_state.filter_map(|row| order.iter().position(|word| *word == status(row))).min();
        if let Some(best) = best {
            expected[best] += 1;
        }
    }
    let index = bundle::index(&bundle::files());
    assert_eq!(index.counts.states, expected);
    assert_eq!(index.counts.member_states - expected.iter().sum::<u32>(), 77);
}
