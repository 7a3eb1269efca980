//! Folding: what is left of a text when case, accents, apostrophes and hyphens do not matter.
//!
//! Query and text are folded alike. Latin, Cyrillic and Arabic have rules of their own; Chinese stays as it is.
//! The Latin table is checked in the tests against Unicode's decomposition (UAX #15).

/// Base letters of U+00C0 to U+017F, one for one; a space stands for a sign. Letters of `spelled_out` never get here.
const LATIN: &str = concat!(
    "aaaaaaaceeeeiiiidnooooo ouuuuyts", // U+00C0
    "aaaaaaaceeeeiiiidnooooo ouuuuyty", // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg", // U+0100
    "gggghhhhiiiiiiiiiiiijjkkklllllll", // U+0120
    "lllnnnnnnnnnoooooooorrrrrrssssss", // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs", // U+0160
);

/// The same of U+1E00 to U+1EFF, where Vietnamese has its letters.
const LATIN_ADDITIONAL: &str = concat!(
    "aabbbbbbccddddddddddeeeeeeeeeeff", // U+1E00
    "gghhhhhhhhhhiiiikkkkkkllllllllmm", // U+1E20
    "mmmmnnnnnnnnoooooooopppprrrrrrrr", // U+1E40
    "ssssssssssttttttttuuuuuuuuuuvvvv", // U+1E60
    "wwwwwwwwwwxxxxyyzzzzzzhtwyassssd", // U+1E80
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee", // U+1EA0
    "eeeeeeeeiiiioooooooooooooooooooo", // U+1EC0
    "oooouuuuuuuuuuuuuuyyyyyyyyllvvyy", // U+1EE0
);

/// Folds a text to lower case without accents. Words are separated by single spaces; there is none at either end.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars() {
        fold_char(char, &mut folded);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a text, folded.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Adds what is left of one character: letters, a space for what stands between words, or nothing.
pub(super) fn fold_char(char: char, out: &mut String) {
    match char {
        'a'..='z' | '0'..='9' => out.push(char),
        'A'..='Z' => out.push(char.to_ascii_lowercase()),
        _ if is_silent(char) => {}
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ة' => out.push('ه'),
        'ؤ' => out.push('و'),
        'ى' | 'ئ' | 'ی' => out.push('ي'),
        'ک' => out.push('ك'),
        'ё' | 'Ё' => out.push('е'),
        '٠'..='٩' => push_digit(char, '٠', out),
        '۰'..='۹' => push_digit(char, '۰', out),
        '\u{00c0}'..='\u{017f}' => fold_latin(char, out),
        '\u{1e00}'..='\u{1eff}' => out.push(base_letter(LATIN_ADDITIONAL, char, 0x1e00).unwrap_or(char)),
        // Full-width forms, as Chinese keyboards write them, in the order of ASCII.
        '！'..='～' => {
            if let Some(plain) = char::from_u32(u32::from(char) - 0xfee0) {
                fold_char(plain, out);
            }
        }
        _ if is_sign(char) => push_gap(out),
        _ => out.push(small(char)),
    }
}

/// Signs that carry no letter.
fn is_silent(char: char) -> bool {
    matches!(
        char,
        // Apostrophes of every kind join: "Côte d'Ivoire" and "Cote dIvoire" are the same to a reader in a hurry.
        '\'' | '’' | '‘' | '‛' | '′' | '´' | '`' | '\u{02b9}'..='\u{02bf}'
        // Combining marks, Arabic vowel signs, the Arabic letter stretcher.
        | '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0640}'
        // Invisible direction marks, joiners and soft hyphens.
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{061c}'
        | '\u{00ad}' | '\u{feff}'
    )
}

