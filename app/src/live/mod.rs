//! Open pages hear of what changed, and ask again.
//!
//! What is heard decides nothing: a layout asks the server what the person is now, and shows that. One tab of a browser
//! listens for all of them ([`channel`]); what somebody was typing goes into the new page's form, or is offered for
//! copying ([`typed`], [`notice`]).

mod browser;
mod channel;
mod notice;
pub mod text;
mod typed;

pub use notice::{AccessGone, LiveNotice};
pub use typed::{REFILLED, Typed, any as is_typing, note as note_typing};

use crate::forms::Echo;
use domain::error::PortalError;
use domain::id::AccountId;
use domain::live::{News, Position};
use leptos::prelude::*;
use std::time::Duration;

/// How long to wait for what could not be asked for just now.
const SOON: Duration = Duration::from_secs(1);

/// Why the page is another one than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// The person may do something else on the account of this name.
    Rights(String),
    /// They are no longer on it.
    Gone,
}

/// What the open page has heard.
#[derive(Clone, Copy)]
pub struct Live {
    /// Heard and not yet looked into.
    news: RwSignal<News>,
    over: RwSignal<bool>,
    changed: RwSignal<Option<Changed>>,
    typed: RwSignal<Typed>,
    /// Up to where the document that was loaded knows everything.
    begin: Position,
}

impl Live {
    /// Makes it known below this component. Once per page.
    pub fn provide(begin: Position) {
        provide_context(Self {
            news: RwSignal::default(),
            over: RwSignal::new(false),
            changed: RwSignal::new(None),
            typed: RwSignal::default(),
            begin,
        });
    }

    /// Begins to listen, in a browser where somebody is signed in. Listening goes on when the page is left.
    pub fn begin(self) {
        Effect::new(move |_| channel::begin(self));
    }

    /// What is heard about a page of this account, or of the person alone; what it does not concern is forgotten. Call it in
    /// an effect.
    pub fn heard(self, account: Option<AccountId>) -> bool {
        let concerned = self.news.with(|news| news.concerns(account));
        *self.news.write_untracked() = News::default();
        concerned
    }

    /// Whether the session has ended.
    pub fn is_over(self) -> bool {
        self.over.get()
    }

    /// The page shows something else from now on, and says why. What was being typed goes along.
    pub fn change(self, why: Changed, echo: Echo) {
        let typed = Typed::read();
        if let Some(form) = typed.form.clone() {
            echo.keep(form);
        }
        self.typed.set(typed);
        self.changed.set(Some(why));
    }

    /// The session was found to have ended.
    pub fn end(self) {
        if !self.over.get_untracked() {
            self.typed.set(Typed::read());
            self.over.set(true);
        }
    }

    /// Another page: what was said of the last one is no longer of interest.
    pub fn leave(self) {
        if self.changed.with_untracked(Option::is_some) {
            self.changed.set(None);
        }
    }

    /// Something was refused that the page had offered, or could: it may be out of date (SECURITY T13).
    pub fn refresh_after(self, error: &PortalError) {
        if matches!(error, PortalError::Denied { .. } | PortalError::NotFound) {
            self.hear(News { everything: true, ..News::default() });
        }
    }

    /// Asks for an account again in a moment.
    pub fn refresh_soon(self, account: AccountId) {
        let news = News { accounts: [account].into(), ..News::default() };
        set_timeout(move || self.hear(news), SOON);
    }

    fn hear(self, news: News) {
        if !news.is_empty() {
            self.news.update(|heard| heard.add(news));
        }
    }

    /// Somebody is signed in again: the page may be theirs, or not.
    fn resume(self) {
        if self.over.get_untracked() {
            self.over.set(false);
            self.hear(News { everything: true, ..News::default() });
        }
    }
}

/// What the open page has heard.
///
/// # Panics
/// When no component above provided it.
pub fn use_live() -> Live {
    expect_context()
}
