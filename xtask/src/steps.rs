//! Numbered steps with their time: `[2/5] Building the server … 41 s`.

use std::time::{Duration, Instant};

use crate::workspace::Outcome;

/// A known number of steps, one after the other; the first that fails ends them.
pub struct Steps {
    total: usize,
    begun: usize,
}

impl Steps {
    /// Announces nothing yet.
    pub fn new(total: usize) -> Self {
        Self { total, begun: 0 }
    }

    /// Says what begins, does it, and says how long it took.
    pub fn step<T>(&mut self, what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        self.begun += 1;
        let label = format!("[{}/{}] {what} …", self.begun, self.total);
        println!("{label}");
        let start = Instant::now();
        let outcome = work();
        let took = elapsed(start.elapsed());
        match &outcome {
            Ok(_) => println!("{label} {took}"),
            Err(_) => println!("{label} failed after {took}"),
        }
        outcome
    }
}

/// Tenths below ten seconds, then seconds, then minutes.
pub fn elapsed(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        seconds @ 10..120 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        assert_eq!(elapsed(Duration::from_millis(340)), "0.3 s");
        assert_eq!(elapsed(Duration::from_secs(41)), "41 s");
        assert_eq!(elapsed(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn a_failing_step_hands_its_error_on() {
        let mut steps = Steps::new(1);
        let outcome: Outcome = steps.step("Trying", || Err("broken".into()));
        assert_eq!(outcome.expect_err("it failed").to_string(), "broken");
    }
}
