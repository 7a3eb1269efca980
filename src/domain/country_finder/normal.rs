//! What is left of a country's name when spelling habits do not matter: whole without its spaces, and word by word.
//!
//! Names and typed texts go through the same rules, so a rule here stands for hundreds of spellings: "St" is "Saint",
//! "U.S.A." is "usa", "l'Irlande" is "Irlande", and "the", "of" or "y" are no words that anybody must type.

use crate::domain::fold::fold;
use crate::domain::scan;

/// A name or a typed text in its normal form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Normal {
    /// All words without spaces: `cotedivoire`.
    pub whole: String,
    /// The words that carry the name, in their order: `cote`, `ivoire`. If there are only small words, all of them.
    pub words: Vec<String>,
}

/// Articles, "of" and "and" in the Latin and Cyrillic languages and in Arabic.
const SMALL_WORDS: &str = " the of and le la les du de des d l et el los las del y и و ";

/// What a state or a land is called in long names, folded. Formal names are in the list of spellings; these words help
/// where somebody puts one before a name that is not: "Commonwealth of Australia".
const STATE_WORDS: &str = " republic republique republica kingdom royaume reino commonwealth state etat estado federation \
    federacion federal federale federative democratic democratique democratica peoples populaire \
    popular islamic islamique islamica socialist socialiste socialista union principality \
    principaute principado sultanate sultanat sultanato emirate emirat emirato grand duchy \
    territory territoire territorio island islands isle isles ile iles isla islas республика \
    королевство федерация государство княжество султанат острова остров جمهوريه مملكه دوله جزر ";

impl Normal {
    /// Without the words for states and lands, if there are any and something remains.
    pub(super) fn without_state_words(&self) -> Option<Self> {
        let words: Vec<String> =
            self.words.iter().filter(|word| !is_in(STATE_WORDS, word)).cloned().collect();
        let is_other = !words.is_empty() && words.len() < self.words.len();
        is_other.then(|| Self { whole: words.concat(), words })
    }

    pub(super) fn new(text: &str) -> Self {
        let words = words_of(text);
        Self::of(words.iter().map(|word| usual(word)).collect())
    }

    /// A text that may still be typed on: "Federated St" will hardly be "Federated Saint". If the last word could be
    /// short for another one, this is the text with that word as it stands.
    pub(super) fn unfinished(text: &str) -> Option<Self> {
        let mut words = words_of(text);
        let last = words.pop().filter(|last| usual(last) != *last)?;
        Some(Self::of(words.iter().map(|word| usual(word)).chain([last]).collect()))
    }

    fn of(all: Vec<String>) -> Self {
        let whole = all.concat();
        let carrying = all.iter().filter(|word| !is_in(SMALL_WORDS, word));
        let mut words: Vec<String> = carrying.map(|word| bare(word)).collect();
        if words.is_empty() {
            words = all;
        }
        Self { whole, words }
    }

    /// The carrying words without spaces; the same as `whole` where there are no small words.
    pub(super) fn lean(&self) -> String {
        self.words.concat()
    }
}

/// Whether a word is in a list with a space around each.
fn is_in(list: &str, word: &str) -> bool {
    scan::contains(list, &[" ", word, " "].concat())
}

/// The folded words. Letters that stand alone in a row are one word: "U.S.A." is "usa".
fn words_of(text: &str) -> Vec<String> {
    let folded = fold(&elisions_apart(text));
    let mut words: Vec<String> = Vec::new();
    let mut letters_in_a_row = false;
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let is_letter = word.chars().nth(1).is_none();
        match words.last_mut() {
            Some(last) if is_letter && letters_in_a_row => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        letters_in_a_row = is_letter;
    }
    words
}

/// Puts a space for the apostrophe of an elision (`l'`, `d'`); folding would join the two words.
fn elisions_apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len());
    let mut before_last = ' ';
    let mut last = ' ';
    for char in text.chars() {
        let is_apostrophe = matches!(char, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '′' | '＇');
        let is_elision =
            is_apostrophe && matches!(last, 'l' | 'L' | 'd' | 'D') && !before_last.is_alphanumeric();
        let char = if is_elision { ' ' } else { char };
        apart.push(char);
        before_last = last;
        last = char;
    }
    apart
}

/// The usual form of a word. Short and long й are one letter here: both are typed for both.
fn usual(word: &str) -> String {
    match word {
        "st" | "ste" | "sainte" => "saint".to_owned(),
        "sta" => "santa".to_owned(),
        "sto" => "santo".to_owned(),
        _ => word.chars().map(|letter| if letter == 'й' { 'и' } else { letter }).collect(),
    }
}

/// A word without the Arabic article, if three letters or more remain.
fn bare(word: &str) -> String {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().nth(2).is_some() => rest.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn habits_of_spelling_do_not_matter() {
        for (a, b) in [
            ("Côte d’Ivoire", "cote d ivoire"),
            ("St. Kitts & Nevis", "Saint Kitts Nevis"),
            ("Ste-Lucie", "sainte lucie"),
            ("U.S.A.", "usa"),
            ("u k", "UK"),
            ("The Gambia", "Gambia"),
            ("Trinidad y Tabago", "Trinidad & Tabago"),
            ("l'Irlande", "Irlande"),
            ("République d'Autriche", "republique autriche"),
            ("Таиланд", "Тайланд"),
            ("السعودية", "سعودية"),
            ("Босния и Герцеговина", "босния герцеговина"),
        ] {
            assert_eq!(Normal::new(a).words, Normal::new(b).words, "{a} and {b}");
        }
        assert_eq!(Normal::new("Côte d'Ivoire").whole, Normal::new("cote divoire").whole);
        assert_eq!(Normal::new("ترينيداد و توباغو").whole, Normal::new("ترينيداد وتوباغو").whole);
    }

    #[test]
    fn small_words_alone_stay() {
        assert_eq!(Normal::new("La").words, ["la"]);
        assert_eq!(Normal::new("of the").words, ["of", "the"]);
        assert_eq!(Normal::new(" … "), Normal::default());
    }
}
