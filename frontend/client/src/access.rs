//! What the person may do on the page that is shown. Where that is something else than before, and nobody went to another
//! page, the page says so.

use crate::swap::{self, How};
use crate::typed::{self, Typed};
use crate::{focus, history, notices};
use dom::answer::Answer;
use std::cell::RefCell;

/// What the page is about.
#[derive(Clone, Default)]
struct Shown {
    path: String,
    account: Option<String>,
    /// A mark of what the person may do there.
    rights: Option<String>,
}

thread_local! {
    static SHOWN: RefCell<Shown> = RefCell::default();
    /// What was typed on the page that is being replaced, and the address of the one that comes.
    static LEFT: RefCell<Option<(String, Vec<Typed>)>> = const { RefCell::new(None) };
}

/// Notes it of the first page.
pub fn begin() {
    SHOWN.set(Shown::at(&swap::shown()));
}

/// An answer is about to be put in place.
pub fn leaving(answer: &Answer) {
    let path = history::path(&answer.address);
    let account = SHOWN.with_borrow(|shown| shown.account.clone().filter(|_| shown.path == path));
    if let (403 | 404, Some(account), Some(main)) = (answer.status, account, answer.main())
        && !main.has_attribute("data-account")
    {
        notices::access_gone(answer, &main, &account);
    }
    LEFT.set(Some((answer.address.clone(), typed::each())));
}

/// It was: says why the page is another one, where nobody asked for that.
pub fn seen(how: How) {
    let Some((address, typed)) = LEFT.take() else { return };
    let now = Shown::at(&address);
    let before = SHOWN.replace(now.clone());
    if now.path != before.path {
        return notices::clear();
    }
    let is_changed = now.account.is_some() && now.account == before.account && now.rights != before.rights;
    if is_changed {
        changed(&now, &typed);
    }
    // What is done already, by somebody else say, is asked for no more: its form is gone with what was typed.
    if is_changed || how == How::Refreshed {
        notices::offer(&typed::join(typed.into_iter().filter(|typed| !typed.form.is_connected())));
    }
}

/// The person may do something else here than before.
fn changed(now: &Shown, typed: &[Typed]) {
    if now.rights.as_deref() == Some("") {
        notices::quiet();
        focus::announce(&dom::document().title());
    } else {
        notices::say("live-rights");
    }
    for typed in typed.iter().filter(|typed| typed.form.is_connected()) {
        notices::refilled(&typed.form);
    }
}

impl Shown {
    fn at(address: &str) -> Self {
        let rights = swap::main().and_then(|main| main.get_attribute("data-rights"));
        Self { path: history::path(address).to_owned(), account: swap::account(), rights }
    }
}
