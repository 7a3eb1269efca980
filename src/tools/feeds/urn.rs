//! Names of feeds and entries that stay the same wherever the site lies: UUIDs of version 8 made of a hash of a name
//! (RFC 9562, section 5.8 and appendix B.2), for a `tag:` address would need a domain that somebody owns.

use super::super::hash::sha256_hex;

/// Goes before each name. If it changed, every reader would be told of everything again.
const NAMESPACE: &str = "country-cooperation/";

/// The name of a feed or of an entry as an address.
pub(super) fn of(name: &str) -> String {
    let digits = sha256_hex([NAMESPACE, name].concat().as_bytes(), 32);
    let mut urn = "urn:uuid:".to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            urn.push('-');
        }
        urn.push(match at {
            12 => '8', // the version
            16 => variant(digit),
            _ => digit,
        });
    }
    urn
}

/// The digit with its upper two bits set to the variant of RFC 9562.
fn variant(digit: char) -> char {
    let low = digit.to_digit(16).unwrap_or(0) & 0b0011;
    char::from_digit(0b1000 | low, 16).unwrap_or('8')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// These names are in the feeds that people have subscribed to, so they must never change.
    #[test]
    fn names_stay() {
        assert_eq!(of("publication/afro-work-2008"), "urn:uuid:458fa551-cbb2-8908-940d-77e5f28ce7eb");
        assert_ne!(of("publication/a"), of("publication/b"));
    }

    #[test]
    fn version_and_variant_are_those_of_the_rfc() {
        for name in ["", "a", "b", "c", "d", "e", "é"] {
            let urn = of(name);
            let groups: Vec<&str> = urn.strip_prefix("urn:uuid:").unwrap().split('-').collect();
            assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
            assert!(groups[2].starts_with('8') && groups[3].starts_with(['8', '9', 'a', 'b']), "{urn}");
        }
    }
}
