//! How many open sessions heard of what was done, and how many consoles it closed.

use crate::LiveText;
use domain::live::Reached;

impl LiveText {
    /// What was done, and what that reached, where it reached anything.
    pub fn with_reached(&self, done: String, reached: Reached) -> String {
        let Reached { sessions, consoles } = reached;
        let done = if sessions == 0 { done } else { self.told(&done, sessions) };
        if consoles == 0 { done } else { self.closed(&done, consoles) }
    }
}
