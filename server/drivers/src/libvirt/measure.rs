//! What was measured of machines. Kept in memory: a day of it, lost when the portal ends.

use domain::provisioning::Sample;
use domain::time::Timestamp;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many samples are kept of a machine: a day, five minutes each, and somewhat more.
const KEPT: usize = 300;

/// A machine's counters at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counters {
    pub(super) at: Timestamp,
    /// Nanoseconds of all its processors.
    pub(super) cpu: u64,
    pub(super) processors: u32,
    pub(super) received: u64,
    pub(super) sent: u64,
}

/// The samples of every machine.
#[derive(Debug)]
pub(super) struct Measured {
    machines: Mutex<HashMap<String, Series>>,
    /// How far two samples are apart, in milliseconds.
    apart: i64,
}

#[derive(Debug, Default)]
struct Series {
    last: Option<Counters>,
    samples: VecDeque<Sample>,
}

impl Measured {
    pub(super) fn new(apart_seconds: u32) -> Self {
        Self { machines: Mutex::default(), apart: i64::from(apart_seconds) * 1000 }
    }

    /// Takes what was just read of a machine.
    pub(super) fn take(&self, handle: &str, now: Counters) {
        let mut machines = self.machines.lock().unwrap_or_else(PoisonError::into_inner);
        let series = machines.entry(handle.to_owned()).or_default();
        let Some(last) = series.last else {
            series.last = Some(now);
            return;
        };
        if now.at.0 - last.at.0 < self.apart.max(1) {
            return;
        }
        series.last = Some(now);
        if let Some(sample) = sample(last, now) {
            if series.samples.len() == KEPT {
                series.samples.pop_front();
            }
            series.samples.push_back(sample);
        }
    }

    /// A machine's samples from `from` on, oldest first.
    pub(super) fn since(&self, handle: &str, from: Timestamp) -> Vec<Sample> {
        let machines = self.machines.lock().unwrap_or_else(PoisonError::into_inner);
        machines
            .get(handle)
            .map(|series| series.samples.iter().filter(|sample| sample.at >= from).copied().collect())
            .unwrap_or_default()
    }
}

/// What lies between two readings; nothing where the machine was started anew and counts from zero.
fn sample(last: Counters, now: Counters) -> Option<Sample> {
    let milliseconds = u64::try_from(now.at.0 - last.at.0).ok().filter(|time| *time > 0)?;
    let cpu = now.cpu.checked_sub(last.cpu)?;
    let per_second = |now: u64, last: u64| Some(now.checked_sub(last)?.saturating_mul(1000) / milliseconds);
    let capacity = milliseconds.saturating_mul(1_000_000).saturating_mul(u64::from(now.processors.max(1)));
    // A tenth of a percent is fine enough.
    let tenths = u16::try_from((u128::from(cpu) * 1000 / u128::from(capacity)).min(1000)).unwrap_or(1000);
    Some(Sample {
        at: now.at,
        cpu_percent: f32::from(tenths) / 10.0,
        received_per_second: per_second(now.received, last.received)?,
        sent_per_second: per_second(now.sent, last.sent)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64, cpu_seconds: u64, received: u64) -> Counters {
        Counters { at: Timestamp(seconds * 1000), cpu: cpu_seconds * 1_000_000_000, processors: 2, received, sent: 0 }
    }

    #[test]
    fn a_sample_is_what_lies_between_two_readings() {
        let measured = Measured::new(300);
        measured.take("vm", at(0, 0, 0));
        measured.take("vm", at(60, 30, 1));
        assert_eq!(measured.since("vm", Timestamp(0)), [], "too soon");
        measured.take("vm", at(300, 300, 3000));
        let expected =
            Sample { at: Timestamp(300_000), cpu_percent: 50.0, received_per_second: 10, sent_per_second: 0 };
        assert_eq!(measured.since("vm", Timestamp(0)), [expected]);
        measured.take("vm", at(600, 1, 0));
        assert_eq!(measured.since("vm", Timestamp(0)), [expected], "it was started anew");
        assert_eq!(measured.since("vm", Timestamp(300_001)), []);
        assert_eq!(measured.since("other", Timestamp(0)), []);
    }

    #[test]
    fn a_day_is_kept_and_no_more() {
        let measured = Measured::new(1);
        for second in 0..1000 {
            measured.take("vm", at(second, 0, 0));
        }
        let samples = measured.since("vm", Timestamp(0));
        assert_eq!((samples.len(), samples.last().map(|sample| sample.at)), (KEPT, Some(Timestamp(999_000))));
    }
}
