//! From a record as it stands in a file to a value of the domain, or to everything that is wrong with it.
//! Compiler and app use the same rules: the compiler stops at a bad record, the app leaves it out and counts it.
//! What needs more than one record, a standard's list or the content's date is checked by the compiler alone.

mod counted;
mod country;
mod cycle;
mod figure;
mod map;
mod milestone;
mod office;
mod publication;
mod reader;
mod resource;
mod site;
mod spelling;
mod story;
mod strategy;

pub use counted::{counted_publication, listed_publication};
pub use country::{country, country_name, iso3, named_country};
pub use cycle::cycle;
pub use figure::figure;
pub use map::{map_id, map_item};
pub use milestone::milestone;
pub use office::office;
pub use publication::publication;
pub use resource::resource;
pub use site::site;
pub use spelling::{published_spelling, spelling};
pub use story::{link_target, story};
pub use strategy::strategy;

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use super::*;
    use crate::bundle::wire::{
        CountedPublicationRow, CountryRow, CycleRow, FigureRow, ListedPublicationRow, MapRow, MilestoneRow,
        OfficeRow, PublicationRow, ResourceRow, Row, SpellingRow, StrategyRow,
    };

    /// A row that remembers what it was asked for. All its cells hold the same text.
    struct Asked(&'static str, RefCell<BTreeSet<String>>);

    impl Row for Asked {
        fn cell(&self, column: &str) -> &str {
            self.1.borrow_mut().insert(column.to_owned());
            self.0
        }
    }

    /// A name that is no column would be a blank cell for ever, without a word from the compiler of Rust.
    #[test]
    fn rows_are_asked_for_columns_that_they_have() {
        fn asks<T, E>(columns: &[&str], check: fn(&dyn Row) -> Result<T, E>) {
            for text in ["", "x"] {
                let row = Asked(text, RefCell::default());
                assert!(check(&row).is_err());
                let asked = row.1.into_inner();
                assert!(!asked.is_empty());
                assert!(
                    asked.iter().all(|column| columns.contains(&column.as_str())),
                    "{asked:?} in {columns:?}"
                );
            }
        }
        asks(CountryRow::COLUMNS, country);
        asks(CountryRow::COLUMNS, named_country);
        asks(OfficeRow::COLUMNS, office);
        asks(StrategyRow::COLUMNS, strategy);
        asks(PublicationRow::COLUMNS, publication);
        asks(FigureRow::COLUMNS, figure);
        asks(MilestoneRow::COLUMNS, milestone);
        asks(ResourceRow::COLUMNS, resource);
        asks(MapRow::COLUMNS, map_item);
        asks(SpellingRow::COLUMNS, spelling);
        asks(CountedPublicationRow::COLUMNS, counted_publication);
        asks(CycleRow::COLUMNS, cycle);
        asks(ListedPublicationRow::COLUMNS, listed_publication);
    }
}
