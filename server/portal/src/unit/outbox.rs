//! The outbox: mails are rows, written in the transaction of the change they tell of.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::mail::letter::Over;
use crate::mail::templates::Rendered;
use crate::unit::Unit;
use crate::unit::attempts::Key;
use domain::category::Category;
use domain::id::{AccessRequestId, AccountId, ContactId};
use domain::time::Timestamp;
use sqlx::{AnyConnection, FromRow};

/// What a mail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Topic {
    /// The category it belongs to.
    pub(crate) category: Category,
    /// The contact it speaks of: told about itself also where it may not look at others.
    pub(crate) about: Option<ContactId>,
}

/// A mail to send.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    /// The address as its owner typed it.
    pub(crate) recipient: String,
    /// The name of its template.
    pub(crate) letter: &'static str,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// The contact it is for: asked again, when it is sent, whether that contact still is one.
    pub(crate) contact: Option<(AccountId, ContactId)>,
    /// The request it speaks of: asked again, when it is sent, whether the contact can decide it.
    pub(crate) request: Option<AccessRequestId>,
    /// What becomes of it when its author has caused too many.
    pub(crate) over: Over,
    /// A limit of its own, beyond which it is not sent.
    pub(crate) limit: Option<Key>,
}

impl Mail {
    /// One of which no more go out than `limit` allows.
    pub(crate) fn at_most(self, limit: Key) -> Self {
        Self { limit: Some(limit), ..self }
    }

    /// One to somebody who can decide a request.
    pub(crate) fn of_request(self, request: AccessRequestId) -> Self {
        Self { request: Some(request), ..self }
    }

    /// One without which its act succeeds, over whichever limit.
    pub(crate) fn dispensable(self) -> Self {
        Self { over: Over::Silent, ..self }
    }

    /// One that was counted before anybody was looked for: refusing it would tell that somebody was found (SECURITY T24).
    pub(crate) fn counted(self) -> Self {
        Self { over: Over::Sent, ..self }
    }
}

impl Rendered {
    /// Addressed: `contact` as in [`Mail::contact`].
    pub(crate) fn to(self, recipient: String, contact: Option<(AccountId, ContactId)>) -> Mail {
        let Self { subject, text, html, letter, over } = self;
        Mail { recipient, letter, subject, text, html, contact, request: None, over, limit: None }
    }
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
    /// The HTML.
    pub html: String,
    /// When it was written.
    pub at: Timestamp,
}

#[derive(FromRow)]
struct SentRow {
    id: String,
    recipient: String,
    subject: String,
    text_body: String,
    html_body: String,
    created_at: i64,
}

/// The latest mails, newest first.
pub(crate) async fn latest(database: &Database, limit: u16) -> Result<Vec<SentMail>, Failure> {
    let rows: Vec<SentRow> = sqlx::query_as(
        "SELECT id, recipient, subject, text_body, html_body, created_at FROM outbox \
         ORDER BY created_at DESC, id DESC LIMIT $1",
    )
    .bind(i64::from(limit))
    .fetch_all(database.readers())
    .await?;
    let mail = |SentRow { id, recipient: to, subject, text_body: text, html_body: html, created_at }| {
        let at = Timestamp(created_at);
        SentMail { id, to, subject, text, html, at }
    };
    Ok(rows.into_iter().map(mail).collect())
}

/// Writes a mail into the outbox; one with a topic goes to its contact by choice, which is asked again too.
pub(crate) async fn queue(
    connection: &mut AnyConnection,
    now: Timestamp,
    mail: Mail,
    topic: Option<Topic>,
) -> Result<(), Failure> {
    let id = random::id(now).to_string();
    sqlx::query(
        "INSERT INTO outbox (id, message_id, recipient, subject, text_body, html_body, created_at, due_at, account_id, \
         contact_id, category, about_contact, template, access_request_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(&id)
    .bind(format!("{id}@portico"))
    .bind(mail.recipient)
    .bind(mail.subject)
    .bind(mail.text)
    .bind(mail.html)
    .bind(now.0)
    .bind(mail.contact.map(|(account, _)| account.to_string()))
    .bind(mail.contact.map(|(_, contact)| contact.to_string()))
    .bind(topic.map(|topic| topic.category.key()))
    .bind(topic.and_then(|topic| topic.about).map(|about| about.to_string()))
    .bind(mail.letter)
    .bind(mail.request.map(|request| request.to_string()))
    .execute(connection)
    .await?;
    Ok(())
}

/// Marks a mail as sent.
pub(crate) async fn sent(database: &Database, id: &str, now: Timestamp) -> Result<(), Failure> {
    sqlx::query("UPDATE outbox SET sent_at = $2, leased_until = 0, last_error = NULL WHERE id = $1")
        .bind(id)
        .bind(now.0)
        .execute(database.writer())
        .await?;
    Ok(())
}

/// The same for one that a mail server has now: a link in a mail is as good as a password, and is kept here no longer.
pub(crate) async fn handed_over(database: &Database, id: &str, now: Timestamp) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE outbox SET sent_at = $2, leased_until = 0, last_error = NULL, text_body = '', html_body = '' \
         WHERE id = $1",
    )
    .bind(id)
    .bind(now.0)
    .execute(database.writer())
    .await?;
    Ok(())
}

/// Deletes what was not sent; how many. It went out since the backup, or holds links that open nothing any more.
pub(crate) async fn revoke_unsent(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM outbox WHERE sent_at IS NULL").execute(unit.connection()).await?.rows_affected())
}

/// Deletes the text of those that were given up before then: they hold links as good as a password.
pub(crate) async fn sweep_texts(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE outbox SET subject = '', text_body = '', html_body = '' WHERE dead_at <= $1 AND html_body <> ''",
    )
    .bind(before.0)
    .execute(database.writer())
    .await?;
    Ok(())
}

/// Deletes those that were sent or given up before then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM outbox WHERE sent_at <= $1 OR dead_at <= $1")
        .bind(before.0)
        .execute(database.writer())
        .await?;
    Ok(())
}
