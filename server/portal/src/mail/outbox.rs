//! The outbox: mails are rows, written in the transaction of the change they tell of.

use crate::error::Failure;
use crate::random;
use domain::id::{AccountId, ContactId};
use domain::time::Timestamp;
use sqlx::AnyConnection;

/// A mail to send.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    /// The address as its owner typed it.
    pub(crate) recipient: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// The contact it is for: asked again, when it is sent, whether that contact still is one.
    pub(crate) contact: Option<(AccountId, ContactId)>,
}

/// Writes a mail into the outbox.
pub(crate) async fn queue(connection: &mut AnyConnection, now: Timestamp, mail: Mail) -> Result<(), Failure> {
    let id = random::id(now).to_string();
    sqlx::query(
        "INSERT INTO outbox (id, message_id, recipient, subject, text_body, html_body, created_at, due_at, account_id, \
         contact_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)",
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
    .execute(connection)
    .await?;
    Ok(())
}
