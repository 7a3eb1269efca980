//! Which countries and areas a profile names beside its own: those of the same group. Who borders on whom is not in the
//! facts, and is not claimed.

use super::content::Content;
use super::country::Country;
use super::region::Region;

/// What countries named together have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group<'a> {
    /// A subregion of UN M49, by its slug.
    Subregion(&'a str),
    /// Where no subregion is known.
    Region(Region),
}

impl<'a> Group<'a> {
    /// The closest group of a country; none if neither subregion nor region is known.
    pub fn of(country: &'a Country) -> Option<Self> {
        let subregion = country.subregion.as_deref().map(Self::Subregion);
        subregion.or_else(|| country.region.map(Self::Region))
    }

    fn holds(self, country: &Country) -> bool {
        match self {
            Self::Subregion(slug) => country.subregion.as_deref() == Some(slug),
            Self::Region(region) => country.region == Some(region),
        }
    }
}

/// The others of the group, in the order of the content.
pub fn neighbours<'a>(content: &'a Content, country: &Country) -> Vec<&'a Country> {
    let Some(group) = Group::of(country) else { return Vec::new() };
    let others = content.countries.iter().filter(|other| other.iso3 != country.iso3);
    others.filter(|other| group.holds(other)).collect()
}
