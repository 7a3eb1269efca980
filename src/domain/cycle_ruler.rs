//! The cycles of a country's strategies on a ruler of years: where its marks, its bars and the content's date stand.

use super::date::Year;
use super::strategy::{Status, Strategy};

/// Marks at most, so that their years never touch on a phone.
const MARKS: u16 = 7;
/// Years between two marks.
const STEPS: [u16; 5] = [1, 2, 5, 10, 20];
/// Thousandths of the width that are left free at both ends, for half of a year's digits.
const MARGIN: u16 = 50;

/// The drawing. Places are in thousandths of its width, counted in the direction of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleRuler {
    /// Years with their places, in order.
    pub marks: Vec<(u16, u16)>,
    /// One for each cycle whose period is known, oldest first.
    pub bars: Vec<Bar>,
    /// Bars that would lie upon another stand in further lanes.
    pub lanes: u16,
    /// The end of the year of the content's date, which lies late in its year as often as early.
    pub now: u16,
}

/// The period of one cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub from: u16,
    pub to: u16,
    pub lane: u16,
    pub status: Status,
}

impl CycleRuler {
    /// Places cycles, latest first as [`super::content::Content::strategies_of`] gives them; none if no period is known.
    pub fn new(strategies: &[&Strategy], on: Year) -> Option<Self> {
        let period = |strategy: &&Strategy| {
            let (start, end) = (strategy.start?.number(), strategy.end?.number());
            (start <= end).then(|| (start, end + 1, strategy.status(on)))
        };
        // A period runs to the end of its last year, which is where the next year begins.
        let periods: Vec<(u16, u16, Status)> = strategies.iter().rev().filter_map(period).collect();
        let now = on.number() + 1;
        let first = periods.iter().map(|period| period.0).min()?.min(now);
        let last = periods.iter().map(|period| period.1).max()?.max(now);
        let scale = Scale::over(first, last);
        let mut lane_ends: Vec<u16> = Vec::new();
        let bars = periods.into_iter().map(|(start, end, status)| {
            let free = lane_ends.iter().position(|lane_end| *lane_end <= start);
            let lane = free.unwrap_or(lane_ends.len());
            match lane_ends.get_mut(lane) {
                Some(lane_end) => *lane_end = end,
                None => lane_ends.push(end),
            }
            let lane = u16::try_from(lane).unwrap_or(u16::MAX);
            Bar { from: scale.place(start), to: scale.place(end), lane, status }
        });
        let bars: Vec<Bar> = bars.collect();
        let lanes = bars.iter().map(|bar| bar.lane + 1).max()?;
        Some(Self { marks: scale.marks(), bars, lanes, now: scale.place(now) })
    }
}

/// Years from one mark to another.
struct Scale {
    first: u16,
    last: u16,
    step: u16,
}

impl Scale {
    /// The finest scale with few enough marks; its ends are marks.
    fn over(first: u16, last: u16) -> Self {
        let scale = |step: u16| Self { first: first / step * step, last: last.div_ceil(step) * step, step };
        let fits = |scale: &Self| (scale.last - scale.first) / scale.step < MARKS;
        STEPS.into_iter().map(scale).find(fits).unwrap_or_else(|| scale(100))
    }

    fn place(&self, year: u16) -> u16 {
        let span = u32::from((self.last - self.first).max(1));
        let inner = u32::from(1000 - 2 * MARGIN) * u32::from(year.saturating_sub(self.first)) / span;
        MARGIN + u16::try_from(inner).unwrap_or(0)
    }

    fn marks(&self) -> Vec<(u16, u16)> {
        let years = (self.first..=self.last).step_by(usize::from(self.step));
        years.map(|year| (year, self.place(year))).collect()
    }
}
