//! The unit of work: one transaction, one clock, one caller. Every use-case runs in one.
//!
//! A unit that writes ends in [`Unit::commit`], which demands the [`Permit`] that `domain::access` gave and the
//! [`AuditEvent`] that tells what was done, and writes event, mails and submission with the change itself. A unit that
//! is dropped changes nothing.

pub(crate) mod attempts;
pub mod audit;
pub(crate) mod core;
pub(crate) mod jobs;
pub(crate) mod live;
pub(crate) mod mail_limits;
pub(crate) mod notices;
pub(crate) mod outbox;
pub(crate) mod page;
pub(crate) mod run;
pub(crate) mod submissions;

use crate::base::db::Database;
use crate::base::dialect::Dialect;
use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::mail::letter::Signature;
use crate::unit::attempts::Key;
use crate::unit::audit::AuditEvent;
use crate::unit::jobs::NewJob;
use crate::unit::live::Told;
use crate::unit::mail_limits as limits;
use crate::unit::notices::{self as notice, Notice};
use crate::unit::outbox::Mail;
use domain::access::{NotPermitted, Permit};
use domain::by::By;
use domain::caller::{Caller, Principal, SignedIn};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId, SubmissionId};
use domain::person::Language;
use domain::time::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{Any, AnyConnection, FromRow, Transaction};
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
    // How many changes a minute its person may make.
    limit: Option<u32>,
    // What the change is counted under with its commit.
    counted: Option<Key>,
    submission: Option<(PersonId, SubmissionId)>,
    told: BTreeSet<String>,
}

/// Under what a person's deeds are written down, and how they read times.
#[derive(Debug, Clone)]
pub(crate) struct Author {
    /// On an account, that of their contact: its managers see and change it.
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) contact: Option<ContactId>,
    pub(crate) reader: Reader,
}

#[derive(FromRow)]
struct AuthorRow {
    first_name: String,
    last_name: String,
    email: String,
    language: Option<String>,
    time_zone: Option<String>,
}

impl Author {
    /// As logs and histories keep it.
    pub(crate) fn by(&self) -> By {
        By::Person { name: self.name.clone(), email: Some(self.email.clone()), contact: self.contact }
    }

