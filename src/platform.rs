//! The only code that names the browser: one small file for each of its abilities. Nothing here decides anything.

pub mod boot;
pub mod download;
pub mod frame;
pub mod intl;
pub mod memory;
pub mod page;
pub mod parts;
pub mod picture;
