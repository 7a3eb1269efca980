//! Cutting a text into the units that are looked for: folded words, and pairs of Chinese characters.
//!
//! Chinese does not part its words, so each two characters that stand side by side are a unit; a single character is
//! found as the beginning of a pair, and the last one of a run is a unit of its own so that it is found too.

use std::ops::Range;

use crate::domain::fold::{fold_char, small};

/// Longer words are cut, in the texts as in the queries. In bytes of the folded word.
pub(super) const LONGEST_UNIT: usize = 64;

/// A unit of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Where it stands in the text as it was written.
    pub range: Range<usize>,
    pub folded: String,
    /// The letters that folding has changed, small, in their order: "é" of "Café". With `folded` they tell whether
    /// two spellings are the same.
    pub marks: String,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Two Chinese characters side by side.
    Pair,
    /// The last Chinese character of a run.
    Last,
    /// A Chinese character without another beside it.
    Alone,
}

/// The units of a text, in their order.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let mut cutter = Cutter::default();
    for (at, char) in text.char_indices() {
        cutter.take(char, at..at + char.len_utf8());
    }
    cutter.end_word();
    cutter.end_run();
    cutter.units
}

#[derive(Default)]
struct Cutter {
    units: Vec<Unit>,
    word: String,
    marks: String,
    range: Range<usize>,
    /// The Chinese character before, if there is one, and whether another stands before that.
    chinese: Option<(Range<usize>, char)>,
    in_run: bool,
}

impl Cutter {
    fn take(&mut self, char: char, place: Range<usize>) {
        if is_chinese(char) {
            self.end_word();
            self.chinese(char, place);
            return;
        }
        if is_apostrophe(char) && ELIDED.contains(&self.word.as_str()) {
            self.end_word();
            return;
        }
        let before = self.word.len();
        fold_char(char, &mut self.word);
        if self.word.ends_with(' ') {
            self.word.truncate(before);
            self.end_word();
            self.end_run();
        } else if self.word.is_empty() {
            // A sign between words, or one that is no letter: what stands before it is over if it is the former.
            if !is_silent(char) {
                self.end_run();
            }
        } else {
            self.end_run();
            self.letter(char, before, place);
        }
    }

    /// Adds a letter, or a sign that belongs to the letter before.
    fn letter(&mut self, char: char, before: usize, place: Range<usize>) {
        if before == 0 {
            self.range = place.clone();
        }
        self.range.end = place.end;
        if self.word.len() > LONGEST_UNIT {
            self.word.truncate(before);
        } else if before < self.word.len() && !char.is_ascii() {
            let small = small_letter(char);
            if self.word.get(before..) != Some(small.encode_utf8(&mut [0; 4])) {
                self.marks.push(small);
            }
        }
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            let (folded, marks) = (std::mem::take(&mut self.word), std::mem::take(&mut self.marks));
            self.units.push(Unit { range: self.range.clone(), folded, marks, kind: Kind::Word });
        }
    }

    fn chinese(&mut self, char: char, place: Range<usize>) {
        if let Some((before, first)) = self.chinese.replace((place.clone(), char)) {
            let folded = [first, char].iter().collect();
            self.push_chinese(before.start..place.end, folded, Kind::Pair);
            self.in_run = true;
        }
    }

    fn end_run(&mut self) {
        if let Some((place, char)) = self.chinese.take() {
            let kind = if self.in_run { Kind::Last } else { Kind::Alone };
            self.push_chinese(place, char.to_string(), kind);
        }
        self.in_run = false;
    }

    fn push_chinese(&mut self, range: Range<usize>, folded: String, kind: Kind) {
        self.units.push(Unit { range, folded, marks: String::new(), kind });
    }
}

/// What French, and to some extent Spanish and English names, shorten before a vowel: "l'eau" is found as "eau".
/// Any other apostrophe joins, as in "children's".
const ELIDED: [&str; 9] = ["c", "d", "j", "l", "m", "n", "s", "t", "qu"];

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '′' | '＇')
}

