//! The worker that empties the outbox: by SMTP, or into files below the data folder when there is no mail server.
//!
//! A row is leased, sent, and marked. Whoever falls over in between leaves a lease that runs out, and the mail goes
//! again with the same Message-ID: twice at most where the mail server had taken it and nobody heard so. What a server
//! puts off, or fails at, is tried again; what it refuses for good is kept for a day and tried no more. The right to a
//! mail is asked again when it is sent.

use crate::base::error::Failure;
use crate::base::private;
use crate::mail::message::{OutboxRecord, message};
use crate::notifications::digest;
use crate::notify::recipients::still_told;
use crate::people::sweep;
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::outbox::Topic;
use domain::contact::{ContactState, ContactStatus};
use domain::error::PortalError;
use domain::notification::Category;
use domain::time::Timestamp;
use lettre::message::Mailbox as Sender;
use lettre::transport::smtp::{AsyncSmtpTransport, AsyncSmtpTransportBuilder};
use lettre::{AsyncTransport, Message, Tokio1Executor};
use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Seconds for which a mail is one worker's.
const LEASE: i64 = 300;
/// How many mails a worker takes at once: no more than a lease covers when each takes the longest time that settings
/// allow a mail server.
const AT_ONCE: i64 = 10;
/// Seconds between tries; after the last one a mail is dead.
const WAITS: [i64; 5] = [60, 300, 1_800, 7_200, 43_200];
/// How often the outbox is looked at when nothing rings.
const POLL: Duration = Duration::from_secs(1);
/// After how many polls old rows are swept away: about every hour.
const SWEEP_EVERY: u32 = 3_600;

/// The outbox and its worker.
#[derive(Clone)]
pub struct Mailbox {
    core: Arc<Core>,
    from: Sender,
    route: Route,
}

/// Where mails go.
#[derive(Clone)]
enum Route {
    Smtp(AsyncSmtpTransportBuilder),
    Files(PathBuf),
}

/// A mail in the outbox, sent or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMail {
    /// Its id.
    pub id: String,
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

impl Mailbox {
    /// The outbox of `core`. `Err` says what is wrong with the settings.
    pub(crate) fn open(core: Arc<Core>) -> Result<Self, String> {
        let from = core.config.mail_from.parse().map_err(|error| format!("the sender of mails: {error}"))?;
        let route = match &core.config.smtp_url {
            Some(url) => {
                // The address may hold a password: what is wrong with it is said without it.
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose())
                    .map_err(|_| "the mail server's address is not of the form smtp://.. or smtps://..".to_owned())?;
                Route::Smtp(server.timeout(Some(core.config.mail_timeout)))
            }
            None => {
                let folder = core.config.data.join("mail");
                private::tighten_folder(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
                Route::Files(folder)
            }
        };
        Ok(Self { core, from, route })
    }

