//! Generates `src/domain/message.rs`: the keys of the messages as two enums, so that the program cannot ask for one
//! that is not there, and so that no key is downloaded.

use std::fmt::Write;
use std::path::Path;

use super::finding::{self, Finding};
use super::hash::sha256_hex;
use super::messages::{self, Messages, placeholders};

/// Where the generated file lies.
pub const FILE: &str = "src/domain/message.rs";

const HEADER: &str = "\
//! The keys of the interface messages.
//! Generated from `content/messages/en.json` by `bundle messages`; do not edit.
";

/// The source of the enums for the messages in a project's folder.
///
/// # Errors
/// What is wrong with the English messages.
pub fn source(root: &Path) -> Result<String, Vec<Finding>> {
    let mut findings = Vec::new();
    match messages::read_english(root, &mut findings) {
        Some(english) if finding::errors(&findings) == 0 => Ok(source_of(&english)),
        _ => Err(findings),
    }
}

/// Changes with every key and placeholder, so that messages are never read in a wrong order.
pub(super) fn fingerprint(english: &Messages) -> String {
    let mut lines = String::new();
    let mut line = |kind: &str, key: &str, text: &str| {
        let names: Vec<_> = placeholders(text).into_iter().collect();
        lines.push_str(&[kind, " ", key, " ", &names.join(","), "\n"].concat());
    };
    for (key, message) in &english.texts {
        line("text", key, &message.text);
    }
    for (stem, forms) in &english.plurals {
        let text: Vec<_> = forms.values().map(|message| message.text.as_str()).collect();
        line("plural", stem, &text.join(" "));
    }
    sha256_hex(lines.as_bytes(), 16)
}

/// The name of a key in the program: `countries.title` becomes `CountriesTitle`.
pub(super) fn variant(key: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map(|char| char.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    };
    key.split('.').map(capital).collect()
}

fn source_of(english: &Messages) -> String {
    let mut source = HEADER.to_owned();
    _ = write!(
        source,
        "\n/// Changes with every key and placeholder: a message file made for other keys is refused.\n\
         pub const FINGERPRINT: &str = \"{}\";\n",
        fingerprint(english)
    );
    let texts = english.texts.iter().map(|(key, message)| (key.as_str(), message.text.as_str()));
    push_enum(&mut source, "Msg", "A message with one form.", &texts.collect::<Vec<_>>());
    let plurals = english.plurals.iter().map(|(stem, forms)| {
        let several = forms.values().next_back().map_or("", |message| message.text.as_str());
        (stem.as_str(), several)
    });
    let doc = "A message whose form depends on a number.";
    push_enum(&mut source, "Plural", doc, &plurals.collect::<Vec<_>>());
    source
}

fn push_enum(source: &mut String, name: &str, doc: &str, messages: &[(&str, &str)]) {
    let count = messages.len();
    _ = write!(
        source,
        "\n/// {doc}\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u16)]\npub enum {name} {{\n"
    );
    for (key, text) in messages {
        // In backticks nothing in a text is taken for Markdown.
        let text = text.replace('`', "'").split_whitespace().collect::<Vec<_>>().join(" ");
        _ = writeln!(source, "    /// `{text}`\n    {},", variant(key));
    }
    if messages.is_empty() {
        // An enum without variants could not have a representation.
        source.push_str("    /// Stands in as long as there is none.\n    Absent,\n");
    }
    _ = write!(
        source,
        "}}\n\nimpl {name} {{\n    /// How many there are.\n    pub const COUNT: usize = {count};\n}}\n"
    );
}