/// Signs that stand between words: the blocks of Unicode that hold punctuation and symbols, and the signs among the letters of the
/// scripts that occur here. The standard library knows the letters of all scripts, by tables that weigh two kilobytes of what
/// visitors download; here a sign of a script that does not occur stays, as a letter would.
fn is_sign(char: char) -> bool {
    matches!(
        char,
        '\0'..='¿' if !matches!(char, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾')
    ) || matches!(
        char,
        // Spacing modifiers, Greek, Cyrillic, Arabic.
        '\u{02c2}'..='\u{02c5}' | '\u{02d2}'..='\u{02df}' | '\u{037e}' | '\u{0384}' | '\u{0385}' | '\u{0387}' | '\u{0482}'..='\u{0489}'
        | '\u{0600}'..='\u{060f}' | '؛'..='؟' | '٪'..='٭' | '۔' | '\u{06dd}' | '\u{06de}' | '\u{06e9}' | '\u{06fd}' | '\u{06fe}'
        // General punctuation; currencies and marks around letters; arrows, operators, frames, pictures.
        | '\u{2000}'..='\u{206f}' | '⁺'..='⁾' | '₊'..='₎' | '\u{20a0}'..='\u{20ff}' | '℀'..='℁' | '№' | '™' | '←'..='\u{245f}'
        | '─'..='❵' | '➔'..='⯿' | '\u{2e00}'..='\u{2e7f}'
        // Chinese punctuation; variants of forms; what has no character.
        | '\u{3000}'..='〄' | '〈'..='〠' | '〰' | '〽'..='〿' | '゠' | '・' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe6f}' | '｟'..='･' | '￠'..='\u{ffff}' | '\u{1f000}'..='\u{1f0ff}' | '\u{1f300}'..='\u{1faff}'
    )
}

fn fold_latin(char: char, out: &mut String) {
    if let Some(letters) = spelled_out(char) {
        out.push_str(letters);
        return;
    }
    match base_letter(LATIN, char, 0xc0) {
        Some(' ') | None => push_gap(out),
        Some(base) => out.push(base),
    }
}

/// The letter of a table that begins at a code point.
fn base_letter(table: &str, char: char, first: u32) -> Option<char> {
    let index = usize::try_from(u32::from(char).checked_sub(first)?).ok()?;
    table.as_bytes().get(index).map(|byte| char::from(*byte))
}

/// The small form of a letter in the scripts that have two and occur here. The standard library knows those of all
/// scripts, by tables that weigh eight kilobytes of what visitors download.
pub(super) fn small(char: char) -> char {
    let step = match char {
        'А'..='Я' | 'Α'..='Ω' => 32,
        'Ѐ'..='Џ' => 80,
        // The signs for ångström and kelvin, which some keyboards give for the letters.
        '\u{212b}' => return 'a',
        '\u{212a}' => return 'k',
        _ => return char,
    };
    char::from_u32(u32::from(char) + step).unwrap_or(char)
}

/// Letters that stand for two.
fn spelled_out(char: char) -> Option<&'static str> {
    match char {
        'æ' | 'Æ' => Some("ae"),
        'œ' | 'Œ' => Some("oe"),
        'ß' => Some("ss"),
        'þ' | 'Þ' => Some("th"),
        'ĳ' | 'Ĳ' => Some("ij"),
        _ => None,
    }
}

fn push_digit(char: char, zero: char, out: &mut String) {
    let value = u32::from(char).wrapping_sub(u32::from(zero));
    if let Some(digit) = char::from_digit(value, 10) {
        out.push(digit);
    }
}

