//! Copies of the project's content that a test may spoil, and the compiler run on them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The real project.
pub(super) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A copy of what the compiler reads, in a folder of its own that goes with it.
pub(super) struct Project {
    pub root: PathBuf,
}

/// What a run of the compiler said.
pub(super) struct Run {
    pub succeeded: bool,
    pub output: String,
    pub errors: String,
}

impl Project {
    /// Copies the real content and styles. The name must be that of one test only.
    pub(super) fn copy(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        _ = fs::remove_dir_all(&root);
        for folder in ["content", "style", "src/domain", "public/embed"] {
            copy_folder(&Path::new(ROOT).join(folder), &root.join(folder));
        }
        Self { root }
    }

    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// Runs the compiler as an editor does.
    pub(super) fn bundle(&self, arguments: &[&str]) -> Run {
        self.bundle_for(Path::new(""), arguments)
    }

    /// Runs the compiler as Trunk does, with the folder of the site that is being built.
    pub(super) fn bundle_for(&self, staging: &Path, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bundle"));
        let output = command
            .args(arguments)
            .env("CARGO_MANIFEST_DIR", &self.root)
            .env("TRUNK_STAGING_DIR", staging)
            .output()
            .unwrap();
        Run {
            succeeded: output.status.success(),
            output: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Every file the build would write, with its bytes.
    pub(super) fn written(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path("target"), &mut files);
        files.sort();
        files
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.root);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let bytes = fs::read(&path).unwrap();
            files.push((path, bytes));
        }
    }
}
