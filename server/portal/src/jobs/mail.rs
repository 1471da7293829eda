//! Sending mails: by SMTP, or into files below the data folder when there is no mail server.
//!
//! A row of the outbox is leased, sent, and marked. A worker that dies in between leaves a lease that runs out, and the mail
//! goes again with the same Message-ID: twice at most where the mail server had taken it and nobody heard so. What a server
//! puts off, or fails at, is tried again; what it refuses for good is kept for a day and tried no more. The right to a
//! mail is asked again when it is sent.

use crate::asking::deciders::still_decides;
use crate::base::error::Failure;
use crate::base::private;
use crate::jobs::lease::{LEASE, Lease, Table, table};
use crate::jobs::worker::{Clock, Work};
use crate::mail::message::{OutboxRecord, message};
use crate::notify::recipients::still_notified;
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::jobs::{JobError, Next};
use crate::unit::outbox::{self, Topic};
use domain::caller::Principal;
use domain::category::Category;
use domain::status::{ContactState, ContactStatus};
use domain::time::Timestamp;
use lettre::message::Mailbox as Sender;
use lettre::transport::smtp::{AsyncSmtpTransport, AsyncSmtpTransportBuilder};
use lettre::{AsyncTransport, Message, Tokio1Executor};
use sqlx::FromRow;
use std::path::PathBuf;
use std::sync::Arc;

/// As logs name it.
const NAME: &str = "mail";

/// How mails go out.
#[derive(Clone)]
pub(crate) struct Mailer {
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

impl Mailer {
    /// That of `core`. `Err` says what is wrong with the settings.
    pub(crate) fn open(core: Arc<Core>) -> Result<Self, String> {
        let from =
            core.config.mail_from().parse().map_err(|error| format!("the sender of mails is invalid: {error}"))?;
        let route = match &core.config.mail.smtp_url {
            Some(url) => {
                // The address may hold a password: what is wrong with it is said without it.
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose())
                    .map_err(|_| "the mail server's address is not of the form smtp://.. or smtps://..".to_owned())?;
                Route::Smtp(server.timeout(Some(core.config.mail.timeout())))
            }
            None => {
                let folder = core.config.data.join("mail");
                private::tighten_folder(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
                Route::Files(folder)
            }
        };
        Ok(Self { core, from, route })
    }

    /// Whether the contact a mail is for is still to have it (SECURITY T16).
    async fn is_still_wanted(&self, record: &OutboxRecord, now: Timestamp) -> Result<bool, Failure> {
        let (Some(account), Some(contact)) = (&record.account_id, &record.contact_id) else { return Ok(true) };
        let caller = self.core.system(Principal::Job(NAME), now);
        if let Some(category) = &record.category {
            // What is not understood is sent to nobody; the row is kept.
            let Some(category) = Category::from_key(category) else { return Ok(false) };
            let about = record.about_contact.as_deref().map(str::parse).transpose()?;
            let mut unit = Unit::read(&self.core.database, &caller).await?;
            let topic = Topic { category, about };
            let told = still_notified(&self.core, &mut unit, account.parse()?, contact.parse()?, topic).await?;
            return Ok(told.is_some());
        }
        if let Some(request) = &record.access_request_id {
            let mut unit = Unit::read(&self.core.database, &caller).await?;
            return still_decides(&mut unit, account.parse()?, contact.parse()?, request.parse()?).await;
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
    async fn send(&self, record: &OutboxRecord, connection: &mut Option<Connection>) -> Result<(), JobError> {
        let message = message(record, &self.from).map_err(|error| JobError::Failed(error.to_string()))?;
        match &self.route {
            Route::Smtp(server) => {
                let open = connection.get_or_insert_with(|| server.clone().build());
                // The transport's own limit is for each of its steps: a server that drips would take many times as long.
                match tokio::time::timeout(self.core.config.mail.timeout(), open.send(message)).await {
                    Ok(Ok(_)) => Ok(()),
                    Ok(Err(error)) => Err(refused(&error)),
                    Err(_) => {
                        // INVARIANT: nothing more goes over a connection that was left in the middle of a mail.
                        *connection = None;
                        Err(JobError::Retry("the mail server timed out".to_owned()))
                    }
                }
            }
            Route::Files(folder) => {
                let (folder, id) = (folder.clone(), record.id.clone());
                tokio::task::spawn_blocking(move || write_file(folder, &id, &message))
                    .await
                    .map_err(|error| JobError::Retry(error.to_string()))?
                    .map_err(|error| JobError::Retry(error.to_string()))
            }
        }
    }

    async fn mark_sent(&self, record: &OutboxRecord, now: Timestamp) -> Result<(), Failure> {
        match self.route {
            Route::Smtp(_) => outbox::handed_over(&self.core.database, &record.id, now).await,
            Route::Files(_) => outbox::sent(&self.core.database, &record.id, now).await,
        }
    }
}

/// The connections of one round of sending.
type Connection = AsyncSmtpTransport<Tokio1Executor>;

/// The outbox as work: one round of sending.
pub(crate) struct Outbox<'m> {
    mailer: &'m Mailer,
    connection: Option<Connection>,
}

impl<'m> Outbox<'m> {
    pub(crate) const fn new(mailer: &'m Mailer) -> Self {
        Self { mailer, connection: None }
    }
}

/// A mail, leased.
#[derive(FromRow)]
pub(crate) struct Leased {
    #[sqlx(flatten)]
    lease: Lease,
    #[sqlx(flatten)]
    mail: OutboxRecord,
}

impl Work for Outbox<'_> {
    type Row = Leased;
    const TABLE: &'static Table = &table!(
        "outbox",
        open: ["sent_at IS NULL"],
        order: "due_at, id",
        // No more than a lease covers when each takes the longest time that settings allow a mail server.
        at_once: 10,
        columns: "message_id, recipient, subject, text_body, html_body, created_at, account_id, contact_id, category, \
            about_contact, access_request_id",
        lease: LEASE,
        waits: [60, 300, 1_800, 7_200, 43_200],
    );

    fn lease(row: &Leased) -> &Lease {
        &row.lease
    }

    async fn take(&self, now: Timestamp) -> Result<Vec<Leased>, Failure> {
        Self::TABLE.take(&self.mailer.core.database, now, None).await
    }

    async fn run(&mut self, row: &Leased, clock: Clock<'_>) -> Result<Next, JobError> {
        if !self.mailer.is_still_wanted(&row.mail, clock()).await? {
            return Err(JobError::Failed("dropped: the recipient has no right to it any more".to_owned()));
        }
        self.mailer.send(&row.mail, &mut self.connection).await?;
        Ok(Next::Done)
    }

    async fn ended(&self, row: &Leased, _: Next, now: Timestamp) -> Result<(), Failure> {
        self.mailer.mark_sent(&row.mail, now).await
    }
}

/// What a mail server's answer means for the mail.
fn refused(error: &lettre::transport::smtp::Error) -> JobError {
    // Of what is refused for good, 55x is about this mail. The rest is about how this portal and the mail server are set
    // up, which somebody can mend while mails wait.
    let about_this_mail = error.status().is_some_and(|code| (550..560).contains(&u16::from(code)));
    if about_this_mail { JobError::Failed(error.to_string()) } else { JobError::Retry(error.to_string()) }
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
