//! How an embed looks: typed values only, so that a partner can make it fit and cannot make it unreadable.

use super::colour::Colour;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// What decides between light and dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The reader's device.
    #[default]
    Auto,
    Light,
    Dark,
}

/// A class of letters that every device has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Font {
    /// The letters of the site.
    #[default]
    Site,
    System,
    Sans,
    Serif,
    Mono,
}

/// How much space stands between things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    #[default]
    Comfortable,
    Compact,
}

/// The colours that are shown, after all that cannot be read has been refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub scheme: Scheme,
    pub background: Colour,
    pub text: Colour,
    pub accent: Colour,
}

/// The look that was asked for. What is none is as on the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub accent: Option<Colour>,
    pub background: Option<Colour>,
    pub text: Option<Colour>,
    /// Radius of corners in pixels, at most [`LARGEST_RADIUS`].
    pub radius: Option<u8>,
    pub font: Font,
    pub density: Density,
}

/// The largest radius of corners, in pixels.
pub const LARGEST_RADIUS: u8 = 24;

impl Scheme {
    /// The site's own colours (`style/tokens/roles.css`): page, text, links.
    pub fn own(self) -> Palette {
        let colour = |red, green, blue| Colour { red, green, blue };
        let (background, text, accent) = match self {
            Self::Light => (colour(0xff, 0xff, 0xff), colour(0x22, 0x30, 0x2e), colour(0x0a, 0x62, 0x6c)),
            Self::Dark => (colour(0x0c, 0x14, 0x14), colour(0xe4, 0xea, 0xe8), colour(0x9f, 0xd0, 0xd2)),
        };
        Palette { scheme: self, background, text, accent }
    }
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the word exactly.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.slug() == slug)
    }

    /// What readers may see.
    pub fn schemes(self) -> &'static [Scheme] {
        match self {
            Self::Auto => &[Scheme::Light, Scheme::Dark],
            Self::Light => &[Scheme::Light],
            Self::Dark => &[Scheme::Dark],
        }
    }
}

impl Font {
    pub const ALL: [Self; 5] = [Self::Site, Self::System, Self::Sans, Self::Serif, Self::Mono];

    /// The word in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::System => "system",
            Self::Sans => "sans",
            Self::Serif => "serif",
            Self::Mono => "mono",
        }
    }

    /// Reads the word exactly.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|font| font.slug() == slug)
    }
}

impl Density {
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// The word in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }

    /// Reads the word exactly.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|density| density.slug() == slug)
    }
}

impl Look {
    /// The colours that are shown to a reader whose device asks for a scheme. A ground that was chosen settles light or dark by
    /// itself; text and links that cannot be read on their ground give way to the site's.
    pub fn palette(&self, scheme: Scheme) -> Palette {
        let mut palette = self.ground(scheme);
        let own = palette.scheme.own().accent;
        let wanted = self.accent.into_iter().chain([own]);
        palette.accent = wanted
            .into_iter()
            .find(|accent| accent.is_readable_on(palette.background))
            .unwrap_or(palette.text);
        palette
    }

    /// Ground and text.
    fn ground(&self, scheme: Scheme) -> Palette {
        let own = scheme.own();
        let other = match scheme {
            Scheme::Light => Scheme::Dark,
            Scheme::Dark => Scheme::Light,
        };
        match (self.background, self.text) {
            (Some(background), Some(text)) if text.is_readable_on(background) => {
                let is_light = background.luminance() > text.luminance();
                let scheme = if is_light { Scheme::Light } else { Scheme::Dark };
                Palette { scheme, background, text, ..own }
            }
            (Some(background), None) => {
                let own_text = [own, other.own()].into_iter().find(|own| own.text.is_readable_on(background));
                own_text.map_or(own, |own| Palette { background, ..own })
            }
            (None, Some(text)) if text.is_readable_on(own.background) => Palette { text, ..own },
            _ => own,
        }
    }

    /// The keys of the colours that no reader will see, because they cannot be read where they would stand.
    pub fn refused(&self) -> Vec<(&'static str, Colour)> {
        let palettes = self.theme.schemes().iter().map(|scheme| self.palette(*scheme));
        let (mut accent, mut background, mut text) = (self.accent, self.background, self.text);
        for palette in palettes {
            accent = accent.filter(|colour| *colour != palette.accent);
            background = background.filter(|colour| *colour != palette.background);
            text = text.filter(|colour| *colour != palette.text);
        }
        let keys = [("accent", accent), ("background", background), ("text", text)];
        keys.into_iter().filter_map(|(key, colour)| Some((key, colour?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Option<Colour> {
        Colour::parse(text)
    }

    fn refused(look: Look) -> Vec<&'static str> {
        look.refused().into_iter().map(|(key, _)| key).collect()
    }

    #[test]
    fn the_sites_own_colours_are_those_of_its_style_sheet() {
        let palette = include_str!("../../../style/tokens/palette.css");
        for (name, colour) in [
            ("--c-slate-0", Scheme::Light.own().background),
            ("--c-slate-800", Scheme::Light.own().text),
            ("--c-lake-600", Scheme::Light.own().accent),
            ("--c-slate-950", Scheme::Dark.own().background),
            ("--c-slate-100", Scheme::Dark.own().text),
            ("--c-lake-200", Scheme::Dark.own().accent),
        ] {
            assert!(palette.contains(&format!("{name}: #{colour};")), "{name}: {colour}");
        }
    }

    #[test]
    fn a_ground_settles_the_scheme() {
        let look = Look { background: colour("102030"), ..Look::default() };
        assert_eq!(
            look.palette(Scheme::Light),
            Palette { background: colour("102030").unwrap(), ..Scheme::Dark.own() }
        );
        let look = Look { background: colour("ffffff"), text: colour("333333"), ..Look::default() };
        assert_eq!(look.palette(Scheme::Dark).scheme, Scheme::Light);
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let theme = Theme::Light;
        assert_eq!(refused(Look { theme, accent: colour("ffff00"), ..Look::default() }), ["accent"]);
        assert_eq!(refused(Look { theme, text: colour("777777"), ..Look::default() }), ["text"]);
        assert_eq!(refused(Look { theme, background: colour("808080"), ..Look::default() }), ["background"]);
        let pair = Look { background: colour("808080"), text: colour("909090"), ..Look::default() };
        assert_eq!(refused(pair), ["background", "text"]);
        assert_eq!(pair.palette(Scheme::Light), Scheme::Light.own());
        // In one of the two schemes it can be read.
        assert_eq!(refused(Look { accent: colour("ffff00"), ..Look::default() }), [""; 0]);
    }

    proptest! {
        #[test]
        fn all_that_is_shown_can_be_read(colours in any::<[Option<[u8; 3]>; 3]>(), is_dark in any::<bool>()) {
            let [accent, background, text] =
                colours.map(|colour| colour.map(|[red, green, blue]| Colour { red, green, blue }));
            let look = Look { accent, background, text, ..Look::default() };
            let palette = look.palette(if is_dark { Scheme::Dark } else { Scheme::Light });
            prop_assert!(palette.text.is_readable_on(palette.background));
            prop_assert!(palette.accent.is_readable_on(palette.background));
        }
    }
}
