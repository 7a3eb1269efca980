//! Which publications belong to one: its series, its countries, its kind.

use super::fold::fold;
use super::publication::{Publication, newest_first};

/// Publications offered in each group at most.
const MOST: usize = 4;

/// Fewer words that two titles have in common are no sign of a series.
const LEAST_WORDS: usize = 3;

/// The publications that belong to one, newest first. Each stands in the first group it fits, so none is offered twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Related<'a> {
    pub series: Vec<&'a Publication>,
    /// About one of the same countries.
    pub country: Vec<&'a Publication>,
    /// Of the same kind and about the same region.
    pub kind: Vec<&'a Publication>,
}

impl<'a> Related<'a> {
    /// Finds them among all publications.
    pub fn new(all: &'a [Publication], one: &Publication) -> Self {
        let mut related = Self::default();
        for other in newest_first(all.iter().collect()) {
            let group = if other.id == one.id {
                continue;
            } else if is_series(&one.title, &other.title) {
                &mut related.series
            } else if other.countries.iter().any(|iso3| one.countries.contains(iso3)) {
                &mut related.country
            } else if other.kind == one.kind && other.coverage == one.coverage {
                &mut related.kind
            } else {
                continue;
            };
            if group.len() < MOST {
                group.push(other);
            }
        }
        related
    }
}

/// Whether two titles are of one series: the same but for years and numbers, or the same up to where the shorter one
/// ends.
pub fn is_series(a: &str, b: &str) -> bool {
    let (a, b) = (stem(a), stem(b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.bytes().filter(|byte| *byte == b' ').count() >= LEAST_WORDS && long.starts_with(&short)
}

/// The words of a title, a space behind each, without numbers, Arabic or small Roman ones.
fn stem(title: &str) -> String {
    let is_number = |word: &str| {
        word.bytes().any(|byte| byte.is_ascii_digit()) || word.bytes().all(|byte| b"ivx".contains(&byte))
    };
    let mut stem = String::new();
    for word in fold(title).split(' ').filter(|word| !is_number(word)) {
        stem.push_str(word);
        stem.push(' ');
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::super::country::Iso3;
    use super::super::date::Year;
    use super::super::publication::example::publication;
    use super::*;

    #[test]
    fn years_and_numbers_do_not_part_a_series() {
        for (a, b) in [
            ("WHO Liberia 2016 annual report", "WHO Liberia 2018 annual report"),
            (
                "WHO Country Cooperation Strategy: Bhutan 2014-2018",
                "WHO Country Cooperation Strategy 2020-2024: Bhutan",
            ),
            (
                "Stratégie de coopération avec le pays 2004-2007 : Guinée",
                "Strategie de cooperation avec le pays : Guinee II",
            ),
            ("Country office evaluation: India", "Country office evaluation: India. Volume 2: Annexes"),
        ] {
            assert!(is_series(a, b) && is_series(b, a), "{a} | {b}");
        }
    }

    #[test]
    fn other_titles_are_of_no_series() {
        for (a, b) in [
            (
                "WHO Country Cooperation Strategy 2008-2013: Kenya",
                "WHO Country Cooperation Strategy 2008-2013: Nigeria",
            ),
            ("WHO reform", "WHO reform: consolidated report"),
            ("Programme budget 2012", "Programme budget: performance"),
            ("2014", "2015"),
            ("", ""),
        ] {
            assert!(!is_series(a, b) && !is_series(b, a), "{a} | {b}");
        }
    }

    fn shelf() -> Vec<Publication> {
        let iso3 = |code| vec![Iso3::parse(code).unwrap()];
        let mut shelf: Vec<Publication> = (2000..2020)
            .map(|year| {
                let mut record = publication(&format!("p-{year}"), &format!("Work in Kenya {year}"));
                record.year = Year::new(year);
                record
            })
            .collect();
        for record in &mut shelf[5..10] {
            record.title = "Strategy".to_owned();
            record.countries = iso3("KEN");
        }
        for record in &mut shelf[10..20] {
            record.title = "Report".to_owned();
        }
        shelf[0].countries = iso3("KEN");
        shelf[19].kind = "ccs".to_owned();
        shelf
    }

    #[test]
    fn each_stands_in_one_group_newest_first() {
        let shelf = shelf();
        let ids =
            |group: &[&Publication]| group.iter().map(|record| record.id.to_string()).collect::<Vec<_>>();
        let related = Related::new(&shelf, &shelf[0]);
        assert_eq!(ids(&related.series), ["p-2004", "p-2003", "p-2002", "p-2001"]);
        assert_eq!(ids(&related.country), ["p-2009", "p-2008", "p-2007", "p-2006"]);
        assert_eq!(ids(&related.kind), ["p-2018", "p-2017", "p-2016", "p-2015"]);
    }

    #[test]
    fn where_nothing_belongs_nothing_is_offered() {
        assert_eq!(Related::new(&[], &publication("a", "Work in countries")), Related::default());
        let shelf = shelf();
        assert_eq!(Related::new(&shelf[19..], &shelf[0]), Related::default());
    }
}
