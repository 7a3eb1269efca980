//! The messages of one interface language.

use super::bidi::isolated;
use super::language::Direction;
use super::message::{Msg, Plural};

/// The plural categories of CLDR (<https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules>).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PluralCategory {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl PluralCategory {
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// CLDR's word, which is also the ending of a plural message's key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.word() == word)
    }

    fn index(self) -> usize {
        match self {
            Self::Zero => 0,
            Self::One => 1,
            Self::Two => 2,
            Self::Few => 3,
            Self::Many => 4,
            Self::Other => 5,
        }
    }
}

/// The forms of one plural message, one slot per category; a language fills those it uses.
pub type PluralForms = [Option<String>; 6];

/// All messages of one language, in the order of [`Msg`] and [`Plural`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    texts: Vec<String>,
    plurals: Vec<PluralForms>,
}

impl Catalog {
    /// Takes the messages, if there is exactly one for each [`Msg`] and each [`Plural`].
    pub fn new(texts: Vec<String>, plurals: Vec<PluralForms>) -> Option<Self> {
        (texts.len() == Msg::COUNT && plurals.len() == Plural::COUNT).then_some(Self { texts, plurals })
    }

    /// A message without placeholders, or one whose placeholders are still to be filled.
    pub fn text(&self, message: Msg) -> &str {
        self.texts.get(message as usize).map_or("", String::as_str)
    }

    /// The form of a plural message for a category; "other" where the language has no such form.
    pub fn plural(&self, message: Plural, category: PluralCategory) -> &str {
        let Some(forms) = self.plurals.get(message as usize) else {
            return "";
        };
        let form = |category: PluralCategory| forms.get(category.index()).and_then(Option::as_deref);
        form(category).or_else(|| form(PluralCategory::Other)).unwrap_or("")
    }
}

/// Puts values into a message: every `{{name}}` is replaced by the value of that name, which keeps to itself if it is
/// written in the other direction than the message.
/// A placeholder without a value stays as it is, so that a fault can be seen.
pub fn fill(template: &str, values: &[(&str, &str)], direction: Direction) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once("}}") else {
            filled.push_str("{{");
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(&isolated(value, direction));
        } else {
            filled.push_str("{{");
            filled.push_str(name);
            filled.push_str("}}");
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once_and_never_inside_values() {
        let fill = |template, values: &[_]| fill(template, values, Direction::Ltr);
        assert_eq!(fill("{{a}} of {{b}}", &[("a", "{{b}}"), ("b", "2")]), "{{b}} of 2");
        assert_eq!(fill("{{missing}}!", &[]), "{{missing}}!");
        assert_eq!(fill("open {{ end", &[("end", "x")]), "open {{ end");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn a_value_of_the_other_direction_keeps_to_itself() {
        let filled =
            fill("{{count}} لـ {{name}}!", &[("count", "3"), ("name", "Togo (AFR)")], Direction::Rtl);
        assert_eq!(filled, "3 لـ \u{2068}Togo (AFR)\u{2069}!");
    }
}
