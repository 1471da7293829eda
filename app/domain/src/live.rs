//! What open tabs are told while they are open: what to ask for again, and nothing that would need a right.

mod port;

pub use port::{Listening, Live};

use crate::id::AccountId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many changes somebody has heard of, among those that concern them: each person's are numbered by themselves, so that
/// nobody's position says anything of the changes of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Position(pub i64);

/// What changed since somebody last heard of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct News {
    /// Up to where this tells everything.
    pub position: Position,
    /// Ask for everything again: it is about the person, or too long ago to be told one by one.
    pub everything: bool,
    /// The accounts to ask for again.
    pub accounts: BTreeSet<AccountId>,
    /// Ask at once: what the person may do may have changed. Anything else can be gathered for a moment.
    pub access: bool,
}

impl News {
    /// Whether there is anything to ask for again.
    pub fn is_empty(&self) -> bool {
        !self.everything && self.accounts.is_empty()
    }

    /// Whether a page of this account (`None`: of the person alone) is to ask again.
    pub fn concerns(&self, account: Option<AccountId>) -> bool {
        self.everything || account.map_or(!self.accounts.is_empty(), |account| self.accounts.contains(&account))
    }

    /// Adds what was heard later.
    pub fn add(&mut self, later: Self) {
        self.position = self.position.max(later.position);
        self.everything |= later.everything;
        self.accounts.extend(later.accounts);
        self.access |= later.access;
    }
}

/// What a change reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reached {
    /// How many open sessions heard of it at once.
    pub sessions: usize,
    /// How many consoles it closed.
    pub consoles: usize,
}

/// One message to the open tabs of a browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LiveMessage {
    /// The channel works, and nothing up to here is left to tell.
    Beat(Position),
    /// Something changed.
    News(News),
    /// The session has ended. Nothing comes after it.
    Over,
    /// The channel ends, for now: listen again in so many milliseconds. Nothing comes after it.
    Later {
        /// How long to wait.
        wait: u32,
    },
}

/// What the clock alone does to somebody's rights.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByTheClock {
    /// The accounts where something has begun or ended.
    pub accounts: BTreeSet<AccountId>,
    /// When something will next.
    pub next: Option<Timestamp>,
}

/// How a session stands that was live before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStanding {
    /// It lives, under the same token.
    Live,
    /// It lives under a new token: whoever has the old one is to come again with that.
    Renewed,
    /// It has ended.
    Over,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(number: u128) -> AccountId {
        AccountId::new(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn news_concern_the_pages_they_name() {
        let mut news = News { position: Position(4), accounts: [account(1)].into(), ..News::default() };
        assert!(news.concerns(Some(account(1))) && news.concerns(None) && !news.concerns(Some(account(2))));
        news.add(News { position: Position(3), everything: true, ..News::default() });
        assert!(news.concerns(Some(account(2))) && !news.access);
        assert_eq!(news.position, Position(4));
        news.add(News { access: true, ..News::default() });
        news.add(News { accounts: [account(2)].into(), ..News::default() });
        assert!(news.access, "what is heard with it can't make it wait");
        assert!(News::default().is_empty() && !News::default().concerns(None));
    }

    #[test]
    fn messages_are_written_as_the_browser_reads_them() {
        let news = News { position: Position(7), accounts: [account(1)].into(), access: true, ..News::default() };
        for (message, text) in [
            (LiveMessage::Beat(Position(3)), r#"{"beat":3}"#),
            (LiveMessage::Over, r#""over""#),
            (LiveMessage::Later { wait: 5 }, r#"{"later":{"wait":5}}"#),
            (
                LiveMessage::News(news),
                r#"{"news":{"position":7,"everything":false,"accounts":["00000000-0000-0000-0000-000000000001"],"access":true}}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&message).unwrap(), text);
            assert_eq!(serde_json::from_str::<LiveMessage>(text).unwrap(), message);
        }
    }
}
