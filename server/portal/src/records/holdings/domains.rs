//! Domains as rows, and which of them somebody sees.

use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::records::holdings::unknown;
use crate::unit::Unit;
use domain::access::DomainTarget;
use domain::domains::{DOMAIN_ROWS, DomainChoice, DomainRow, DomainStatus, is_expiring};
use domain::id::{AccountId, DomainId};
use domain::rights::{DomainSight, Effective, Rights};
use domain::time::Timestamp;
use serde::Deserialize;
use sqlx::FromRow;
use std::collections::BTreeSet;

/// A domain as stored.
pub(crate) struct DomainRecord {
    pub(crate) id: DomainId,
    pub(crate) name: String,
    pub(crate) status: DomainStatus,
    pub(crate) expires_at: Option<i64>,
    pub(crate) created_at: i64,
}

/// A domain as a row; its fields have the order of [`DOMAIN_COLUMNS`].
#[derive(Deserialize, FromRow)]
pub(crate) struct StoredDomain {
    pub(crate) id: String,
    name: String,
    status: String,
    expires_at: Option<i64>,
    created_at: i64,
    pub(crate) sort_name: String,
}

pub(crate) const DOMAIN_COLUMNS: &str = "id, name, status, expires_at, created_at, sort_name";

impl TryFrom<StoredDomain> for DomainRecord {
    type Error = Failure;

    fn try_from(row: StoredDomain) -> Result<Self, Failure> {
        Ok(Self {
            id: row.id.parse()?,
            name: row.name,
            status: DomainStatus::from_key(&row.status).ok_or_else(|| unknown("domain status", &row.status))?,
            expires_at: row.expires_at,
            created_at: row.created_at,
        })
    }
}

impl DomainRecord {
    /// What decides whether somebody sees it.
    pub(crate) const fn target(&self) -> DomainTarget {
        DomainTarget { id: self.id }
    }

    /// As a row of the list of somebody who holds this.
    pub(crate) fn row(self, held: &Effective, reader: &Reader, now: Timestamp) -> DomainRow {
        DomainRow {
            operations: held.domain_operations_on(self.id),
            expiring: is_expiring(self.status, self.expires_at, now.0),
            expires: self.expires_at.map(|at| reader.date(Timestamp(at))),
            id: self.id,
            name: self.name,
            status: self.status,
        }
    }

    /// As somebody who holds this knows it.
    pub(crate) fn known_to(&self, held: &Effective) -> DomainChoice {
        DomainChoice { id: self.id, name: held.sees_domain(self.id).then(|| self.name.clone()) }
    }
}

/// The domains that somebody sees, as a condition in SQL: what [`Effective::sees_domain`] says.
pub(crate) enum SeenDomains {
    All,
    /// These, as a list.
    Only(String),
}

impl SeenDomains {
    /// By whoever holds this.
    pub(crate) fn by(held: &Effective) -> Result<Self, Failure> {
        let each = match held.domain_sight() {
            DomainSight::All => return Ok(Self::All),
            DomainSight::Only(each) => each,
        };
        let ids: Vec<DomainId> = each.iter().map(|(domain, _)| *domain).collect();
        Ok(Self::Only(serde_json::to_string(&ids)?))
    }

    /// Adds the condition.
    pub(crate) fn filter(&self, statement: &mut Statement) {
        if let Self::Only(each) = self {
            statement.push(" AND id IN ").bind_list(each.clone());
        }
    }
}

/// Adds which domains of an account: those that somebody who holds this sees.
pub(crate) fn of_account(statement: &mut Statement, account: AccountId, held: &Effective) -> Result<(), Failure> {
    statement.push(" FROM domains WHERE account_id = ").bind(account.to_string());
    SeenDomains::by(held)?.filter(statement);
    Ok(())
}

