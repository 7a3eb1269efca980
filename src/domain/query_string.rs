//! The part of an address after the question mark: `key=value` pairs, percent-encoded.
//! Rules of the URL standard's `application/x-www-form-urlencoded` (<https://url.spec.whatwg.org/#urlencoded-parsing>),
//! but commas stay readable, because they join the values of one key.

/// Reads the pairs in order. Damaged escapes are kept as they stand; bytes that are not UTF-8 become U+FFFD.
pub fn parse(query: &str) -> Vec<(String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
        .collect()
}

/// Writes the pairs, with a leading question mark if there are any.
pub fn write(pairs: &[(&str, String)]) -> String {
    let mut query = String::new();
    for (key, value) in pairs {
        query.push(if query.is_empty() { '?' } else { '&' });
        encode_into(key, &mut query);
        query.push('=');
        encode_into(value, &mut query);
    }
    query
}

/// Undoes percent-encoding and plus signs.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'+', _) => decoded.push(b' '),
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    decoded.push(high * 16 + low);
                    rest = after;
                }
                _ => decoded.push(b'%'),
            },
            (byte, _) => decoded.push(*byte),
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Applies percent-encoding, as [`decode`] undoes it.
pub fn encode(text: &str) -> String {
    let mut encoded = String::new();
    encode_into(text, &mut encoded);
    encoded
}

fn encode_into(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b',' => out.push(','),
            b' ' => out.push('+'),
            _ => escape_into(byte, out),
        }
    }
}

/// Writes a byte as RFC 3986 has it: the unreserved signs as they are, everything else as `%` and two digits.
pub(super) fn escape_into(byte: u8, out: &mut String) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
        out.push(char::from(byte));
        return;
    }
    out.push('%');
    out.extend(HEX.get(usize::from(byte >> 4)));
    out.extend(HEX.get(usize::from(byte & 15)));
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn damaged_queries_are_read_as_well_as_possible() {
        let pairs = parse("?q=C%C3%B4te+d%27Ivoire&&=x&a&b=%&c=%zz&d=%ff&e=1=2");
        let shown: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}|{value}")).collect();
        assert_eq!(shown, ["q|Côte d'Ivoire", "|x", "a|", "b|%", "c|%zz", "d|\u{fffd}", "e|1=2"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(key in "\\PC{1,8}", value in any::<String>()) {
            let written = write(&[(&key, value.clone())]);
            prop_assert_eq!(parse(&written), vec![(key, value)]);
        }

        #[test]
        fn reading_never_panics(query in any::<String>()) {
            let _ = parse(&query);
        }
    }
}
