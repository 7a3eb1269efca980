//! What is shown of hits, in blocks of some works each that are fetched when they are needed: one part with what a list
//! of hits shows, and one with the beginnings of their summaries.

use super::bytes::{Damaged, Reader, Writer, size};
use super::manifest::{Manifest, part};
use super::query::NoAnswer;
use super::work::Work;
use super::works;

/// Of a summary, so many characters are shown at most.
const SHOWN: usize = 200;

/// The blocks that have arrived.
#[derive(Debug)]
pub(super) struct Blocks {
    /// Works in each.
    works: u32,
    shown: Vec<Option<Vec<u8>>>,
    summaries: Vec<Option<Vec<u8>>>,
}

impl Blocks {
    pub(super) fn new(manifest: &Manifest) -> Self {
        let works = manifest.block.max(1);
        let blocks = size(manifest.works.div_ceil(works));
        Self { works, shown: vec![None; blocks], summaries: vec![None; blocks] }
    }

    /// The place of a part, if it is one of a block.
    pub(super) fn place(&mut self, name: &str) -> Option<&mut Option<Vec<u8>>> {
        match part::number(name, part::BLOCK) {
            Some(number) => self.shown.get_mut(size(number)),
            None => self.summaries.get_mut(size(part::number(name, part::SUMMARIES)?)),
        }
    }

    /// The works of some hits.
    ///
    /// # Errors
    /// Parts are missing or damaged.
    pub(super) fn works(&self, hits: &[u32], values: &[Vec<String>]) -> Result<Vec<Work>, NoAnswer> {
        self.each(hits, &self.shown, part::BLOCK, |bytes, place| {
            Ok(works::read(bytes, values, works::Extent::Shown)?.into_iter().nth(size(place)))
        })
    }

    /// The same as they are written, without being taken apart.
    ///
    /// # Errors
    /// Parts are missing or damaged.
    pub(super) fn written_works(&self, hits: &[u32]) -> Result<Vec<u8>, NoAnswer> {
        let found = self.each(hits, &self.shown, part::BLOCK, works::written)?;
        let mut writer = Writer::default();
        writer.length(found.len());
        for work in found {
            writer.bytes.extend(work);
        }
        Ok(writer.bytes)
    }

    /// The beginnings of the summaries of some hits.
    ///
    /// # Errors
    /// Parts are missing or damaged.
    pub(super) fn summaries(&self, hits: &[u32]) -> Result<Vec<String>, NoAnswer> {
        self.each(hits, &self.summaries, part::SUMMARIES, |bytes, place| {
            let mut reader = Reader::new(bytes);
            for _ in 0..place {
                reader.skip_text()?;
            }
            reader.text().map(|text| Some(text.to_owned()))
        })
    }

    /// What `read` finds of each hit in its block; hits that no work has are left out.
    fn each<'a, T>(
        &self,
        hits: &[u32],
        blocks: &'a [Option<Vec<u8>>],
        kind: &str,
        read: impl Fn(&'a [u8], u32) -> Result<Option<T>, Damaged>,
    ) -> Result<Vec<T>, NoAnswer> {
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for hit in hits {
            match blocks.get(size(hit / self.works)) {
                Some(Some(bytes)) => found.extend(read(bytes, hit % self.works)?),
                Some(None) => {
                    let name = part::numbered(kind, hit / self.works);
                    if !missing.contains(&name) {
                        missing.push(name);
                    }
                }
                None => {}
            }
        }
        if missing.is_empty() { Ok(found) } else { Err(NoAnswer::Missing(missing)) }
    }
}

/// Writes the beginnings of the summaries of a block.
pub(super) fn write_summaries(works: &[Work]) -> Vec<u8> {
    let mut writer = Writer::default();
    for work in works {
        writer.text(&beginning(&work.summary));
    }
    writer.bytes
}

/// As much of a summary as a list of hits has room for, to the end of a word.
pub(super) fn beginning(summary: &str) -> String {
    let mut ends = summary.char_indices().skip(SHOWN);
    let Some((end, _)) = ends.next() else { return summary.to_owned() };
    let start = summary.get(..end).unwrap_or(summary);
    // A text without blanks, as Chinese has them, is cut where it has to be.
    let word_end = start.rfind(char::is_whitespace).filter(|at| at * 2 > end).unwrap_or(end);
    [start.get(..word_end).unwrap_or(start), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_summary_is_cut_at_the_end_of_a_word() {
        let long = "word ".repeat(60);
        assert_eq!(beginning(&long), ["word ".repeat(39).as_str(), "word…"].concat());
        assert_eq!(beginning(&"结".repeat(300)), ["结".repeat(200).as_str(), "…"].concat());
        assert_eq!(beginning("Short."), "Short.");
    }

    proptest! {
        #[test]
        fn a_beginning_is_one(summary in "[a结 é]{0,400}") {
            let shown = beginning(&summary);
            prop_assert!(shown == summary || summary.starts_with(shown.strip_suffix('…').unwrap()));
            prop_assert!(shown.chars().count() <= SHOWN + 1);
        }
    }
}
