//! Searching the publications: words and phrases, facets with true counts, orders, typing slips, in six languages, for
//! some hundreds of works or a million, without a server.
//!
//! A [`query::SearchQuery`] is asked of a [`query::SearchBackend`]. There are three here: [`scan::Scan`] looks at every
//! work, for some hundreds; [`memory::Memory`] builds an index on arrival, for some thousands; [`index::Index`] fetches
//! parts of an index that the content compiler has built, for more. [`manifest::Size`] says which. All give the same
//! answers.
//!
//! ```text
//! text ─► query_text ─► shard, postings ─► text_match, slips ─┐
//! choices ─────────────► value_set ──────► counts ────────────┴─► page ─► answer; blocks ─► what is shown
//! works ─► fields, units ─► lexicon ─► shard_writer, typo, value_set, pairs, works, blocks   (build)
//! ```
//!
//! Everything in an index is a set of works: those with a word, and those with a value of a facet. Sets are met and
//! counted 64 works at a time (`bits`), even where it comes to relevance: points are binary numbers whose digits are
//! sets.

#![allow(clippy::similar_names, reason = "works and words are what all of this is about")]

mod bits;
mod blocks;
mod bytes;
mod counts;
mod fields;
mod lexicon;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod oracle_slips;
mod page;
mod pairs;
mod postings;
mod shard;
mod shard_writer;
mod short_list;
mod slips;
mod text_match;
mod typo;
mod units;
mod value_set;
mod walk;
mod works;

pub mod build;
pub mod highlight;
pub mod index;
pub mod manifest;
pub mod memory;
pub mod message;
pub mod places;
pub mod plain;
pub mod query;
pub mod query_text;
pub mod result_page;
pub mod scan;
pub mod work;

pub use bytes::Damaged;
