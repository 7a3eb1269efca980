//! The sign of the site: a filled point is an office in place, a ring is a place served from elsewhere, the thread
//! between them is cooperation. Words always stand beside it.

use crate::domain::content::Presence;
use crate::ui::element::{Element, decoration, el};

/// The four signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresenceSign {
    Office,
    OfficeWithSupport,
    ServedFrom,
    NotFound,
}

impl From<&Presence<'_>> for PresenceSign {
    fn from(presence: &Presence<'_>) -> Self {
        match presence {
            Presence::Own(_) => Self::Office,
            Presence::Supported { .. } => Self::OfficeWithSupport,
            Presence::ServedFrom(_) => Self::ServedFrom,
            Presence::NotFound => Self::NotFound,
        }
    }
}

/// Draws the sign.
pub fn presence_mark(sign: PresenceSign) -> Element {
    let class = if sign == PresenceSign::NotFound { "presence presence--none" } else { "presence" };
    let drawing = decoration(class, "0 0 28 14");
    let drawing = match sign {
        PresenceSign::OfficeWithSupport | PresenceSign::ServedFrom => {
            let thread = el("path", "")
                .attr("d", "M8 7h10")
                .attr("stroke", "currentColor")
                .attr("stroke-width", "1.5");
            drawing.el(thread).el(circle("5", "2.6").attr("fill", "currentColor"))
        }
        PresenceSign::Office | PresenceSign::NotFound => drawing,
    };
    drawing.el(match sign {
        PresenceSign::Office | PresenceSign::OfficeWithSupport => {
            circle("22", "5").attr("fill", "currentColor")
        }
        PresenceSign::ServedFrom => {
            circle("22", "4.2").attr("fill", "none").attr("stroke", "currentColor").attr("stroke-width", "2")
        }
        PresenceSign::NotFound => circle("22", "2.4").attr("fill", "currentColor"),
    })
}

fn circle(x: &str, radius: &str) -> Element {
    el("circle", "").attr("cx", x).attr("cy", "7").attr("r", radius)
}
