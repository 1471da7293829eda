//! Steps from page to page within one document: a step is one answer, put in place of the page that is shown. What is no
//! page of ours, or of another session or build, the browser loads by itself.

use crate::guard::Going;
use crate::history::{self, Entry};
use crate::swap::{self, How};
use crate::{dialog, early, guard, live, notices, progress, toasts, touched, transition, turns, typed, watch};
use dom::answer::{self, Answer, Mark, Outcome};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, PopStateEvent};

/// Where an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    Page,
    /// Its question in the dialog, where it has one.
    Dialog,
}

/// Listens.
pub fn begin() {
    dom::listen_window("popstate", popped);
    dom::listen_window("pageshow", |event| {
        // Brought back as it was left: what it shows may be over.
        if Reflect::get(event, &JsValue::from_str("persisted")).is_ok_and(|persisted| persisted.is_truthy()) {
            // What was shown once is over in any case.
            for once in dom::every("main :not(form)[data-once]") {
                once.remove();
            }
            refresh();
        }
    });
}

/// Goes to a page.
pub fn go(address: &str, entry: Entry) {
    ask(address, entry, Show::Page);
}

/// Asks for a page, and shows it.
pub fn ask(address: &str, entry: Entry, show: Show) {
    let Some(url) = answer::own(address) else { return load(address) };
    let (asked, hash) = (url.pathname() + &url.search(), url.hash());
    let entry = if entry == Entry::Push && asked == swap::shown() { Entry::Replace } else { entry };
    // What is typed into a filter from here on is asked for next.
    for filter in dom::every("form[data-touched]:not([method=post])") {
        touched::forget(&filter);
    }
    let asked_early = early::take(&asked);
    let turn = turns::begin();
    progress::begin();
    dom::spawn(async move {
        let outcome = match asked_early {
            Some(answering) => answer::when(answering).await,
            None => answer::get(&asked).await,
        };
        progress::end();
        if turn == turns::now() {
            take(outcome, entry, show, &asked, hash);
        }
        turns::end(turn);
    });
}

/// Asks for the page anew.
pub fn refresh() {
    early::forget();
    let Some(turn) = turns::begin_anew() else { return };
    dom::spawn(async move {
        let address = swap::shown();
        let outcome = answer::get(&address).await;
        if turn == turns::now() {
            take_anew(outcome, &address);
        }
        turns::end(turn);
        watch::seen();
    });
}

/// Has the browser load a page of ours. Nothing leads elsewhere from here.
pub fn load(address: &str) {
    let Some(url) = answer::own(address) else { return };
    guard::release();
    let location = dom::window().location();
    let is_here = url.pathname() + &url.search() == history::address();
    let _ = if is_here { location.reload() } else { location.assign(&url.href()) };
}

/// Says that nothing came back.
pub fn fail() {
    if let Some(said) = dom::no_answer() {
        toasts::say("bad", said.text_content().unwrap_or_default().trim_ascii());
    }
}

/// Shows an answer as an entry of the history.
pub fn land(answer: Answer, entry: Entry, how: How, hash: String) {
    // The step goes on until the page is there, which may be a moment later.
    let turn = turns::begin();
    // Never that of a page which somebody went back to.
    let onward = answer.onward().filter(|_| how == How::Answered);
    transition::run(swap::place(&answer), move || {
        history::enter(entry, &(answer.address.clone() + &hash));
        swap::show(&answer, how);
        history::settle(entry, &hash);
        turns::end(turn);
        if let Some(onward) = onward {
            load(&onward);
        }
    });
}

fn take(outcome: Outcome, entry: Entry, show: Show, asked: &str, hash: String) {
    match outcome {
        Outcome::Page(answer) if answer.mark() != Mark::Same => load(&(asked.to_owned() + &hash)),
        Outcome::Page(answer) => match answer.question().filter(|_| show == Show::Dialog) {
            Some(question) => dialog::show(&question),
            None if !matches!(entry, Entry::Back(_)) && guard::loses(&answer) => {
                guard::ask(Going::To(asked.to_owned() + &hash));
            }
            None => land(answer, entry, How::Step, hash),
        },
        Outcome::Failed if !dom::window().navigator().on_line() => {
            // The page that stays has its address again.
            if let Entry::Back(_) = entry {
                history::enter(Entry::Push, &swap::shown());
            }
            fail();
        }
        Outcome::Elsewhere | Outcome::Failed => load(&(asked.to_owned() + &hash)),
    }
}

fn take_anew(outcome: Outcome, address: &str) {
    match outcome {
        // The page that is shown is better than none.
        Outcome::Elsewhere | Outcome::Failed => {}
        Outcome::Page(answer) if answer.status == 429 || answer.status >= 500 => {}
        Outcome::Page(answer) => match answer.mark() {
            Mark::Session if !answer.is_same_person() && typed::any_touched() => live::end(),
            Mark::Build if typed::any_touched() => notices::say("live-build"),
            Mark::Session if !answer.is_same_person() => load(address),
            Mark::Build => load(address),
            Mark::Same | Mark::Session => land(answer, Entry::Replace, How::Refreshed, String::new()),
        },
    }
}

fn popped(event: &Event) {
    history::stop_noting();
    let Some(event) = event.dyn_ref::<PopStateEvent>() else { return };
    let (address, position) = (history::address(), history::position(&event.state()));
    if address == swap::shown() {
        // Where somebody was about to go does not matter any more.
        turns::end(turns::begin());
        early::forget();
        if let Some(y) = position {
            history::scroll_to(y);
        }
        return;
    }
    dialog::close();
    go(&address, Entry::Back(position.unwrap_or_default()));
}
