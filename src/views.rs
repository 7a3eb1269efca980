//! One view per kind of address. Views take what they show and hand intents on; they never fetch, and know no router.

pub mod about;
pub mod apart;
pub mod at_work;
pub mod contact;
pub mod countries;
pub mod country;
pub mod embed;
pub mod not_found;
pub mod overview;
pub mod publication;
pub mod publications;
pub mod story;
pub mod strategies;
