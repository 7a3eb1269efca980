//! Writes files so that a reader of the folder never meets half of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Replaces a folder by these files, whose names may have folders before them. They are written beside it first;
/// if that fails, the folder stays as it was.
///
/// # Errors
/// The disk does not allow it.
pub fn replace_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let (new, old) = (beside(folder, "new"), beside(folder, "old"));
    let written = write_all(&new, files);
    if let Err(error) = written {
        _ = fs::remove_dir_all(&new);
        return Err(error);
    }
    if folder.exists() {
        _ = fs::remove_dir_all(&old);
        fs::rename(folder, &old)?;
    }
    fs::rename(&new, folder)?;
    _ = fs::remove_dir_all(&old);
    Ok(())
}

/// Writes a file, unless it holds these bytes already: a new date on it would start new builds. Tells whether it did.
///
/// # Errors
/// The disk does not allow it.
pub fn write_if_changed(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    if fs::read(file).is_ok_and(|present| present == bytes) {
        return Ok(false);
    }
    let new = beside(file, "new");
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&new, bytes)?;
    fs::rename(&new, file)?;
    Ok(true)
}

fn write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    for (name, bytes) in files {
        let file = folder.join(name);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// A name in the same folder, which no other run uses.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.{ending}", std::process::id()))
}
