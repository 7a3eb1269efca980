//! What a profile shows beyond its own records, on the real content: a way to somebody, neighbours, the ruler of cycles.

use std::sync::LazyLock;

use country_cooperation::domain::content::{Content, Presence};
use country_cooperation::domain::country::{Country, Iso3};
use country_cooperation::domain::cycle_ruler::CycleRuler;
use country_cooperation::domain::date::Year;
use country_cooperation::domain::neighbours::{Group, neighbours};
use country_cooperation::domain::office::OfficeKind;
use country_cooperation::domain::region::Region;
use country_cooperation::domain::strategy::{Status, Strategy};

use super::bundle;

static CONTENT: LazyLock<Content> = LazyLock::new(|| bundle::content(&bundle::files()));

fn country(code: &str) -> &'static Country {
    CONTENT.country(Iso3::parse(code).unwrap()).unwrap()
}

fn year(text: &str) -> Year {
    Year::parse(text).unwrap()
}

#[test]
fn nobody_is_left_without_an_office_to_turn_to() {
    let without = CONTENT.countries.iter().filter(|one| CONTENT.presence(one.iso3) == Presence::NotFound);
    assert!(without.clone().count() > 30);
    for one in without {
        let office = CONTENT.last_resort(one).unwrap();
        match one.region {
            Some(region) => {
                assert_eq!(
                    (office.kind, office.region),
                    (OfficeKind::RegionalOffice, region),
                    "{}",
                    one.iso3
                );
            }
            None => assert_eq!(office.kind, OfficeKind::Headquarters, "{}", one.iso3),
        }
    }
    assert_eq!(country("FRO").region, None);
}

#[test]
fn neighbours_are_the_others_of_the_same_group() {
    let codes = |code: &str| -> Vec<String> {
        neighbours(&CONTENT, country(code)).iter().map(|one| one.iso3.to_string()).collect()
    };
    assert_eq!(codes("AUS"), ["NZL"]);
    assert_eq!(codes("KAZ"), ["KGZ", "TJK", "TKM", "UZB"]);
    // No subregion, so the region speaks; and the other way round.
    assert_eq!(Group::of(country("XKX")), Some(Group::Region(Region::Eur)));
    assert_eq!(
        codes("XKX").len(),
        CONTENT.countries.iter().filter(|one| one.region == Some(Region::Eur)).count() - 1
    );
    assert_eq!(Group::of(country("FRO")), Some(Group::Subregion("Northern Europe")));
    for one in CONTENT.countries.iter() {
        let others = neighbours(&CONTENT, one);
        assert!(!others.is_empty() && others.iter().all(|other| other.iso3 != one.iso3), "{}", one.iso3);
        for other in others.iter().filter(|other| Group::of(other) == Group::of(one)) {
            assert!(neighbours(&CONTENT, other).iter().any(|back| back.iso3 == one.iso3), "{}", one.iso3);
        }
    }
    let lonely = Country { subregion: None, region: None, ..country("FRO").clone() };
    assert!(neighbours(&CONTENT, &lonely).is_empty());
}

/// Cycles with these periods, latest first, as a profile has them.
fn cycles(periods: &[(Option<&str>, Option<&str>)]) -> Vec<Strategy> {
    let one = CONTENT.strategies.first().unwrap();
    let cycle = |(start, end): &(Option<&str>, Option<&str>)| Strategy {
        start: start.map(year),
        end: end.map(year),
        ..one.clone()
    };
    periods.iter().map(cycle).collect()
}

fn ruler(periods: &[(Option<&str>, Option<&str>)], on: &str) -> Option<CycleRuler> {
    let cycles = cycles(periods);
    CycleRuler::new(&cycles.iter().collect::<Vec<_>>(), year(on))
}

#[test]
fn a_ruler_runs_from_the_first_year_to_the_end_of_the_last() {
    let ruler = ruler(&[(Some("2024"), Some("2029")), (Some("2018"), Some("2023"))], "2026").unwrap();
    assert_eq!(
        ruler.marks,
        [(2018, 50), (2020, 200), (2022, 350), (2024, 500), (2026, 650), (2028, 800), (2030, 950)]
    );
    let bars: Vec<_> = ruler.bars.iter().map(|bar| (bar.from, bar.to, bar.lane, bar.status)).collect();
    assert_eq!(bars, [(50, 500, 0, Status::Expired), (500, 950, 0, Status::Current)]);
    assert_eq!((ruler.now, ruler.lanes()), (725, 1));
}

#[test]
fn a_cycle_without_a_period_is_left_to_the_words() {
    assert_eq!(ruler(&[(Some("2024"), None), (None, Some("2020")), (None, None)], "2026"), None);
    assert_eq!(ruler(&[], "2026"), None);
    // An end before its start is no period.
    assert_eq!(ruler(&[(Some("2024"), Some("2020"))], "2026"), None);
}

#[test]
fn cycles_that_overlap_stand_in_lanes_of_their_own() {
    let three = [(Some("2020"), Some("2025")), (Some("2018"), Some("2022")), (Some("2014"), Some("2019"))];
    let ruler = ruler(&three, "2026").unwrap();
    assert_eq!(ruler.bars.iter().map(|bar| bar.lane).collect::<Vec<_>>(), [0, 1, 0]);
    assert_eq!(ruler.lanes(), 2);
}

#[test]
fn every_ruler_of_the_content_can_be_read() {
    let on = year("2026");
    let mut drawn = 0;
    for one in CONTENT.countries.iter() {
        let cycles = CONTENT.strategies_of(one.iso3);
        let Some(ruler) = CycleRuler::new(&cycles, on) else { continue };
        drawn += 1;
        assert!((2..=7).contains(&ruler.marks.len()) && ruler.lanes() <= 3, "{}: {ruler:?}", one.iso3);
        assert!(ruler.marks.is_sorted() && ruler.marks.iter().all(|(_, at)| (50..=950).contains(at)));
        assert!((50..=950).contains(&ruler.now));
        for (at, bar) in ruler.bars.iter().enumerate() {
            assert!(bar.from < bar.to && (50..=950).contains(&bar.from) && (50..=950).contains(&bar.to));
            assert_eq!(bar.status == Status::Expired, bar.to < ruler.now, "{}", one.iso3);
            let earlier = ruler.bars.iter().take(at).filter(|other| other.lane == bar.lane);
            assert!(earlier.into_iter().all(|other| other.to <= bar.from), "{}: {ruler:?}", one.iso3);
        }
    }
    assert!(drawn > 100, "{drawn}");
}
