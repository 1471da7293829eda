//! When what failed is tried again: later each time, and never by many at the same moment.

use crate::signing::random;
use std::time::Duration;

/// How what failed is repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retries {
    /// How often at most, beside the first try.
    pub most: u32,
    /// The longest wait before the first of them; it doubles with each.
    pub wait: Duration,
}

impl Default for Retries {
    fn default() -> Self {
        Self { most: 3, wait: Duration::from_millis(400) }
    }
}

impl Retries {
    /// How long to wait after so many repetitions; nothing when there were enough.
    pub(super) fn wait(self, repeated: u32) -> Option<Duration> {
        (repeated < self.most).then(|| self.drawn(repeated, u32::from_be_bytes(random())))
    }

    /// Half of the longest wait, and as much of the other half as chance will have it.
    fn drawn(self, repeated: u32, chance: u32) -> Duration {
        let half = self.wait.saturating_mul(1 << repeated.min(6)) / 2;
        half + half.mul_f64(f64::from(chance) / f64::from(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_up_to_twice_as_long_as_the_one_before_and_chance_moves_it() {
        let retries = Retries { most: 3, wait: Duration::from_millis(400) };
        for (repeated, shortest, longest) in [(0, 200, 400), (1, 400, 800), (2, 800, 1_600)] {
            let drawn = |chance| retries.drawn(repeated, chance);
            assert_eq!([drawn(0), drawn(u32::MAX)], [shortest, longest].map(Duration::from_millis));
            let waits = retries.wait(repeated).expect("there is another try");
            assert!((drawn(0)..=drawn(u32::MAX)).contains(&waits));
        }
        assert_eq!(retries.wait(3), None);
        let waits: Vec<_> = (0..8).filter_map(|_| retries.wait(0)).collect();
        assert!(waits.iter().any(|wait| *wait != waits[0]), "eight waits are not the same by chance");
    }
}
