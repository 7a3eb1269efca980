//! The site: turns the address bar into views, and what views want into addresses and downloads.

pub mod address_bar;
pub mod announcer;
pub mod chunks;
pub mod connection;
pub mod first_replies;
pub mod footer;
pub mod head;
pub mod links;
pub mod masthead;
pub mod page;
pub mod services;
pub mod site;
pub mod start;
