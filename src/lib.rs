//! Country Cooperation: the public front end to WHO's work with countries, territories and areas.
//! The map of the code and its rules stand in `ARCHITECTURE.md`; this file is the only place with `#[cfg(feature)]`.

pub mod bundle;
pub mod domain;

#[cfg(feature = "ui")]
pub mod components;
#[cfg(feature = "ui")]
pub mod state;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "ui")]
pub mod views;

#[cfg(feature = "site")]
pub mod app;
#[cfg(feature = "embed")]
pub mod embed;
#[cfg(feature = "pages")]
pub mod pages;
#[cfg(feature = "platform")]
pub mod platform;

#[cfg(feature = "tools")]
pub mod tools;

/// Whether pages are drawn as files, where there is no browser and nothing changes.
pub const IS_FOR_FILES: bool = cfg!(feature = "pages");
