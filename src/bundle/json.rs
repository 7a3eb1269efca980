//! Reads JSON for what visitors download. The reader is the one made for small machines: it keeps no message of what is
//! wrong, which nobody would read here, and weighs a fraction of the usual one (docs/decisions/0013-small-json.md).

use serde::de::DeserializeOwned;

/// Forms within forms are followed so far. The bundle has four; without a limit a damaged file could use up the stack.
const DEEPEST: usize = 16;

/// Forms (objects and lists) in one file. A publication is one, and a collection may have a hundred thousand; to read a
/// million would hold an old phone up.
const MOST: usize = 200_000;

/// The value that stands in the bytes; nothing if they are no JSON, or other JSON.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let mut unescaped = vec![0; bytes.len()];
    let read = is_bounded(bytes).then(|| serde_json_core::from_slice_escaped(bytes, &mut unescaped))?;
    read.ok().map(|(value, _)| value)
}

/// Whether there are neither too many forms nor too many within each other.
fn is_bounded(bytes: &[u8]) -> bool {
    let (mut depth, mut forms, mut is_text, mut is_escaped) = (0_usize, 0_usize, false, false);
    bytes.iter().all(|byte| {
        let was_escaped = std::mem::take(&mut is_escaped);
        match byte {
            b'"' if !was_escaped => is_text = !is_text,
            b'\\' => is_escaped = is_text && !was_escaped,
            b'[' | b'{' if !is_text => (depth, forms) = (depth + 1, forms + 1),
            b']' | b'}' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth <= DEEPEST && forms <= MOST
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::bundle::pairs::Pairs;
    use crate::bundle::record::Record;
    use crate::bundle::wire::{Cells, Index, Story};

    #[test]
    fn reads_what_it_is_and_nothing_else() {
        let cells = |json: &str| read::<Vec<Cells>>(json.as_bytes());
        assert_eq!(
            cells(r#" [ {"a" : "b\u001f\"\\"} , {} ] "#),
            Some(vec![Pairs(vec![pair("a", "b\u{1f}\"\\")]), Pairs(vec![])])
        );
        for damaged in [
            "",
            "[",
            "[{]",
            "[{}",
            "[{}]]",
            "[{},]",
            "[{\"a\"}]",
            "[{\"a\":1}]",
            "[{1:\"a\"}]",
            "{}",
            "[{\"a\":\"\\u12\"}]",
            "\"",
            "[{\"a\":\"\\",
            "[\u{feff}]",
        ] {
            assert_eq!(cells(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn no_depth_uses_up_the_stack() {
        let deep = [r#"{"site":{},"counts":{},"parts":{},"more":"#, &"[".repeat(1_000_000)].concat();
        assert!(read::<Index>(deep.as_bytes()).is_none());
        let within =
            [r#"{"site":{},"counts":{},"parts":{},"more":"#, &"[".repeat(15), &"]".repeat(15), "}"].concat();
        assert!(read::<Index>(within.as_bytes()).is_some());
        let in_text = [r#"[{"a":"\""#, &"[".repeat(100), r#""}]"#].concat();
        assert!(read::<Vec<Cells>>(in_text.as_bytes()).is_some());
    }

    #[test]
    fn no_number_of_records_holds_anybody_up() {
        let records = |count: usize| ["[", &vec!["{}"; count].join(","), "]"].concat();
        assert_eq!(read::<Vec<Record>>(records(MOST - 1).as_bytes()).map(|all| all.len()), Some(MOST - 1));
        assert!(read::<Vec<Record>>(records(MOST).as_bytes()).is_none());
    }

    /// The reader passes over a comma before the first of a list, and then asks for none before the second. The usual one refuses
    /// both. Nothing is lost by it.
    fn has_first_comma(json: &str) -> bool {
        json.trim_start().strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(','))
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    proptest! {
        #[test]
        fn agrees_with_the_usual_reader(rows in prop::collection::vec(prop::collection::vec((any::<String>(), any::<String>()), 0..4), 0..4)) {
            let rows: Vec<Cells> = rows.into_iter().map(Pairs).collect();
            let json = serde_json::to_vec(&rows).unwrap();
            prop_assert_eq!(read::<Vec<Cells>>(&json), Some(rows));
        }

        /// What the usual reader refuses is refused, and nothing panics: text made of what JSON is made of.
        #[test]
        fn damaged_text_is_refused(json in r#"([\[\]{}:,"\\ a\u{1f}0-9ut]|null|true|"a"|"a":|\\u00e9){0,24}"#) {
            let usual = |json: &str| serde_json::from_str::<Vec<Cells>>(json).ok();
            let read_here = read::<Vec<Cells>>(json.as_bytes());
            prop_assert!(read_here.is_none() || has_first_comma(&json) || read_here == usual(&json));
            _ = read::<Index>(json.as_bytes());
            _ = read::<Story>(json.as_bytes());
        }

        /// Records are read as the usual reader reads them: what is not an object of texts is none. What is no JSON at all is
        /// refused, or a record less.
        #[test]
        fn other_records_are_left_out(json in r#"\[([\[\]{}:,0-9-]|\{"a":"b"\}|\{"a":1\}|\{"a":[1-9.e-]{1,3}\}|\{"a":\[\{\}\],"b":"c"\}|"a"|null|,|,){0,6}\]"#) {
            let usual = serde_json::from_str::<Vec<serde_json::Value>>(&json).ok();
            let usual = usual.map(|all| all.iter().map(|one| {
                let text = |(name, cell): (&String, &serde_json::Value)| Some((name.clone(), cell.as_str()?.to_owned()));
                Record(one.as_object().and_then(|cells| cells.iter().map(text).collect()))
            }).collect::<Vec<_>>());
            let read_here = read::<Vec<Record>>(json.as_bytes());
            match usual {
                Some(usual) => prop_assert_eq!(read_here, Some(usual)),
                None => prop_assert!(has_first_comma(&json) || read_here.is_none_or(|all| all.contains(&Record(None)))),
            }
        }

        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            _ = read::<Vec<Cells>>(&bytes);
            _ = read::<Vec<Record>>(&bytes);
            _ = read::<Index>(&bytes);
        }
    }
}
