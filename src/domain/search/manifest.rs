//! The manifest: what an index holds and how it is kept. It is fetched first, and decides about everything else.

use super::bytes::{Damaged, Reader, Writer, sealed, unsealed, whole};
use super::work::FacetKind;

/// "CCS" and the version of the format.
const MAGIC: u32 = u32::from_le_bytes(*b"CCS1");

/// A number of works above this is taken for damage: sets of so many would not fit into a browser.
const MOST_WORKS: u32 = 1 << 25;

/// How the works are kept, by their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// All works in one part. Asking looks at each of them: there is no index.
    Scan,
    /// All works in one part, from which an index is built when it has arrived.
    Memory,
    /// An index in many parts, fetched when they are needed.
    Shards,
}

impl Size {
    /// Up to so many works, looking at each takes less time than an index would spare.
    pub const SCAN: usize = 400;
    /// Up to so many, all of them are fetched as quickly as the parts of an index for the first question.
    pub const MEMORY: usize = 3000;

    /// The way that suits so many works.
    pub fn of(works: usize) -> Self {
        if works <= Self::SCAN {
            Self::Scan
        } else if works <= Self::MEMORY {
            Self::Memory
        } else {
            Self::Shards
        }
    }
}

/// What an index holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    pub size: Size,
    pub works: u32,
    /// A checksum of everything. Parts lie in a folder of this name and carry it in their seals.
    pub build: u64,
    /// The works are in the order of their dates, the newest first; those from here on have none.
    pub dated: u32,
    /// Works in a block of those that are shown.
    pub block: u32,
    pub has_pairs: bool,
    /// For each facet its values, in the order of [`FacetKind::ALL`].
    pub values: Vec<Vec<String>>,
    /// How many works have each.
    pub totals: Vec<Vec<u32>>,
    /// Where each shard of the spellings starts; the first starts before everything.
    pub shards: Vec<Vec<u8>>,
}

/// Its name.
pub const MANIFEST: &str = "manifest";

impl Manifest {
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.u32(MAGIC);
        writer.u64(self.build);
        writer.number(match self.size {
            Size::Scan => 0,
            Size::Memory => 1,
            Size::Shards => 2,
        });
        for number in [self.works, self.dated, self.block, u32::from(self.has_pairs)] {
            writer.number(number);
        }
        for (values, totals) in self.values.iter().zip(&self.totals) {
            writer.length(values.len());
            for value in values {
                writer.text(value);
            }
            for total in totals {
                writer.number(*total);
            }
        }
        writer.length(self.shards.len());
        for start in &self.shards {
            writer.length(start.len());
            writer.bytes.extend(start);
        }
        sealed(writer.bytes, 0, MANIFEST)
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// The bytes are no manifest of this version, or a damaged one.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Damaged> {
        let bytes = unsealed(bytes, 0, MANIFEST)?;
        let mut reader = Reader::new(&bytes);
        if reader.u32()? != MAGIC {
            return Err(Damaged::Nonsense);
        }
        let build = reader.u64()?;
        let size = match reader.number()? {
            0 => Size::Scan,
            1 => Size::Memory,
            2 => Size::Shards,
            _ => return Err(Damaged::Nonsense),
        };
        let (works, dated, block) = (reader.number()?, reader.number()?, reader.number()?);
        let has_pairs = reader.number()? == 1;
        let (mut values, mut totals) = (Vec::new(), Vec::new());
        for _ in FacetKind::ALL {
            let count = reader.count()?;
            let names =
                (0..count).map(|_| reader.text().map(str::to_owned)).collect::<Result<Vec<_>, _>>()?;
            values.push(names);
            totals.push((0..count).map(|_| reader.number()).collect::<Result<Vec<_>, _>>()?);
        }
        let mut shards = Vec::new();
        for _ in 0..reader.count()? {
            let length = reader.number()?;
            shards.push(reader.bytes(length)?.to_vec());
        }
        if block == 0 || dated > works || works > MOST_WORKS {
            return Err(Damaged::Nonsense);
        }
        Ok(Self { size, works, build, dated, block, has_pairs, values, totals, shards })
    }

    /// The shards that can hold the spellings of a word, or all that begin with it.
    pub(super) fn shards_of(&self, folded: &str, is_prefix: bool) -> std::ops::Range<u32> {
        let mut behind = folded.as_bytes().to_vec();
        // No spelling has a byte above that of the last beginning of UTF-8; after a whole word only 0 follows.
        behind.push(if is_prefix { u8::MAX } else { 1 });
        let before = |key: &[u8]| whole(self.shards.partition_point(|start| start.as_slice() <= key));
        before(folded.as_bytes()).saturating_sub(1)..before(&behind)
    }
}

