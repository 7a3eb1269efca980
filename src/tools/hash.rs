//! Hashes and how they are written.

use sha2::{Digest, Sha256, Sha384};

/// SHA-384 in base64, as in subresource integrity but without its prefix.
pub(super) fn sha384_base64(bytes: &[u8]) -> String {
    base64(&Sha384::digest(bytes))
}

/// The same of SHA-256.
pub(super) fn sha256_base64(bytes: &[u8]) -> String {
    base64(&Sha256::digest(bytes))
}

/// The first digits of SHA-256 in hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8], digits: usize) -> String {
    hex(&Sha256::digest(bytes), digits)
}

fn hex(bytes: &[u8], digits: usize) -> String {
    bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).map(char::from).take(digits).collect()
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let group = at(0) << 16 | at(1) << 8 | at(2);
        for index in 0..4_usize {
            let sextet = (group >> (18 - 6 * index)) & 63;
            let letter = ALPHABET.get(sextet as usize).copied().unwrap_or(b'=');
            text.push(if index <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (plain, encoded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(sha256_hex(b"abc", 16), "ba7816bf8f01cfea");
    }
}
