//! Writes the search: the manifest, and beside it a folder of the build's name with all parts.
//!
//! The names of parts never change their contents, because a new build has a new folder. So a host may tell browsers to
//! keep them for ever; only the manifest must be asked for anew.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use crate::bundle::work_row::WorkRow;
use crate::domain::search::build::{Built, Layout, build};
use crate::domain::search::manifest::Size;
use crate::domain::search::result_page::{FIRST, reply};
use crate::domain::search::scan::Scan;
use crate::domain::search::work::{Work, joined};

/// The works of a file with a line of JSON for each edition.
///
/// # Errors
/// What is wrong with the first bad line.
pub fn works_of_file(file: &Path) -> Result<Vec<Work>, String> {
    let shown = file.display();
    let opened = fs::File::open(file).map_err(|error| format!("{shown} could not be read: {error}.\n"))?;
    let mut editions = Vec::new();
    for (line, number) in BufReader::new(opened).lines().zip(1..) {
        let line = line.map_err(|error| format!("{shown}, line {number}: {error}.\n"))?;
        let row: WorkRow =
            serde_json::from_str(&line).map_err(|error| format!("{shown}, line {number}: {error}.\n"))?;
        let work = row.work().ok_or_else(|| {
            format!(
                "{shown}, line {number}: a work needs an id, a language, and a date of the calendar if any.\n"
            )
        })?;
        editions.push(work);
    }
    Ok(joined(editions))
}

/// The files of the search of a site, the manifest first. All lie in one folder of the build's name, and the manifest's own
/// name tells how the works are kept: so the module that reads it can be fetched together with it.
pub fn published(works: Vec<Work>) -> Vec<(String, Vec<u8>)> {
    let Built { manifest, parts } = build_of(works);
    let folder = format!("search/{:016x}", manifest.build);
    let kind = match manifest.size {
        Size::Scan => "scan",
        Size::Memory => "memory",
        Size::Shards => "shards",
    };
    let parts = parts.into_iter().map(|(name, bytes)| (format!("{folder}/{name}.bin"), bytes));
    std::iter::once((format!("{folder}/{kind}.bin"), manifest.write())).chain(parts).collect()
}

/// What the search replies to the questions that a list begins with, by question.
pub fn first_replies(works: Vec<Work>) -> BTreeMap<&'static str, String> {
    let scan = Scan::of(works);
    FIRST.into_iter().map(|question| (question, reply(&scan, question))).collect()
}

fn build_of(works: Vec<Work>) -> Built {
    let layout = Layout::of(works.len());
    build(works, layout)
}

/// The files of a search by itself, whose names may have one folder before them.
pub fn files(works: Vec<Work>) -> Vec<(String, Vec<u8>)> {
    let Built { manifest, parts } = build_of(works);
    let folder = format!("{:016x}", manifest.build);
    let mut files = vec![("manifest.bin".to_owned(), manifest.write())];
    files.extend(parts.into_iter().map(|(name, bytes)| (format!("{folder}/{name}.bin"), bytes)));
    files
}
