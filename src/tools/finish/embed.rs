//! The files for frames on other sites: scripts and style without what is for their readers, and a hash in the names of those that
//! documents name. The loader keeps its name, which partners have written into their pages; beside it lies the same under a name
//! that never changes, and the hash by which a page can hold its host to it.

use std::fs;
use std::path::Path;

use super::script::without_comments;
use super::{Unfinished, fault, read, text};
use crate::domain::embed::FOLDER;
use crate::tools::hash::{sha256_hex, sha384_base64};

/// Finishes them in Trunk's staging folder.
///
/// # Errors
/// A file is missing or cannot be written.
pub(super) fn finish(staging: &Path) -> Result<(), Unfinished> {
    let folder = staging.join(FOLDER);
    for (name, end) in [("frame", "js"), ("check", "js"), ("embed", "css")] {
        let file = folder.join([name, ".", end].concat());
        let source = text(&file)?;
        let small = if end == "css" { small_css(&source) } else { without_comments(&source)? };
        put(&folder, &hashed(name, end, &small), &small)?;
        fs::remove_file(&file).map_err(|error| fault(&file, &error))?;
    }
    let loader = without_comments(&text(&folder.join("loader.js"))?)?;
    let pinned = hashed("loader", "js", &loader);
    put(&folder, "loader.js", &loader)?;
    put(&folder, &pinned, &loader)?;
    let integrity = ["sha384-", &sha384_base64(&read(&folder.join(&pinned))?)].concat();
    let told = serde_json::json!({ "loader": pinned, "integrity": integrity });
    put(&folder, "integrity.json", &[&told.to_string(), "\n"].concat())
}

fn hashed(name: &str, end: &str, text: &str) -> String {
    [name, "-", &sha256_hex(text.as_bytes(), 8), ".", end].concat()
}

fn put(folder: &Path, name: &str, text: &str) -> Result<(), Unfinished> {
    let file = folder.join(name);
    fs::write(&file, text).map_err(|error| fault(&file, &error))
}

/// A style sheet without comments, empty lines and indents. None of ours has a comment in a string.
pub(super) fn small_css(css: &str) -> String {
    let mut small = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        small.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    small.push_str(rest);
    let lines = small.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indents_of_a_style_sheet_go() {
        assert_eq!(small_css("/* a\n b */\n.x {\n  color: red; /* c */\n}\n\n"), ".x {\ncolor: red;\n}\n");
        assert_eq!(small_css("a{} /* open"), "a{}\n");
    }
}
