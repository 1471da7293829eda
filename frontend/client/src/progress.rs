//! A bar while a step takes long.

use std::cell::Cell;

/// After how many milliseconds.
const LONG: i32 = 300;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bar {
    Shown,
    Hidden,
}

thread_local! {
    /// How many steps wait for their answer.
    static WAITING: Cell<u32> = const { Cell::new(0) };
    static TIMER: Cell<Option<dom::Timer>> = const { Cell::new(None) };
}

/// A step begins to wait.
pub fn begin() {
    if WAITING.replace(WAITING.get() + 1) == 0 {
        TIMER.set(Some(dom::later(LONG, || set(Bar::Shown))));
    }
}

/// Its answer is there.
pub fn end() {
    WAITING.set(WAITING.get().saturating_sub(1));
    if WAITING.get() == 0 {
        if let Some(timer) = TIMER.take() {
            timer.stop();
        }
        set(Bar::Hidden);
    }
}

fn set(bar: Bar) {
    if let Some(element) = dom::by_id("progress") {
        element.set_hidden(bar == Bar::Hidden);
    }
}
