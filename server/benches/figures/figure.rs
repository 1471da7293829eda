//! A figure, and how many single measurements become one.

use std::fmt;
use std::time::{Duration, Instant};

/// A row of the table.
pub struct Figure {
    /// What was measured.
    pub what: String,
    /// What it should reach; empty for what stands there for comparison only.
    pub reach: &'static str,
    /// What it is.
    pub measured: String,
    /// Whether that is within reach.
    pub reached: Option<bool>,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = self.reached.map_or("", |reached| if reached { "reached" } else { "missed" });
        write!(f, "| {} | {} | {} | {verdict} |", self.what, self.reach, self.measured)
    }
}

/// Many measurements of the same thing.
pub struct Times(Vec<Duration>);

impl Times {
    /// How long each of these took.
    pub fn of<T>(count: usize, mut work: impl FnMut(usize) -> T) -> Self {
        let mut times = Self(Vec::with_capacity(count));
        for turn in 0..count {
            times.add(|| work(turn));
        }
        times
    }

    /// None yet.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Measures once more.
    pub fn add<T>(&mut self, work: impl FnOnce() -> T) {
        let begin = Instant::now();
        std::hint::black_box(work());
        self.0.push(begin.elapsed());
    }

    /// Measures once more, something asynchronous.
    pub async fn add_async<T>(&mut self, work: impl Future<Output = T>) {
        let begin = Instant::now();
        std::hint::black_box(work.await);
        self.0.push(begin.elapsed());
    }

    /// Takes in what was measured elsewhere.
    pub fn note(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The value that half of them are below.
    pub fn p50(&self) -> Duration {
        self.percentile(50)
    }

    /// The value that 95 of 100 are below.
    pub fn p95(&self) -> Duration {
        self.percentile(95)
    }

    /// The value that 99 of 100 are below.
    pub fn p99(&self) -> Duration {
        self.percentile(99)
    }

    fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
    }
}

/// Milliseconds, for people.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

/// How many times the second the first is.
pub fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
