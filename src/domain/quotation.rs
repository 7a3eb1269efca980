//! A fact as it travels: what is said, who says so, up to which day, and where to look it up.

use super::country::Source;

/// The copied text, a line for each part, so that no language's punctuation has to join them. `label` comes before the
/// source; a fact without one has no such line.
pub fn quotation(fact: &str, label: &str, source: &str, dated: &str, address: &str) -> String {
    let named = if source.is_empty() { String::new() } else { [label, " ", source].concat() };
    lines(&[fact, &named, dated, address])
}

/// A source in words. The address is told only where readers may be sent to.
pub fn source_words(source: &Source) -> String {
    let address = source.address.as_ref().filter(|address| address.is_linkable());
    let address = address.map(|address| [" ", address.as_str()].concat()).unwrap_or_default();
    [source.name.as_str(), &address].concat()
}

/// Parts as lines: each is one, blank ones are left out.
pub fn lines(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.extend(part.chars().map(|char| if char.is_control() { ' ' } else { char }));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::web_address::WebAddress;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_fact_takes_source_date_and_address_along() {
        let fact = "WHO has an office in Kenya.";
        let copied = quotation(fact, "Source:", "Presence report 2025", "Content of 2026", "https://a.b/KEN");
        let expected = [fact, "Source: Presence report 2025", "Content of 2026", "https://a.b/KEN"];
        assert_eq!(copied.lines().collect::<Vec<_>>(), expected);
        assert_eq!(
            quotation("Not found.", "Source:", "", "2026", "https://a.b"),
            "Not found.\n2026\nhttps://a.b"
        );
    }

    #[test]
    fn a_third_party_is_named_but_not_passed_on() {
        let source = |address: &str| Source { name: "List".to_owned(), address: WebAddress::parse(address) };
        assert_eq!(source_words(&source("https://www.who.int/x")), "List https://www.who.int/x");
        assert_eq!(source_words(&source("https://docslib.org/x")), "List");
        assert_eq!(source_words(&source("")), "List");
    }

    proptest! {
        #[test]
        fn a_part_is_one_line_or_none(parts in proptest::collection::vec(any::<String>(), 0..6)) {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let text = lines(&parts);
            let filled = parts.iter().filter(|part| !part.trim().is_empty()).count();
            prop_assert_eq!(text.split('\n').filter(|line| !line.is_empty()).count(), filled);
            prop_assert!(!text.contains("\n\n"));
        }
    }
}
