//! BibTeX in UTF-8, with the fields that biblatex adds: `date`, `pagetotal`, `eprinttype`, `abstract`, `annotation`.
//! Programs that do not know them leave them out.

use super::record::Record;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// An entry. Its key is the publication's id, which never changes.
pub(super) fn entry(record: &Record) -> String {
    let kind = if record.is_report { "techreport" } else { "misc" };
    let mut out = ["@", kind, "{", &record.id, ",\n"].concat();
    // A second pair of braces keeps capitals as they are.
    push(&mut out, "title", &["{", &escaped(&record.title), "}"].concat());
    push(&mut out, "type", &escaped(&record.genre));
    push_some(&mut out, "number", record.number.as_ref());
    push_date(&mut out, record);
    push(&mut out, "language", &escaped(&record.language));
    push_some(&mut out, "isbn", record.isbn.as_ref());
    push_some(&mut out, "pagetotal", record.pages.as_ref());
    if record.handle.is_some() {
        push_some(&mut out, "eprint", record.handle.as_ref());
        push(&mut out, "eprinttype", "hdl");
    }
    if let Some(url) = &record.url {
        push(&mut out, "url", &address(url));
    }
    // A comma would end a keyword.
    let keywords: Vec<String> = record.keywords.iter().map(|word| escaped(&word.replace(',', ""))).collect();
    push(&mut out, "keywords", &keywords.join(", "));
    push(&mut out, "abstract", &escaped(&record.summary));
    // Unlike `note`, an annotation is not printed in a bibliography.
    push(&mut out, "annotation", &escaped(&record.note));
    out.push_str("}\n");
    out
}

/// Year and month for BibTeX, the whole date for biblatex.
fn push_date(out: &mut String, record: &Record) {
    let Some(date) = record.issued else { return };
    push(out, "year", &date.year().to_string());
    if let Some(month) = date.month().and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?)) {
        // A name of BibTeX's own, which each style writes in its way.
        out.push_str(&["  month = ", month, ",\n"].concat());
        push(out, "date", &date.to_string());
    }
}

fn push_some(out: &mut String, field: &str, value: Option<&String>) {
    if let Some(value) = value {
        push(out, field, &escaped(value));
    }
}

fn push(out: &mut String, field: &str, value: &str) {
    out.push_str(&["  ", field, " = {", value, "},\n"].concat());
}

/// A text in which no sign is an instruction. BibTeX counts braces whether or not a backslash stands before them, so
/// they are written as names; and two hyphens or quotation marks must not become one sign.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut last = None;
    for char in text.chars() {
        if matches!(char, '-' | '\'' | '`') && last == Some(char) {
            out.push_str("{}");
        }
        match char {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', char]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            other => out.push(other),
        }
        last = Some(char);
    }
    out
}

/// An address is taken as it stands, only braces must be even.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A reader of the few instructions that are written.
    fn read(text: &str) -> String {
        let mut text = text.to_owned();
        let names = [
            ("\\textbraceleft{}", "\u{1}"),
            ("\\textbraceright{}", "\u{2}"),
            ("\\textbackslash{}", "\u{3}"),
            ("\\textasciitilde{}", "~"),
            ("\\textasciicircum{}", "^"),
        ];
        for (name, sign) in names {
            text = text.replace(name, sign);
        }
        text = text.replace("{}", "").replace('\\', "");
        text.replace('\u{1}', "{").replace('\u{2}', "}").replace('\u{3}', "\\")
    }

    #[test]
    fn signs_are_no_instructions() {
        assert_eq!(escaped("50 % & $1_#"), "50 \\% \\& \\$1\\_\\#");
        assert_eq!(
            escaped("{a}\\~^"),
            "\\textbraceleft{}a\\textbraceright{}\\textbackslash{}\\textasciitilde{}\\textasciicircum{}"
        );
        assert_eq!(escaped("a--b ''c''"), "a-{}-b '{}'c'{}'");
        assert_eq!(address("https://a.b/{c}_%20"), "https://a.b/%7Bc%7D_%20");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_and_braces_are_even(text in "[^\u{0}-\u{1f}]{0,40}") {
            let written = escaped(&text);
            let mut depth = 0_i32;
            for char in written.chars() {
                depth += match char { '{' => 1, '}' => -1, _ => 0 };
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
            prop_assert_eq!(read(&written), text);
        }

        #[test]
        fn hard_texts_are_read_back(text in r#"[-'`{}\\~^&%$_ab"]{0,20}"#) {
            prop_assert_eq!(read(&escaped(&text)), text);
        }
    }
}
