//! The published JSON format of the content. serde lives here and nowhere else.

pub mod check;
pub mod decode;
pub mod index;
mod json;
pub mod pairs;
pub mod problem;
mod record;
pub mod search_query;
pub mod story_block;
pub mod wire;
pub mod work_row;
