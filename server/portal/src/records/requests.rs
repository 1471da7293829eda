//! Requests for access as rows.

use crate::base::dialect::Statement;
use crate::base::error::{Failure, StoredError};
use crate::base::random;
use crate::records::contacts::owner_kind;
use crate::unit::audit;
use crate::unit::page::{Key, Keyset, List};
use crate::unit::{Author, Unit};
use domain::access::{Authority, Deed};
use domain::asked::Asked;
use domain::asking::RequestOutcome;
use domain::by::By;
use domain::details::full_name;
use domain::id::{AccessRequestId, AccountId, ContactId};
use domain::list::{Direction, Page};
use domain::owner::OwnerKind;
use domain::right::Right;
use domain::status::{ContactState, ContactStatus};
use domain::time::Timestamp;
use serde::Deserialize;
use sqlx::FromRow;

/// A request as stored; its fields have the order of [`request_columns!`].
#[derive(Debug, Clone, FromRow, Deserialize)]
pub(crate) struct RequestRecord {
    pub(crate) id: String,
    pub(crate) contact_id: String,
    pub(crate) right_key: String,
    pub(crate) service_id: Option<String>,
    domain_id: Option<String>,
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
        "id, contact_id, right_key, service_id, domain_id, reason, created_at, outcome, decided_at, decided_by_name, \
         decider, granted_until, word"
    };
}

impl RequestRecord {
    /// Who asks.
    pub(crate) fn contact(&self) -> Result<ContactId, Failure> {
        Ok(self.contact_id.parse()?)
    }

    /// What for; `None` for a right that this version does not know.
    pub(crate) fn asked(&self) -> Result<Option<Asked>, Failure> {
        asked(&self.right_key, self.service_id.as_deref(), self.domain_id.as_deref())
    }

    /// Who decided it, once somebody has.
    pub(crate) fn decided_by(&self) -> Result<By, Failure> {
        audit::author(self.decider.as_deref(), self.decided_by_name.clone())
    }

    /// What became of it.
    pub(crate) fn outcome(&self) -> Result<Option<RequestOutcome>, StoredError> {
        let known =
            |key: &String| RequestOutcome::from_key(key).ok_or_else(|| StoredError(format!("unknown outcome {key}")));
        self.outcome.as_ref().map(known).transpose()
    }
}

fn asked(right: &str, service: Option<&str>, domain: Option<&str>) -> Result<Option<Asked>, Failure> {
    let (service, domain) = (service.map(str::parse).transpose()?, domain.map(str::parse).transpose()?);
    Ok(Right::from_key(right).map(|right| Asked { right, service, domain }))
}

/// A request that nobody has decided, with what is known of whoever asks; its fields have the order of [`OPEN_COLUMNS`].
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct OpenRecord {
    pub(crate) id: String,
    contact_id: String,
    right_key: String,
    service_id: Option<String>,
    domain_id: Option<String>,
    pub(crate) reason: String,
    pub(crate) created_at: i64,
    owner: Option<String>,
    first_name: String,
    last_name: String,
    email: String,
    state: String,
    ends_at: Option<i64>,
}

const OPEN_COLUMNS: &str = "id, contact_id, right_key, service_id, domain_id, reason, created_at, owner, first_name, \
    last_name, email, state, ends_at";

impl OpenRecord {
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
        asked(&self.right_key, self.service_id.as_deref(), self.domain_id.as_deref())
    }

    /// Whether whoever asks is an owner.
    pub(crate) fn owner(&self) -> Result<Option<OwnerKind>, Failure> {
        Ok(self.owner.as_deref().map(owner_kind).transpose()?)
    }

    /// The name of whoever asks.
    pub(crate) fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name, &self.email)
    }

    /// What whoever asks is at present.
    pub(crate) fn status(&self, now: Timestamp) -> ContactStatus {
        ContactState::from_key(&self.state).status(self.ends_at.map(Timestamp), now)
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
    let on_domain = asked.domain.map(|domain| domain.to_string());
    let added = sqlx::query(
        "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, service_id, domain_id, reason, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
    )
    .bind(authority.account().to_string())
    .bind(id.to_string())
    .bind(contact.to_string())
    .bind(asked.right.key())
    .bind(service.clone().or_else(|| on_domain.clone()).unwrap_or_default())
    .bind(service)
    .bind(on_domain)
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

/// The list of requests that nobody has decided, oldest first, from a cursor on.
pub(crate) fn oldest_first(cursor: &str) -> Keyset {
    Keyset::new(Key::Number("created_at"), Direction::Ascending, cursor)
}

/// Up to `limit` of the requests that nobody has decided. Those of deleted contacts wait for nothing.
pub(crate) async fn open(
    unit: &mut Unit<'_>,
    account: AccountId,
    keyset: Keyset,
    limit: usize,
) -> Result<Vec<OpenRecord>, Failure> {
    let account = account.to_string();
    let filter = |statement: &mut Statement| {
        statement.push("account_id = ").bind(account.as_str());
    };
    let list = List {
        columns: OPEN_COLUMNS,
        from: "(SELECT r.account_id, r.id, r.contact_id, r.right_key, r.service_id, r.domain_id, r.reason, \
               r.created_at, c.owner, c.first_name, c.last_name, c.email, c.state, c.ends_at FROM access_requests r JOIN contacts c \
               ON c.account_id = r.account_id AND c.id = r.contact_id \
               WHERE r.outcome IS NULL AND c.state <> 'deleted') AS open_requests",
        filter: &filter,
        pinned: None,
        keyset,
    };
    list.beyond(unit, limit).await
}

/// A page of the requests of one contact, latest first.
pub(crate) async fn of_contact(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    cursor: &str,
) -> Result<Page<RequestRecord>, Failure> {
    let (account, contact) = (account.to_string(), contact.to_string());
    let filter = |statement: &mut Statement| {
        statement.push("account_id = ").bind(account.as_str()).push(" AND contact_id = ").bind(contact.as_str());
    };
    let list = List {
        columns: request_columns!(),
        from: "access_requests",
        filter: &filter,
        pinned: None,
        keyset: Keyset::new(Key::Number("created_at"), Direction::Descending, cursor),
    };
    let statement = Statement::new(unit.dialect());
    list.page(unit, statement, |record: &RequestRecord| (record.id.clone(), record.created_at.to_string())).await
}

/// What one contact asks for that nobody has decided: all of it, for the same right is asked for once at a time.
pub(crate) async fn open_of_contact(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
) -> Result<Vec<Asked>, Failure> {
    let rows: Vec<(String, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT right_key, service_id, domain_id FROM access_requests \
         WHERE account_id = $1 AND contact_id = $2 AND outcome IS NULL ORDER BY created_at DESC, id DESC",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .fetch_all(unit.connection())
    .await?;
    let read = |(right, service, domain): &(String, Option<String>, Option<String>)| {
        asked(right, service.as_deref(), domain.as_deref()).transpose()
    };
    rows.iter().filter_map(read).collect()
}

/// What was decided on a request.
pub(crate) struct RequestVerdict<'a> {
    pub(crate) outcome: RequestOutcome,
    pub(crate) by: &'a Author,
    pub(crate) until: Option<Timestamp>,
    pub(crate) word: &'a str,
}

/// Closes an open request of a contact; whether it still was open.
pub(crate) async fn close(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    (contact, request): (ContactId, AccessRequestId),
    verdict: &RequestVerdict<'_>,
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
