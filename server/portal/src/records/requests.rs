//! Requests for access as rows.

use crate::base::error::{Failure, StoredError};
use crate::base::random;
use crate::unit::audit;
use crate::unit::{Author, Unit};
use domain::access::{Authority, Deed};
use domain::asked::Asked;
use domain::asking::Outcome;
use domain::by::By;
use domain::id::{AccessRequestId, AccountId, ContactId};
use domain::right::Right;
use domain::time::Timestamp;
use sqlx::FromRow;

/// A request as stored.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct RequestRecord {
    pub(crate) id: String,
    pub(crate) contact_id: String,
    pub(crate) right_key: String,
    pub(crate) service_id: Option<String>,
    pub(crate) reason: String,
    pub(crate) created_at: i64,
    pub(crate) outcome: Option<String>,
    pub(crate) decided_at: Option<i64>,
    pub(crate) decided_by_name: String,
    pub(crate) decider: Option<String>,
    pub(crate) granted_until: Option<i64>,
    pub(crate) word: String,
}

/// The columns of [`RequestRecord`], for statements built with `concat!`.
macro_rules! request_columns {
    () => {
        "id, contact_id, right_key, service_id, reason, created_at, outcome, decided_at, decided_by_name, decider, \
         granted_until, word"
    };
}

impl RequestRecord {
    /// The request's id.
    pub(crate) fn request(&self) -> Result<AccessRequestId, Failure> {
        Ok(self.id.parse()?)
    }

    /// Who asks.
    pub(crate) fn contact(&self) -> Result<ContactId, Failure> {
        Ok(self.contact_id.parse()?)
    }

    /// What for; `None` for a right that this version does not know.
    pub(crate) fn asked(&self) -> Result<Option<Asked>, Failure> {
        let service = self.service_id.as_deref().map(str::parse).transpose()?;
        Ok(Right::from_key(&self.right_key).map(|right| Asked { right, service }))
    }

    /// Who decided it, once somebody has.
    pub(crate) fn decided_by(&self) -> Result<By, Failure> {
        audit::author(self.decider.as_deref(), self.decided_by_name.clone())
    }

    /// What became of it.
    pub(crate) fn outcome(&self) -> Result<Option<Outcome>, StoredError> {
        let known = |key: &String| Outcome::from_key(key).ok_or_else(|| StoredError(format!("unknown outcome {key}")));
        self.outcome.as_ref().map(known).transpose()
    }
}

/// Writes a request down; which one, where it is not the same as one that is open.
pub(crate) async fn add(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    asked: Asked,
    reason: &str,
) -> Result<Option<AccessRequestId>, Failure> {
    authority.covers(Deed::Ask, contact)?;
    let now = unit.now();
    let id = AccessRequestId::new(random::id(now));
    let service = asked.service.map(|service| service.to_string());
    let added = sqlx::query(
        "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, service_id, reason, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    )
    .bind(authority.account().to_string())
    .bind(id.to_string())
    .bind(contact.to_string())
    .bind(asked.right.key())
    .bind(service.clone().unwrap_or_default())
    .bind(service)
    .bind(reason)
    .bind(now.0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok((added == 1).then_some(id))
}

pub(crate) async fn request(
    unit: &mut Unit<'_>,
    account: AccountId,
    request: AccessRequestId,
) -> Result<Option<RequestRecord>, Failure> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        request_columns!(),
        " FROM access_requests WHERE account_id = $1 AND id = $2"
    ))
    .bind(account.to_string())
    .bind(request.to_string())
    .fetch_optional(unit.connection())
    .await?)
}

/// The requests that nobody has decided, oldest first, at most 200. Those of deleted contacts wait for nothing.
pub(crate) async fn open(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<RequestRecord>, Failure> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        request_columns!(),
        " FROM access_requests WHERE account_id = $1 AND outcome IS NULL AND NOT EXISTS (SELECT 1 FROM contacts c \
         WHERE c.account_id = $1 AND c.id = access_requests.contact_id AND c.state = 'deleted') \
         ORDER BY created_at, id LIMIT 200"
    ))
    .bind(account.to_string())
    .fetch_all(unit.connection())
    .await?)
}

/// The latest requests of one contact, latest first, at most 20.
pub(crate) async fn of_contact(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
) -> Result<Vec<RequestRecord>, Failure> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        request_columns!(),
        " FROM access_requests WHERE account_id = $1 AND contact_id = $2 ORDER BY created_at DESC, id DESC LIMIT 20"
    ))
    .bind(account.to_string())
    .bind(contact.to_string())
    .fetch_all(unit.connection())
    .await?)
}

/// What was decided on a request.
pub(crate) struct Verdict<'a> {
    pub(crate) outcome: Outcome,
    pub(crate) by: &'a Author,
    pub(crate) until: Option<Timestamp>,
    pub(crate) word: &'a str,
}

/// Closes an open request of a contact; whether it still was open.
pub(crate) async fn close(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    (contact, request): (ContactId, AccessRequestId),
    verdict: &Verdict<'_>,
) -> Result<bool, Failure> {
    authority.covers(Deed::CloseRequest, contact)?;
    let closed = sqlx::query(
        "UPDATE access_requests SET outcome = $4, decided_at = $5, decided_by = $6, decided_by_name = $7, \
         granted_until = $8, word = $9, decider = $10 \
         WHERE account_id = $1 AND id = $2 AND contact_id = $3 AND outcome IS NULL",
    )
    .bind(authority.account().to_string())
    .bind(request.to_string())
    .bind(contact.to_string())
    .bind(verdict.outcome.key())
    .bind(unit.now().0)
    .bind(authority.person().map(|person| person.to_string()))
    .bind(&verdict.by.name)
    .bind(verdict.until.map(|until| until.0))
    .bind(verdict.word)
    .bind(serde_json::to_string(&verdict.by.by())?)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(closed == 1)
}
