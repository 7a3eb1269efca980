//! JSON as editors write it: with the line of every key, and with the same key twice noticed.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::finding::{Finding, Place};

/// A key with its text and the line it stands in.
pub(super) struct Pair {
    pub line: usize,
    pub key: String,
    pub text: String,
}

/// Reads an object of texts in the order of the file.
pub(super) fn pairs(file: &str, text: &str) -> Result<Vec<Pair>, Finding> {
    let right = "Write one object with a text in quotation marks for each key.";
    let Pairs(pairs) = serde_json::from_str(text).map_err(|error| fault(file, &error, right))?;
    let pair = |((key, text), line)| Pair { line, key, text };
    Ok(pairs.into_iter().zip(key_lines(text)).map(pair).collect())
}

/// Words for what serde found.
pub(super) fn fault(file: &str, error: &serde_json::Error, right: &str) -> Finding {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    let what = what.split(", expected one of").next().unwrap_or(what);
    let place = Place::line(file, error.line());
    if error.is_data() {
        return Finding::error(place, format!("a value does not fit ({what})."), right);
    }
    let right = "Check commas, quotation marks and braces here and in the line before.";
    Finding::error(place, format!("this is not JSON ({what})."), right)
}

/// serde's maps keep the last of two equal keys without a word; this keeps both.
struct Pairs(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

/// The lines of the keys of a valid flat object: of its strings, every other one is a key.
fn key_lines(text: &str) -> Vec<usize> {
    let (mut lines, mut line, mut strings) = (Vec::new(), 1, 0_usize);
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\n' => line += 1,
            '"' => {
                if strings.is_multiple_of(2) {
                    lines.push(line);
                }
                strings += 1;
                skip_string(&mut chars);
            }
            _ => {}
        }
    }
    lines
}

fn skip_string(chars: &mut std::str::Chars<'_>) {
    while let Some(char) = chars.next() {
        match char {
            '\\' => _ = chars.next(),
            '"' => return,
            _ => {}
        }
    }
}
