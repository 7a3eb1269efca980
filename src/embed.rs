//! The shell of an embed: the lists of the site in a document that stands in a frame of another page. Where the reader is, it
//! knows by itself: it has no router, and never touches address, history, title, scroll or storage.

mod countries;
mod list;
mod publications;
mod services;
pub mod start;
mod strategies;
