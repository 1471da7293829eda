//! How many open sessions heard of what was done.

use crate::LiveText;

impl LiveText {
    /// What was done, and how many open sessions heard of it, where any did.
    pub fn with_sessions_reached(&self, done: String, sessions: usize) -> String {
        if sessions == 0 { done } else { self.told(&done, sessions) }
    }
}
