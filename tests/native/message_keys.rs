//! The generated keys of the messages.

use std::fs;
use std::path::Path;

use country_cooperation::tools::message_enum;

use super::project::{Project, ROOT};

#[test]
fn the_generated_keys_are_fresh() {
    let source = message_enum::source(Path::new(ROOT)).unwrap();
    let present = fs::read_to_string(Path::new(ROOT).join(message_enum::FILE)).unwrap();
    assert!(source == present, "{} is out of date: run `bundle messages`", message_enum::FILE);
}

#[test]
fn a_new_message_becomes_a_key() {
    let project = Project::copy("new-message");
    let english = project.path("content/messages/en.json");
    let text = fs::read_to_string(&english).unwrap();
    let added = text.replacen('{', "{\n  \"a.first.key\": \"Some `code`,\\n {{name}}\",", 1);
    fs::write(&english, added).unwrap();
    let run = project.bundle(&["messages"]);
    assert!(run.succeeded, "{}", run.errors);
    let source = fs::read_to_string(project.path(message_enum::FILE)).unwrap();
    assert!(source.contains("    /// `Some 'code', {{name}}`\n    AFirstKey,\n"), "{source}");
    assert!(project.bundle(&["messages"]).output.is_empty(), "a second run had something to do");
}

#[test]
fn without_plural_messages_the_keys_are_still_valid() {
    let project = Project::copy("no-plurals");
    fs::write(project.path("content/messages/en.json"), r#"{ "site.name": "Country Cooperation" }"#).unwrap();
    assert!(project.bundle(&["messages"]).succeeded);
    let source = fs::read_to_string(project.path(message_enum::FILE)).unwrap();
    assert!(source.contains("    Absent,\n") && source.contains("pub const COUNT: usize = 0;"), "{source}");
}
