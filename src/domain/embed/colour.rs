//! Colours as an embed may ask for them, and whether one can be read on another (WCAG 2.2, "contrast ratio").

use std::fmt;

/// A colour of sRGB without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

/// The least contrast of text that may be chosen (WCAG 2.2, criterion 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

impl Colour {
    /// Reads six hexadecimal digits, with or without `#` before them; nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_plain = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_plain.then(|| u32::from_str_radix(digits, 16).ok())??;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// Relative luminance, 0 to 1.
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Whether text of this colour has enough contrast on a ground.
    pub fn is_readable_on(self, ground: Self) -> bool {
        let (one, other) = (self.luminance() + 0.05, ground.luminance() + 0.05);
        one >= LEAST_CONTRAST * other || other >= LEAST_CONTRAST * one
    }
}

impl fmt::Display for Colour {
    /// Six digits without `#`, which would have to be escaped in an address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in [self.red, self.green, self.blue] {
            for digit in [byte >> 4, byte & 15] {
                let sign = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                f.write_str(sign.encode_utf8(&mut [0; 4]))?;
            }
        }
        Ok(())
    }
}

/// A channel as light: the curve of sRGB.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.040_45 {
        return value / 12.92;
    }
    let base = (value + 0.055) / 1.055;
    let square = base * base;
    square * fifth_root(square)
}

/// The fifth root of a number between 0 and 1, by Newton's way: base^2.4 is base^2 · (base^2)^(1/5). The library's `powf` would
/// cost the site two kilobytes.
fn fifth_root(number: f64) -> f64 {
    let mut root = 1.0_f64;
    for _ in 0..20 {
        let fourth = root * root * root * root;
        root -= (root * fourth - number) / (5.0 * fourth);
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn six_digits_are_a_colour_and_nothing_else() {
        assert_eq!(colour("#0A626c").to_string(), "0a626c");
        assert_eq!(colour("0a626c"), colour("#0a626c"));
        for bad in
            ["", "#", "#fff", "red", "#0a626c0", "##0a626", "+a626c", "0a 26c", "０a626c", "rgb(0,0,0)"]
        {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    /// The greys beside the limit on white are well known: #767676 passes, #777777 does not.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let (white, black) = (colour("ffffff"), colour("000000"));
        assert!(colour("767676").is_readable_on(white) && white.is_readable_on(colour("767676")));
        assert!(!colour("777777").is_readable_on(white));
        assert!(colour("757575").is_readable_on(black) && !colour("737373").is_readable_on(black));
        assert!(!white.is_readable_on(white));
    }

    proptest! {
        #[test]
        fn the_curve_is_that_of_the_standard(channel in any::<u8>()) {
            let value = f64::from(channel) / 255.0;
            let standard = if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
            prop_assert!((linear(channel) - standard).abs() < 1e-9);
        }

        #[test]
        fn what_is_written_is_read_back(red in any::<u8>(), green in any::<u8>(), blue in any::<u8>()) {
            let colour = Colour { red, green, blue };
            prop_assert_eq!(Colour::parse(&colour.to_string()), Some(colour));
        }

        #[test]
        fn reading_never_panics(text in any::<String>()) {
            let _ = Colour::parse(&text);
        }
    }
}
