//! Rows of `countries.csv`.

use super::reader::{Reader, text_fault};
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::country::{Country, Income, Iso2, Iso3, M49, Membership, Position};
use crate::domain::country_names::Names;
use crate::domain::figure::Decimal;
use crate::domain::language::Language;
use crate::domain::region::Region;

/// Reads a country, territory or area as it is published: its names come apart.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn country(row: &dyn Row) -> Result<Country, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let country = facts(&mut reader);
    reader.finish(country)
}

/// Reads a country, territory or area as editors write it: with its name in every language.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn named_country(row: &dyn Row) -> Result<Country, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let mut country = facts(&mut reader);
    let columns = ["name_en", "name_fr", "name_es", "name_ar", "name_zh", "name_ru"];
    for (language, column) in Language::ALL.into_iter().zip(columns) {
        // The names of a country are published joined by it.
        if reader.cell(column).contains('|') {
            reader.fault(column, Fault::Several);
        }
        if let (Some(name), Some(country)) = (reader.text(column), &mut country) {
            country.names.set(language, name);
        }
    }
    reader.finish(country)
}

/// Reads a published name of a country: its code, if both can be used.
pub fn country_name(code: &str, name: &str) -> Option<Iso3> {
    let is_name = !name.is_empty() && text_fault(name).is_none();
    iso3(code).filter(|_| is_name)
}

fn facts(reader: &mut Reader<'_>) -> Option<Country> {
    let iso3 = reader.required("iso3", iso3, Fault::NotIso3);
    let iso2 = reader.required("iso2", iso2, Fault::NotIso2);
    let m49 = reader.optional("m49", m49, Fault::NotM49);
    let region = reader.optional("who_region", Region::from_code, Fault::NotRegion);
    let membership = reader.required("membership", Membership::from_slug, Fault::NotMembership);
    let aliases = reader.texts("aliases");
    let subregion = reader.optional_text("un_subregion");
    let income = reader.optional("world_bank_income", Income::from_world_bank, Fault::NotIncome);
    let income_year = reader.optional_text("income_year");
    let (no_year, no_income) =
        (reader.cell("income_year").is_empty(), reader.cell("world_bank_income").is_empty());
    if no_year != no_income {
        let fault = if no_year { Fault::Missing } else { Fault::Unasked };
        reader.fault("income_year", fault);
    }
    let lat = reader.required("lat", |text| degrees(text, 90), Fault::NotLatitude);
    let lon = reader.required("lon", |text| degrees(text, 180), Fault::NotLongitude);
    let sovereign = reader.optional("sovereign_iso3", self::iso3, Fault::NotIso3);
    let note = reader.optional_text("note");
    let source = reader.text("source");
    let country = || {
        Some(Country {
            iso3: iso3?,
            iso2: iso2?,
            m49,
            region,
            membership: membership?,
            names: Names::new(iso3?),
            aliases,
            subregion,
            income,
            income_year,
            position: Position { latitude: lat?, longitude: lon? },
            sovereign,
            note,
            source: source?,
        })
    };
    country()
}

/// Reads a code as the standard writes it: in capitals.
pub fn iso3(text: &str) -> Option<Iso3> {
    Iso3::parse(text).filter(|code| code.as_str() == text)
}

fn iso2(text: &str) -> Option<Iso2> {
    Iso2::parse(text).filter(|code| code.as_str() == text)
}

/// A code as the United Nations write it: with three digits.
fn m49(text: &str) -> Option<M49> {
    M49::parse(text).filter(|_| text.len() == 3)
}

/// Degrees as hundredths; two digits after the point, which the facts have, are some hundred metres.
fn degrees(text: &str, limit: i32) -> Option<i32> {
    let decimal = Decimal::parse(text)?;
    let scale = u32::from(decimal.scale);
    let hundredths = decimal.units.checked_mul(100)? / 10_i64.checked_pow(scale)?;
    i32::try_from(hundredths).ok().filter(|hundredths| hundredths.abs() <= limit * 100)
}
