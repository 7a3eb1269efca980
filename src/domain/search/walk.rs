//! A way into sorted words, letter by letter, that tells how many slips part each from a typed one.

use crate::domain::country_finder::slip::LONGEST;

type Row = [u8; LONGEST + 1];

/// A way into the words, letter by letter, with a row of the table of distances for each letter (optimal string
/// alignment: a letter left out, added, exchanged, or two neighbours swapped). Words that begin alike share rows.
pub(super) struct Walk<'a> {
    typed: &'a [char],
    slips: u8,
    /// The letters followed, with the place behind each and its row.
    path: Vec<(char, usize, Row)>,
    bytes: Vec<u8>,
    first: Row,
}

/// More slips than are ever allowed.
const FAR: u8 = 100;

impl<'a> Walk<'a> {
    pub(super) fn new(typed: &'a [char], slips: u8) -> Self {
        let mut first = [FAR; LONGEST + 1];
        first.iter_mut().zip(0..=slips).for_each(|(cell, slips)| *cell = slips);
        Self { typed, slips, path: Vec::new(), bytes: Vec::new(), first }
    }

    /// The distance of a word, or the length of the longest beginning that is not too unlike yet.
    pub(super) fn follow(&mut self, word: &[u8]) -> Result<u8, usize> {
        let shared = self.bytes.iter().zip(word).take_while(|(a, b)| a == b).count();
        while self.path.last().is_some_and(|(_, end, _)| *end > shared) {
            self.path.pop();
        }
        let start = self.path.last().map_or(0, |(_, end, _)| *end);
        self.bytes.clear();
        self.bytes.extend(word);
        let rest = word.get(start..).and_then(|rest| str::from_utf8(rest).ok()).unwrap_or("");
        for (at, letter) in rest.char_indices() {
            let end = start + at + letter.len_utf8();
            if self.step(letter, end) > self.slips {
                return Err(start + at);
            }
        }
        let row = self.path.last().map_or(&self.first, |(_, _, row)| row);
        Ok(row.get(self.typed.len()).copied().unwrap_or(FAR))
    }

    /// After a letter that was too much: the next one in the alphabet that would not have been. No slip was left, so it is
    /// one of the typed letters at the places where the beginnings agree.
    pub(super) fn next_letter(&mut self) -> Option<char> {
        let (failed, _, _) = self.path.pop()?;
        let (last, row) = self.path.last().map_or((None, &self.first), |(last, _, row)| (Some(*last), row));
        let before = self.path.len().checked_sub(2).and_then(|at| self.path.get(at));
        let before = before.map_or(&self.first, |(_, _, row)| row);
        let cell = |row: &Row, at: usize| row.get(at).copied().unwrap_or(FAR);
        let is_next = |at: usize, letter: char| {
            let follows = cell(row, at) <= self.slips;
            // Two letters swapped: the one before stands behind this one.
            let is_swap =
                last.is_some() && self.typed.get(at + 1).copied() == last && cell(before, at) < self.slips;
            (follows || is_swap) && letter > failed
        };
        let letters = self.typed.iter().copied().enumerate();
        letters.filter(|(at, letter)| is_next(*at, *letter)).map(|(_, letter)| letter).min()
    }

    /// Adds a letter, and tells the least distance of any way to go on.
    fn step(&mut self, letter: char, end: usize) -> u8 {
        let depth = self.path.len();
        let above = self.path.last().map_or(&self.first, |(_, _, row)| row);
        let before = match depth {
            0 => None,
            1 => Some((&self.first, self.path.first())),
            _ => self.path.get(depth - 2).map(|(_, _, row)| (row, self.path.last())),
        };
        let mut row = [FAR; LONGEST + 1];
        let mut least = FAR;
        let band = usize::from(self.slips);
        let (low, high) = ((depth + 1).saturating_sub(band), (depth + 1 + band).min(self.typed.len()));
        for at in low..=high {
            let cell = |row: &Row, at: usize| row.get(at).copied().unwrap_or(FAR);
            let mut best = cell(above, at) + 1;
            if let Some(left) = at.checked_sub(1) {
                let typed = self.typed.get(left).copied();
                best =
                    best.min(cell(&row, left) + 1).min(cell(above, left) + u8::from(typed != Some(letter)));
                if let (Some((before, Some((last, _, _)))), Some(further)) = (before, left.checked_sub(1))
                    && typed == Some(*last)
                    && self.typed.get(further) == Some(&letter)
                {
                    best = best.min(cell(before, further) + 1);
                }
            }
            if let Some(cell) = row.get_mut(at) {
                *cell = best.min(FAR);
            }
            least = least.min(best);
        }
        self.path.push((letter, end, row));
        least
    }
}
