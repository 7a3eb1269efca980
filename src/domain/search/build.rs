//! Building an index from works: the compiler does it for files, the browser for some thousands of works it has all of.

use std::cmp::Ordering;

use super::bytes::{checksum, sealed, whole};
use super::lexicon;
use super::manifest::{Manifest, Size, part};
use super::shard_writer::Cut;
use super::work::{FacetKind, Work};
use super::{blocks, pairs, shard_writer, typo, value_set, works};
use crate::domain::fold::fold;
use crate::domain::order::{ranks, sort_positions, sorted};

/// How an index is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    pub size: Size,
    /// Bytes of a shard of spellings, about.
    pub shard: usize,
    /// Works in a block of those that are shown.
    pub block: u32,
}

/// Spellings in a block of a shard that is sent, and of one that stays where it is built.
const FILED_BLOCK: usize = 128;
const MEMORY_BLOCK: usize = 16;

/// A part: its name and its bytes.
pub type Part = (String, Vec<u8>);

/// An index: the manifest and the parts it speaks of, sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    pub manifest: Manifest,
    pub parts: Vec<Part>,
}

impl Layout {
    /// The layout that suits so many works. Shards of 16 KB make the first answer lighter while they are few; more than
    /// some hundred of them would be more files than they are worth.
    pub fn of(works: usize) -> Self {
        let shard = if works <= 30_000 { 16 << 10 } else { 48 << 10 };
        Self { size: Size::of(works), shard, block: if works <= 200_000 { 16 } else { 64 } }
    }
}

/// Builds what a layout asks for.
pub fn build(works: Vec<Work>, layout: Layout) -> Built {
    let (manifest, works) = ordered(works, layout);
    let mut built = Built { manifest, parts: Vec::new() };
    match layout.size {
        Size::Scan | Size::Memory => {
            let bytes = works::write(&works, &built.manifest.values, works::Extent::Whole);
            built.parts.push((part::WORKS.to_owned(), bytes));
        }
        Size::Shards => built.add_index(&works, layout),
    }
    built.seal();
    built
}

/// The works in their order, and a manifest of them.
pub(super) fn ordered(mut works: Vec<Work>, layout: Layout) -> (Manifest, Vec<Work>) {
    in_order(&mut works);
    let values = values(&works);
    (manifest(&works, values, layout), works)
}

/// Seals a part of a build; what is changed afterwards does not pass for it.
pub fn sealed_part(bytes: Vec<u8>, manifest: &Manifest, name: &str) -> Vec<u8> {
    sealed(bytes, manifest.build, name)
}

/// An index in memory over works that are in their order already, with no seals.
pub(super) fn in_memory(works: &[Work], manifest: &Manifest) -> Built {
    let layout = Layout { size: Size::Memory, shard: usize::MAX, block: 1 };
    let mut built = Built { manifest: manifest.clone(), parts: Vec::new() };
    built.add_index(works, layout);
    built
}

impl Built {
    /// Adds the parts of an index.
    fn add_index(&mut self, works: &[Work], layout: Layout) {
        let records = whole(works.len());
        let sets = sets(works, &self.manifest.values);
        let terms = lexicon::terms(works);
        let block = if layout.size == Size::Shards { FILED_BLOCK } else { MEMORY_BLOCK };
        let shards = shard_writer::write(&terms, records, Cut { shard: layout.shard, block });
        self.manifest.shards = shards.iter().map(|shard| shard.start.clone()).collect();
        for (shard, number) in shards.into_iter().zip(0..) {
            self.parts.push((part::numbered(part::TERMS, number), shard.shard));
            self.parts.push((part::numbered(part::POSITIONS, number), shard.positions));
        }
        self.parts.push((part::WORDS.to_owned(), typo::write(&terms)));
        for (kind, lists) in FacetKind::ALL.into_iter().zip(&sets) {
            self.parts.push(([part::FACET, kind.key()].concat(), value_set::write(lists, records)));
        }
        self.parts.push((part::TITLES.to_owned(), titles(works)));
        if layout.size == Size::Shards {
            if self.manifest.has_pairs {
                self.parts.push((part::PAIRS.to_owned(), pairs::write(&sets, records)));
            }
            for (block, number) in works.chunks(layout.block.max(1) as usize).zip(0..) {
                let bytes = works::write(block, &self.manifest.values, works::Extent::Shown);
                self.parts.push((part::numbered(part::BLOCK, number), bytes));
                self.parts.push((part::numbered(part::SUMMARIES, number), blocks::write_summaries(block)));
            }
        }
    }

