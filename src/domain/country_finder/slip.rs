//! How far a typed text is from a name, in slips of the finger.
//!
//! Optimal string alignment: one letter too many, too few, another one, or two exchanged. A slip costs [`SLIP`]. Half of
//! that costs what even careful people get wrong: one vowel for another, a letter doubled or not, `h`, and pairs such
//! as `c` and `k`. So "Lybia" (two vowels) is as near to Libya as "Libyq" (one wrong key).

use std::ops::Range;

/// The price of one slip.
pub(super) const SLIP: u16 = 2;
/// Longer texts are not compared.
pub(super) const LONGEST: usize = 64;

/// A typed text, ready to be compared with many names.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    letters: Vec<char>,
    mask: u32,
}

/// Which part of a name must be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    /// A beginning of the name: somebody is still typing.
    Beginning,
}

type Row = [u16; LONGEST + 1];

/// More than any price, and far from the end of the numbers.
const DEAR: u16 = u16::MAX / 2;

impl Typed {
    pub(super) fn new(text: &str) -> Self {
        Self { letters: text.chars().collect(), mask: mask(text) }
    }

    pub(super) fn letters(&self) -> impl Iterator<Item = char> {
        self.letters.iter().copied()
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The price of the slips between the typed text and a name, if it is not above the limit.
    pub(super) fn distance(&self, name: &str, extent: Extent, limit: u16) -> Option<u16> {
        let width = self.letters.len();
        if width == 0 || width > LONGEST {
            return None;
        }
        let mut rows = Rows::new(&self.letters);
        let mut best = u16::MAX;
        let mut last = None;
        for (line, letter) in name.chars().enumerate() {
            // A step to the side costs 1 at least, so cells further from the diagonal than the limit are too dear.
            let band =
                (line + 1).saturating_sub(usize::from(limit))..line.saturating_add(usize::from(limit)) + 2;
            let cheapest = rows.add(&self.letters, letter, last, band);
            if extent == Extent::Beginning {
                best = best.min(at(&rows.above, width));
            }
            if cheapest > limit {
                // Below such a row nothing gets cheaper.
                return Some(best).filter(|_| best <= limit);
            }
            last = Some(letter);
        }
        if extent == Extent::Whole {
            best = at(&rows.above, width);
        }
        Some(best).filter(|best| *best <= limit)
    }

    /// How many of the letters are not among those of a name. Each costs 1 at least, so most names can be passed over
    /// without being compared.
    pub(super) fn foreign_letters(&self, mask: u32) -> u16 {
        count(self.mask & !mask)
    }

    /// How many letters of a name are not among the typed ones. If the whole name must be met, these cost as well.
    pub(super) fn absent_letters(&self, mask: u32) -> u16 {
        count(mask & !self.mask)
    }

    pub(super) fn begins_like(&self, name: &str) -> bool {
        self.letters.first().copied() == name.chars().next()
    }
}

/// The two latest rows of the table: for each beginning of the typed text the price of making it the beginning of the
/// name that was read up to now.
struct Rows {
    before: Row,
    above: Row,
}

impl Rows {
    /// The row before the first letter: everything typed is too much.
    fn new(typed: &[char]) -> Self {
        let mut above = [DEAR; LONGEST + 1];
        let (mut price, mut last) = (0, None);
        let mut slots = above.iter_mut();
        if let Some(slot) = slots.next() {
            *slot = 0;
        }
        for (slot, letter) in slots.zip(typed) {
            price += spare(*letter, last);
            *slot = price;
            last = Some(*letter);
        }
        Self { before: [DEAR; LONGEST + 1], above }
    }

