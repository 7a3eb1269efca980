//! The app and the chunks of code that `scripts/split` has taken out of it: each chunk becomes a file of the site, and the starter
//! learns which of them a view needs, how long each file is and what its hash is. A page itself need not say it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{BOOT, Unfinished, fault, files, read, text};
use crate::tools::hash::{sha256_base64, sha256_hex};

/// Where `scripts/split` leaves them.
pub(super) const BUILT: &str = "target/chunks";

/// Which files a view needs, by the name of the view.
const VIEWS: &str = "views.json";

/// The line of the starter that is filled in.
const CODE_LINE: &str = "const CODE = { app: [0, \"\"], folder: \"\", views: {}, files: {} };";

/// The beginning of the name of their folder on the site; a hash follows. Hosts then need one rule for all.
const FOLDER: &str = "code-";

/// What the glue of an app says that was split; one that was compiled whole needs nothing.
const IS_SPLIT: &str = "countryCooperation.chunks(";

/// What browsers compare a file with: its number of bytes and its hash.
type Check = (usize, String);

/// Takes the chunks into Trunk's staging folder, and tells the starter of them and of the app, whose name is given.
///
/// # Errors
/// A file is missing or cannot be written, or the starter has no line for them.
pub(super) fn take(built: &Path, staging: &Path, app: &str) -> Result<(), Unfinished> {
    let app = check(&read(&staging.join(app))?);
    let scripts = files(staging)?.into_iter().filter(|file| file.extension().is_some_and(|end| end == "js"));
    let mut is_split = false;
    for file in scripts {
        is_split |= text(&file)?.contains(IS_SPLIT);
    }
    let views = if is_split { views(built)? } else { BTreeMap::new() };
    // The names of the files hold hashes, so that of the folder stands for all.
    let folder = [FOLDER, &sha256_hex(format!("{views:?}").as_bytes(), 8), "/"].concat();
    if is_split {
        let folder = staging.join(&folder);
        fs::create_dir_all(&folder).map_err(|error| fault(&folder, &error))?;
    }
    let mut checks = BTreeMap::new();
    for name in views.values().flatten() {
        let bytes = read(&built.join(name))?;
        let file = staging.join(&folder).join(name);
        fs::write(&file, &bytes).map_err(|error| fault(&file, &error))?;
        checks.insert(name, check(&bytes));
    }
    let starter = staging.join(BOOT);
    let source = text(&starter)?;
    if !source.contains(CODE_LINE) {
        return Err(Unfinished(format!("{} lacks the line for the code.", starter.display())));
    }
    let filled = serde_json::json!({ "app": app, "folder": folder, "views": views, "files": checks });
    let source = source.replace(CODE_LINE, &["const CODE = ", &filled.to_string(), ";"].concat());
    fs::write(&starter, source).map_err(|error| fault(&starter, &error))
}

/// The files that each view needs.
fn views(built: &Path) -> Result<BTreeMap<String, Vec<String>>, Unfinished> {
    let file = built.join(VIEWS);
    serde_json::from_str(&text(&file)?).map_err(|error| Unfinished(format!("{}: {error}.", file.display())))
}

/// The starter holds a hash for each file, and hashes do not become smaller by compression: the shortest that browsers take.
fn check(bytes: &[u8]) -> Check {
    (bytes.len(), ["sha256-", &sha256_base64(bytes)].concat())
}
