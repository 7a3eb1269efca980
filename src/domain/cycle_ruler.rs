//! The cycles of a country's strategies on a ruler of years: where its marks, its bars and the content's date stand.

use super::date::Year;
use super::strategy::{Status, Strategy};

/// Marks at most, so that their years never touch on a phone.
const MARKS: usize = 7;
/// Years between two marks.
const STEPS: [usize; 6] = [1, 2, 5, 10, 20, 100];
/// Thousandths of the width that are left free at both ends, for half of a year's digits.
const MARGIN: usize = 50;

/// The drawing. Places are in thousandths of its width, counted in the direction of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleRuler {
    /// Years with their places, in order.
    pub marks: Vec<(usize, usize)>,
    /// One for each cycle whose period is known, oldest first.
    pub bars: Vec<Bar>,
    /// The end of the year of the content's date, which lies late in its year as often as early.
    pub now: usize,
}

/// The period of one cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub from: usize,
    pub to: usize,
    /// Bars that would lie upon another stand in lanes of their own.
    pub lane: usize,
    pub status: Status,
}

impl CycleRuler {
    /// Places cycles, latest first as [`super::content::Content::strategies_of`] gives them; none if no period is known.
    pub fn new(strategies: &[&Strategy], on: Year) -> Option<Self> {
        // A year ends where the next begins.
        let now = usize::from(on.number()) + 1;
        let mut scale = Scale { first: now, last: now, step: 1 };
        let mut bars: Vec<Bar> = Vec::new();
        for strategy in strategies.iter().rev() {
            let (Some(start), Some(end)) = (strategy.start, strategy.end) else { continue };
            let (from, to) = (usize::from(start.number()), usize::from(end.number()) + 1);
            if from < to {
                bars.push(Bar { from, to, lane: free_lane(&bars, from), status: strategy.status(on) });
                scale.take_in(from, to);
            }
        }
        if bars.is_empty() {
            return None;
        }
        let scale = scale.coarse_enough();
        for bar in &mut bars {
            (bar.from, bar.to) = (scale.place(bar.from), scale.place(bar.to));
        }
        Some(Self { marks: scale.marks(), bars, now: scale.place(now) })
    }

    /// How many lanes the bars need.
    pub fn lanes(&self) -> usize {
        self.bars.iter().map(|bar| bar.lane + 1).max().unwrap_or(0)
    }
}

/// The first lane with room for a bar that begins here, after the bars that begin earlier.
pub(super) fn free_lane(bars: &[Bar], from: usize) -> usize {
    let mut lane = 0;
    while bars.iter().any(|bar| bar.lane == lane && bar.to > from) {
        lane += 1;
    }
    lane
}

/// Years from one mark to another.
struct Scale {
    first: usize,
    last: usize,
    step: usize,
}

impl Scale {
    fn take_in(&mut self, from: usize, to: usize) {
        (self.first, self.last) = (self.first.min(from), self.last.max(to));
    }

    /// The finest scale with few enough marks; its ends are marks.
    fn coarse_enough(self) -> Self {
        let Self { first, last, .. } = self;
        let mut scale = self;
        for step in STEPS {
            scale = Self { first: first / step * step, last: last.div_ceil(step) * step, step };
            if (scale.last - scale.first) / step < MARKS {
                break;
            }
        }
        scale
    }

    fn place(&self, year: usize) -> usize {
        MARGIN + (1000 - 2 * MARGIN) * (year - self.first) / (self.last - self.first).max(1)
    }

    fn marks(&self) -> Vec<(usize, usize)> {
        let mut marks = Vec::new();
        let mut year = self.first;
        while year <= self.last {
            marks.push((year, self.place(year)));
            year += self.step;
        }
        marks
    }
}
