//! Words in a drawing, in as many lines as they need where it is narrowest: in a frame of 280 px.

use super::drawing::{Drawing, Ink};
use super::text::{lines, width};

/// Pixels of a line.
pub const LEADING: usize = 19;
/// Halves of an em in a line of names, and of smaller words.
const NAMES: usize = 30;
const WORDS: usize = 38;
/// Pixels of half an em of smaller words.
const HALF_EM: usize = 7;

/// The name of what follows.
pub fn name(drawing: &mut Drawing, name: &str) {
    put(drawing, name, NAMES, Ink::Name, 0);
}

/// Something that is told beside the drawing, moved on by some pixels.
pub fn told(drawing: &mut Drawing, words: &str, nudge: usize) {
    let most = WORDS - nudge / HALF_EM;
    // The number at the end does not stand alone on a line.
    let bound = words.rsplit_once(' ').filter(|_| width(words) > most);
    let bound = bound.map(|(start, end)| [start, "\u{a0}", end].concat());
    put(drawing, bound.as_deref().unwrap_or(words), most, Ink::Quiet, nudge);
}

fn put(drawing: &mut Drawing, words: &str, most: usize, ink: Ink, nudge: usize) {
    for line in lines(words, most) {
        drawing.height += LEADING;
        drawing.text(line, ink, 0, drawing.height - 4, nudge);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_go_on_below() {
        let mut drawing = Drawing::default();
        name(&mut drawing, "Western Pacific Region");
        told(&mut drawing, "Only the first years of a period are known: 77", 0);
        told(&mut drawing, "Only the years of a period: 77", 24);
        told(&mut drawing, "Only the years of a period are known: 77", 0);
        assert_eq!(drawing.texts(Ink::Name), ["Western Pacific Region"]);
        let words = [
            "Only the first years of a period are",
            "known:\u{a0}77",
            "Only the years of a period: 77",
            "Only the years of a period are",
            "known:\u{a0}77",
        ];
        assert_eq!(drawing.texts(Ink::Quiet), words);
        assert_eq!(drawing.height, 6 * LEADING);
        assert!(drawing.marks.iter().all(|mark| mark.y[1] < drawing.height));
    }
}
