//! From a record as it stands in a file to a value of the domain, or to everything that is wrong with it.
//! Compiler and app use the same rules: the compiler stops at a bad record, the app leaves it out and counts it.
//! What needs more than one record, a standard's list or the content's date is checked by the compiler alone.

mod country;
mod figure;
mod map;
mod milestone;
mod office;
mod publication;
mod reader;
mod resource;
mod site;
mod spelling;
mod story;
mod strategy;

pub use country::{country, country_name, iso3, named_country};
pub use figure::figure;
pub use map::{map_id, map_item};
pub use milestone::milestone;
pub use office::office;
pub use publication::publication;
pub use resource::resource;
pub use site::site;
pub use spelling::{published_spelling, spelling};
pub use story::{link_target, story};
pub use strategy::strategy;
