//! Many citations as one file. The content compiler writes a sheet for each format: the entry of every publication under
//! its id, and under keys that no id can have what goes before, between and behind the entries. So whoever makes a file
//! of some of them needs to know nothing of the format.

/// A sheet: keys and texts. No map, for the app has none of texts, and a look through some hundred keys is quick.
pub type Sheet = Vec<(String, String)>;

/// What a file begins with.
pub const HEAD: &str = ".head";
/// What stands between two entries.
pub const BETWEEN: &str = ".between";
/// What a file ends with.
pub const TAIL: &str = ".tail";
/// The name to save a file of several entries under.
pub const NAME: &str = ".name";
/// The media type of the file.
pub const MEDIA_TYPE: &str = ".type";

/// The text of a key; empty if there is none.
pub fn text<'a>(sheet: &'a [(String, String)], key: &str) -> &'a str {
    sheet.iter().find(|(known, _)| known == key).map_or("", |(_, text)| text)
}

/// The file that holds the entries of these publications, in this order. An id without an entry is left out.
pub fn join<'a>(sheet: &[(String, String)], ids: impl IntoIterator<Item = &'a str>) -> String {
    let mut file = text(sheet, HEAD).to_owned();
    let entries = ids.into_iter().filter(|id| !id.starts_with('.')).map(|id| text(sheet, id));
    for (at, entry) in entries.filter(|entry| !entry.is_empty()).enumerate() {
        if at > 0 {
            file.push_str(text(sheet, BETWEEN));
        }
        file.push_str(entry);
    }
    file.push_str(text(sheet, TAIL));
    file
}

#[cfg(test)]
mod tests {
    use super::super::publication::PublicationId;
    use super::*;

    #[test]
    fn entries_are_joined_in_the_order_asked_for() {
        let pairs = [(HEAD, "["), (BETWEEN, ","), (TAIL, "]"), ("a", "1"), ("b", "2"), ("c", "3")];
        let sheet: Sheet = pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
        assert_eq!(join(&sheet, ["c", "a", "gone", "b"]), "[3,1,2]");
        assert_eq!(join(&sheet, ["gone", HEAD, "b"]), "[2]");
        assert_eq!(join(&sheet, []), "[]");
        assert_eq!(join(&Sheet::new(), ["a"]), "");
    }

    #[test]
    fn no_publication_can_have_the_id_of_a_key() {
        for key in [HEAD, BETWEEN, TAIL, NAME, MEDIA_TYPE] {
            assert!(key.starts_with('.') && PublicationId::parse(key).is_none(), "{key}");
        }
    }
}
