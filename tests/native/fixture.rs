//! Reads `tests/fixtures/broken/*.txt`: one fault each, as a change to the real content, and what the compiler must
//! say about it. The format is described in `tests/fixtures/README.md`.

use std::fs;
use std::path::Path;

use super::project::{Project, ROOT};

/// A fault and what is expected.
pub(super) struct Fixture {
    pub name: String,
    file: String,
    change: Change,
    expected: Vec<String>,
}

enum Change {
    Find(Vec<u8>, Vec<u8>),
    Line(Vec<u8>, Vec<u8>),
    Double(Vec<u8>),
    Drop(Vec<u8>, usize),
    Remove,
    Write(Vec<u8>),
}

impl Fixture {
    /// All fixtures, by name.
    pub(super) fn all() -> Vec<Self> {
        let folder = Path::new(ROOT).join("tests/fixtures/broken");
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let lines: Vec<_> = text.lines().filter_map(|line| line.split_once(": ")).collect();
        let value = |key: &str| lines.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
        let bytes = |key: &str| value(key).map(unescaped);
        let replacement = || bytes("replace").unwrap_or_default();
        let lines_to_drop = value("lines").map_or(1, |count| count.parse().unwrap());
        let change = None
            .or_else(|| Some(Change::Find(bytes("find")?, replacement())))
            .or_else(|| Some(Change::Line(bytes("line")?, replacement())))
            .or_else(|| bytes("double").map(Change::Double))
            .or_else(|| Some(Change::Drop(bytes("drop")?, lines_to_drop)))
            .or_else(|| bytes("write").map(Change::Write))
            .unwrap_or(Change::Remove);
        let expected = lines.iter().filter(|(key, _)| *key == "expect").map(|(_, line)| (*line).to_owned());
        Self {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            file: value("file").unwrap().to_owned(),
            change,
            expected: expected.collect(),
        }
    }

    /// Spoils the copy and gives the lines that the compiler must then write.
    pub(super) fn apply(&self, project: &Project) -> Vec<String> {
        let path = project.path(&self.file);
        if self.file == "content/messages/en.json" {
            remove_translations(project);
        }
        match &self.change {
            Change::Remove => {
                fs::remove_file(path).unwrap();
                self.expected.clone()
            }
            Change::Write(bytes) => {
                fs::write(path, bytes).unwrap();
                self.expected.clone()
            }
            Change::Find(key, _) | Change::Line(key, _) | Change::Double(key) | Change::Drop(key, _) => {
                let bytes = fs::read(&path).unwrap();
                let at = bytes.windows(key.len()).position(|window| window == key);
                let at =
                    at.unwrap_or_else(|| panic!("{}: the text to find is not in {}", self.name, self.file));
                let line = bytes[..at].iter().fold(0, |count, byte| count + usize::from(*byte == b'\n'));
                fs::write(path, self.changed(&bytes, at, line)).unwrap();
                self.expected
                    .iter()
                    .map(|expected| with_places(&with_lines(expected, line + 1), project))
                    .collect()
            }
        }
    }

    fn changed(&self, bytes: &[u8], at: usize, line: usize) -> Vec<u8> {
        let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        match &self.change {
            Change::Find(key, new) => return [&bytes[..at], new, &bytes[at + key.len()..]].concat(),
            Change::Line(_, new) => lines[line] = new,
            Change::Double(_) => lines.insert(line, lines[line]),
            Change::Drop(_, count) => _ = lines.drain(line..line + count),
            Change::Remove | Change::Write(_) => {}
        }
        lines.join(&b'\n')
    }
}

/// A fault in English would be told of once more for each translation.
fn remove_translations(project: &Project) {
    for language in ["fr", "es", "ar", "zh", "ru"] {
        _ = fs::remove_file(project.path(&format!("content/messages/{language}.json")));
    }
}

/// Puts line numbers for `{FILE:TEXT}`: the first line of a file that holds the text.
fn with_places(expected: &str, project: &Project) -> String {
    let mut text = expected.to_owned();
    while let Some((before, rest)) = text.split_once("{content/") {
        let (place, after) = rest.split_once('}').unwrap();
        let (file, wanted) = place.split_once(':').unwrap();
        let lines = fs::read_to_string(project.path(&format!("content/{file}"))).unwrap();
        let line = lines.lines().position(|line| line.contains(wanted));
        let line = line.unwrap_or_else(|| panic!("{wanted} is not in content/{file}")) + 1;
        text = format!("{before}{line}{after}");
    }
    text
}

/// Puts line numbers for `{line}`, `{line+1}` and so on, so that the fixtures outlive changes above the fault.
fn with_lines(expected: &str, line: usize) -> String {
    let mut text = expected.replace("{line}", &line.to_string());
    for later in 1..10 {
        text = text.replace(&format!("{{line+{later}}}"), &(line + later).to_string());
    }
    text
}

/// Reads `\n`, `\\`, `\xE9` (a byte) and `\u{202e}` (a character).
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend(before.bytes());
        let (kind, after) = after.split_at(1);
        rest = after;
        match kind {
            "n" => bytes.push(b'\n'),
            "x" => {
                bytes.push(u8::from_str_radix(&after[..2], 16).unwrap());
                rest = &after[2..];
            }
            "u" => {
                let (code, after) = after[1..].split_once('}').unwrap();
                let char = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
                bytes.extend(char.to_string().bytes());
                rest = after;
            }
            other => bytes.extend(other.bytes()),
        }
    }
    bytes.extend(rest.bytes());
    bytes
}