/// Whether a sign leaves no trace at all, not even a space between words.
fn is_silent(char: char) -> bool {
    let mut word = String::from("a");
    fold_char(char, &mut word);
    word.len() == 1
}

/// Whether a sign is a letter or a digit, or part of one: whether folding leaves something of it.
pub(super) fn is_letter(char: char) -> bool {
    let mut word = String::new();
    fold_char(char, &mut word);
    !word.is_empty()
}

/// The unified ideographs, with extension A and the supplementary planes of ideographs.
pub(super) fn is_chinese(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The small form of a letter, also of an accented one: in the Latin blocks, capital and small letters take turns.
fn small_letter(char: char) -> char {
    let code = u32::from(char);
    let step = match code {
        0xd7 => 0,
        0xc0..=0xde => 32,
        0x100..=0x137 | 0x14a..=0x177 | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => u32::from(code % 2 == 0),
        0x139..=0x148 | 0x179..=0x17e => u32::from(code % 2 == 1),
        0x178 => return 'ÿ',
        _ => return small(char),
    };
    char::from_u32(code + step).unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::{fold, words};
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<String> {
        units(text).iter().map(|unit| [unit.folded.as_str(), "|", &unit.marks].concat()).collect()
    }

    #[test]
    fn words_keep_the_letters_that_folding_changed() {
        for (text, expected) in [
            ("Santé PUBLIQUE", vec!["sante|é", "publique|"]),
            ("ÉTÉ été Été", vec!["ete|éé", "ete|éé", "ete|éé"]),
            ("Straße", vec!["strasse|ß"]),
            ("Ёлка ёлка елка", vec!["елка|ё", "елка|ё", "елка|"]),
            ("Здоровье", vec!["здоровье|"]),
            ("Côte d’Ivoire", vec!["cote|ô", "d|", "ivoire|"]),
            ("l'été, children's qu’il", vec!["l|", "ete|éé", "childrens|", "qu|", "il|"]),
            ("ŁÓDŹ łódź", vec!["lodz|łóź", "lodz|łóź"]),
            ("الصحة", vec!["الصحه|ة"]),
            ("COVID-19", vec!["covid|", "19|"]),
            ("… !", vec![]),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn chinese_is_cut_into_pairs() {
        let kinds = |text: &str| -> Vec<(String, Kind)> {
            units(text).into_iter().map(|unit| (unit.folded, unit.kind)).collect()
        };
        let own = |items: &[(&str, Kind)]| -> Vec<(String, Kind)> {
            items.iter().map(|(text, kind)| ((*text).to_owned(), *kind)).collect()
        };
        assert_eq!(
            kinds("结核病2021年。癌"),
            own(&[
                ("结核", Kind::Pair),
                ("核病", Kind::Pair),
                ("病", Kind::Last),
                ("2021", Kind::Word),
                ("年", Kind::Alone),
                ("癌", Kind::Alone),
            ])
        );
        assert_eq!(kinds("结 核"), own(&[("结", Kind::Alone), ("核", Kind::Alone)]));
    }

    #[test]
    fn a_unit_tells_where_it_stands() {
        let text = "Pre-Été d'hiver 结核病";
        let parts: Vec<&str> = units(text).iter().map(|unit| &text[unit.range.clone()]).collect();
        assert_eq!(parts, ["Pre", "Été", "d", "hiver", "结核", "核病", "病"]);
    }

    proptest! {
        /// Outside Chinese and without apostrophes, the units are the words that folding knows.
        #[test]
        fn units_are_folded_words(text in "[a-zA-ZÀ-ſа-яА-Яا-ي0-9\\-. \u{301}\u{200f}]{0,40}") {
            let folded: Vec<String> = units(&text).into_iter().map(|unit| unit.folded).collect();
            prop_assert_eq!(folded, words(&text));
        }

        #[test]
        fn any_text_can_be_cut(text in any::<String>()) {
            for unit in units(&text) {
                prop_assert!(text.get(unit.range.clone()).is_some());
                prop_assert!(!unit.folded.is_empty() && unit.folded.len() <= LONGEST_UNIT);
                prop_assert_eq!(fold(&unit.folded), unit.folded);
            }
        }
    }
}
