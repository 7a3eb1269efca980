//! What can go wrong on the way of a file, and when to ask again.

/// Why a file could not be had. Each has a sentence of its own for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No connection, or it broke off.
    Connection,
    /// Nothing arrived for too long.
    Timeout,
    /// The server answered with this status.
    Status(u16),
    /// Longer than the index says.
    TooLarge,
    /// Shorter than the index says, or another hash.
    Damaged,
    /// Not the content that this version of the app can read.
    Unreadable,
    /// The index knows no such part.
    Missing,
}

/// How often a file is asked for before the reader is told.
pub const TRIES: u32 = 3;

impl LoadError {
    /// Whether asking again may help: not after "not found", but after a broken line, a damaged copy, 408 (request
    /// timeout), 429 (too many requests) and the server's own faults (RFC 9110, RFC 6585).
    pub fn can_retry(self) -> bool {
        match self {
            Self::Connection | Self::Timeout | Self::TooLarge | Self::Damaged => true,
            Self::Status(status) => matches!(status, 408 | 429 | 500..=599),
            Self::Unreadable | Self::Missing => false,
        }
    }
}

/// Milliseconds to wait after a failed try (counted from 1). The wait doubles; `chance`, from 0 to 1, spreads it
/// between half and one and a half times, so that a thousand readers do not come back in the same second.
pub fn wait_after(attempt: u32, chance: f64) -> u32 {
    let base = 300_u32.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1))).min(8_000);
    let spread = 0.5 + chance.clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 12 000")]
    let wait = (f64::from(base) * spread) as u32;
    wait
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_passing_faults_are_tried_again() {
        for status in [408, 429, 500, 502, 503, 504, 599] {
            assert!(LoadError::Status(status).can_retry(), "{status}");
        }
        for status in [400, 401, 403, 404, 410, 451, 600] {
            assert!(!LoadError::Status(status).can_retry(), "{status}");
        }
        assert!(LoadError::Connection.can_retry() && LoadError::Damaged.can_retry());
        assert!(!LoadError::Unreadable.can_retry() && !LoadError::Missing.can_retry());
    }

    #[test]
    fn waits_double_and_spread_but_stay_short() {
        assert_eq!((wait_after(1, 0.5), wait_after(2, 0.5), wait_after(3, 0.5)), (300, 600, 1200));
        assert_eq!((wait_after(1, 0.0), wait_after(1, 1.0)), (150, 450));
        assert_eq!(wait_after(u32::MAX, 9.0), 12_000);
        assert_eq!(wait_after(0, f64::NAN), 0);
    }
}
