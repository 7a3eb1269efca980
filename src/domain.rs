//! What the product knows and decides: countries, offices, strategies, publications, addresses, filters.
//!
//! Pure by construction: no serde, no Leptos, no browser, no clock, no input or output. Everything here is total:
//! whatever is passed in, nothing panics. `cargo test --no-default-features` builds this part alone.

pub mod date;
pub mod language;
pub mod region;
pub mod terms;
pub mod web_address;

pub mod content;
pub mod country;
pub mod country_map;
pub mod country_names;
pub mod feed;
pub mod fetching;
pub mod figure;
pub mod figure_groups;
pub mod milestone;
pub mod office;
pub mod plain_filter;
pub mod plain_finder;
pub mod publication;
pub mod resource;
pub mod site;
pub mod spelling;
pub mod story;
pub mod strategy;

pub mod bidi;
pub mod catalog;
pub mod chart;
pub mod citation;
pub mod citation_format;
pub mod citation_list;
pub mod country_export;
pub mod country_finder;
pub mod country_list;
pub mod cycle;
pub mod cycle_ruler;
pub mod embed;
pub mod embed_builder;
pub mod embed_snippet;
pub mod facets;
pub mod fold;
pub mod letter_index;
pub mod linked_data;
pub mod list_query;
pub mod loop_drawing;
pub mod mailto;
pub mod map_view;
pub mod message;
pub mod narrowing;
pub mod near_publications;
pub mod neighbours;
pub mod order;
pub mod page;
pub mod projection;
pub mod query_string;
pub mod quotation;
pub mod related;
pub mod route;
pub mod scan;
pub mod search;
pub mod story_part;
pub mod strategy_list;
pub mod strategy_timeline;
