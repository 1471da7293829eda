//! The unit of work: one transaction, one clock, one caller. Every use-case runs in one.
//!
//! A unit that writes ends in [`Unit::commit`], which demands the `Permit` that `domain::access` gave and the
//! [`AuditEvent`](audit::AuditEvent) that tells what was done, and writes event, mails and submission with the change
//! itself. A unit that is dropped changes nothing.

pub(crate) mod attempts;
pub mod audit;
mod author;
mod commit;
pub(crate) mod core;
pub(crate) mod jobs;
pub(crate) mod live;
pub(crate) mod long_reads;
pub(crate) mod mail_limits;
pub(crate) mod notices;
pub(crate) mod outbox;
pub(crate) mod page;
pub(crate) mod run;
pub(crate) mod submissions;

pub(crate) use author::Author;

use crate::base::db::Database;
use crate::base::dialect::Dialect;
use crate::base::error::Failure;
use crate::unit::attempts::Key;
use crate::unit::jobs::NewJob;
use crate::unit::notices::Notice;
use crate::unit::outbox::Mail;
use domain::access::NotPermitted;
use domain::caller::{Caller, Principal, SignedIn};
use domain::error::PortalError;
use domain::id::{AccountId, PersonId, SubmissionId};
use domain::time::Timestamp;
use serde::de::DeserializeOwned;
use sqlx::{Any, AnyConnection, Transaction};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::Notify;

/// What a writing unit touches; on PostgreSQL it decides how strongly the account is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writes {
    /// People and their rights. Nothing else on the account commits meanwhile, so that a revocation, once
    /// acknowledged, is followed by nothing that it forbids (SECURITY I4).
    Rights,
    /// Anything else: waits for changes of rights, and they for it.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    Write(Writes),
}

/// A transaction in the name of a caller.
pub struct Unit<'c> {
    transaction: Transaction<'static, Any>,
    dialect: Dialect,
    mode: Mode,
    caller: &'c Caller,
    mails: Vec<Mail>,
    notices: Vec<Notice>,
    mail_bell: Arc<Notify>,
    live_bell: Arc<Notify>,
    jobs: Vec<NewJob>,
    job_bell: Arc<Notify>,
    order_bell: Arc<Notify>,
    // How many changes a minute its person may make.
    limit: Option<u32>,
    // What the change is counted under with its commit.
    counted: Option<Key>,
    submission: Option<(PersonId, SubmissionId)>,
    published_to: BTreeSet<String>,
}

impl<'c> Unit<'c> {
    /// A unit that reads one state of the data.
    pub async fn read(database: &Database, caller: &'c Caller) -> Result<Self, Failure> {
        let dialect = database.dialect();
        let transaction = database.readers().begin_with(dialect.begin_read()).await?;
        Ok(Self::begun(database, transaction, Mode::Read, caller))
    }

    /// A unit that writes.
    pub async fn write(database: &Database, caller: &'c Caller, writes: Writes) -> Result<Self, Failure> {
        let dialect = database.dialect();
        let transaction = database.writer().begin_with(dialect.begin_write()).await?;
        Ok(Self::begun(database, transaction, Mode::Write(writes), caller))
    }

    /// The same for somebody who is signed in and has chosen an own password: nobody else takes a turn at the one writer.
    pub(crate) async fn write_signed_in(
        database: &Database,
        caller: &'c Caller,
        writes: Writes,
    ) -> Result<Self, Failure> {
        signed_in(caller)?;
        Self::write(database, caller, writes).await
    }

    fn begun(database: &Database, transaction: Transaction<'static, Any>, mode: Mode, caller: &'c Caller) -> Self {
        let (dialect, mail_bell, live_bell) = (database.dialect(), database.mail_bell(), database.live_bell());
        let (job_bell, order_bell) = (database.job_bell(), database.order_bell());
        Self {
            transaction,
            dialect,
            mode,
            caller,
            mails: Vec::new(),
            notices: Vec::new(),
            mail_bell,
            live_bell,
            jobs: Vec::new(),
            job_bell,
            order_bell,
            limit: (mode != Mode::Read).then(|| database.writes_per_minute()),
            counted: None,
            submission: None,
            published_to: BTreeSet::new(),
        }
    }

    /// The connection, for store functions.
    pub fn connection(&mut self) -> &mut AnyConnection {
        &mut self.transaction
    }

    /// Which database it is.
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Whether the unit may write.
    pub(crate) fn writes(&self) -> bool {
        self.mode != Mode::Read
    }

    /// The time of the request.
    pub const fn now(&self) -> Timestamp {
        self.caller.now
    }