/// The names of parts.
pub(super) mod part {
    use crate::domain::search::bytes::decimal;

    pub(in crate::domain::search) const WORKS: &str = "works";
    pub(in crate::domain::search) const WORDS: &str = "words";
    pub(in crate::domain::search) const PAIRS: &str = "pairs";
    pub(in crate::domain::search) const TITLES: &str = "titles";
    pub(in crate::domain::search) const TERMS: &str = "terms-";
    pub(in crate::domain::search) const POSITIONS: &str = "positions-";
    pub(in crate::domain::search) const FACET: &str = "facet-";
    pub(in crate::domain::search) const BLOCK: &str = "block-";
    pub(in crate::domain::search) const SUMMARIES: &str = "summaries-";

    /// A part that there are several of.
    pub(in crate::domain::search) fn numbered(kind: &str, number: u32) -> String {
        [kind, &decimal(number)].concat()
    }

    /// The number of a part of a kind.
    pub(in crate::domain::search) fn number(name: &str, kind: &str) -> Option<u32> {
        let digits = name.strip_prefix(kind)?;
        let is_plain = digits == "0" || !digits.starts_with(['0', '+']);
        if is_plain { digits.parse().ok() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn manifest() -> Manifest {
        let values = FacetKind::ALL.map(|kind| vec![kind.key().to_owned(), "x".to_owned()]).to_vec();
        let totals = vec![vec![3, 400]; 6];
        let shards = vec![vec![], b"ma".to_vec(), b"mal".to_vec(), b"z".to_vec()];
        Manifest {
            size: Size::Shards,
            works: 500,
            build: 7 << 40,
            dated: 499,
            block: 16,
            has_pairs: true,
            values,
            totals,
            shards,
        }
    }

    #[test]
    fn a_manifest_is_read_back() {
        assert_eq!(Manifest::read(manifest().write()), Ok(manifest()));
    }

    #[test]
    fn words_are_sought_where_they_can_be() {
        let shards = |word, is_prefix| manifest().shards_of(word, is_prefix);
        assert_eq!(shards("a", false), 0..1);
        assert_eq!(shards("ma", false), 1..2);
        assert_eq!(shards("ma", true), 1..3);
        assert_eq!(shards("m", true), 0..3);
        assert_eq!(shards("mal", false), 2..3);
        assert_eq!(shards("zz", true), 3..4);
    }

    #[test]
    fn parts_are_numbered() {
        for number in [0, 7, 10, 4_294_967_295] {
            let name = part::numbered(part::TERMS, number);
            assert_eq!(name, format!("terms-{number}"));
            assert_eq!(part::number(&name, part::TERMS), Some(number));
        }
        for name in ["terms-", "terms-x", "terms--1", "terms-+1", "terms-01", "words", "terms-99999999999"] {
            assert_eq!(part::number(name, part::TERMS), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn noise_under_a_good_seal_is_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let head = [MAGIC.to_le_bytes().as_slice(), &[0; 8], &bytes].concat();
            _ = Manifest::read(sealed(head, 0, MANIFEST));
            prop_assert!(Manifest::read(bytes).is_err());
        }
    }
}
