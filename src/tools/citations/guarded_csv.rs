//! CSV (RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>) that no spreadsheet takes for a formula.

/// A line with its end.
pub(super) fn line(cells: &[impl AsRef<str>]) -> String {
    let mut line = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        let cell = guarded(cell.as_ref());
        if cell.contains([',', '"', '\r', '\n']) {
            line.push_str(&["\"", &cell.replace('"', "\"\""), "\""].concat());
        } else {
            line.push_str(&cell);
        }
    }
    line.push_str("\r\n");
    line
}

/// A spreadsheet calculates a cell that begins with one of these signs, so an apostrophe goes before it, and before the
/// apostrophes that stand there already: whoever takes one away has the text again
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn guarded(cell: &str) -> String {
    let is_calculated = cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_calculated { ["'", cell].concat() } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_are_quoted_and_guarded() {
        assert_eq!(
            line(&["a", "b, \"c\"", "", "=1+1", "'=1", "'a", "a=1"]),
            "a,\"b, \"\"c\"\"\",,'=1+1,''=1,'a,a=1\r\n"
        );
        for sign in ["=", "+", "-", "@", "\t", "\r"] {
            assert!(guarded(sign).starts_with('\''), "{sign:?}");
        }
    }

    proptest! {
        /// The crate that reads the content is the oracle.
        #[test]
        fn any_cell_is_read_back(cells in proptest::collection::vec(any::<String>(), 2..5)) {
            check(&cells)?;
        }

        #[test]
        fn hard_cells_are_read_back(cells in proptest::collection::vec("['=+\\-@\t\r\n\",a]{0,6}", 2..5)) {
            check(&cells)?;
        }
    }

    fn check(cells: &[String]) -> Result<(), TestCaseError> {
        let written = line(cells);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        let read: Vec<&str> = record.iter().collect();
        prop_assert_eq!(read.len(), cells.len());
        for (read, cell) in read.into_iter().zip(cells) {
            prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r']));
            let is_guarded = read.starts_with('\'')
                && read.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert_eq!(if is_guarded { &read[1..] } else { read }, cell);
        }
        Ok(())
    }
}