    /// Names the build after its contents and seals every part with the name.
    fn seal(&mut self) {
        let head = self.manifest.write();
        self.manifest.build =
            self.parts.iter().fold(checksum(0, &head), |sum, (_, bytes)| checksum(sum, bytes));
        for (name, bytes) in &mut self.parts {
            *bytes = sealed_part(std::mem::take(bytes), &self.manifest, name);
        }
    }
}

fn manifest(works: &[Work], values: Vec<Vec<String>>, layout: Layout) -> Manifest {
    let count = |lists: &Vec<Vec<u32>>| lists.iter().map(|list| whole(list.len())).collect();
    let has_pairs =
        layout.size == Size::Shards && values.iter().map(Vec::len).sum::<usize>() <= pairs::MOST_VALUES;
    Manifest {
        size: layout.size,
        works: whole(works.len()),
        build: 0,
        dated: whole(works.iter().take_while(|work| work.date.is_some()).count()),
        block: layout.block.max(1),
        has_pairs,
        totals: sets(works, &values).iter().map(count).collect(),
        values,
        shards: Vec::new(),
    }
}

/// Puts works into the order "newest first". Works of one date are put side by side by their facets, which makes the
/// lists of works much shorter to write, and at last by title and id, so that the order is the same in every build.
fn in_order(works: &mut Vec<Work>) {
    let mut keys: Vec<[String; 6]> = Vec::with_capacity(works.len());
    for work in works.iter() {
        keys.push([
            work.region.clone(),
            work.kind.clone(),
            work.values(FacetKind::Language).join(" "),
            work.values(FacetKind::Country).join(" "),
            fold(work.title()),
            work.id.clone(),
        ]);
    }
    let mut order: Vec<usize> = (0..works.len()).collect();
    let date = |at: usize| works.get(at).and_then(|work| work.date);
    sort_positions(&mut order, &|a, b| {
        let newest = date(b).cmp(&date(a));
        newest.then_with(|| keys.get(a).cmp(&keys.get(b)))
    });
    let mut old: Vec<Option<Work>> = std::mem::take(works).into_iter().map(Some).collect();
    works.extend(order.into_iter().filter_map(|at| old.get_mut(at).and_then(Option::take)));
}

/// For each facet the values that occur, in alphabetical order of their slugs.
fn values(works: &[Work]) -> Vec<Vec<String>> {
    let of = |kind: FacetKind| {
        let mut values = sorted(works.iter().flat_map(|work| work.values(kind)).collect(), Ord::cmp);
        values.dedup();
        values
    };
    FacetKind::ALL.map(of).to_vec()
}

/// For each value of each facet, the works that have it.
fn sets(works: &[Work], values: &[Vec<String>]) -> Vec<Vec<Vec<u32>>> {
    let mut sets: Vec<Vec<Vec<u32>>> = values.iter().map(|values| vec![Vec::new(); values.len()]).collect();
    for ((kind, values), lists) in FacetKind::ALL.into_iter().zip(values).zip(&mut sets) {
        for (work, number) in works.iter().zip(0..) {
            for value in work.values(kind) {
                let list = values.binary_search(&value).ok().and_then(|at| lists.get_mut(at));
                if let Some(list) = list {
                    list.push(number);
                }
            }
        }
    }
    sets
}

/// The rank of each work by its title.
fn titles(works: &[Work]) -> Vec<u8> {
    let folded: Vec<String> = works.iter().map(|work| fold(work.title())).collect();
    let by_title = |a: usize, b: usize| -> Ordering { folded.get(a).cmp(&folded.get(b)).then(a.cmp(&b)) };
    let mut bytes = Vec::with_capacity(works.len() * 4);
    for rank in ranks(works.len(), &by_title) {
        bytes.extend(whole(rank).to_le_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::bytes::Reader;
    use crate::domain::search::work::Edition;

    #[test]
    fn titles_are_in_the_order_of_a_register() {
        let in_order = [
            "«2021» in numbers",
            "Ébola",
            "“Ebola” again",
            "éclair",
            "El Niño",
            "Elbe",
            "zoonosis",
            "Ёлка",
            "Жизнь",
            "أدوية",
            "صحة",
            "结核病",
        ];
        let work = |title: &&str| Work {
            editions: vec![Edition { language: "en".to_owned(), title: (*title).to_owned() }],
            ..Work::default()
        };
        // Every fifth, so that nothing is in order by chance.
        let mixed: Vec<usize> = (0..in_order.len()).map(|at| at * 5 % in_order.len()).collect();
        let works: Vec<Work> = mixed.iter().map(|at| work(&in_order[*at])).collect();
        let bytes = titles(&works);
        let ranks: Vec<usize> =
            (0..whole(works.len())).map(|at| Reader::at(&bytes, at * 4).u32().unwrap() as usize).collect();
        assert_eq!(ranks, mixed);
    }
}
