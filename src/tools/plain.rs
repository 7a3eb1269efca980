//! Texts as the formats of other programs can hold them.

/// A text on one line: control characters and separators of lines and paragraphs are spaces, several spaces are one, and
/// none is at either end. Marks for the direction of writing stay, for without them a title could read wrongly.
pub(super) fn one_line(text: &str) -> String {
    let is_gap = |char: char| char == ' ' || char.is_control() || matches!(char, '\u{2028}' | '\u{2029}');
    let words: Vec<&str> = text.split(is_gap).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn gaps_of_any_kind_are_one_space() {
        assert_eq!(one_line(" a\r\n\u{2028}b\0  c\u{202b}\t"), "a b c\u{202b}");
        assert_eq!(one_line("\n"), "");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in any::<String>()) {
            let line = one_line(&text);
            prop_assert!(!line.chars().any(char::is_control) && !line.contains("  "));
            let words = |text: &str| -> String { text.chars().filter(|char| !char.is_whitespace() && !char.is_control()).collect() };
            prop_assert_eq!(words(&line), words(&text));
        }
    }
}
