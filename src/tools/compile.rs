//! From a project's folder to the files of a bundle, or to everything that is wrong with the content.

use std::path::Path;

use super::citations;
use super::encode;
use super::feeds;
use super::finding::{self, Finding};
use super::{facts, map, messages, relations, standards, stories, terms};

/// What compiling gave.
pub struct Compiled {
    /// Everything there is to tell, file by file.
    pub findings: Vec<Finding>,
    /// The files of the bundle, `index.json` first; none if there is an error.
    pub files: Vec<(String, Vec<u8>)>,
    /// The files that lie beside the bundle, under names of their own: citations and feeds; none if there is an error.
    pub beside: Vec<(String, Vec<u8>)>,
}

/// Reads and checks all content. It reads to the end whatever it finds, so that an editor hears everything at once.
pub fn compile(root: &Path) -> Compiled {
    let mut findings = Vec::new();
    let facts = facts::read(root, &mut findings);
    standards::check(&facts, &mut findings);
    relations::check(&facts, &mut findings);
    let stories = stories::read(root, &facts, &mut findings);
    let map = map::read(root, &facts, &mut findings);
    let messages = messages::read(root, &mut findings);
    if let Some(english) = messages.first() {
        terms::check(&facts, map.as_ref(), english, &mut findings);
    }
    finding::sort(&mut findings);
    let is_good = finding::errors(&findings) == 0;
    let written = map.filter(|_| is_good).and_then(|map| {
        let sheets = citations::sheets(&facts, messages.first()?)?;
        let files = encode::files(&facts, &stories, &map, &messages, &sheets)?;
        let mut beside = citations::files(&sheets);
        beside.extend(feeds::files(&facts, &messages)?);
        Some((files, beside))
    });
    let (files, beside) = written.unwrap_or_default();
    Compiled { findings, files, beside }
}
