//! How much room words need in a drawing. A drawing is laid out before it is seen, so widths are estimates, on the side
//! of too wide: in halves of an em, in which a Chinese sign has two and any other one.

/// The halves of an em that a text needs.
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(char: char) -> usize {
    match char {
        // Marks that stand on another letter, and signs that are not seen.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{2066}'..='\u{2069}' => 0,
        '\u{2e80}'.. => 2,
        _ => 1,
    }
}

/// The text in lines of at most `most` halves of an em, broken at spaces; Chinese anywhere. A longer word stays whole.
pub fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last().map_or(0, |line| width(line));
        if line > 0 && line + width(piece.trim_end()) > most {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// What may not be broken: words with the space after them, and Chinese signs.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, char) in text.char_indices() {
        let end = at + char.len_utf8();
        if char == ' ' || char_width(char) == 2 {
            pieces.extend(text.get(start..end));
            start = end;
        }
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stay_whole() {
        assert_eq!(lines("Eastern Mediterranean Region", 14), ["Eastern", "Mediterranean", "Region"]);
        assert_eq!(lines("Eastern Mediterranean Region", 40), ["Eastern Mediterranean Region"]);
        assert_eq!(lines("国家合作战略", 8), ["国家合作", "战略"]);
        assert_eq!(lines("", 8), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-zé国 ]{0,60}", most in 1..40_usize) {
            let lines = lines(&text, most);
            let joined: String = lines.concat();
            prop_assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
            prop_assert!(lines.iter().all(|line| width(line) <= most || !line.contains(' ')));
        }
    }
}
