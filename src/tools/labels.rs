//! What things are called in a language, for the files that the compiler writes for people to keep.

use super::facts::Facts;
use super::messages::Messages;
use crate::domain::country::Iso3;
use crate::domain::language::Language;
use crate::domain::publication::Coverage;
use crate::domain::terms::TermKind;

/// The words of one language.
pub(super) struct Labels<'a> {
    pub facts: &'a Facts,
    pub messages: &'a Messages,
}

impl Labels<'_> {
    pub(super) fn language(&self) -> Language {
        self.messages.language
    }

    /// A message; its key where it is missing, which the compiler does not let through.
    pub(super) fn text(&self, key: &str) -> String {
        self.messages.texts.get(key).map_or(key, |message| &message.text).to_owned()
    }

    /// A message with its placeholders filled in.
    pub(super) fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        values
            .iter()
            .fold(self.text(key), |text, (name, value)| text.replace(&["{{", name, "}}"].concat(), value))
    }

    /// "Term: value", with the language's own punctuation.
    pub(super) fn line(&self, term: &str, value: &str) -> String {
        self.with("fact.line", &[("term", &self.text(term)), ("value", value)])
    }

    /// The label of a slug; the slug where it is missing.
    pub(super) fn term(&self, kind: TermKind, slug: &str) -> String {
        let key = [kind.prefix(), ".", slug].concat();
        self.messages.terms.get(&key).map_or(slug, |message| &message.text).to_owned()
    }

    pub(super) fn coverage(&self, coverage: Coverage) -> String {
        self.text(&["region.", &coverage.slug().to_ascii_lowercase()].concat())
    }

    /// The name of a country; its code where it is missing.
    pub(super) fn country(&self, iso3: Iso3) -> String {
        let country = self.facts.countries.good().find(|(_, _, country)| country.iso3 == iso3);
        let language = self.language();
        country.map_or_else(|| iso3.to_string(), |(_, _, country)| country.names.get(language).to_owned())
    }
}
