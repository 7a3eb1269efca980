//! Controls that could live in any product: they know Leptos, and no country, route or message.

pub mod callback;
pub mod combobox;
pub mod element;
pub mod facet_group;
mod held;
pub mod icon;
pub mod memo;
pub mod row_list;
pub mod sheet;
pub mod signal;
pub mod typed_text;
