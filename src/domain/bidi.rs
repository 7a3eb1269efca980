//! Text of one direction of writing inside text of the other.
//!
//! A Latin name in an Arabic sentence, or an Arabic word in an English one, would drag the signs beside it to its other
//! side. Unicode has a pair of invisible marks that keep such a piece to itself
//! (<https://unicode.org/reports/tr9/#Explicit_Directional_Isolates>).

use std::borrow::Cow;

use super::language::Direction;

/// First strong isolate: the piece takes the direction of its own first letter.
const OPEN: char = '\u{2068}';
/// Pop directional isolate: its end.
const CLOSE: char = '\u{2069}';

/// A piece of text that is put into a sentence of the given direction. It is marked only if it has letters of the other
/// direction: most text is not, and marks would be copied with it.
pub fn isolated(piece: &str, sentence: Direction) -> Cow<'_, str> {
    let is_other = |char| direction(char).is_some_and(|direction| direction != sentence);
    // A piece that has marks of its own would lose its end to them.
    let is_marked = piece.contains(|char| matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    if is_marked || !piece.contains(is_other) {
        return Cow::Borrowed(piece);
    }
    let mut marked = String::with_capacity(piece.len() + 6);
    marked.push(OPEN);
    marked.push_str(piece);
    marked.push(CLOSE);
    Cow::Owned(marked)
}

/// The direction of a letter; none for digits, signs and spaces. Right to left are the blocks of Hebrew, Arabic and their
/// neighbours (<https://unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt>); signs that are taken for
/// letters only cause a mark that was not needed.
fn direction(char: char) -> Option<Direction> {
    match char {
        '\u{660}'..='\u{669}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' => None,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => Some(Direction::Rtl),
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{ffdc}' => Some(Direction::Ltr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_a_piece_with_letters_of_the_other_direction_is_marked() {
        use Direction::{Ltr, Rtl};
        for (piece, sentence, is_marked) in [
            ("Kenya (2024)", Rtl, true),
            ("Kenya (2024)", Ltr, false),
            ("كينيا", Ltr, true),
            ("كينيا", Rtl, false),
            ("كينيا WHO", Rtl, true),
            ("肯尼亚", Ltr, false),
            ("肯尼亚", Rtl, true),
            ("1 234,5", Rtl, false),
            ("٢٠٢٤", Ltr, false),
            ("…", Rtl, false),
            ("", Rtl, false),
        ] {
            assert_eq!(isolated(piece, sentence) != piece, is_marked, "{piece} in {sentence:?}");
        }
        assert_eq!(isolated("Kenya", Rtl), "\u{2068}Kenya\u{2069}");
    }

    #[test]
    fn a_piece_with_marks_of_its_own_is_left_alone() {
        assert_eq!(isolated("Kenya\u{2069}", Direction::Rtl), "Kenya\u{2069}");
    }

    proptest! {
        #[test]
        fn marks_come_in_pairs_around_an_unchanged_piece(piece in any::<String>(), rtl in any::<bool>()) {
            let sentence = if rtl { Direction::Rtl } else { Direction::Ltr };
            let marked = isolated(&piece, sentence).into_owned();
            let inner = marked.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(CLOSE));
            prop_assert!(marked == piece || inner == Some(piece.as_str()));
        }
    }
}
