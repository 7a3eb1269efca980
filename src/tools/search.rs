//! Writes the search: the manifest, and beside it a folder of the build's name with all parts.
//!
//! The names of parts never change their contents, because a new build has a new folder. So a host may tell browsers to
//! keep them for ever; only the manifest must be asked for anew.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::compile::Compiled;
use crate::bundle::decode;
use crate::bundle::index::PartName;
use crate::bundle::work_row::WorkRow;
use crate::domain::content::Content;
use crate::domain::search::build::{Built, Layout, build};
use crate::domain::search::work::{Work, joined};

/// The works of the project's own content; nothing if it is not in order.
pub fn works_of_content(compiled: &Compiled) -> Option<Vec<Work>> {
    let bytes = |name: &str| compiled.files.iter().find(|(file, _)| file == name).map(|(_, bytes)| bytes);
    let index = decode::index(bytes("index.json")?).ok()?;
    let mut content = Content::default();
    for name in [PartName::Countries, PartName::Publications] {
        decode::part(name, bytes(&index.part(name)?.file)?, &mut content).ok()?;
    }
    Some(
        content
            .publications
            .iter()
            .map(|publication| Work::from_publication(publication, &content))
            .collect(),
    )
}

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

/// The files of a search, whose names may have one folder before them.
pub fn files(works: Vec<Work>) -> Vec<(String, Vec<u8>)> {
    let layout = Layout::of(works.len());
    let Built { manifest, parts } = build(works, layout);
    let folder = format!("{:016x}", manifest.build);
    let mut files = vec![("manifest.bin".to_owned(), manifest.write())];
    files.extend(parts.into_iter().map(|(name, bytes)| (format!("{folder}/{name}.bin"), bytes)));
    files
}