/// One domain of an account.
pub(crate) async fn domain(
    unit: &mut Unit<'_>,
    account: AccountId,
    domain: DomainId,
) -> Result<Option<DomainRecord>, Failure> {
    let row: Option<StoredDomain> = sqlx::query_as(
        "SELECT id, name, status, expires_at, created_at, sort_name FROM domains WHERE account_id = $1 AND id = $2",
    )
    .bind(account.to_string())
    .bind(domain.to_string())
    .fetch_optional(unit.connection())
    .await?;
    row.map(DomainRecord::try_from).transpose()
}

/// Every domain that somebody who holds this sees, by name. Whoever sees none costs nothing.
pub(crate) async fn known_domains(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
) -> Result<Vec<DomainChoice>, Failure> {
    if !held.sees_domains() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::new(unit.dialect());
    let by_name = |statement: &mut Statement| {
        statement.push(" ORDER BY sort_name, id");
    };
    statement.push("SELECT ").push_json(DOMAIN_COLUMNS, by_name);
    of_account(&mut statement, account, held)?;
    let (rows,): (String,) = statement.fetch_one(unit.connection()).await?;
    let records = serde_json::from_str::<Vec<StoredDomain>>(&rows)?.into_iter().map(DomainRecord::try_from);
    // INVARIANT: the condition of the statement only spares rows; this decides.
    let known = records.map(|record| record.map(|record| record.known_to(held))).collect::<Result<Vec<_>, _>>()?;
    Ok(known.into_iter().filter(|domain| domain.name.is_some()).collect())
}

/// Those of these that the account has, by name, as somebody who holds this knows them. Those without a name come last:
/// their place among the others would tell what they are called.
pub(crate) async fn known_domains_of(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    ids: &BTreeSet<DomainId>,
) -> Result<Vec<DomainChoice>, Failure> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(DOMAIN_COLUMNS).push(" FROM domains WHERE account_id = ");
    statement.bind(account.to_string()).push(" AND id IN ").bind_list(serde_json::to_string(ids)?);
    statement.push(" ORDER BY sort_name, id");
    let rows: Vec<StoredDomain> = statement.fetch_all(unit.connection()).await?;
    let records = rows.into_iter().map(DomainRecord::try_from).collect::<Result<Vec<_>, _>>()?;
    let mut known: Vec<DomainChoice> = records.iter().map(|record| record.known_to(held)).collect();
    known.sort_by_key(|domain| domain.name.is_none());
    Ok(known)
}

/// The rows that a rights form has: the domains on which `before` gives something, without their names those that the
/// actor does not see, who may take that away; then the first others that are active and the actor sees (PRODUCT D10).
pub(crate) async fn domain_choices(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    before: &Rights,
) -> Result<Vec<DomainChoice>, Failure> {
    let mut rows = known_domains_of(unit, account, held, &before.domains.keys().copied().collect()).await?;
    rows.truncate(DOMAIN_ROWS);
    if !held.sees_domains() {
        return Ok(rows);
    }
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(DOMAIN_COLUMNS);
    of_account(&mut statement, account, held)?;
    statement.push(" AND status = 'active' ORDER BY sort_name, id LIMIT ");
    statement.bind(i64::try_from(DOMAIN_ROWS).unwrap_or(i64::MAX));
    let others: Vec<StoredDomain> = statement.fetch_all(unit.connection()).await?;
    for other in others {
        let choice = DomainRecord::try_from(other)?.known_to(held);
        if rows.len() < DOMAIN_ROWS && choice.name.is_some() && rows.iter().all(|row| row.id != choice.id) {
            rows.push(choice);
        }
    }
    Ok(rows)
}

/// Which of these the account has.
pub(crate) async fn domains_there(
    unit: &mut Unit<'_>,
    account: AccountId,
    ids: &BTreeSet<DomainId>,
) -> Result<BTreeSet<DomainId>, Failure> {
    let there = known_domains_of(unit, account, &Effective::default(), ids).await?;
    Ok(there.into_iter().map(|domain| domain.id).collect())
}