fn push_gap(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn folds_what_readers_do_not_type() {
        for (text, expected) in [
            ("Côte d'Ivoire", "cote divoire"),
            ("Côte d’Ivoire", "cote divoire"),
            ("Guinea-Bissau", "guinea bissau"),
            ("  São  Tomé (and) Príncipe. ", "sao tome and principe"),
            ("Türkiye", "turkiye"),
            ("Åland · Łódź · Straße · Œuvre · Å", "aland lodz strasse oeuvre a"),
            ("Королёв ЁЛКА Ђ", "королев елка ђ"),
            ("Việt Nam", "viet nam"),
            ("ΕΛΛΑΔΑ", "ελλαδα"),
            ("Йемен", "йемен"),
            ("أفغانستان", "افغانستان"),
            ("سُورِيَة", "سوريه"),
            ("中国", "中国"),
            ("٢٠٢٥", "2025"),
            ("ＵＳＡ １０", "usa 10"),
            ("Việt Nam", "viet nam"),
            ("ایران", "ايران"),
            ("…", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    /// Oracle: decompose by Unicode, drop the marks, lower the case.
    #[test]
    fn the_latin_table_agrees_with_unicode() {
        for code in 0xc0..=0x17f_u32 {
            let char = char::from_u32(code).unwrap();
            let base: String = char.nfd().filter(char::is_ascii).collect::<String>().to_ascii_lowercase();
            if base.is_empty() {
                continue;
            }
            assert_eq!(fold(&char.to_string()), base, "U+{code:04X} {char}");
        }
        for code in 0x1ea0..=0x1ef9_u32 {
            let char = char::from_u32(code).unwrap();
            let base: String = char.nfd().filter(char::is_ascii).collect::<String>().to_ascii_lowercase();
            assert_eq!(fold(&char.to_string()), base, "U+{code:04X} {char}");
        }
        for code in 0x1e00..=0x1eff_u32 {
            let char = char::from_u32(code).unwrap();
            let base: String = char.nfd().filter(char::is_ascii).collect::<String>().to_ascii_lowercase();
            if base.len() == 1 {
                assert_eq!(fold(&char.to_string()), base, "U+{code:04X} {char}");
            }
        }
        for (char, expected) in [
            ('ẞ', "s"),
            ('ø', "o"),
            ('Ø', "o"),
            ('đ', "d"),
            ('ð', "d"),
            ('ł', "l"),
            ('Ł', "l"),
            ('ı', "i"),
            ('×', ""),
            ('÷', ""),
        ] {
            assert_eq!(fold(&char.to_string()), expected, "{char}");
        }
    }

    /// Oracle: the standard library's tables, for all that is written in the content and for whole blocks of the scripts it is in.
    #[test]
    fn signs_are_told_from_letters_as_unicode_does() {
        fn texts(folder: &std::path::Path, all: &mut String) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    texts(&path, all);
                } else if let Ok(text) = std::fs::read_to_string(&path) {
                    all.push_str(&text);
                }
            }
        }
        let mut all = String::new();
        texts(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &mut all);
        assert!(all.contains('中') && all.contains('ي') && all.contains('ё'));
        // Greek and Cyrillic, Arabic letters and digits, the common part of Chinese and Japanese.
        let blocks = [
            0x386..=0x3f5,
            0x400..=0x481,
            0x48a..=0x52f,
            0x620..=0x64a,
            0x660..=0x6d3,
            0x4e00..=0x9fff,
            0x3041..=0x3096,
        ];
        let punctuation = [
            0x21..=0x2f,
            0xa0..=0xbf,
            0x2010..=0x2060,
            0x2190..=0x23ff,
            0x2500..=0x26ff,
            0x3001..=0x3003,
            0x3008..=0x3020,
        ];
        all.extend(blocks.into_iter().chain(punctuation).flatten().filter_map(char::from_u32));
        // What joins letters of Tamil, Burmese and Khmer is no letter to the tables, but stands within words.
        let is_odd = |char| {
            is_silent(char)
                || matches!(char, '\u{bcd}' | '\u{103a}' | '\u{17d2}' | '\u{38b}' | '\u{38d}' | '\u{3a2}')
        };
        for char in all.chars().filter(|char| !is_odd(*char)) {
            let folded = fold(&['a', char, 'a'].iter().collect::<String>());
            assert_eq!(folded != "a a", char.is_alphanumeric(), "U+{:04X} {char}", u32::from(char));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn composed_and_decomposed_text_fold_alike(text in "[a-zA-ZÀ-ÖØ-öø-ſẠ-ỹآأإؤئ ]{0,30}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
        }
    }
}
