//! A publication in JSON-LD with the words of schema.org, for search engines and reference managers.
//!
//! Only what the facts say: neither author nor publisher, because they name none.

use super::publication::Publication;
use super::quotation::lines;
use super::web_address::WebAddress;

/// The text of a `script` element of type `application/ld+json`; `url` is the page's own address.
pub fn publication(publication: &Publication, url: &str) -> String {
    let text = Option::unwrap_or_default;
    let issued = publication.issued().map(|date| date.to_string());
    // "hdl" is the scheme of the Handle System, in which WHO's repository IRIS has its documents.
    let handle = publication.iris_handle.as_ref().map(|handle| ["hdl:", handle].concat());
    let languages: Vec<&str> = publication.languages.iter().map(String::as_str).collect();
    let mut json = "{\"@context\":\"https://schema.org\"".to_owned();
    add(&mut json, "@type", &[if publication.is_report() { "Report" } else { "CreativeWork" }]);
    add(&mut json, "name", &[&publication.title]);
    add(&mut json, "alternativeHeadline", &[text(publication.subtitle.as_deref())]);
    add(&mut json, "datePublished", &[text(issued.as_deref())]);
    add(&mut json, "inLanguage", &languages);
    // The property `isbn` is for books only, and these are reports: RFC 8141 has a name for the number alone.
    let isbn = publication.isbn.as_ref().map(|isbn| ["urn:isbn:", isbn].concat());
    let identifiers =
        [text(publication.reference.as_deref()), text(isbn.as_deref()), text(handle.as_deref())];
    add(&mut json, "identifier", &identifiers);
    add(&mut json, "url", &[url]);
    add(&mut json, "sameAs", &[text(publication.link().map(WebAddress::as_str))]);
    json.push('}');
    json
}

/// Adds what is known of one property: nothing, a text, or a list of several. No text can end the element it stands in,
/// nor begin a comment there; signs that control become spaces.
#[inline(never)]
fn add(json: &mut String, key: &str, texts: &[&str]) {
    let texts = lines(texts);
    if texts.is_empty() {
        return;
    }
    let (open, close) = if texts.contains('\n') { ("\":[\"", "\"]") } else { ("\":\"", "\"") };
    json.push_str(&[",\"", key, open].concat());
    for char in texts.chars() {
        match char {
            '\n' => json.push_str("\",\""),
            '<' => json.push_str("\\u003c"),
            '"' | '\\' => {
                json.push('\\');
                json.push(char);
            }
            _ => json.push(char),
        }
    }
    json.push_str(close);
}

#[cfg(test)]
mod tests {
    use super::super::publication::{Copy, example};
    use super::*;

    #[test]
    fn what_is_known_is_said() {
        let mut record = example::publication("a", "Work");
        record.kind = "ccs".to_owned();
        assert_eq!(
            publication(&record, "https://a.b/c"),
            r#"{"@context":"https://schema.org","@type":"Report","name":"Work","datePublished":"2015","inLanguage":"en","url":"https://a.b/c"}"#
        );
        record.kind = "other".to_owned();
        record.year_basis = None;
        record.iris_handle = Some("10665/1".to_owned());
        record.languages.push("fr".to_owned());
        record.copy = WebAddress::parse("https://docs.example/a").map(|address| (address, Copy::ThirdParty));
        assert_eq!(
            publication(&record, "https://a.b/c"),
            r#"{"@context":"https://schema.org","@type":"CreativeWork","name":"Work","inLanguage":["en","fr"],"identifier":"hdl:10665/1","url":"https://a.b/c"}"#
        );
    }

    #[test]
    fn no_text_breaks_out() {
        let mut json = String::new();
        add(&mut json, "a", &["\"\\ </script><!-- \n\u{1f} é 中", " ", "b"]);
        assert_eq!(json, r#","a":["\"\\ \u003c/script>\u003c!--    é 中","b"]"#);
    }
}