    /// Adds a letter of the name, counting only the cells of a band, and tells the least price.
    fn add(&mut self, typed: &[char], letter: char, last: Option<char>, band: Range<usize>) -> u16 {
        let mut row: Row = [DEAR; LONGEST + 1];
        let missing = spare(letter, last);
        let mut left = DEAR;
        if band.start == 0 {
            left = at(&self.above, 0) + missing;
            row[0] = left;
        }
        let mut cheapest = left;
        let first = band.start.max(1);
        let mut typed_last = first.checked_sub(2).and_then(|place| typed.get(place)).copied();
        let letters = typed.iter().copied().enumerate().skip(first - 1);
        for (place, letter_typed) in letters.take_while(|(place, _)| place + 1 < band.end) {
            let mut price = at(&self.above, place) + exchanged(letter_typed, letter);
            price =
                price.min(at(&self.above, place + 1) + missing).min(left + spare(letter_typed, typed_last));
            if typed_last == Some(letter) && last == Some(letter_typed) && letter_typed != letter {
                price = price.min(at(&self.before, place.saturating_sub(1)) + SLIP);
            }
            if let Some(slot) = row.get_mut(place + 1) {
                *slot = price;
            }
            cheapest = cheapest.min(price);
            left = price;
            typed_last = Some(letter_typed);
        }
        self.before = std::mem::replace(&mut self.above, row);
        cheapest
    }
}

fn at(row: &Row, place: usize) -> u16 {
    row.get(place).copied().unwrap_or(DEAR)
}

/// The price of a letter that stands on one side only.
fn spare(letter: char, last: Option<char>) -> u16 {
    if last == Some(letter) || letter == 'h' { 1 } else { SLIP }
}

/// The price of one letter for another.
fn exchanged(a: char, b: char) -> u16 {
    if a == b {
        return 0;
    }
    let sound = |letter| match letter {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => 1,
        'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' => 2,
        'ا' | 'و' | 'ي' => 3,
        'c' | 'k' | 'q' => 4,
        's' | 'z' => 5,
        'v' | 'w' => 6,
        'g' | 'j' => 7,
        _ => 0,
    };
    if sound(a) != 0 && sound(a) == sound(b) { 1 } else { SLIP }
}

fn count(mask: u32) -> u16 {
    mask.count_ones().try_into().unwrap_or(u16::MAX)
}

/// One bit for each letter of the Latin alphabet; letters of other scripts share them.
pub(super) fn mask(text: &str) -> u32 {
    text.chars().fold(0, |mask, letter| mask | 1 << (u32::from(letter) & 31))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The definition, without a table: the cheapest way to consume both texts from their ends.
    fn naive(a: &[char], b: &[char]) -> u16 {
        let (Some((x, a_rest)), Some((y, b_rest))) = (a.split_last(), b.split_last()) else {
            let price = |text: &[char]| -> u16 {
                (0..text.len()).map(|at| spare(text[at], at.checked_sub(1).map(|at| text[at]))).sum()
            };
            return price(a) + price(b);
        };
        let mut best = naive(a_rest, b_rest) + exchanged(*x, *y);
        best = best.min(naive(a_rest, b) + spare(*x, a_rest.last().copied()));
        best = best.min(naive(a, b_rest) + spare(*y, b_rest.last().copied()));
        if let (Some((x1, a_two)), Some((y1, b_two))) = (a_rest.split_last(), b_rest.split_last())
            && x == y1
            && y == x1
            && x != y
        {
            best = best.min(naive(a_two, b_two) + SLIP);
        }
        best
    }

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    proptest! {
        #[test]
        fn agrees_with_the_definition(a in "[abhкя]{1,6}", b in "[abhкя]{0,6}", limit in 0_u16..14) {
            let expected = naive(&letters(&a), &letters(&b));
            let found = Typed::new(&a).distance(&b, Extent::Whole, limit);
            prop_assert_eq!(found, Some(expected).filter(|price| *price <= limit));
        }

        #[test]
        fn a_beginning_is_the_best_of_all_beginnings(a in "[abhz]{1,5}", b in "[abhz]{1,6}", limit in 0_u16..12) {
            let b = letters(&b);
            let best = (1..=b.len()).map(|end| naive(&letters(&a), &b[..end])).min();
            let name: String = b.iter().collect();
            let found = Typed::new(&a).distance(&name, Extent::Beginning, limit);
            prop_assert_eq!(found, best.filter(|price| *price <= limit));
        }

        #[test]
        fn foreign_letters_never_cost_less(a in "[a-eа-д]{1,6}", b in "[a-eа-д]{1,6}") {
            let price = naive(&letters(&a), &letters(&b));
            prop_assert!(Typed::new(&a).foreign_letters(mask(&b)) <= price);
            prop_assert!(Typed::new(&a).absent_letters(mask(&b)) <= price);
        }

        #[test]
        fn any_text_can_be_compared(a in "\\PC{0,80}", b in "\\PC{0,80}") {
            _ = Typed::new(&a).distance(&b, Extent::Whole, u16::MAX);
        }
    }

    #[test]
    fn likely_slips_cost_half() {
        let price = |a: &str, b: &str| Typed::new(a).distance(b, Extent::Whole, 20);
        assert_eq!(price("lybia", "libya"), Some(2));
        assert_eq!(price("morroco", "morocco"), Some(2));
        assert_eq!(price("tailand", "thailand"), Some(1));
        assert_eq!(price("liechtenstien", "liechtenstein"), Some(2));
        assert_eq!(price("kenyq", "kenya"), Some(2));
        assert_eq!(price("kneya", "kenya"), Some(2));
        assert_eq!(price("iran", "iraq"), Some(2));
    }
}
