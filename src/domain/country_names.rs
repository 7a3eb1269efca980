//! The official names of a country, as far as they have arrived: those of the reader's language come with its words, the others
//! when they are wanted.

use super::country::Iso3;
use super::language::Language;

/// The official name in each of the six languages. There is always something to show: where the name in a language is not
/// here, another one, and where none is, the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    code: Iso3,
    /// In the order of [`Language::ALL`]; empty where the name is not here.
    texts: [String; 6],
}

impl Names {
    /// None is here yet.
    pub fn new(code: Iso3) -> Self {
        Self { code, texts: Default::default() }
    }

    /// The country's code.
    pub fn code(&self) -> Iso3 {
        self.code
    }

    /// Takes the name in a language. A blank text is no name.
    pub fn set(&mut self, language: Language, name: String) {
        if let Some(place) = self.texts.get_mut(language.index()).filter(|_| !name.trim().is_empty()) {
            *place = name;
        }
    }

    /// The name in a language, if it is here.
    pub fn known(&self, language: Language) -> Option<&str> {
        self.texts.get(language.index()).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// What to call the country in a language; never empty.
    pub fn get(&self, language: Language) -> &str {
        self.known(language).unwrap_or_else(|| self.all().next().map_or(self.code.as_str(), |(_, name)| name))
    }

    /// The languages whose names are here, with the names, in the order of [`Language::ALL`].
    pub fn all(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL.into_iter().filter_map(|language| Some((language, self.known(language)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(known: &[(Language, &str)]) -> Names {
        let mut names = Names::new(Iso3::parse("KEN").unwrap());
        for (language, name) in known {
            names.set(*language, (*name).to_owned());
        }
        names
    }

    #[test]
    fn the_name_of_another_language_stands_in_and_then_the_code() {
        let of_kenya = names(&[(Language::Ru, "Кения"), (Language::Fr, "Kenya")]);
        assert_eq!(of_kenya.get(Language::Ru), "Кения");
        assert_eq!(of_kenya.get(Language::Zh), "Kenya");
        assert_eq!(of_kenya.known(Language::Zh), None);
        assert_eq!(names(&[]).get(Language::En), "KEN");
        assert_eq!(of_kenya.all().collect::<Vec<_>>(), [(Language::Fr, "Kenya"), (Language::Ru, "Кения")]);
    }

    #[test]
    fn a_blank_text_is_no_name() {
        let of_kenya = names(&[(Language::En, "Kenya"), (Language::En, " "), (Language::Fr, "")]);
        assert_eq!(of_kenya.all().collect::<Vec<_>>(), [(Language::En, "Kenya")]);
    }
}
