//! What is loaded, in which language it is shown, and what a shell lends to the views.
//! Reactive, but without a browser: signals and memos over the domain.

pub mod apart;
pub mod embed_choices;
pub mod finder;
pub mod library;
pub mod list_controls;
pub mod locale;
pub mod matcher;
pub mod question;
pub mod results;
pub mod shell;
