//! Writing the shards that [`super::shard`] reads.

use super::bytes::{Writer, whole};
use super::fields::{Level, folded};
use super::lexicon::{Place, Term};
use super::postings::{self, Form};
use super::slips::beginning;

/// The bytes of a shard and of its positions.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// Comes after every spelling of the shard before, and not after the first of this one.
    pub start: Vec<u8>,
    pub shard: Vec<u8>,
    pub positions: Vec<u8>,
}

/// How terms are cut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    /// Bytes of a shard, about.
    pub shard: usize,
    /// Spellings in a block. To find one, a block is read from its start; short blocks are longer when compressed.
    pub block: usize,
}

/// Writes terms, cut into shards. There is one at least.
pub(super) fn write(terms: &[Term], works: u32, cut: Cut) -> Vec<Written> {
    let mut shards = Vec::new();
    let mut current = Draft::default();
    let mut last: &[u8] = &[];
    for term in terms {
        let is_overfull = current.size() / 2 >= cut.shard;
        if current.size() >= cut.shard && may_end(last, &term.key, is_overfull) {
            shards.push(std::mem::take(&mut current).written());
            current.start = separator(last, &term.key);
        }
        if current.block.count == cut.block {
            current.end_block();
        }
        current.add(term, works);
        last = &term.key;
    }
    shards.push(current.written());
    shards
}

/// Whether a shard may end between two spellings. Those of a word stay together, and if they are not too many also the
/// words that begin alike: where a word is a slip, the one that was meant stands beside it then.
fn may_end(last: &[u8], next: &[u8], is_overfull: bool) -> bool {
    let (last, next) = (folded(last), folded(next));
    if is_overfull { last != next } else { beginning(last) != beginning(next) }
}

/// The shortest beginning of `key` that comes after `last`.
fn separator(last: &[u8], key: &[u8]) -> Vec<u8> {
    let shared = last.iter().zip(key).take_while(|(a, b)| a == b).count();
    key.get(..=shared).unwrap_or(key).to_vec()
}

#[derive(Default)]
struct Draft {
    start: Vec<u8>,
    blocks: Writer,
    spellings: Writer,
    lists: Writer,
    position_blocks: Writer,
    positions: Writer,
    /// The block that is being filled.
    block: Columns,
    last: Vec<u8>,
}

/// The columns of a block.
#[derive(Default)]
struct Columns {
    count: usize,
    /// The place of its first list.
    lists: usize,
    shared: Writer,
    lengths: Writer,
    levels: Vec<u8>,
    list_lengths: Writer,
    bytes: Vec<u8>,
}

impl Draft {
    fn size(&self) -> usize {
        self.spellings.bytes.len() + self.lists.bytes.len()
    }

    fn add(&mut self, term: &Term, works: u32) {
        if self.block.count == 0 {
            self.block.lists = self.lists.bytes.len();
            self.position_blocks.u32(whole(self.positions.bytes.len()));
            self.last.clear();
        }
        let block = &mut self.block;
        block.count += 1;
        let shared = self.last.iter().zip(&term.key).take_while(|(a, b)| a == b).count();
        let rest = term.key.get(shared..).unwrap_or(&[]);
        block.shared.length(shared);
        block.lengths.length(rest.len());
        block.bytes.extend(rest);
        self.last.clone_from(&term.key);

        let of_works = by_work(&term.places);
        let mut levels = 0;
        let mut steps = Writer::default();
        for (level, number) in Level::ALL.into_iter().zip(0_u8..) {
            let here: Vec<&[Place]> =
                of_works.iter().filter(|places| best(places) == level).copied().collect();
            let list: Vec<u32> =
                here.iter().filter_map(|places| places.first()).map(|place| place.work).collect();
            if list.is_empty() {
                continue;
            }
            let (form, bytes) = postings::write(&list, works);
            levels |= 1 << number | u8::from(form == Form::Bits) << (number + 4);
            block.list_lengths.length(bytes.len());
            self.lists.bytes.extend(bytes);
            for places in here {
                write_steps(places, &mut steps);
            }
        }
        block.levels.push(levels);
        self.positions.length(steps.bytes.len());
        self.positions.bytes.extend(steps.bytes);
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        self.blocks.u32(whole(self.spellings.bytes.len()));
        self.spellings.length(block.count);
        let columns = [block.lengths.bytes, block.shared.bytes, block.levels, block.list_lengths.bytes];
        self.spellings.bytes.extend(columns.concat());
        self.blocks.u32(whole(self.spellings.bytes.len()));
        self.blocks.u32(whole(block.lists));
        self.spellings.bytes.extend(block.bytes);
    }

    fn written(mut self) -> Written {
        if self.block.count > 0 {
            self.end_block();
        }
        let mut shard = Writer::default();
        shard.u32(whole(self.blocks.bytes.len() / 12));
        shard.bytes.extend(self.blocks.bytes);
        shard.u32(whole(self.spellings.bytes.len()));
        shard.bytes.extend(self.spellings.bytes);
        shard.bytes.extend(self.lists.bytes);
        let mut positions = Writer::default();
        positions.u32(whole(self.position_blocks.bytes.len() / 4));
        positions.bytes.extend(self.position_blocks.bytes);
        positions.bytes.extend(self.positions.bytes);
        Written { start: self.start, shard: shard.bytes, positions: positions.bytes }
    }
}

/// The places, work by work.
pub(super) fn by_work(places: &[Place]) -> Vec<&[Place]> {
    places.chunk_by(|a, b| a.work == b.work).collect()
}

fn best(places: &[Place]) -> Level {
    places.iter().map(|place| place.level).min().unwrap_or(Level::Summary)
}

fn write_steps(places: &[Place], steps: &mut Writer) {
    let mut last = 0;
    for (at, place) in places.iter().enumerate() {
        let more = u32::from(at + 1 < places.len());
        steps.number((place.position - last) << 1 | more);
        last = place.position;
    }
}
