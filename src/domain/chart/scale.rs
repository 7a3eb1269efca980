//! Scales: where a number stands, and which numbers are named beside it.

/// A line of numbers from `low` to `high`, drawn from pixel `bottom` up to pixel `top`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    pub low: i64,
    pub high: i64,
    /// Between two named numbers: 1, 2 or 5 times a power of ten.
    pub step: i64,
    pub top: usize,
    pub bottom: usize,
}

/// No figure has more than fifteen digits.
const LARGEST: i64 = 1_000_000_000_000_000;

impl Scale {
    /// The finest scale over all these numbers whose ends are named and that names at most `most` steps; none without
    /// numbers. Numbers of more digits than any figure has are drawn at its ends.
    pub fn over(numbers: &[i64], most: i64, top: usize, bottom: usize) -> Option<Self> {
        let least = (*numbers.iter().min()?).clamp(-LARGEST, LARGEST);
        let largest = (*numbers.iter().max()?).clamp(-LARGEST, LARGEST);
        let mut power = 1;
        loop {
            for step in [power, 2 * power, 5 * power] {
                let low = least.div_euclid(step) * step;
                let high = (largest + step - 1).div_euclid(step) * step;
                if (high - low) / step <= most.max(2) {
                    return Some(Self { low, high: high.max(low + step), step, top, bottom });
                }
            }
            power *= 10;
        }
    }

    /// The pixel of a number, counted from above. What lies outside stands at the end.
    pub fn place(&self, number: i64) -> usize {
        let length = i64::try_from(self.bottom.saturating_sub(self.top)).unwrap_or(0).min(1000);
        let above = (number.clamp(self.low, self.high) - self.low) * length / (self.high - self.low).max(1);
        self.bottom.saturating_sub(usize::try_from(above).unwrap_or(0))
    }

    /// The numbers that are named, the lowest first.
    pub fn ticks(&self) -> Vec<i64> {
        let mut ticks = Vec::new();
        let mut tick = self.low;
        while tick <= self.high {
            ticks.push(tick);
            tick += self.step.max(1);
        }
        ticks
    }
}

/// Years between two that are named, so that at most `most` of so many are.
pub fn year_step(years: usize, most: usize) -> usize {
    [1, 2, 5, 10, 20, 50].into_iter().find(|step| years / step < most.max(2)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_are_round() {
        let scale = Scale::over(&[149, 150, 153], 5, 0, 100).unwrap();
        assert_eq!((scale.low, scale.high, scale.step), (149, 153, 1));
        assert_eq!(scale.ticks(), [149, 150, 151, 152, 153]);
        let scale = Scale::over(&[7283, 8273], 5, 0, 100).unwrap();
        assert_eq!((scale.low, scale.high, scale.step), (7000, 8500, 500));
        assert_eq!(Scale::over(&[], 5, 0, 100), None);
        let alone = Scale::over(&[7], 5, 0, 100).unwrap();
        assert_eq!((alone.place(7), alone.place(8)), (100, 0));
    }

    #[test]
    fn few_years_are_named() {
        assert_eq!([3, 6, 12, 28, 90].map(|years| year_step(years, 7)), [1, 1, 2, 5, 20]);
    }

    proptest! {
        #[test]
        fn every_number_has_a_place_in_order(numbers in proptest::collection::vec(any::<i64>(), 1..8)) {
            let scale = Scale::over(&numbers, 5, 10, 110).unwrap();
            let mut sorted = numbers.clone();
            sorted.sort_unstable();
            let places: Vec<usize> = sorted.iter().map(|number| scale.place(*number)).collect();
            prop_assert!(places.iter().all(|place| (10..=110).contains(place)));
            prop_assert!(places.windows(2).all(|pair| pair[0] >= pair[1]));
            prop_assert!((2..=6).contains(&scale.ticks().len()));
        }

        #[test]
        fn named_years_are_few(years in 0..300_usize) {
            prop_assert!(years / year_step(years, 7) < 7);
        }
    }
}
