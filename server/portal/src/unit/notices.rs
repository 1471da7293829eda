//! Notices: rows that wait until they are sent as one mail. What one person does in a burst is one mail to each who is
//! told; what is sensitive is told at once, with what waits (SECURITY T28).
//!
//! Over the limits of `mail_limits` notices are not dropped but wait longer, and more becomes one mail. The exception is
//! an address that nobody has proved and somebody else may have typed: it gets nothing more that day.

use crate::base::dialect::{Dialect, both};
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use crate::unit::jobs::NewJob;
use crate::unit::mail_limits::{self, Mailbox};
use crate::unit::outbox::Topic;
use domain::category::Category;
use domain::id::{AccountId, ContactId};
use domain::notification::Why;
use domain::privilege::Weight;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

/// For how many seconds everyday notices wait when one person has caused many mails to a mailbox.
const OVER_LIMIT: i64 = 3_600;

/// What one contact is told.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    pub(crate) account: AccountId,
    pub(crate) contact: ContactId,
    /// Where it would go now.
    pub(crate) email: String,
    pub(crate) why: Why,
    pub(crate) topic: Option<Topic>,
    pub(crate) event: String,
    pub(crate) weight: Weight,
    /// For how many seconds it waits for others.
    pub(crate) wait: i64,
}

impl Notice {
    fn category(&self) -> &'static str {
        self.topic.map_or("", |topic| topic.category.key())
    }

    /// When it is sent; `None` if never.
    async fn due(&self, unit: &mut Unit<'_>) -> Result<Option<Timestamp>, Failure> {
        let now = unit.now();
        let soon = now.plus_seconds(self.wait);
        if self.weight == Weight::Plain && waits(unit, self, soon).await? {
            return Ok(Some(soon));
        }
        let in_time = if self.weight == Weight::Sensitive { now } else { soon };
        let Some(mailbox) = Mailbox::of(unit, &self.email).await? else { return Ok(Some(in_time)) };
        let mut over = mailbox.count_to_others(unit).await?;
        if over.is_none() && !mailbox.proved {
            over = mailbox.count_as_unproved(unit).await?;
        }
        Ok(match (over, self.weight) {
            (None, _) => Some(in_time),
            (Some(_), _) if self.why == Why::Chosen && !mailbox.proved => None,
            (Some(_), Weight::Sensitive) => Some(soon),
            (Some(_), Weight::Plain) => Some(now.plus_seconds(self.wait.max(OVER_LIMIT))),
        })
    }
}

/// Whether the contact is told something by then anyway.
async fn waits(unit: &mut Unit<'_>, notice: &Notice, by: Timestamp) -> Result<bool, Failure> {
    let (waiting,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM notices WHERE account_id = $1 AND contact_id = $2 AND category = $3 AND due_at <= $4",
    )
    .bind(notice.account.to_string())
    .bind(notice.contact.to_string())
    .bind(notice.category())
    .bind(by.0)
    .fetch_one(unit.connection())
    .await?;
    Ok(waiting > 0)
}

/// Writes a notice; it is sent after the unit was committed.
pub(crate) async fn queue(unit: &mut Unit<'_>, notice: Notice) -> Result<(), Failure> {
    let Some(due) = notice.due(unit).await? else {
        mail_limits::log(unit, "notice");
        return Ok(());
    };
    let waiting = Waiting { account: notice.account, contact: notice.contact, category: notice.category().to_owned() };
    unit.job(NewJob::of(&waiting.key(), &waiting)?.due_at(due));
    sqlx::query(
        "INSERT INTO notices (id, account_id, contact_id, category, about_contact, event, due_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(random::id(unit.now()).to_string())
    .bind(notice.account.to_string())
    .bind(notice.contact.to_string())
    .bind(notice.category())
    .bind(notice.topic.and_then(|topic| topic.about).map(|about| about.to_string()))
    .bind(notice.event)
    .bind(due.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Everything that waits for one contact and is one mail; it is the job that makes it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Waiting {
    pub(crate) account: AccountId,
    pub(crate) contact: ContactId,
    /// As stored: empty for what is about the contact itself.
    category: String,
}

/// A notice as it is stored.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct NoticeRecord {
    pub(crate) id: String,
    pub(crate) about_contact: Option<String>,
    pub(crate) event: String,
}

impl Waiting {
    /// As the job is told from others.
    fn key(&self) -> String {
        format!("{}/{}/{}", self.account, self.contact, self.category)
    }

    /// The category they belong to; `Err` for one that this version does not know.
    pub(crate) fn category(&self) -> Result<Option<Category>, Failure> {
        if self.category.is_empty() {
            return Ok(None);
        }
        let unknown = || Failure::Fault(format!("unknown category of notices: {}", self.category));
        Category::from_key(&self.category).map(Some).ok_or_else(unknown)
    }

    /// The notices, in order, also those that are not due yet.
    pub(crate) async fn notices(&self, unit: &mut Unit<'_>) -> Result<Vec<NoticeRecord>, Failure> {
        Ok(sqlx::query_as(
            "SELECT id, about_contact, event FROM notices \
             WHERE account_id = $1 AND contact_id = $2 AND category = $3 ORDER BY id",
        )
        .bind(self.account.to_string())
        .bind(self.contact.to_string())
        .bind(&self.category)
        .fetch_all(unit.connection())
        .await?)
    }

    /// Deletes these of its notices; whether all of them were there still.
    pub(crate) async fn delete(
        &self,
        connection: &mut AnyConnection,
        dialect: Dialect,
        notices: &[&str],
    ) -> Result<bool, Failure> {
        let statement = both!("DELETE FROM notices WHERE account_id = $1 AND id IN ", list("$2"));
        let deleted = sqlx::query(statement.on(dialect))
            .bind(self.account.to_string())
            .bind(serde_json::to_string(notices)?)
            .execute(connection)
            .await?
            .rows_affected();
        Ok(deleted == u64::try_from(notices.len()).unwrap_or(u64::MAX))
    }
}

/// Deletes all of them, on every account; how many.
pub(crate) async fn revoke_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM notices").execute(unit.connection()).await?.rows_affected())
}
