//! The six WHO regions.

/// A WHO region. A country without a region stated in the sources has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    Afr,
    Amr,
    Sear,
    Eur,
    Emr,
    Wpr,
}

impl Region {
    /// All regions, in the order WHO lists them.
    pub const ALL: [Self; 6] = [Self::Afr, Self::Amr, Self::Sear, Self::Eur, Self::Emr, Self::Wpr];

    /// WHO's code, as used in addresses and facts (`AFR` … `WPR`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Afr => "AFR",
            Self::Amr => "AMR",
            Self::Sear => "SEAR",
            Self::Eur => "EUR",
            Self::Emr => "EMR",
            Self::Wpr => "WPR",
        }
    }

    /// Reads a code exactly as WHO writes it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }

    /// Number of Member States in the region since 23 May 2025, when Indonesia moved to the Western Pacific (WHA78).
    /// The content compiler checks the facts against these totals.
    pub fn member_states(self) -> usize {
        match self {
            Self::Afr => 47,
            Self::Amr => 35,
            Self::Sear => 10,
            Self::Eur => 53,
            Self::Emr => 21,
            Self::Wpr => 28,
        }
    }
}
