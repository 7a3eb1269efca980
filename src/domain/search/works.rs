//! Works as bytes. Values of facets are written as their places in the manifest.

use super::bytes::{Damaged, Reader, Writer, decimal, size, unsealed, whole};
use super::manifest::{Manifest, part};
use super::work::{Edition, FacetKind, Work};
use crate::domain::date::PartialDate;
use crate::domain::publication::YearBasis;

/// How much of a work is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// What a list of hits shows.
    Shown,
    /// With all texts that are searched.
    Whole,
}

const BASES: [YearBasis; 4] =
    [YearBasis::Printed, YearBasis::Adopted, YearBasis::PeriodStart, YearBasis::PeriodEnd];

pub(super) fn write(works: &[Work], values: &[Vec<String>], extent: Extent) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.length(works.len());
    for work in works {
        write_work(work, values, extent, &mut writer);
    }
    writer.bytes
}

/// All works of a build, from the one part that holds them.
///
/// # Errors
/// Another part, or one that is damaged.
pub(super) fn all(name: &str, bytes: Vec<u8>, manifest: &Manifest) -> Result<Vec<Work>, Damaged> {
    if name != part::WORKS {
        return Err(Damaged::UnknownPart);
    }
    let works = read(&unsealed(bytes, manifest.build, name)?, &manifest.values, Extent::Whole)?;
    if whole(works.len()) == manifest.works { Ok(works) } else { Err(Damaged::Nonsense) }
}

/// Reads works.
///
/// # Errors
/// The bytes are damaged.
pub(super) fn read(bytes: &[u8], values: &[Vec<String>], extent: Extent) -> Result<Vec<Work>, Damaged> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    (0..count).map(|_| read_work(&mut reader, values, extent)).collect()
}

/// A work out of a block of those that are shown, as it is written; nothing if the block has fewer.
///
/// # Errors
/// The bytes are damaged.
pub(super) fn written(bytes: &[u8], place: u32) -> Result<Option<&[u8]>, Damaged> {
    let mut reader = Reader::new(bytes);
    if place >= reader.count()? {
        return Ok(None);
    }
    for _ in 0..place {
        skip_work(&mut reader)?;
    }
    let start = reader;
    skip_work(&mut reader)?;
    Ok(Some(reader.since(start)))
}

/// Passes over a work of a block of those that are shown.
fn skip_work(reader: &mut Reader<'_>) -> Result<(), Damaged> {
    reader.skip_text()?;
    for _ in 0..reader.count()? {
        reader.number()?;
        reader.skip_text()?;
    }
    reader.skip_text()?;
    // Year, day, what the year is of, type and region; then countries and topics.
    reader.skip_numbers(5)?;
    for _ in 0..2 {
        let count = reader.count()?;
        reader.skip_numbers(count)?;
    }
    Ok(())
}

fn write_work(work: &Work, values: &[Vec<String>], extent: Extent, writer: &mut Writer) {
    writer.text(&work.id);
    writer.length(work.editions.len());
    for edition in &work.editions {
        writer.number(code(values, FacetKind::Language, &edition.language));
        writer.text(&edition.title);
    }
    writer.text(&work.subtitle);
    let (month, day) = work.date.map_or((None, None), |date| (date.month(), date.day()));
    writer.number(work.date.map_or(0, |date| u32::from(date.year().number())));
    writer.number(u32::from(month.unwrap_or(0)) * 32 + u32::from(day.unwrap_or(0)));
    let basis = work.year_basis.and_then(|basis| BASES.iter().position(|known| *known == basis));
    writer.number(basis.map_or(0, |basis| whole(basis) + 1));
    writer.number(code(values, FacetKind::Type, &work.kind));
    writer.number(code(values, FacetKind::Region, &work.region));
    for (kind, list) in [(FacetKind::Country, &work.countries), (FacetKind::Topic, &work.topics)] {
        writer.length(list.len());
        for value in list {
            writer.number(code(values, kind, value));
        }
    }
    if extent == Extent::Whole {
        writer.text(&work.summary);
        writer.text(&work.names);
        writer.length(work.references.len());
        for reference in &work.references {
            writer.text(reference);
        }
    }
}

/// The place of a value, from 1; 0 stands for none.
fn code(values: &[Vec<String>], kind: FacetKind, value: &str) -> u32 {
    let place = values.get(kind.index()).and_then(|values| values.iter().position(|known| known == value));
    place.map_or(0, |place| whole(place) + 1)
}

fn read_work(reader: &mut Reader<'_>, values: &[Vec<String>], extent: Extent) -> Result<Work, Damaged> {
    let value = |kind: FacetKind, code: u32| -> Result<String, Damaged> {
        let Some(place) = code.checked_sub(1) else { return Ok(String::new()) };
        let values = values.get(kind.index()).ok_or(Damaged::Nonsense)?;
        values.get(size(place)).cloned().ok_or(Damaged::Nonsense)
    };
    let mut work = Work { id: reader.text()?.to_owned(), ..Work::default() };
    for _ in 0..reader.count()? {
        let language = value(FacetKind::Language, reader.number()?)?;
        work.editions.push(Edition { language, title: reader.text()?.to_owned() });
    }
    reader.text()?.clone_into(&mut work.subtitle);
    let (year, day_of_year) = (reader.number()?, reader.number()?);
    work.date = date(year, day_of_year / 32, day_of_year % 32)?;
    work.year_basis = match reader.number()?.checked_sub(1) {
        None => None,
        Some(place) => Some(*BASES.get(size(place)).ok_or(Damaged::Nonsense)?),
    };
    work.kind = value(FacetKind::Type, reader.number()?)?;
    work.region = value(FacetKind::Region, reader.number()?)?;
    for _ in 0..reader.count()? {
        work.countries.push(value(FacetKind::Country, reader.number()?)?);
    }
    for _ in 0..reader.count()? {
        work.topics.push(value(FacetKind::Topic, reader.number()?)?);
    }
    if extent == Extent::Whole {
        reader.text()?.clone_into(&mut work.summary);
        reader.text()?.clone_into(&mut work.names);
        for _ in 0..reader.count()? {
            work.references.push(reader.text()?.to_owned());
        }
    }
    Ok(work)
}

/// A date of its numbers, with 0 for what is not known; none without a year.
fn date(year: u32, month: u32, day: u32) -> Result<Option<PartialDate>, Damaged> {
    if year == 0 {
        return Ok(None);
    }
    let mut text = decimal(year);
    for number in [month, day].into_iter().take_while(|number| *number > 0) {
        text.push_str(if number < 10 { "-0" } else { "-" });
        text.push_str(&decimal(number));
    }
    PartialDate::parse(&text).map(Some).ok_or(Damaged::Nonsense)
}
