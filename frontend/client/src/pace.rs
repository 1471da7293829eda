//! When a tab that hears nothing tries again.

use std::cell::Cell;

/// After how many milliseconds without a word the channel counts as cut.
const SILENCE: f64 = 10_000.0;
/// How long to wait between tries while it is, at least and at most.
const WAIT: f64 = 5_000.0;
const WAIT_MOST: f64 = 60_000.0;

/// Milliseconds since the page was loaded.
fn now() -> f64 {
    dom::window().performance().map_or(0.0, |performance| performance.now())
}

/// What is known of the last tries.
pub struct Pace {
    /// When something was last heard.
    heard: Cell<f64>,
    /// When the stream and the question are next tried.
    open_at: Cell<f64>,
    ask_at: Cell<f64>,
    failures: Cell<u32>,
}

impl Pace {
    /// As if something had just been heard.
    pub fn new() -> Self {
        Self { heard: Cell::new(now()), open_at: Cell::new(0.0), ask_at: Cell::new(0.0), failures: Cell::new(0) }
    }

    /// Something was heard.
    pub fn hear(&self) {
        self.heard.set(now());
        self.failures.set(0);
    }

    /// A try failed: the next ones come later.
    pub fn fail(&self) {
        self.failures.set(self.failures.get().saturating_add(1));
    }

    /// Whether nothing was heard for too long.
    pub fn is_silent(&self) -> bool {
        now() - self.heard.get() > SILENCE
    }

    /// Whether the stream was opened long ago, and says nothing.
    pub fn is_stuck(&self) -> bool {
        self.is_silent() && now() > self.open_at.get() + SILENCE
    }

    /// Whether the stream is to be opened.
    pub fn may_open(&self) -> bool {
        now() >= self.open_at.get()
    }

    /// The stream is opened, or is to be, in so many milliseconds.
    pub fn open_in(&self, milliseconds: f64) {
        self.open_at.set(now() + milliseconds);
    }

    /// The stream broke.
    pub fn open_later(&self) {
        self.open_in(self.wait());
        self.fail();
    }

    /// Whether to ask.
    pub fn may_ask(&self) -> bool {
        self.is_silent() && now() >= self.ask_at.get()
    }

    /// Somebody asks.
    pub fn ask(&self) {
        self.ask_at.set(now() + self.wait());
    }

    /// How long to wait after so many failures.
    fn wait(&self) -> f64 {
        (WAIT * f64::from(1_u32 << self.failures.get().min(8))).min(WAIT_MOST)
    }
}
