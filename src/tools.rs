//! The content compiler: reads `content/`, says in plain words everything that is wrong with it, and writes the
//! bundle the app fetches. Runs on the host only; none of it is part of what visitors download.

pub mod command;
pub mod compile;
pub mod css;
pub mod finding;
pub mod finish;
pub mod message_enum;
pub mod output;
pub mod search;

mod citations;
mod encode;
mod explain;
mod facts;
mod feeds;
pub(crate) mod hash;
mod json;
mod labels;
mod map;
mod markdown;
mod messages;
mod plain;
mod relations;
mod standards;
mod stories;
mod table;
mod terms;
pub mod translation_table;

pub use self::messages::plural_categories;
