//! The letters under which names stand in an alphabetical list, by script.

use std::cmp::Ordering;

use super::fold::fold;
use super::language::Language;

/// Before one of these letters, the character U+FDD0 sorts before all names that begin with the letter in pinyin: index
/// characters of the Unicode Common Locale Data Repository (UTS #35, part 5, "Collation indexes").
/// No syllable begins with I, U or V.
const PINYIN: &str = "ABCDEFGHJKLMNOPQRSTWXYZ";

/// The letter of a name. `collate` compares two texts in the language.
///
/// Latin, Cyrillic and Arabic names stand under their first letter without its accent or hamza; Chinese ones under the
/// first letter of their pinyin, which only the collation knows.
pub fn letter(name: &str, language: Language, collate: &dyn Fn(&str, &str) -> Ordering) -> String {
    if language == Language::Zh {
        let begins = |letter: &char| collate(&['\u{fdd0}', *letter].iter().collect::<String>(), name).is_le();
        return PINYIN.chars().take_while(begins).last().unwrap_or('#').to_string();
    }
    capital(fold(name).chars().next().unwrap_or('#')).to_string()
}

/// The capital of a folded letter; Arabic has none.
fn capital(letter: char) -> char {
    match letter {
        'а'..='я' => char::from_u32(u32::from(letter) - 32).unwrap_or(letter),
        other => other.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, language: Language) -> String {
        letter(name, language, &|_, _| Ordering::Equal)
    }

    #[test]
    fn accents_and_hamza_make_no_letter_of_their_own() {
        for (name, language, expected) in [
            ("Kenya", Language::En, "K"),
            ("Émirats arabes unis", Language::Fr, "E"),
            ("Ísland", Language::En, "I"),
            ("Йемен", Language::Ru, "Й"),
            ("Ёлкино", Language::Ru, "Е"),
            ("أفغانستان", Language::Ar, "ا"),
            ("الأردن", Language::Ar, "ا"),
            ("", Language::En, "#"),
        ] {
            assert_eq!(of(name, language), expected, "{name}");
        }
    }

    #[test]
    fn chinese_names_stand_under_their_pinyin() {
        // A collation that knows three names only: 阿富汗 (Afuhan), 肯尼亚 (Kenniya), 中国 (Zhongguo).
        let pinyin = |text: &str| match text {
            "阿富汗" => "AF".to_owned(),
            "肯尼亚" => "KE".to_owned(),
            "中国" => "ZH".to_owned(),
            other => other.trim_start_matches('\u{fdd0}').to_owned(),
        };
        let collate = |a: &str, b: &str| pinyin(a).cmp(&pinyin(b));
        for (name, expected) in [("阿富汗", "A"), ("肯尼亚", "K"), ("中国", "Z")] {
            assert_eq!(letter(name, Language::Zh, &collate), expected);
        }
    }
}
