//! Addresses that open a letter with subject and text filled in (RFC 6068, <https://www.rfc-editor.org/rfc/rfc6068>).

use super::query_string::escape_into;

/// A `mailto:` address. Everything but unreserved signs and `@` is escaped: a space is `%20`, never a plus sign, and a
/// line of the text ends in `%0D%0A`. Recipient and subject have one line, so that nothing in them can become a header
/// of its own.
pub fn mailto(to: &str, subject: &str, body: &str) -> String {
    let mut address = String::new();
    for (name, text, between) in
        [("mailto:", to, ""), ("?subject=", subject, "%20"), ("&body=", body, "%0D%0A")]
    {
        address.push_str(name);
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                address.push_str(between);
            }
            for byte in line.bytes() {
                match byte {
                    b'@' => address.push('@'),
                    // A lone carriage return is the end of a line to some programs.
                    _ if byte.is_ascii_control() => {}
                    _ => escape_into(byte, &mut address),
                }
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::super::query_string;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_letter_is_filled_in() {
        let address =
            mailto("web+team@example.org", "Mistake: Côte d’Ivoire", "Office & staff?\n100 %\r\nend");
        assert_eq!(
            address,
            "mailto:web%2Bteam@example.org?subject=Mistake%3A%20C%C3%B4te%20d%E2%80%99Ivoire\
             &body=Office%20%26%20staff%3F%0D%0A100%20%25%0D%0Aend"
        );
    }

    #[test]
    fn a_subject_stays_one_line_and_a_recipient_stays_one() {
        let address = mailto("a@b.c?bcc=d,e", "x\r\nBcc: f@g.h\ry", "");
        assert_eq!(address, "mailto:a@b.c%3Fbcc%3Dd%2Ce?subject=x%20Bcc%3A%20f@g.hy&body=");
    }

    proptest! {
        /// The site's own reader of percent-encoding is the oracle.
        #[test]
        fn a_body_is_read_back(body in any::<String>()) {
            let address = mailto("a@b.c", "", &body);
            prop_assert!(address.is_ascii());
            let (_, query) = address.split_once('?').unwrap();
            let plain: String = body.chars().filter(|char| *char == '\n' || !char.is_ascii_control()).collect();
            let expected = plain.lines().collect::<Vec<_>>().join("\r\n");
            prop_assert_eq!(query_string::parse(query)[1].clone(), ("body".to_owned(), expected));
        }
    }
}
