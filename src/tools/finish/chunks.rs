//! The chunks of code that `scripts/split` has taken out of the app: each becomes a file of the site, and the starter learns which
//! of them a view needs, how long each is and what its hash is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{BOOT, Unfinished, fault, files, read, text};
use crate::tools::hash::sha384_base64;

/// Where `scripts/split` leaves them.
const BUILT: &str = "target/chunks";

/// Which files a view needs, by the name of the view.
const VIEWS: &str = "views.json";

/// The line of the starter that is filled in.
const CHUNKS_LINE: &str = "const CHUNKS = { views: {}, files: {} };";

/// What the glue of an app says that was split; one that was compiled whole needs nothing.
const IS_SPLIT: &str = "countryCooperation.chunks(";

/// Takes the chunks into Trunk's staging folder.
///
/// # Errors
/// A file is missing or cannot be written, or the starter has no line for them.
pub(super) fn take(staging: &Path) -> Result<(), Unfinished> {
    let scripts = files(staging)?.into_iter().filter(|file| file.extension().is_some_and(|end| end == "js"));
    let mut is_split = false;
    for file in scripts {
        is_split |= text(&file)?.contains(IS_SPLIT);
    }
    if !is_split {
        return Ok(());
    }
    let built = Path::new(BUILT);
    let views = built.join(VIEWS);
    let views: BTreeMap<String, Vec<String>> = serde_json::from_str(&text(&views)?)
        .map_err(|error| Unfinished(format!("{}: {error}.", views.display())))?;
    let mut sizes = BTreeMap::new();
    for name in views.values().flatten() {
        let bytes = read(&built.join(name))?;
        let file = staging.join(name);
        fs::write(&file, &bytes).map_err(|error| fault(&file, &error))?;
        sizes.insert(name, (bytes.len(), ["sha384-", &sha384_base64(&bytes)].concat()));
    }
    let starter = staging.join(BOOT);
    let source = text(&starter)?;
    if !source.contains(CHUNKS_LINE) {
        return Err(Unfinished(format!("{} lacks the line for the chunks.", starter.display())));
    }
    let filled = serde_json::json!({ "views": views, "files": sizes });
    let source = source.replace(CHUNKS_LINE, &["const CHUNKS = ", &filled.to_string(), ";"].concat());
    fs::write(&starter, source).map_err(|error| fault(&starter, &error))
}
