use country_cooperation::components::story_text::story_text;
use country_cooperation::domain::date::PartialDate;
use country_cooperation::domain::language::Language;
use country_cooperation::domain::story::{Block, Inline, LinkTarget, PageName, Story, StoryId};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{provide_shell, stage};

fn story() -> Story {
    let text = |text: &str| vec![Inline::Text(text.to_owned())];
    let link = Inline::Link { text: "list".to_owned(), target: LinkTarget::Page(PageName::Countries) };
    Story {
        id: StoryId::About,
        language: Language::En,
        title: "Title".to_owned(),
        summary: "Summary".to_owned(),
        as_of: PartialDate::parse("2026-11-23").unwrap(),
        works: Vec::new(),
        blocks: vec![
            Block::Section { anchor: "one".to_owned(), text: text("One") },
            Block::Paragraph(text("<img src=x onerror=alert(1)>")),
            Block::Paragraph(vec![link]),
            Block::Steps(vec![text("first"), text("second")]),
        ],
    }
}

#[wasm_bindgen_test]
fn content_never_becomes_markup() {
    let stage = stage(|| {
        provide_shell(Language::En);
        story_text(&story()).into_any()
    });
    assert_eq!(stage.count("img"), 0);
    assert_eq!(stage.text("p"), "<img src=x onerror=alert(1)>");
    assert_eq!(stage.count("ol > li"), 2);
    assert_eq!(stage.text("h2#one"), "One");
}

#[wasm_bindgen_test]
fn links_keep_the_readers_language_and_foreign_text_its_own() {
    let stage = stage(|| {
        provide_shell(Language::Ar);
        story_text(&story()).into_any()
    });
    assert_eq!(stage.attribute("a", "href").as_deref(), Some("/ar/countries"));
    assert_eq!(stage.attribute(".prose", "lang").as_deref(), Some("en"));
    assert_eq!(stage.attribute(".prose", "dir").as_deref(), Some("ltr"));
    assert_eq!(stage.count(".notice"), 1);
}