    /// Sends mails until `shutdown`, waking when one is written and once a second. `clock` tells the time.
    pub async fn run(&self, clock: impl Fn() -> Timestamp + Send + Sync, shutdown: impl Future<Output = ()> + Send) {
        tokio::pin!(shutdown);
        let mut polls = 0_u32;
        loop {
            if let Err(failure) = self.deliver(&clock).await {
                tracing::error!(error = %failure, "the outbox can't be emptied");
            }
            if polls.is_multiple_of(SWEEP_EVERY)
                && let Err(failure) = sweep::sweep(&self.core, clock()).await
            {
                tracing::error!(error = %failure, "old rows can't be swept away");
            }
            polls = polls.wrapping_add(1);
            tokio::select! {
                () = &mut shutdown => return,
                () = self.core.database.mail_queued() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }

    /// Sends what is due at `now`; how many mails went out.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer. A mail server that does not is no error: mails wait.
    pub async fn deliver_due(&self, now: Timestamp) -> Result<usize, PortalError> {
        self.deliver(&|| now).await.map_err(|failure| {
            tracing::error!(error = %failure, "the outbox can't be emptied");
            PortalError::Unavailable
        })
    }

    /// The latest mails, newest first, for the outbox page of a demonstration.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer.
    pub async fn outbox(&self, limit: u16) -> Result<Vec<SentMail>, PortalError> {
        type Columns = (String, String, String, String, i64);
        let rows: Result<Vec<Columns>, _> = sqlx::query_as(
            "SELECT id, recipient, subject, text_body, created_at FROM outbox ORDER BY created_at DESC, id DESC LIMIT $1",
        )
        .bind(i64::from(limit))
        .fetch_all(self.core.database.readers())
        .await;
        match rows {
            Ok(rows) => Ok(rows
                .into_iter()
                .map(|(id, to, subject, text, at)| SentMail { id, to, subject, text, at: Timestamp(at) })
                .collect()),
            Err(error) => {
                tracing::error!(%error, "the outbox can't be read");
                Err(PortalError::Unavailable)
            }
        }
    }

    async fn deliver(&self, clock: &(dyn Fn() -> Timestamp + Send + Sync)) -> Result<usize, Failure> {
        digest::send_due(&self.core, &self.core.nobody(clock())).await?;
        let mut sent = 0;
        let mut connection = None;
        loop {
            // INVARIANT: each lease begins when it is taken. Many mails take longer than one lease, and another node would
            // take up what was leased by a clock that stood still.
            let leased = self.lease(clock()).await?;
            if leased.is_empty() {
                return Ok(sent);
            }
            for record in leased {
                if !self.is_still_wanted(&record, clock()).await? {
                    self.bury(&record, clock(), "no longer to be told").await?;
                    continue;
                }
                match self.send(&record, &mut connection).await {
                    Ok(()) => {
                        self.mark_sent(&record, clock()).await?;
                        sent += 1;
                    }
                    Err(Unsent::Later(problem)) => self.put_back(&record, clock(), &problem).await?,
                    Err(Unsent::Never(problem)) => self.bury(&record, clock(), &problem).await?,
                }
            }
        }
    }

    async fn lease(&self, now: Timestamp) -> Result<Vec<OutboxRecord>, Failure> {
        // The conditions stand outside once more: of two workers that chose one row, the second finds it leased.
        Ok(sqlx::query_as(
            "UPDATE outbox SET leased_until = $2, attempts = attempts + 1 WHERE id IN (\
                 SELECT id FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL AND due_at <= $1 \
                 AND leased_until <= $1 ORDER BY due_at, id LIMIT $3) \
             AND sent_at IS NULL AND dead_at IS NULL AND leased_until <= $1 \
             RETURNING id, message_id, recipient, subject, text_body, html_body, created_at, attempts, account_id, \
             contact_id, category, about_contact",
        )
        .bind(now.0)
        .bind(now.plus_seconds(LEASE).0)
        .bind(AT_ONCE)
        .fetch_all(self.core.database.writer())
        .await?)
    }

    /// Whether the contact a mail is for is still to have it (SECURITY T16).
    async fn is_still_wanted(&self, record: &OutboxRecord, now: Timestamp) -> Result<bool, Failure> {
        let (Some(account), Some(contact)) = (&record.account_id, &record.contact_id) else { return Ok(true) };
        if let Some(category) = &record.category {
            // What is not understood is sent to nobody; the row is kept.
            let Some(category) = Category::from_key(category) else { return Ok(false) };
            let about = record.about_contact.as_deref().map(str::parse).transpose()?;
            let caller = self.core.nobody(now);
            let mut unit = Unit::read(&self.core.database, &caller).await?;
            let topic = Topic { category, about };
            let told = still_told(&self.core, &mut unit, account.parse()?, contact.parse()?, topic).await?;
            return Ok(told.is_some());
        }
        let row: Option<(String, Option<i64>)> =
            sqlx::query_as("SELECT state, ends_at FROM contacts WHERE account_id = $1 AND id = $2")
                .bind(account)
                .bind(contact)
                .fetch_optional(self.core.database.readers())
                .await?;
        let Some((state, ends_at)) = row else { return Ok(false) };
        Ok(match ContactState::from_key(&state).status(ends_at.map(Timestamp), now) {
            // Who waits has a link to answer by; who has no login was told that they were added.
            ContactStatus::Active | ContactStatus::ContactOnly | ContactStatus::RequestPending => true,
            ContactStatus::InvitationExpired
            | ContactStatus::AccessExpired
            | ContactStatus::Declined
            | ContactStatus::Suspended
            | ContactStatus::Deleted => false,
        })
    }

    /// Sends one mail, over the connection of the mail before it where that is still good.
    async fn send(&self, record: &OutboxRecord, connection: &mut Option<Connection>) -> Result<(), Unsent> {
        let message = message(record, &self.from).map_err(|error| Unsent::Never(error.to_string()))?;
        match &self.route {
            Route::Smtp(server) => {
                let open = connection.get_or_insert_with(|| server.clone().build());
                // The transport's own limit is for each of its steps: a server that drips would take many times as long.
                match tokio::time::timeout(self.core.config.mail_timeout, open.send(message)).await {
                    Ok(Ok(_)) => Ok(()),
                    Ok(Err(error)) => Err(Unsent::from(&error)),
                    Err(_) => {
                        // INVARIANT: nothing more goes over a connection that was left in the middle of a mail.
                        *connection = None;
                        Err(Unsent::Later("the mail server took too long".to_owned()))
                    }
                }
            }
            Route::Files(folder) => {
                let (folder, id) = (folder.clone(), record.id.clone());
                tokio::task::spawn_blocking(move || write_file(folder, &id, &message))
                    .await
                    .map_err(|error| Unsent::Later(error.to_string()))?
                    .map_err(|error| Unsent::Later(error.to_string()))
            }
        }
    }

    async fn mark_sent(&self, record: &OutboxRecord, now: Timestamp) -> Result<(), Failure> {
        // A link in a mail is as good as a password: once the mail server has it, it is kept here no longer.
        let statement = match self.route {
            Route::Smtp(_) => {
                "UPDATE outbox SET sent_at = $2, leased_until = 0, last_error = NULL, text_body = '', html_body = '' \
                 WHERE id = $1"
            }
            Route::Files(_) => "UPDATE outbox SET sent_at = $2, leased_until = 0, last_error = NULL WHERE id = $1",
        };
        sqlx::query(statement).bind(&record.id).bind(now.0).execute(self.core.database.writer()).await?;
        Ok(())
    }

    async fn put_back(&self, record: &OutboxRecord, now: Timestamp, problem: &str) -> Result<(), Failure> {
        let tries = usize::try_from(record.attempts).unwrap_or(usize::MAX);
        let Some(wait) = tries.checked_sub(1).and_then(|wait| WAITS.get(wait)) else {
            return self.bury(record, now, problem).await;
        };
        tracing::warn!(mail = record.id, problem, wait, "a mail did not go out");
        sqlx::query("UPDATE outbox SET due_at = $2, leased_until = 0, last_error = $3 WHERE id = $1")
            .bind(&record.id)
            .bind(now.plus_seconds(*wait).0)
            .bind(problem)
            .execute(self.core.database.writer())
            .await?;
        Ok(())
    }

    async fn bury(&self, record: &OutboxRecord, now: Timestamp, problem: &str) -> Result<(), Failure> {
        tracing::warn!(mail = record.id, problem, "a mail is given up");
        sqlx::query("UPDATE outbox SET dead_at = $2, leased_until = 0, last_error = $3 WHERE id = $1")
            .bind(&record.id)
            .bind(now.0)
            .bind(problem)
            .execute(self.core.database.writer())
            .await?;
        Ok(())
    }
}

/// The connections of one round of sending.
type Connection = AsyncSmtpTransport<Tokio1Executor>;

/// Why a mail did not go out.
#[derive(Debug)]
enum Unsent {
    /// It may, another time.
    Later(String),
    /// It never will.
    Never(String),
}

impl From<&lettre::transport::smtp::Error> for Unsent {
    fn from(error: &lettre::transport::smtp::Error) -> Self {
        // Of what is refused for good, 55x is about this mail. The rest is about how this portal and the mail server
        // are set up, which somebody can mend while mails wait.
        let about_this_mail = error.status().is_some_and(|code| (550..560).contains(&u16::from(code)));
        if about_this_mail { Self::Never(error.to_string()) } else { Self::Later(error.to_string()) }
    }
}

/// Writes the file beside its place and moves it there, so that nobody reads half a mail.
fn write_file(folder: PathBuf, id: &str, message: &Message) -> std::io::Result<()> {
    use std::io::Write;
    private::folder(&folder)?;
    let unfinished = folder.join(format!("{id}.part"));
    let mut file = private::file(&unfinished)?;
    // What a try before this one left behind.
    file.set_len(0)?;
    file.write_all(&message.formatted())?;
    file.sync_all()?;
    std::fs::rename(unfinished, folder.join(format!("{id}.eml")))
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailbox").finish_non_exhaustive()
    }
}