    /// Who asks.
    pub(crate) const fn caller(&self) -> &'c Caller {
        self.caller
    }

    /// Goes on for the operator alone, at the command line: who writes on no account, or on all of them.
    pub(crate) fn by_operator(&self) -> Result<(), NotPermitted> {
        if matches!(self.caller.principal, Principal::Operator) { Ok(()) } else { Err(NotPermitted) }
    }

    /// Whoever is signed in and has chosen an own password.
    pub(crate) fn signed_in(&self) -> Result<SignedIn, Failure> {
        signed_in(self.caller)
    }

    /// Has this change counted with its commit: refused when its person made too many in the last minute. Only a committed
    /// change counts, and no lock is held for it before. Signing in and out, ending a session and mailed links do not count:
    /// an attacker in one session must not keep its person from ending it.
    pub(crate) fn counts(&mut self) -> Result<(), Failure> {
        let Some(a_minute) = self.limit.take() else { return Ok(()) };
        let person = self.caller.signed_in().ok_or(PortalError::SignInRequired)?.person;
        self.counted = Some(Key::writes(person, a_minute));
        Ok(())
    }

    /// Counts it ahead of its commit, in a unit that writes into several chains of the audit log: nothing with a limit is
    /// waited for while one of their heads is held.
    pub(crate) async fn count_ahead(&mut self) -> Result<(), Failure> {
        self.counts()?;
        self.count().await
    }

    async fn count(&mut self) -> Result<(), Failure> {
        match self.counted.take() {
            Some(key) => attempts::note(self, &key).await,
            None => Ok(()),
        }
    }

    /// The same unit for what has a limit of its own, or is a part of what was counted when it was asked for.
    #[must_use]
    pub(crate) fn uncounted(self) -> Self {
        Self { limit: None, ..self }
    }

    /// Takes the account's lock for the rest of the unit. On SQLite the one writer is lock enough.
    pub async fn lock_account(&mut self, account: AccountId) -> Result<(), Failure> {
        let statement = match (self.dialect, self.mode) {
            (Dialect::Sqlite, _) | (_, Mode::Read) => return Ok(()),
            (Dialect::Postgres, Mode::Write(Writes::Rights)) => "SELECT id FROM accounts WHERE id = $1 FOR UPDATE",
            (Dialect::Postgres, Mode::Write(Writes::Other)) => "SELECT id FROM accounts WHERE id = $1 FOR SHARE",
        };
        sqlx::query(statement).bind(account.to_string()).fetch_optional(self.connection()).await?;
        Ok(())
    }

    /// The outcome of this very submission, if it was carried out before: the caller's retry gets the same answer, however
    /// many changes they made since. Else the unit remembers the submission and writes its outcome with the commit.
    ///
    /// # Errors
    /// `TooMany` for a new one that its commit would refuse: nothing costly is done for it.
    pub(crate) async fn replay<T: DeserializeOwned>(&mut self, submission: SubmissionId) -> Result<Option<T>, Failure> {
        let person = self.signed_in()?.person;
        let outcome = submissions::outcome(self.connection(), (person, submission)).await?;
        self.submission = Some((person, submission));
        if let Some(outcome) = outcome {
            // The outcome of something else: no form of ours sends one submission twice to different places.
            return serde_json::from_str(&outcome).map(Some).map_err(|_| PortalError::Malformed.into());
        }
        if let Some(key) = self.counted.clone() {
            attempts::check(self, &key).await?;
        }
        Ok(None)
    }

    /// Queues a mail; it leaves only when the unit commits.
    pub(crate) fn mail(&mut self, mail: Mail) {
        self.mails.push(mail);
    }

    /// Tells somebody of what happens; with whatever else they are told soon it becomes one mail.
    pub(crate) fn notify(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Queues a job; it is there only when the unit commits.
    pub(crate) fn job(&mut self, job: NewJob) {
        self.jobs.push(job);
    }

    /// People whose open tabs hear of this beside those whom the event names: after it nothing leads from it to them.
    pub(crate) fn publish_to(&mut self, people: impl IntoIterator<Item = String>) {
        self.published_to.extend(people);
    }

    /// Those people.
    pub(crate) const fn published_to(&self) -> &BTreeSet<String> {
        &self.published_to
    }
}

fn signed_in(caller: &Caller) -> Result<SignedIn, Failure> {
    let signed_in = caller.signed_in().ok_or(PortalError::SignInRequired)?;
    if signed_in.must_change_password { Err(PortalError::PasswordChangeRequired.into()) } else { Ok(signed_in) }
}
