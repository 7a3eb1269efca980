//! The pages of a long list.

/// Results on one page.
pub const PAGE_SIZE: u32 = 20;

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: u32,
    /// At least 1, also for an empty list.
    pub last: u32,
}

impl Page {
    /// The page that was asked for, or the last one if the list is shorter.
    pub fn of(total: u32, asked: u32) -> Self {
        let last = total.div_ceil(PAGE_SIZE).max(1);
        Self { number: asked.clamp(1, last), last }
    }

    /// The number of its first result, from 1.
    pub fn first_result(self) -> u32 {
        (self.number - 1).saturating_mul(PAGE_SIZE).saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_never_run_over() {
        let page = |total, asked| {
            let page = Page::of(total, asked);
            (page.number, page.last, page.first_result())
        };
        assert_eq!(page(309, 1), (1, 16, 1));
        assert_eq!(page(309, 16), (16, 16, 301));
        assert_eq!(page(309, 9999), (16, 16, 301));
        assert_eq!(page(0, 3), (1, 1, 1));
        assert_eq!(page(20, 2), (1, 1, 1));
        assert_eq!(page(u32::MAX, u32::MAX).0, u32::MAX.div_ceil(20));
    }
}
