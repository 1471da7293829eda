//! What changed reaches the open page. What is heard decides nothing: the page is asked for anew, and the server says what
//! the person sees now.

use crate::message::News;
use crate::swap::{self, How};
use crate::{dialog, early, history, notices, step, switcher, toasts, turns, typed};
use dom::Timer;
use dom::answer::{self, Answer, Outcome};
use js_sys::Math;
use std::cell::Cell;

/// How long to wait, in milliseconds, after an answer that said nothing; twice as long after each further one, so many times.
const SOON: i32 = 1_000;
const LONGER: u32 = 6;
/// How long other news than of rights is gathered, in milliseconds: at least, and how much longer at most, so that not all
/// tabs ask at the same time.
const GATHERED: i32 = 1_500;
const JITTER: f64 = 1_000.0;

/// How far the page is with what was heard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// Nothing is left to ask for.
    Nothing,
    /// The tab is hidden: it asks when it is seen.
    Hidden,
    Asking,
    /// Something was heard after the page was asked for.
    AskingAgain,
}

thread_local! {
    static HEARD: Cell<Heard> = const { Cell::new(Heard::Nothing) };
    /// How many answers in a row said nothing.
    static FAILURES: Cell<u32> = const { Cell::new(0) };
    /// What will ask when enough was gathered.
    static GATHERS: Cell<Option<Timer>> = const { Cell::new(None) };
}

/// Begins to tell changes.
pub fn begin() {
    dom::listen("visibilitychange", |_| {
        if HEARD.get() == Heard::Hidden {
            ask();
        }
    });
}

/// Something was heard.
pub fn hear(news: &News) {
    early::forget();
    if !news.concerns(swap::account().as_deref()) {
        return;
    }
    if news.access {
        ask();
    } else if GATHERS.get().is_none() {
        #[expect(clippy::cast_possible_truncation, reason = "it is less than a second")]
        let jitter = (Math::random() * JITTER) as i32;
        GATHERS.set(Some(dom::later(GATHERED + jitter, ask)));
    }
}

/// The session has ended: what was told in it goes out of sight and out of the document. What was typed can be copied.
pub fn end() {
    let Some(main) = swap::main().filter(|_| !is_over()) else { return };
    let typed = typed::read();
    // Nor is anything of it told any more that is still to come.
    early::forget();
    turns::end(turns::begin());
    dialog::close();
    swap::close_menus();
    switcher::forget();
    toasts::clear();
    dom::set(&main, "data-over", "");
    notices::say("live-over");
    notices::offer(&typed);
}

/// Somebody is signed in again, if it had ended: the page may be theirs, or not.
pub fn resume() {
    if is_over() {
        ask();
    }
}

/// Whether it has ended, as far as the page knows.
pub fn is_over() -> bool {
    swap::main().is_some_and(|main| main.has_attribute("data-over"))
}

fn ask() {
    if let Some(gathers) = GATHERS.take() {
        gathers.stop();
    }
    let next = match HEARD.get() {
        Heard::Nothing | Heard::Hidden if dom::document().hidden() => Heard::Hidden,
        Heard::Nothing | Heard::Hidden if turns::puts_off() => Heard::Nothing,
        Heard::Nothing | Heard::Hidden => {
            dom::spawn(look());
            Heard::Asking
        }
        Heard::Asking | Heard::AskingAgain => Heard::AskingAgain,
    };
    HEARD.set(next);
}

/// Asks for the page anew.
async fn look() {
    let (turn, address) = (turns::now(), swap::shown());
    let outcome = answer::get(&address).await;
    let again = HEARD.replace(Heard::Nothing) == Heard::AskingAgain;
    match outcome {
        _ if turn != turns::now() => ask(),
        Outcome::Page(answer) if answer.status != 429 && answer.status < 500 => {
            FAILURES.set(0);
            take_in(&answer, &address);
            if again {
                ask();
            }
        }
        // A server that starts, or what stands before it: the page that is shown is better.
        Outcome::Page(_) | Outcome::Elsewhere | Outcome::Failed => {
            let failures = FAILURES.get();
            FAILURES.set(failures.saturating_add(1).min(LONGER));
            dom::later(SOON << failures, ask);
        }
    }
}

fn take_in(answer: &Answer, address: &str) {
    let says = |name| answer.page.document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default();
    if !answer.is_same_person() {
        // What somebody else has typed is theirs to copy; nothing of the one's page gets to the other.
        let ends = says("data-person").is_empty() || typed::any_touched();
        return if ends { end() } else { step::load(address) };
    }
    let is_renewed = dom::root().get_attribute("data-build").is_some_and(|build| build != says("data-build"));
    if is_renewed || history::path(&answer.address) != history::path(address) {
        // What was typed is worth more than the latest programs, or than the page where the next step leads anyway.
        return match (typed::any_touched(), is_renewed) {
            (false, _) => step::load(address),
            (true, true) => notices::say("live-build"),
            (true, false) => {}
        };
    }
    // They have signed in again, if it was over: their page comes back.
    if let Some(main) = swap::main().filter(|_| is_over()) {
        dom::unset(&main, "data-over");
        notices::clear();
    }
    swap::show(answer, How::Refreshed);
}
