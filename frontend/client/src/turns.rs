//! Whose answer counts: each step has a number, and the answer to an earlier one comes too late.

use crate::step;
use std::cell::Cell;

thread_local! {
    static TURNS: Cell<Turns> = const { Cell::new(Turns::new()) };
}

/// A step begins.
pub fn begin() -> u32 {
    change(Turns::begin)
}

/// The page that is shown is about to be asked for anew, if it may.
pub fn begin_anew() -> Option<u32> {
    change(Turns::begin_anew)
}

/// Whether the page can't be asked for anew now. It will be then, when the step that is under way has ended.
pub fn puts_off() -> bool {
    change(Turns::puts_off)
}

/// A number that is another one after each step.
pub fn now() -> u32 {
    TURNS.get().number
}

/// The answer of this number was taken, or there is none.
pub fn end(number: u32) {
    if change(|turns| turns.end(number)) {
        step::refresh();
    }
}

fn change<T>(how: impl FnOnce(&mut Turns) -> T) -> T {
    let mut turns = TURNS.get();
    let result = how(&mut turns);
    TURNS.set(turns);
    result
}

/// The steps so far.
#[derive(Debug, Clone, Copy)]
struct Turns {
    number: u32,
    is_underway: bool,
    /// Whether the page is to be asked for anew when the step has ended.
    is_stale: bool,
}

impl Turns {
    const fn new() -> Self {
        Self { number: 0, is_underway: false, is_stale: false }
    }

    /// A step begins. What was asked for before counts no more.
    fn begin(&mut self) -> u32 {
        self.is_underway = true;
        self.next()
    }

    /// The page that is shown is asked for anew; while a step is under way only after it, for the server may have rendered
    /// its page before there was something new.
    fn begin_anew(&mut self) -> Option<u32> {
        if self.puts_off() { None } else { Some(self.next()) }
    }

    fn puts_off(&mut self) -> bool {
        self.is_stale |= self.is_underway;
        self.is_underway
    }

    /// The answer of this number was taken. Gives whether the page is to be asked for anew now.
    fn end(&mut self, number: u32) -> bool {
        if self.number != number {
            return false;
        }
        self.is_underway = false;
        self.next();
        std::mem::take(&mut self.is_stale)
    }

    fn next(&mut self) -> u32 {
        self.number = self.number.wrapping_add(1);
        self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_step_counts() {
        let mut turns = Turns::new();
        let (first, last) = (turns.begin(), turns.begin());
        assert!(turns.number != first && turns.number == last);
        assert!(!turns.end(first));
        assert_eq!(turns.number, last);
    }

    #[test]
    fn the_page_is_not_asked_for_anew_beside_a_step() {
        let mut turns = Turns::new();
        let step = turns.begin();
        assert_eq!(turns.begin_anew(), None);
        assert!(turns.end(step), "it was put off");
        let anew = turns.begin_anew().unwrap();
        assert_eq!(turns.number, anew);
        assert!(!turns.end(anew));
    }

    #[test]
    fn what_came_of_an_earlier_page_is_late() {
        let mut turns = Turns::new();
        let anew = turns.begin_anew().unwrap();
        let step = turns.begin();
        assert_ne!(turns.number, anew);
        turns.end(step);
        assert_ne!(turns.number, step);
    }
}
