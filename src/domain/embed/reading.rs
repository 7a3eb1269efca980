//! How the address of an embed, or the attributes of the element, are read.

use super::colour::Colour;
use super::look::{Density, Font, LARGEST_RADIUS, Theme};
use super::view::EmbedView;
use super::{Embed, Note, Reason};
use crate::domain::chart::ChartId;
use crate::domain::country::Iso3;
use crate::domain::date::PartialDate;
use crate::domain::language::Language;
use crate::domain::list_query::{Ignored, List, ListQuery};
use crate::domain::query_string;

impl Embed {
    /// Reads a query, with or without its question mark. What cannot be used is noted, and the default holds. Never fails.
    pub fn parse(query: &str) -> (Self, Vec<Note>) {
        let mut embed = Self::default();
        let mut notes = Vec::new();
        let (mut view, mut country, mut chart) = (None, None, None);
        let mut filters = Vec::new();
        for (key, value) in query_string::parse(query) {
            let is_good = if key == "view" {
                view = EmbedView::SLUGS.into_iter().find(|slug| *slug == value);
                Some(view.is_some())
            } else {
                embed.accept(&key, &value)
            };
            match is_good {
                Some(true) => {}
                Some(false) => notes.push(Note { key, value, reason: Reason::BadValue }),
                None => {
                    match key.as_str() {
                        "country" => country = Iso3::parse(&value),
                        "chart" => chart = ChartId::from_slug(&value).or(chart),
                        _ => {}
                    }
                    filters.push((key, value));
                }
            }
        }
        let wants_country = filters.iter().any(|(key, _)| key == "country");
        let default = if wants_country { "country" } else { "countries" };
        embed.view = EmbedView::of(view.unwrap_or(default), country, chart);
        embed.filter(filters, &mut notes);
        if view == Some("country") && !wants_country {
            notes.push(Note { key: "country".to_owned(), value: String::new(), reason: Reason::BadValue });
        }
        let refused = embed.look.refused().into_iter();
        notes.extend(refused.map(|(key, colour)| Note {
            key: key.to_owned(),
            value: colour.to_string(),
            reason: Reason::LowContrast,
        }));
        (embed, notes)
    }

    /// Takes a pair that does not depend on the view. None if it is not one of these; false if its value is bad.
    fn accept(&mut self, key: &str, value: &str) -> Option<bool> {
        let look = &mut self.look;
        let is_good = match key {
            "lang" => put(&mut self.language, Language::from_code(value)),
            "theme" => put(&mut look.theme, Theme::from_slug(value)),
            "accent" => put(&mut look.accent, Colour::parse(value).map(Some)),
            "background" => put(&mut look.background, Colour::parse(value).map(Some)),
            "text" => put(&mut look.text, Colour::parse(value).map(Some)),
            "radius" => put(&mut look.radius, radius(value).map(Some)),
            "font" => put(&mut look.font, Font::from_slug(value)),
            "density" => put(&mut look.density, Density::from_slug(value)),
            "pin" => put(&mut self.pin, PartialDate::parse_day(value).map(Some)),
            "debug" => put(&mut self.debug, ["0", "1"].contains(&value).then_some(value == "1")),
            _ => return None,
        };
        Some(is_good)
    }

    /// Takes the pairs that the view may know.
    fn filter(&mut self, pairs: Vec<(String, String)>, notes: &mut Vec<Note>) {
        let list = self.view.list().map(|(list, _)| list);
        let mut known = Vec::new();
        for (key, value) in pairs {
            if list.is_some_and(|list| is_filter(list, &key)) {
                known.push((key, value));
                continue;
            }
            let is_good = match (key.as_str(), &self.view) {
                // The list of all stands in the place of a card.
                ("country", view) => Some(matches!(view, EmbedView::Country(_))),
                ("chart", EmbedView::Chart(..)) => Some(ChartId::from_slug(&value).is_some()),
                ("region", _) => self.view.take_region(&value),
                _ => None,
            };
            let reason = if is_good.is_none() { Reason::UnknownKey } else { Reason::BadValue };
            if is_good != Some(true) {
                notes.push(Note { key, value, reason });
            }
        }
        if let (Some(list), Some(own)) = (list, self.view.query_mut()) {
            let (query, ignored) = ListQuery::parse(list, &known);
            *own = query;
            let ignored = ignored.into_iter();
            notes.extend(ignored.map(|Ignored { key, value }| Note { key, value, reason: Reason::BadValue }));
        }
    }
}

/// Whether a key narrows or orders a list in an embed. Pages and comparisons are for the site.
fn is_filter(list: List, key: &str) -> bool {
    matches!(key, "q" | "sort")
        || (list != List::Countries && matches!(key, "from" | "to"))
        || list.facets().iter().any(|facet| facet.key == key)
}

/// Puts a value in its place, if there is one.
pub(super) fn put<T>(place: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *place = value;
            true
        }
        None => false,
    }
}

/// A whole number of pixels without a sign.
fn radius(text: &str) -> Option<u8> {
    let is_plain = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let radius = is_plain.then(|| text.parse().ok())??;
    (radius <= LARGEST_RADIUS).then_some(radius)
}
