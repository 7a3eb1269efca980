//! Native tests of the content, its compiler and the bundle: `cargo test --no-default-features --features tools`.
//! What they need beside this file lies in `tests/native/` and `tests/fixtures/`.

#[cfg(test)]
mod native {
    mod broken_content;
    mod bundle;
    mod charts;
    mod citations;
    mod country_list;
    mod country_names;
    mod damage;
    mod feeds;
    mod fixture;
    mod map;
    mod message_keys;
    mod profile;
    mod project;
    mod publication;
    mod search;
    mod site_files;
    mod spellings;
    mod strategy_timeline;
    mod translations;
}
