//! Rows of `strategies.csv`.

use super::country::iso3;
use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::date::Year;
use crate::domain::region::Region;
use crate::domain::strategy::{Scope, Stage, Strategy, TitleKind};
use crate::domain::web_address::WebAddress;

/// No cycle in the facts is longer than eight years, so more than this is a mistyped year.
const LONGEST_PERIOD: u16 = 15;

/// Reads one cycle of a strategy for one country.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn strategy(row: &dyn Row) -> Result<Strategy, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let country = reader.required("iso3", iso3, Fault::NotIso3);
    let region = reader.required("who_region", Region::from_code, Fault::NotRegion);
    let start = reader.optional("period_start", Year::parse, Fault::NotYear);
    let end = reader.optional("period_end", Year::parse, Fault::NotYear);
    check_period(&mut reader, start, end);
    let stage = reader.required("status", stage, Fault::NotStage);
    let status_basis = reader.text("status_basis");
    let scope = reader.required("scope", Scope::from_slug, Fault::NotScope);
    let title = reader.text("title");
    let title_kind = reader.required("title_kind", title_kind, Fault::NotTitleKind);
    let year_published = reader.optional("year_published", Year::parse, Fault::NotYear);
    let reference = reader.optional_text("reference_number");
    let iris_handle = reader.optional_text("iris_handle");
    let isbn = reader.optional_text("isbn");
    let priorities = reader.texts("strategic_priorities");
    let seen_at = reader.optional("url", WebAddress::parse, Fault::NotAddress);
    let note = reader.optional_text("note");
    let source = reader.text("source");
    let strategy = || {
        Some(Strategy {
            country: country?,
            region: region?,
            start,
            end,
            stage: stage?,
            status_basis: status_basis?,
            scope: scope?,
            title: title?,
            title_kind: title_kind?,
            year_published,
            reference,
            iris_handle,
            isbn,
            priorities,
            seen_at,
            note,
            source: source?,
        })
    };
    let strategy = strategy();
    reader.finish(strategy)
}

fn check_period(reader: &mut Reader<'_>, start: Option<Year>, end: Option<Year>) {
    let (Some(start), Some(end)) = (start, end) else {
        return;
    };
    if end < start {
        reader.fault("period_end", Fault::PeriodBackwards);
    } else if end.number() - start.number() > LONGEST_PERIOD {
        reader.fault("period_end", Fault::PeriodLong);
    }
}

/// An expired strategy was published; that it has ended is told from its period, whatever day it is.
pub(super) fn stage(text: &str) -> Option<Stage> {
    match text {
        "published" | "expired" => Some(Stage::Published),
        "in development" => Some(Stage::InDevelopment),
        _ => None,
    }
}

fn title_kind(text: &str) -> Option<TitleKind> {
    match text {
        "as published" => Some(TitleKind::AsPublished),
        "descriptive" => Some(TitleKind::Descriptive),
        _ => None,
    }
}
