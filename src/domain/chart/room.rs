//! Room for words beside marks.

use super::drawing::WIDE;

/// Pixels of the height of a number.
const TALL: usize = 15;
/// Pixels between a mark and its words, and where others stand there already.
const NEAR: usize = 13;
const FAR: usize = 29;
/// Thousandths by which words may stand out at the end: the margin of a page is wider.
const SPILL: usize = 30;
/// What a mark takes: thousandths to each side of its middle, and pixels beyond its places.
const HALF_MARK: usize = 25;
const AROUND: usize = 6;

/// Where something stands that no other words may cover: thousandths across, pixels down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    pub middle: usize,
    pub half: usize,
    pub top: usize,
    pub bottom: usize,
}

impl Room {
    /// What a mark takes that reaches from one pixel to another.
    pub fn of_mark(x: usize, [top, bottom]: [usize; 2]) -> Self {
        Self { middle: x, half: HALF_MARK, top: top.saturating_sub(AROUND), bottom: bottom + AROUND }
    }

    /// Room for words above a mark or else below it, and further off where others stand already; after `from`, where the numbers of
    /// a scale end. If there is none, the words stand above and cover something.
    pub fn beside(x: usize, from: usize, wide: usize, [top, bottom]: [usize; 2], taken: &[Self]) -> Self {
        let half = wide / 2;
        let last = (WIDE + SPILL).saturating_sub(half).max(WIDE / 2);
        let middle = x.clamp((from + half).min(WIDE / 2), last);
        let line = |bottom: usize| Self { middle, half, top: bottom.saturating_sub(TALL), bottom };
        let above = |by: usize| line(top.saturating_sub(by));
        let below = |by: usize| line(bottom + by + TALL);
        let tries = [above(NEAR), below(NEAR), above(FAR), below(FAR)];
        let is_free = |room: &Self| !taken.iter().any(|other| room.covers(other));
        tries.into_iter().find(is_free).unwrap_or_else(|| above(NEAR))
    }

    /// Whether two stand on each other.
    pub fn covers(&self, other: &Self) -> bool {
        self.middle.abs_diff(other.middle) < self.half + other.half
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_go_below_a_mark_where_others_stand_above() {
        let first = Room::beside(500, 130, 100, [100, 100], &[]);
        assert_eq!((first.middle, first.bottom), (500, 100 - NEAR));
        let second = Room::beside(520, 130, 100, [100, 100], &[first]);
        assert_eq!((second.middle, second.top), (520, 100 + NEAR));
        assert!(!second.covers(&first));
    }

    #[test]
    fn the_numbers_of_a_scale_stay_free() {
        let room = Room::beside(210, 130, 400, [100, 100], &[]);
        assert_eq!(room.middle - room.half, 130);
    }

    proptest! {
        #[test]
        fn words_stay_in_the_drawing_and_apart_while_there_is_room(
            marks in proptest::collection::vec((0..=WIDE, 60..400_usize, 10..400_usize), 1..8),
        ) {
            let mut taken: Vec<Room> = Vec::new();
            for (x, y, wide) in marks {
                let room = Room::beside(x, 130, wide, [y, y], &taken);
                prop_assert!(room.middle + room.half <= WIDE + SPILL && room.middle >= 130 + room.half);
                let is_first_choice = room.bottom == y - NEAR;
                prop_assert!(is_first_choice || taken.iter().all(|other| !room.covers(other)));
                taken.push(room);
                taken.push(Room::of_mark(x, [y, y]));
            }
        }
    }
}
