//! The six interface languages: the official languages of the United Nations.

/// A language the interface can be shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    En,
    Fr,
    Es,
    Ar,
    Zh,
    Ru,
}

/// The direction a script runs in, as the `dir` attribute wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Ltr,
    Rtl,
}

impl Language {
    /// All languages, in the order of the address contract.
    pub const ALL: [Self; 6] = [Self::En, Self::Fr, Self::Es, Self::Ar, Self::Zh, Self::Ru];

    /// The BCP 47 code, which is also the first segment of every address.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ar => "ar",
            Self::Zh => "zh",
            Self::Ru => "ru",
        }
    }

    /// Reads a code exactly as it stands in an address.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The best match for a browser's preference such as `fr-CH` or `ZH-Hant`.
    pub fn from_preference(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        Self::from_code(&primary)
    }

    /// The language's name in itself: never translated, so that its readers recognise it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Ar => "العربية",
            Self::Zh => "中文",
            Self::Ru => "Русский",
        }
    }

    /// The direction of the language's script.
    pub fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::Rtl,
            Self::En | Self::Fr | Self::Es | Self::Zh | Self::Ru => Direction::Ltr,
        }
    }

    /// Position in [`Language::ALL`], for tables with one entry per language.
    pub fn index(self) -> usize {
        match self {
            Self::En => 0,
            Self::Fr => 1,
            Self::Es => 2,
            Self::Ar => 3,
            Self::Zh => 4,
            Self::Ru => 5,
        }
    }
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}
