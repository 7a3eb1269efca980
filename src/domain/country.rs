//! Countries, territories and areas, and the codes they are known by.

use std::fmt;

use super::country_names::Names;
use super::region::Region;
use super::web_address::WebAddress;

/// An ISO 3166-1 alpha-3 code in capitals, such as `KEN`. `XKX` is user-assigned (Kosovo).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iso3([u8; 3]);

/// An ISO 3166-1 alpha-2 code in capitals, such as `KE`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iso2([u8; 2]);

/// A UN M49 code: three digits, such as `404`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct M49(u16);

impl Iso3 {
    /// Reads exactly three ASCII letters, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        letters(text).map(Self)
    }

    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("")
    }
}

impl Iso2 {
    /// Reads exactly two ASCII letters, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        letters(text).map(Self)
    }

    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("")
    }
}

impl M49 {
    /// Reads one to three digits, with or without leading zeros; 000 is not a code.
    pub fn parse(text: &str) -> Option<Self> {
        let valid = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let code: u16 = valid.then(|| text.parse().ok())??;
        (code > 0).then_some(Self(code))
    }
}

fn letters<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_alphabetic).then(|| bytes.map(|byte| byte.to_ascii_uppercase()))
}

impl fmt::Display for Iso3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Iso3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Iso2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Iso2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for M49 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}", self.0)
    }
}

/// Any code that may stand in the address of a country profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountryCode {
    Iso3(Iso3),
    Iso2(Iso2),
    M49(M49),
}

impl CountryCode {
    /// Tells the kinds apart by their shape: three letters, two letters, or digits.
    pub fn parse(text: &str) -> Option<Self> {
        Iso3::parse(text)
            .map(Self::Iso3)
            .or_else(|| Iso2::parse(text).map(Self::Iso2))
            .or_else(|| M49::parse(text).map(Self::M49))
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Iso3(code) => code.fmt(f),
            Self::Iso2(code) => code.fmt(f),
            Self::M49(code) => code.fmt(f),
        }
    }
}

/// What a country or area is to WHO.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Membership {
    MemberState,
    AssociateMember,
    Territory,
}

impl Membership {
    pub const ALL: [Self; 3] = [Self::MemberState, Self::AssociateMember, Self::Territory];

    /// The word used in addresses and facts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::MemberState => "member_state",
            Self::AssociateMember => "associate_member",
            Self::Territory => "territory",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|membership| membership.slug() == slug)
    }
}

/// Income group of the World Bank's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Income {
    Low,
    LowerMiddle,
    UpperMiddle,
    High,
    /// The World Bank lists the economy without a group for the year.
    NotClassified,
}

impl Income {
    pub const ALL: [Self; 5] =
        [Self::Low, Self::LowerMiddle, Self::UpperMiddle, Self::High, Self::NotClassified];

    /// The word used in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::LowerMiddle => "lower_middle",
            Self::UpperMiddle => "upper_middle",
            Self::High => "high",
            Self::NotClassified => "not_classified",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|income| income.slug() == slug)
    }

    /// The wording of the World Bank, as it stands in the facts.
    pub fn from_world_bank(name: &str) -> Option<Self> {
        match name {
            "Low income" => Some(Self::Low),
            "Lower middle income" => Some(Self::LowerMiddle),
            "Upper middle income" => Some(Self::UpperMiddle),
            "High income" => Some(Self::High),
            "Not classified" => Some(Self::NotClassified),
            _ => None,
        }
    }
}

/// One row of the list of countries, territories and areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    pub iso3: Iso3,
    pub iso2: Iso2,
    /// Kosovo has no M49 code.
    pub m49: Option<M49>,
    pub region: Option<Region>,
    pub membership: Membership,
    pub names: Names,
    /// Other names in use, for finding only: never shown as the name.
    pub aliases: Vec<String>,
    /// UN M49 subregion in English, the slug of its translated label.
    pub subregion: Option<String>,
    pub income: Option<Income>,
    /// The World Bank's fiscal year of the income group, such as `FY2026`.
    pub income_year: Option<String>,
    /// A place for a mark, not a statement about a boundary.
    pub position: Position,
    /// The Member State a territory belongs to.
    pub sovereign: Option<Iso3>,
    /// A remark in English that the profile must show.
    pub note: Option<String>,
    /// Where the row's facts come from.
    pub source: String,
}

/// A label point in hundredths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// -9000 to 9000, north is positive.
    pub latitude: i32,
    /// -18000 to 18000, east is positive.
    pub longitude: i32,
}

/// A source: what it is called, and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    pub address: Option<WebAddress>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart_by_shape() {
        let shown = |text: &str| CountryCode::parse(text).map(|code| code.to_string());
        assert_eq!(shown("ken").as_deref(), Some("KEN"));
        assert_eq!(shown("Ke").as_deref(), Some("KE"));
        assert_eq!(shown("4").as_deref(), Some("004"));
        assert_eq!(shown("404").as_deref(), Some("404"));
        for bad in ["", "k", "keny", "40a", "0", "000", "é1", "кен", "4040"] {
            assert_eq!(shown(bad), None, "{bad}");
        }
    }
}
