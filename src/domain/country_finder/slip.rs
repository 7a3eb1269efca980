//! How far a typed text is from a name, in slips of the finger.
//!
//! Optimal string alignment: one letter left out, one too many, another one, or two exchanged. What happens more easily
//! is cheaper, so that of two names the likelier one is nearer. Cheapest is what even careful people get wrong: one
//! vowel for another, a letter doubled or not, `h`, and pairs such as `c` and `k`. So "Lybia" (two vowels) is about as
//! near to Libya as "Libyq" (one wrong key).

use std::ops::Range;

/// The price of a wrong letter or one too many: the dearest single slip.
pub(in crate::domain) const SLIP: u16 = 5;
/// The price of a letter left out, or of two exchanged.
const EASY_SLIP: u16 = 4;
/// The price of what is hardly a slip at all.
pub(super) const LIKELY_SLIP: u16 = 3;
/// Longer texts are not compared.
pub(in crate::domain) const LONGEST: usize = 64;

/// A typed text, ready to be compared with many names.
#[derive(Clone, Debug, Default)]
pub(in crate::domain) struct Typed {
    letters: Vec<char>,
    mask: u32,
}

/// Which part of a name must be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Extent {
    Whole,
    /// A beginning of the name: somebody is still typing.
    Beginning,
}

type Row = [u16; LONGEST + 1];

/// More than any price, and far from the end of the numbers.
const DEAR: u16 = u16::MAX / 2;

impl Typed {
    pub(in crate::domain) fn new(text: &str) -> Self {
        Self { letters: text.chars().collect(), mask: mask(text) }
    }

    pub(super) fn letters(&self) -> impl Iterator<Item = char> {
        self.letters.iter().copied()
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The price of the slips between the typed text and a name, if it is not above the limit.
    pub(in crate::domain) fn distance(&self, name: &str, extent: Extent, limit: u16) -> Option<u16> {
        let width = self.letters.len();
        if width == 0 || width > LONGEST {
            return None;
        }
        let mut rows = Rows::new(&self.letters);
        let mut best = u16::MAX;
        let mut last = None;
        // A step to the side costs this much at least, so cells further from the diagonal are too dear.
        let steps = usize::from(limit / LIKELY_SLIP);
        for (line, letter) in name.chars().enumerate() {
            let band = (line + 1).saturating_sub(steps)..line + steps + 2;
            let cheapest = rows.add(&self.letters, letter, last, band);
            if extent == Extent::Beginning {
                best = best.min(at(&rows.above, width));
            }
            if cheapest > limit {
                // Nothing below gets cheaper: two letters exchanged, the only step over a row, cost no less than one
                // left out, which ends in this row.
                return Some(best).filter(|_| best <= limit);
            }
            last = Some(letter);
        }
        if extent == Extent::Whole {
            best = at(&rows.above, width);
        }
        Some(best).filter(|best| *best <= limit)
    }

    /// What the typed letters cost at least that are not among those of a name. Most names can be passed over for it
    /// without being compared.
    pub(super) fn foreign_letters(&self, mask: u32) -> u16 {
        price_of(self.mask & !mask)
    }

    /// What the letters of a name cost at least that are not among the typed ones, if the whole name must be met.
    pub(super) fn absent_letters(&self, mask: u32) -> u16 {
        price_of(mask & !self.mask)
    }

    pub(super) fn begins_with(&self, name: &str) -> bool {
        let mut letters = self.letters.iter();
        name.chars().all(|letter| letters.next() == Some(&letter))
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
            price += spare(*letter, last, SLIP);
            *slot = price;
            last = Some(*letter);
        }
        Self { before: [DEAR; LONGEST + 1], above }
    }

    /// Adds a letter of the name, counting only the cells of a band, and tells the least price.
    fn add(&mut self, typed: &[char], letter: char, last: Option<char>, band: Range<usize>) -> u16 {
        let mut row: Row = [DEAR; LONGEST + 1];
        let missing = spare(letter, last, EASY_SLIP);
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
            price = price
                .min(at(&self.above, place + 1) + missing)
                .min(left + spare(letter_typed, typed_last, SLIP));
            if typed_last == Some(letter) && last == Some(letter_typed) && letter_typed != letter {
                price = price.min(at(&self.before, place.saturating_sub(1)) + EASY_SLIP);
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
fn spare(letter: char, last: Option<char>, price: u16) -> u16 {
    if last == Some(letter) || letter == 'h' { LIKELY_SLIP } else { price }
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
        'з' | 'с' => 8,
        'д' | 'т' => 9,
        'б' | 'п' => 10,
        'в' | 'ф' => 11,
        'ه' | 'ح' => 12,
        'س' | 'ص' => 13,
        'ت' | 'ط' => 14,
        _ => 0,
    };
    if sound(a) != 0 && sound(a) == sound(b) { LIKELY_SLIP } else { SLIP }
}

fn price_of(letters: u32) -> u16 {
    u16::try_from(letters.count_ones()).unwrap_or(u16::MAX).saturating_mul(LIKELY_SLIP)
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
    fn naive(typed: &[char], name: &[char]) -> u16 {
        let (Some((x, typed_rest)), Some((y, name_rest))) = (typed.split_last(), name.split_last()) else {
            let price = |text: &[char], price: u16| -> u16 {
                (0..text.len()).map(|at| spare(text[at], at.checked_sub(1).map(|at| text[at]), price)).sum()
            };
            return price(typed, SLIP) + price(name, EASY_SLIP);
        };
        let mut best = naive(typed_rest, name_rest) + exchanged(*x, *y);
        best = best.min(naive(typed_rest, name) + spare(*x, typed_rest.last().copied(), SLIP));
        best = best.min(naive(typed, name_rest) + spare(*y, name_rest.last().copied(), EASY_SLIP));
        if let (Some((x1, typed_two)), Some((y1, name_two))) =
            (typed_rest.split_last(), name_rest.split_last())
            && x == y1
            && y == x1
            && x != y
        {
            best = best.min(naive(typed_two, name_two) + EASY_SLIP);
        }
        best
    }

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    proptest! {
        #[test]
        fn agrees_with_the_definition(a in "[abhкя]{1,6}", b in "[abhкя]{0,6}", limit in 0_u16..30) {
            let expected = naive(&letters(&a), &letters(&b));
            let found = Typed::new(&a).distance(&b, Extent::Whole, limit);
            prop_assert_eq!(found, Some(expected).filter(|price| *price <= limit));
        }

        #[test]
        fn a_beginning_is_the_best_of_all_beginnings(a in "[abhz]{1,5}", b in "[abhz]{1,6}", limit in 0_u16..25) {
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
    fn the_likelier_a_slip_the_cheaper() {
        let price = |a: &str, b: &str| Typed::new(a).distance(b, Extent::Whole, 20);
        for (typed, name, expected) in [
            ("lybia", "libya", 6),
            ("morroco", "morocco", 6),
            ("tailand", "thailand", 3),
            ("liechtenstien", "liechtenstein", 4),
            ("kenyq", "kenya", 5),
            ("kneya", "kenya", 4),
            ("keya", "kenya", 4),
            ("kentya", "kenya", 5),
            ("iran", "iraq", 5),
        ] {
            assert_eq!(price(typed, name), Some(expected), "{typed} for {name}");
        }
    }
}
