//! How many people there are around a page of the list.

use super::{Asked, FEW};
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::unit::Unit;
use domain::contact::{ContactCounts, ContactFilter};
use domain::id::{AccountId, ContactId};
use domain::list::{COUNTED, Total};
use domain::status::{ContactState, ContactStatus};
use domain::time::Timestamp;
use sqlx::FromRow;

/// So many with the same state, and how many of them can't be picked.
#[derive(FromRow)]
struct Group {
    state: String,
    is_over: i64,
    people: i64,
    fixed: i64,
}

/// Counts those that a filter finds, for this reader.
pub(crate) async fn counts(
    unit: &mut Unit<'_>,
    account: AccountId,
    filter: &ContactFilter,
    reader: ContactId,
) -> Result<ContactCounts, Failure> {
    let now = unit.now();
    let asked = Asked::new(account, filter, now.0);
    let without_mails = without_mails(unit, &asked).await?;
    if asked.contacts(unit).await? > FEW {
        let fixed = fixed_among_many(unit, &asked, reader).await?;
        return Ok(ContactCounts { statuses: Vec::new(), fixed, without_mails });
    }
    let mut statuses: Vec<(ContactStatus, usize)> = ContactStatus::ALL.map(|status| (status, 0)).into();
    let mut fixed = 0;
    for group in by_state(unit, &asked, reader).await? {
        let ends = (group.is_over > 0).then_some(Timestamp(0));
        let status = ContactState::from_key(&group.state).status(ends, now);
        if filter.status.map_or(status != ContactStatus::Deleted, |wanted| wanted == status) {
            fixed += usize::try_from(group.fixed).unwrap_or(0);
        }
        for (_, count) in statuses.iter_mut().filter(|(counted, _)| *counted == status) {
            *count += usize::try_from(group.people).unwrap_or(0);
        }
    }
    Ok(ContactCounts { statuses, fixed, without_mails })
}

/// INVARIANT: what is materialized has no trigram index that the planner could choose (`Search::choose` says why).
async fn by_state(unit: &mut Unit<'_>, asked: &Asked, reader: ContactId) -> Result<Vec<Group>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push(
        "WITH own AS MATERIALIZED (SELECT account_id, id, rank, state, ends_at, template, search_text FROM contacts \
         WHERE account_id = ",
    );
    statement.bind(asked.account.as_str()).push(
        ") SELECT state, is_over, CAST(COUNT(*) AS BIGINT) AS people, CAST(SUM(fixed) AS BIGINT) AS fixed FROM \
         (SELECT state, CAST(CASE WHEN ends_at <= ",
    );
    statement.bind(asked.now).push(" THEN 1 ELSE 0 END AS BIGINT) AS is_over, CAST(CASE WHEN rank = 0 OR id = ");
    statement.bind(reader.to_string()).push(" THEN 1 ELSE 0 END AS BIGINT) AS fixed FROM own AS contacts WHERE 1 = 1");
    asked.found(&mut statement);
    statement.push(") AS found GROUP BY state, is_over");
    Ok(statement.fetch_all(unit.connection()).await?)
}

/// Owners are few, and whoever reads is one: neither takes more than a look into an index.
async fn fixed_among_many(unit: &mut Unit<'_>, asked: &Asked, reader: ContactId) -> Result<usize, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT (SELECT COUNT(*) FROM contacts WHERE ");
    asked.filter(&mut statement);
    statement.push(" AND rank = 0) + (SELECT COUNT(*) FROM contacts WHERE ");
    asked.filter(&mut statement);
    statement.push(" AND rank = 1 AND id = ").bind(reader.to_string()).push(")");
    let (fixed,): (i64,) = statement.fetch_one(unit.connection()).await?;
    Ok(usize::try_from(fixed).unwrap_or(0))
}

/// Who could get mails and gets none. An owner always gets some; who is invited or suspended gets none whatever was chosen.
async fn without_mails(unit: &mut Unit<'_>, asked: &Asked) -> Result<Total, Failure> {
    let (people,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE account_id = $1 AND notifications_set = 0 AND rank = 1 \
         AND state IN ('active', 'contact_only') AND (ends_at IS NULL OR ends_at > $2) LIMIT $3) AS few",
    )
    .bind(&asked.account)
    .bind(asked.now)
    .bind(COUNTED + 1)
    .fetch_one(unit.connection())
    .await?;
    Ok(Total::of(people))
}
