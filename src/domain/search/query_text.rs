//! What a typed text asks for: words that must all occur, phrases in quotation marks, and what must not occur.

use super::units::{Kind, is_letter, units};

/// More words than anybody types; those beyond are not looked for, and the reader is told.
pub const MOST_WORDS: usize = 64;

/// Words beyond these do not make a work more relevant; each must occur all the same.
pub(super) const RANKED_WORDS: usize = 16;

/// A typed text, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryText {
    pub clauses: Vec<Clause>,
    /// Whether there were more than [`MOST_WORDS`] words.
    pub is_cut: bool,
}

/// A word, or a phrase of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// In their order; never empty.
    pub words: Vec<Wanted>,
    /// In quotation marks, be it one word: it is meant as it stands, so no other word is taken for it.
    pub is_phrase: bool,
    /// Whether the records that have it are left out.
    pub is_excluded: bool,
}

impl Clause {
    /// Whether the places of its words matter: of one word they do not.
    pub(super) fn has_order(&self) -> bool {
        self.is_phrase && self.words.len() > 1
    }
}

/// A word to look for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    pub folded: String,
    /// The letters that folding has changed.
    pub marks: String,
    /// Whether words that only begin with it will do: the last one may not have been typed to its end.
    pub is_prefix: bool,
}

impl QueryText {
    /// Understands a text. Every text has a meaning; one without letters or digits asks for nothing.
    pub fn new(text: &str) -> Self {
        let mut query = Self::default();
        let mut known: Vec<Wanted> = Vec::new();
        let mut left = MOST_WORDS;
        for piece in pieces(text) {
            let mut words = wanted(piece.text, piece.is_open);
            query.is_cut |= words.len() > left;
            words.truncate(left);
            left -= words.len();
            // What is left out is what was written: "-covid-19" does not leave out every 19.
            let is_phrase = piece.is_quoted || piece.is_excluded && words.len() > 1;
            if is_phrase && !words.is_empty() {
                query.clauses.push(Clause { words, is_phrase: true, is_excluded: piece.is_excluded });
                continue;
            }
            for word in words {
                // A word twice asks for no more than once.
                if piece.is_excluded || !known.contains(&word) {
                    if !piece.is_excluded {
                        known.push(word.clone());
                    }
                    query.clauses.push(Clause {
                        words: vec![word],
                        is_phrase: false,
                        is_excluded: piece.is_excluded,
                    });
                }
            }
        }
        query
    }

    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The words that are looked for, phrase or not.
    pub fn wanted(&self) -> impl Iterator<Item = &Wanted> {
        self.clauses.iter().filter(|clause| !clause.is_excluded).flat_map(|clause| &clause.words)
    }
}

/// A stretch of the text between blanks or quotation marks.
struct Piece<'a> {
    text: &'a str,
    is_quoted: bool,
    is_excluded: bool,
    /// Whether the text ends with it, so that its last word may not be complete.
    is_open: bool,
}

const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (is_excluded, after) = match rest.strip_prefix(['-', '−']) {
            Some(after) if after.starts_with(|char: char| is_letter(char) || QUOTES.contains(&char)) => {
                (true, after)
            }
            _ => (false, rest),
        };
        let quoted = after.strip_prefix(QUOTES);
        let inner = quoted.unwrap_or(after);
        let is_end = |char: char| {
            if quoted.is_some() {
                QUOTES.contains(&char)
            } else {
                char.is_whitespace() || QUOTES.contains(&char)
            }
        };
        let end = inner.find(is_end);
        let (text, following) = inner.split_at_checked(end.unwrap_or(inner.len())).unwrap_or((inner, ""));
        pieces.push(Piece {
            text,
            is_quoted: quoted.is_some(),
            is_excluded,
            is_open: end.is_none() && !is_excluded,
        });
        rest = if quoted.is_some() { following.strip_prefix(QUOTES).unwrap_or(following) } else { following };
        rest = rest.trim_start();
    }
    pieces
}

/// The words of a stretch of text. If it is open, its last word may go on, unless a sign shows that it is complete.
fn wanted(text: &str, is_open: bool) -> Vec<Wanted> {
    let units = units(text);
    let last = units.len().saturating_sub(1);
    let may_go_on = is_open && units.last().is_some_and(|unit| unit.range.end == text.len());
    let mut words = Vec::with_capacity(units.len());
    for (at, unit) in units.into_iter().enumerate() {
        let is_prefix = match unit.kind {
            Kind::Word => may_go_on && at == last,
            Kind::Pair => false,
            // Its pair asks for it already.
            Kind::Last => continue,
            Kind::Alone => true,
        };
        words.push(Wanted { folded: unit.folded, marks: unit.marks, is_prefix });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A short way to write a query down: `*` for a beginning, `-` for what is left out, `[…]` for a phrase.
    fn told(text: &str) -> String {
        let word = |word: &Wanted| [word.folded.as_str(), if word.is_prefix { "*" } else { "" }].concat();
        let clause = |clause: &Clause| {
            let words: Vec<String> = clause.words.iter().map(word).collect();
            let words = words.join(" ");
            let sign = if clause.is_excluded { "-" } else { "" };
            if clause.is_phrase { format!("{sign}[{words}]") } else { format!("{sign}{words}") }
        };
        QueryText::new(text).clauses.iter().map(clause).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        for (text, expected) in [
            ("malaria", "malaria*"),
            ("malaria ", "malaria"),
            ("Malaria children", "malaria children*"),
            ("malaria malaria", "malaria malaria*"),
            ("malaria malaria x", "malaria x*"),
            ("\"malaria control\" plan", "[malaria control] plan*"),
            ("\"malaria con", "[malaria con*]"),
            ("\"malaria\"", "[malaria]"),
            ("“health systems”", "[health systems]"),
            ("malaria -children", "malaria -children"),
            ("malaria -\"child health\" x", "malaria -[child health] x*"),
            ("Guinea-Bissau", "guinea bissau*"),
            ("-a a", "-a a*"),
            ("a - b", "a b*"),
            ("--a", "a*"),
            ("x -covid-19", "x -[covid 19]"),
            ("结核病", "结核 核病"),
            ("癌", "癌*"),
            ("\"结核病\"", "[结核 核病]"),
            ("COVID-19", "covid 19*"),
            ("health.", "health"),
            ("\"\" \" \" - -- « ?", ""),
            (".*(a|b)[c]", "a b c"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn there_is_a_limit_to_the_words() {
        let many = (0..100).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
        let query = QueryText::new(&many);
        assert!(query.is_cut);
        assert_eq!(query.clauses.len(), MOST_WORDS);
        assert!(!QueryText::new("a b c").is_cut);
    }

    proptest! {
        #[test]
        fn every_text_has_a_meaning(text in any::<String>()) {
            let query = QueryText::new(&text);
            prop_assert!(query.clauses.iter().all(|clause| !clause.words.is_empty()));
        }
    }
}
