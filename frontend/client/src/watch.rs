//! A part of the page that shows how far something is: it is asked for by itself until it is done, and then the page once.

use crate::merge::{Merge, Place, Sent};
use crate::step;
use dom::answer::{self, Outcome};
use std::cell::Cell;
use web_sys::HtmlElement;

/// The part. Its value is its address.
const PART: &str = "[data-progress]";
/// How long until it is asked for anew, in milliseconds.
const PAUSE: i32 = 2_000;

thread_local! {
    /// Whether it will be.
    static WATCHES: Cell<bool> = const { Cell::new(false) };
}

/// Looks at the first page.
pub fn begin() {
    seen();
}

/// A page was put in place, or a part of it.
pub fn seen() {
    if dom::first(PART).is_some() && !WATCHES.replace(true) {
        dom::later(PAUSE, || dom::spawn(look()));
    }
}

async fn look() {
    WATCHES.set(false);
    let Some((_, address)) = shown() else { return };
    let outcome = answer::get(&address).await;
    // The page may be another one by now.
    let part = shown().filter(|(_, now)| *now == address).map(|(part, _)| part);
    match (part, outcome) {
        (Some(part), Outcome::Page(answer)) => match answer.part(PART) {
            Some(fresh) => Merge { place: Place::Same, sent: Sent::Nothing }.children(&part, &fresh),
            // It is done, or what is wrong the page says itself.
            None => step::refresh(),
        },
        (_, Outcome::Elsewhere | Outcome::Failed) | (None, Outcome::Page(_)) => {}
    }
    seen();
}

fn shown() -> Option<(HtmlElement, String)> {
    let part = dom::first(PART)?;
    let address = part.get_attribute("data-progress")?;
    Some((part, address))
}
