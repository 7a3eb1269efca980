//! The shell of the embeds: its files get a hash into their names, and its starter learns them. Its data lies beside it. A frame
//! in a sandbox reads only what may be read by all, and browsers do not share what a frame and the site have fetched: so the
//! embeds have files of their own, which stay as long as the documents that name them.

use std::fs;
use std::path::Path;

use super::script::Shrink;
use super::{Unfinished, fault, glue, read, text};
use crate::domain::embed::FOLDER;
use crate::tools::hash::{sha256_hex, sha384_base64};

/// What `scripts/embed-shell` fills.
const BUILT: &str = "embed-shell";

/// Below the folder of the embeds.
const DATA: &str = "data";

/// The beginnings of the names of parts that a list may ask for.
const PARTS: [&str; 10] = [
    "countries.",
    "names.",
    "offices.",
    "strategies.",
    "cycles.",
    "publications.",
    "spellings.",
    "map.",
    "messages.",
    "terms.",
];

/// The line of the starter that is filled in.
const FILES_LINE: &str = "const FILES = {};";

/// Finishes it in Trunk's staging folder.
///
/// # Errors
/// A file is missing or cannot be written, or the starter has no line for the names.
pub(super) fn finish(staging: &Path, shrink: Shrink) -> Result<(), Unfinished> {
    let (built, folder) = (staging.join(BUILT), staging.join(FOLDER));
    let (merged, _) = glue::merged(&text(&built.join("embed.js"))?, |path| text(&built.join(path)))?;
    let glue = stored(&folder, "glue", "js", shrink(&merged)?.as_bytes())?;
    let wasm = stored(&folder, "shell", "wasm", &read(&built.join("embed_bg.wasm"))?)?;
    let style = folder.join("shell.css");
    let css = stored(&folder, "shell", "css", super::embed::small_css(&text(&style)?).as_bytes())?;
    let index = data(staging, &folder)?;
    let starter = folder.join("shell.js");
    let source = text(&starter)?;
    let files = serde_json::json!({ "glue": glue, "wasm": wasm, "css": css, "index": index });
    if !source.contains(FILES_LINE) {
        return Err(Unfinished([&starter.display().to_string(), " lacks the line for its files."].concat()));
    }
    let source = source.replace(FILES_LINE, &["const FILES = ", &files.to_string(), ";"].concat());
    stored(&folder, "shell", "js", shrink(&source)?.as_bytes())?;
    for file in [style, starter] {
        fs::remove_file(&file).map_err(|error| fault(&file, &error))?;
    }
    fs::remove_dir_all(&built).map_err(|error| fault(&built, &error))
}

/// Copies the index and the parts. Gives the name of the index below the folder of the embeds.
fn data(staging: &Path, folder: &Path) -> Result<String, Unfinished> {
    let (from, to) = (staging.join(DATA), folder.join(DATA));
    fs::create_dir_all(&to).map_err(|error| fault(&to, &error))?;
    for file in super::files(&from)? {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if PARTS.iter().any(|part| name.starts_with(part)) {
            fs::copy(&file, to.join(&name)).map_err(|error| fault(&file, &error))?;
        }
    }
    let [name, _] = stored(&to, "index", "json", &read(&from.join("index.json"))?)?;
    Ok([DATA, "/", &name].concat())
}

/// Writes a file with a hash in its name. Gives the name, and what browsers compare the file with.
fn stored(folder: &Path, name: &str, end: &str, bytes: &[u8]) -> Result<[String; 2], Unfinished> {
    let hashed = [name, "-", &sha256_hex(bytes, 8), ".", end].concat();
    let file = folder.join(&hashed);
    fs::write(&file, bytes).map_err(|error| fault(&file, &error))?;
    Ok([hashed, ["sha384-", &sha384_base64(bytes)].concat()])
}
