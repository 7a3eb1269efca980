//! The script that starts the site is written in parts, each about one thing, and delivered as one file: a browser that reads
//! one script before it learns of the next waits for each in turn.

use std::fs;
use std::path::Path;

use super::{BOOT, Unfinished, fault, files, text};

/// The folder of the parts.
const FOLDER: &str = "boot";

/// The parts in the order in which they run.
const PARTS: [&str; 9] = [
    "page.js",
    "panel.js",
    "download.js",
    "chunks.js",
    "scripts.js",
    "offline.js",
    "take-over.js",
    "first-use.js",
    "start.js",
];

/// Joins the parts in Trunk's staging folder, and takes their folder away.
///
/// # Errors
/// A part is missing, or there is one more than `PARTS` names.
pub(super) fn join(staging: &Path) -> Result<(), Unfinished> {
    let folder = staging.join(FOLDER);
    let parts: Vec<String> = PARTS.iter().map(|name| text(&folder.join(name))).collect::<Result<_, _>>()?;
    if files(&folder)?.len() != PARTS.len() {
        return Err(Unfinished(format!(
            "{} holds a file that src/tools/finish/boot.rs does not name.",
            folder.display()
        )));
    }
    let file = staging.join(BOOT);
    let written = fs::write(&file, parts.concat()).and_then(|()| fs::remove_dir_all(&folder));
    written.map_err(|error| fault(&file, &error))
}
