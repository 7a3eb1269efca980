//! Writes Atom.

use super::super::plain::one_line;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// A feed.
pub(super) struct Feed {
    pub language: &'static str,
    pub id: String,
    pub title: String,
    pub subtitle: String,
    pub updated: String,
    pub author: String,
    pub links: Vec<Link>,
    pub entries: Vec<Entry>,
}

/// An entry.
pub(super) struct Entry {
    pub id: String,
    pub title: String,
    pub title_language: String,
    pub published: Option<String>,
    pub updated: String,
    pub links: Vec<Link>,
    pub tags: Vec<Tag>,
    /// In English.
    pub summary: String,
}

/// A link; without a media type where that is not known.
pub(super) struct Link {
    pub rel: &'static str,
    pub media_type: &'static str,
    pub href: String,
}

/// A category.
pub(super) struct Tag {
    pub term: String,
    pub label: String,
}

/// The feed as a file.
pub(super) fn write(feed: &Feed) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned();
    open(&mut out, "feed", &[("xmlns", NAMESPACE), ("xml:lang", feed.language)], ">\n");
    element(&mut out, "id", &[], &feed.id);
    element(&mut out, "title", &[], &feed.title);
    element(&mut out, "subtitle", &[], &feed.subtitle);
    element(&mut out, "updated", &[], &feed.updated);
    out.push_str("<author>");
    element(&mut out, "name", &[], &feed.author);
    out.push_str("</author>\n");
    links(&mut out, &feed.links);
    for entry in &feed.entries {
        push_entry(&mut out, entry);
    }
    out.push_str("</feed>\n");
    out
}

fn push_entry(out: &mut String, entry: &Entry) {
    out.push_str("<entry>\n");
    element(out, "id", &[], &entry.id);
    element(out, "title", &[("xml:lang", &entry.title_language)], &entry.title);
    if let Some(published) = &entry.published {
        element(out, "published", &[], published);
    }
    element(out, "updated", &[], &entry.updated);
    links(out, &entry.links);
    for tag in &entry.tags {
        open(out, "category", &[("term", &tag.term), ("label", &tag.label)], "/>\n");
    }
    element(out, "summary", &[("xml:lang", "en")], &entry.summary);
    out.push_str("</entry>\n");
}

fn links(out: &mut String, links: &[Link]) {
    for link in links {
        open(out, "link", &[("rel", link.rel), ("type", link.media_type), ("href", &link.href)], "/>\n");
    }
}

fn element(out: &mut String, name: &str, attributes: &[(&str, &str)], text: &str) {
    open(out, name, attributes, ">");
    push_text(out, text);
    out.push_str(&["</", name, ">\n"].concat());
}

/// The beginning of an element; empty attributes are left out.
fn open(out: &mut String, name: &str, attributes: &[(&str, &str)], end: &str) {
    out.push('<');
    out.push_str(name);
    for (attribute, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(&[" ", attribute, "=\""].concat());
        push_text(out, value);
        out.push('"');
    }
    out.push_str(end);
}

/// A text that is no markup, of characters that XML 1.0 allows (section 2.2).
fn push_text(out: &mut String, text: &str) {
    for char in one_line(text).chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, text);
        out
    }

    #[test]
    fn attributes_and_texts_are_no_markup() {
        let mut out = String::new();
        element(&mut out, "a", &[("b", "\"<&"), ("c", "")], "x < y\u{ffff} & \0\"z\"");
        assert_eq!(out, "<a b=\"&quot;&lt;&amp;\">x &lt; y &amp; &quot;z&quot;</a>\n");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in any::<String>()) {
            let written = written(&text);
            prop_assert!(!written.contains(['<', '>', '"']) && !written.chars().any(char::is_control));
            let read = written.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            prop_assert_eq!(read, one_line(&text).replace(['\u{fffe}', '\u{ffff}'], ""));
        }
    }
}
