//! Parts that know the domain: they take records and signals, and know neither router nor network.

pub mod contact_chain;
pub mod copy_button;
pub mod country_box;
pub mod country_row;
pub mod cycle_line;
pub mod figure_card;
pub mod filter_panel;
pub mod loaded;
pub mod notice;
pub mod pagination;
pub mod point_map;
pub mod presence_mark;
pub mod publication_row;
pub mod result_head;
pub mod search_field;
pub mod section;
pub mod source_note;
pub mod story_text;
pub mod strategy_item;
pub mod timeline;
pub mod title_block;
pub mod words;
pub mod year_range;
