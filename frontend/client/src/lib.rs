//! The program in the browser: it makes the pages alive that the server renders.
//!
//! It decides nothing and holds no words: a step is a page of the server, put in place of the one that is shown. A
//! behaviour is a file; attributes of the page say where it applies, and its listeners stand on the document.

mod access;
mod channel;
mod closing;
mod copy;
mod count;
mod dialog;
mod drawer;
mod early;
mod focus;
mod forms;
mod guard;
mod history;
mod keys;
mod links;
mod live;
mod menu;
mod merge;
mod message;
mod notices;
mod pace;
mod password;
mod press;
mod programs;
mod progress;
mod row_menu;
mod search;
mod selection;
mod sending;
mod step;
mod stream;
mod swap;
mod switcher;
mod tabs;
mod toasts;
mod touched;
mod transition;
mod turns;
mod typed;
mod watch;
mod who;

use wasm_bindgen::prelude::wasm_bindgen;

/// Makes the page alive, all at once: whoever waits for it sees either nothing of it or everything.
#[wasm_bindgen(start)]
pub fn start() {
    let _ = dom::root().class_list().add_1("alive");
    history::begin();
    // Who handles a click or a form in a way of their own comes before steps and forms, which leave it alone then.
    closing::begin();
    menu::begin();
    row_menu::begin();
    drawer::begin();
    dialog::begin();
    toasts::begin();
    selection::begin();
    switcher::begin();
    password::begin();
    copy::begin();
    press::begin();
    search::begin();
    guard::begin();
    focus::begin();
    touched::begin();
    early::begin();
    step::begin();
    watch::begin();
    links::begin();
    forms::begin();
    access::begin();
    live::begin();
    channel::begin();
    programs::begin();
}