    /// As mails say it.
    pub(crate) fn signature(&self) -> Signature<'_> {
        Signature { name: &self.name, email: &self.email }
    }
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

    fn begun(database: &Database, transaction: Transaction<'static, Any>, mode: Mode, caller: &'c Caller) -> Self {
        let (dialect, mail_bell, live_bell) = (database.dialect(), database.mail_bell(), database.live_bell());
        let job_bell = database.job_bell();
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
            limit: (mode != Mode::Read).then(|| database.writes_per_minute()),
            counted: None,
            submission: None,
            told: BTreeSet::new(),
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
        let signed_in = self.caller.signed_in().ok_or(PortalError::SignInRequired)?;
        if signed_in.must_change_password { Err(PortalError::PasswordChangeRequired.into()) } else { Ok(signed_in) }
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

    /// Whoever is signed in, off any account, and how they read times.
    pub(crate) async fn author(&mut self) -> Result<Author, Failure> {
        let person = self.caller.signed_in().ok_or(PortalError::SignInRequired)?.person;
        let row: Option<AuthorRow> =
            sqlx::query_as("SELECT first_name, last_name, email, language, time_zone FROM persons WHERE id = $1")
                .bind(person.to_string())
                .fetch_optional(self.connection())
                .await?;
        let AuthorRow { first_name, last_name, email, language, time_zone } = row.ok_or(PortalError::SignInRequired)?;
        let reader = self.reader(language.as_deref(), time_zone.as_deref());
        Ok(Author { name: format!("{first_name} {last_name}"), email, contact: None, reader })
    }

    /// How somebody reads times who chose this language and zone, or none.
    pub(crate) fn reader(&self, language: Option<&str>, time_zone: Option<&str>) -> Reader {
        Reader::new(language.and_then(Language::from_tag).unwrap_or(self.caller.language), time_zone)
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
    pub(crate) fn tell(&mut self, people: impl IntoIterator<Item = String>) {
        self.told.extend(people);
    }

    /// Those people.
    pub(crate) const fn told(&self) -> &BTreeSet<String> {
        &self.told
    }

    /// Writes down what was done and commits everything. Consumes the permit, which must be one to write.
    pub(crate) async fn commit<T: Serialize>(self, permit: Permit, value: T, event: AuditEvent) -> Result<T, Failure> {
        permit.to_write()?;
        let chain = permit.account().to_string();
        self.finish(&chain, value, event).await
    }

    /// The same for what a person does to their own sign-in or details, on no account. Asks for the session again: it
    /// may have ended while the form arrived (SECURITY I4).
    pub(crate) async fn commit_own<T: Serialize>(mut self, value: T, event: AuditEvent) -> Result<T, Failure> {
        self.session_lives().await?;
        self.counts()?;
        self.finish(audit::INSTALLATION, value, event).await
    }

    /// The same for what needs no session, or ends it: the operator's deeds, links for a password, signing in and out.
    pub async fn commit_without_session<T: Serialize>(self, value: T, event: AuditEvent) -> Result<T, Failure> {
        self.finish(audit::INSTALLATION, value, event).await
    }

    /// Refuses the change and keeps what was counted, which must be all that the unit has written.
    pub(crate) async fn refuse(self, why: PortalError) -> Failure {
        match self.transaction.commit().await {
            Ok(()) => why.into(),
            Err(error) => error.into(),
        }
    }

    /// Keeps how far a job has come, or that something was asked for which is done already. That must be all that the unit
    /// has written: nothing that anybody sees of the account has changed.
    pub(crate) async fn commit_progress<T: Serialize>(mut self, value: T) -> Result<T, Failure> {
        self.write_submission(&value).await?;
        self.count().await?;
        let rings = self.write_jobs().await?;
        self.transaction.commit().await?;
        if rings {
            self.job_bell.notify_one();
        }
        Ok(value)
    }

    /// The outcome of the submission, for whoever sends it again.
    async fn write_submission<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        let (now, Some(submission)) = (self.now(), self.submission) else { return Ok(()) };
        submissions::write(self.connection(), submission, serde_json::to_string(value)?, now).await
    }

    /// The mails that are within their limits. Counted in the order of their recipients, so that of two units one waits.
    async fn write_mails(&mut self) -> Result<(), Failure> {
        let now = self.now();
        let mut mails: Vec<(usize, Mail)> = std::mem::take(&mut self.mails).into_iter().enumerate().collect();
        mails.sort_by(|(_, one), (_, other)| one.recipient.cmp(&other.recipient));
        let mut admitted = Vec::with_capacity(mails.len());
        for (place, mail) in mails {
            if limits::admit(self, &mail).await? {
                admitted.push((place, mail));
            }
        }
        admitted.sort_by_key(|(place, _)| *place);
        for (_, mail) in admitted {
            outbox::queue(self.connection(), now, mail, None).await?;
        }
        Ok(())
    }

    /// Whether there were any.
    async fn write_jobs(&mut self) -> Result<bool, Failure> {
        let (now, mut queued) = (self.now(), std::mem::take(&mut self.jobs));
        queued.sort_by(|one, other| one.order().cmp(&other.order()));
        let rings = !queued.is_empty();
        for job in queued {
            jobs::queue(self.connection(), now, job).await?;
        }
        Ok(rings)
    }

    async fn finish<T: Serialize>(mut self, chain: &str, value: T, event: AuditEvent) -> Result<T, Failure> {
        // Before it is counted: the same form sent twice at once waits here, and is answered as a retry.
        self.write_submission(&value).await?;
        self.count().await?;
        let told = Told::of(&mut self, chain, &event).await?;
        let rings = !self.mails.is_empty();
        self.write_mails().await?;
        for notice in std::mem::take(&mut self.notices) {
            notice::queue(&mut self, notice).await?;
        }
        let works = self.write_jobs().await?;
        // INVARIANT: after whatever has limits, and after jobs. Everybody who commits waits for the head, and its holder for
        // nobody but those who tell open tabs.
        audit::write(&mut self, chain, event).await?;
        let tells = told.write(&mut self).await?;
        self.transaction.commit().await?;
        if rings {
            self.mail_bell.notify_one();
        }
        if tells {
            self.live_bell.notify_one();
        }
        if works {
            self.job_bell.notify_one();
        }
        Ok(value)
    }
}
