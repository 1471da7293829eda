//! Telling open tabs that what somebody may do has changed.
//!
//! A change writes rows into `live_events` in its own transaction (`unit::live`); [`feed`] reads them, whichever
//! process wrote them, and hands them to whoever listens in this one ([`listeners`]). What is told carries nothing that
//! needs a right, and nothing rests on its arriving: every request reads the rights anew.
//!
//! A row has two numbers. `seq` counts the changes of everybody, in the order of their commits, and never leaves the
//! server ([`Seq`]); `number` counts those of its person alone, and is the [`Position`] that a browser knows.
//!
//! What is told of an account may be of rights, and tabs ask at once. What is told of the person alone, their own details
//! and their other sessions, can wait for more: the end of the session that listens is told in a word of its own.

mod feed;
mod listeners;
mod reached;

pub use feed::Feed;

use crate::base::error::Failure;
use crate::unit::core::Core;
use crate::unit::run::use_case;
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::{Caller, SignedIn};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId};
use domain::live::{ByTheClock, Listening, Live, News, Position, Reached};
use domain::time::Timestamp;
use listeners::Listeners;
use std::sync::Arc;

/// The number of a change among those of everybody. INVARIANT: no answer holds it: it says how much others change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seq(i64);

/// What listens and tells, in this process.
#[derive(Debug, Clone)]
pub(crate) struct LiveUseCases {
    core: Arc<Core>,
    listeners: Arc<Listeners>,
}

impl LiveUseCases {
    /// Begins after everything that was told so far.
    pub(crate) async fn open(core: Arc<Core>) -> Result<Self, sqlx::Error> {
        let head: i64 = sqlx::query_scalar("SELECT seq FROM live_head").fetch_one(core.database.readers()).await?;
        Ok(Self { core, listeners: Arc::new(Listeners::at(Seq(head))) })
    }

    /// What reads the changes of all processes: run it once, beside the server.
    pub(crate) fn feed(&self) -> Feed {
        Feed::new(Arc::clone(&self.core), Arc::clone(&self.listeners))
    }
}

#[async_trait]
impl Live for LiveUseCases {
    async fn position(&self, person: PersonId) -> Result<Position, PortalError> {
        position(&self.core, person).await.map_err(unreadable)
    }

    async fn listen(&self, signed_in: SignedIn, after: Position) -> Result<Box<dyn Listening>, PortalError> {
        // INVARIANT: first listening, then reading: what comes in between is heard twice rather than never.
        let subscription = Listeners::subscribe(&self.listeners, signed_in);
        let missed = since(&self.core, signed_in.person, after).await.map_err(unreadable)?;
        subscription.hear(missed);
        Ok(Box::new(subscription))
    }

    async fn since(&self, person: PersonId, after: Position) -> Result<News, PortalError> {
        since(&self.core, person, after).await.map_err(unreadable)
    }

    async fn by_the_clock(
        &self,
        person: PersonId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<ByTheClock, PortalError> {
        by_the_clock(&self.core, person, since, now).await.map_err(unreadable)
    }

    async fn sessions_reached(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
    ) -> Result<Reached, PortalError> {
        let reached = |unit, entered| reached::reached(&self.core, unit, entered, &self.listeners, contact);
        self.core.look(caller, acting, use_case!("live.sessions_reached"), reached).await
    }
}

fn unreadable(failure: Failure) -> PortalError {
    tracing::error!(error = %failure, "failed to read changes for open tabs");
    PortalError::Unavailable
}

async fn position(core: &Core, person: PersonId) -> Result<Position, Failure> {
    let last: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM live_events WHERE person_id = $1")
        .bind(person.to_string())
        .fetch_one(core.database.readers())
        .await?;
    Ok(Position(last))
}

async fn since(core: &Core, person: PersonId, after: Position) -> Result<News, Failure> {
    let database = &core.database;
    let mut transaction = database.readers().begin_with(database.dialect().begin_read()).await?;
    let (last, oldest): (i64, i64) = sqlx::query_as(
        "SELECT COALESCE(MAX(number), 0), COALESCE(MIN(number), 1) FROM live_events WHERE person_id = $1",
    )
    .bind(person.to_string())
    .fetch_one(&mut *transaction)
    .await?;
    let mut news = News { position: Position(last), ..News::default() };
    if after.0 > last || after.0 < oldest - 1 {
        // Of another database, or swept away meanwhile: nobody knows what it was.
        (news.everything, news.access) = (true, true);
        return Ok(news);
    }
    let rows: Vec<(Option<String>,)> =
        sqlx::query_as("SELECT account_id FROM live_events WHERE person_id = $1 AND number > $2")
            .bind(person.to_string())
            .bind(after.0)
            .fetch_all(&mut *transaction)
            .await?;
    for (account,) in rows {
        match account {
            Some(account) => {
                news.accounts.insert(account.parse()?);
                news.access = true;
            }
            None => news.everything = true,
        }
    }
    Ok(news)
}

/// Everything of a person's that begins or ends at a time: access, single grants, views.
async fn by_the_clock(core: &Core, person: PersonId, since: Timestamp, now: Timestamp) -> Result<ByTheClock, Failure> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT account_id, ends_at FROM contacts WHERE person_id = $1 AND state = 'active' AND ends_at > $2 \
         UNION SELECT c.account_id, g.ends_at FROM contacts c \
         JOIN grants g ON g.account_id = c.account_id AND g.subject_id = c.id \
         WHERE c.person_id = $1 AND c.state = 'active' AND g.ends_at > $2 \
         UNION SELECT c.account_id, g.starts_at FROM contacts c \
         JOIN grants g ON g.account_id = c.account_id AND g.subject_id = c.id \
         WHERE c.person_id = $1 AND c.state = 'active' AND g.starts_at > $2 \
         UNION SELECT v.account_id, v.expires_at FROM sessions s JOIN viewings v ON v.session_id = s.id \
         WHERE s.person_id = $1 AND v.expires_at > $2",
    )
    .bind(person.to_string())
    .bind(since.0)
    .fetch_all(core.database.readers())
    .await?;
    let mut answer = ByTheClock::default();
    for (account, at) in rows {
        if at <= now.0 {
            answer.accounts.insert(account.parse::<AccountId>()?);
        } else {
            answer.next = Some(answer.next.map_or(Timestamp(at), |next| next.min(Timestamp(at))));
        }
    }
    Ok(answer)
}
