//! Small line drawings beside words; never the only sign.

use super::element::{Element, decoration, el};

/// What an icon stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Search,
    Globe,
    Theme,
    Menu,
    Close,
    Filter,
    Copy,
    Print,
    Info,
    /// Points along the reading direction.
    Onward,
    /// Points against the reading direction.
    Back,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM12.2 12.2l4.3 4.3",
            Self::Globe => "M16 9A7 7 0 1 1 2 9a7 7 0 0 1 14 0zM2 9h14M9 2c5 5 5 9 0 14M9 2c-5 5-5 9 0 14",
            Self::Theme => "M15.5 9a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM9 2.5v13M12 3.4v11.2M14 5v8",
            Self::Menu => "M2 5h14M2 9h14M2 13h14",
            Self::Close => "M4 4l10 10M14 4L4 14",
            Self::Filter => "M2 4.5h14M5 9h8M7.5 13.5h3",
            Self::Copy => "M6 6h9v9H6zM3 12V3h9",
            Self::Print => "M5 6V2.5h8V6M5 12.5H2.5V6h13v6.5H13M5 10.5h8v5H5z",
            Self::Info => "M16 9A7 7 0 1 1 2 9a7 7 0 0 1 14 0zM9 8.2v4.3M9 5.2v.6",
            Self::Onward => "M3 9h12M10.5 4.5L15 9l-4.5 4.5",
            Self::Back => "M15 9H3M7.5 4.5L3 9l4.5 4.5",
        }
    }

    fn is_directional(self) -> bool {
        matches!(self, Self::Onward | Self::Back)
    }
}

/// Draws an icon. Screen readers skip it.
pub fn icon_mark(icon: Icon) -> Element {
    let class = if icon.is_directional() { "icon icon--directional" } else { "icon" };
    decoration(class, "0 0 18 18").el(el("path", "").attr("d", icon.path()))
}
