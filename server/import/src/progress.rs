//! How far an import is, and a line on the terminal that says so.

use std::io::Write;

/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the file; counted in bytes.
    Reading,
    /// Comparing it with what is stored.
    Checking,
    /// Writing; counted in rows.
    Loading,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// How much of that is done.
    pub done: u64,
    /// How much there is.
    pub total: u64,
}

impl Progress {
    /// How much of the stage is done, from 0 to 100.
    pub const fn percent(self) -> u64 {
        match (100 * self.done).checked_div(self.total) {
            Some(percent) => percent,
            None => 100,
        }
    }
}

/// A bar on a terminal; silent where there is none.
pub struct ProgressBar {
    shown: Option<(Stage, u64)>,
    terminal: Option<Box<dyn Write + Send>>,
}

const WIDTH: u64 = 30;

impl ProgressBar {
    /// A bar that shows nothing yet.
    #[must_use]
    pub fn new(terminal: Option<Box<dyn Write + Send>>) -> Self {
        Self { shown: None, terminal }
    }

    /// Draws the bar anew where it looks different.
    pub fn show(&mut self, progress: Progress) {
        let now = Some((progress.stage, progress.percent()));
        if self.shown != now {
            self.shown = now;
            self.draw(&line(progress));
        }
    }

    /// Wipes the bar away.
    pub fn finish(&mut self) {
        if self.shown.take().is_some() {
            self.draw("");
        }
    }

    fn draw(&mut self, text: &str) {
        let Some(terminal) = &mut self.terminal else { return };
        // A terminal that is gone ends the bar, not the import.
        if write!(terminal, "\r\x1b[K{text}").and_then(|()| terminal.flush()).is_err() {
            self.terminal = None;
        }
    }
}

impl std::fmt::Debug for ProgressBar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProgressBar").field("shown", &self.shown).finish_non_exhaustive()
    }
}

fn line(progress: Progress) -> String {
    let word = match progress.stage {
        Stage::Reading => "Reading ",
        Stage::Checking => "Checking",
        Stage::Loading => "Loading ",
    };
    let full = usize::try_from(WIDTH * progress.percent() / 100).unwrap_or(0);
    let rest = usize::try_from(WIDTH).unwrap_or(0).saturating_sub(full);
    format!("{word} [{}{}] {:>3} %", "#".repeat(full), ".".repeat(rest), progress.percent())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_from_left_to_right() {
        let half = Progress { stage: Stage::Loading, done: 5, total: 10 };
        assert_eq!(line(half), "Loading  [###############...............]  50 %");
        assert_eq!(Progress { stage: Stage::Checking, done: 0, total: 0 }.percent(), 100);
    }
}
