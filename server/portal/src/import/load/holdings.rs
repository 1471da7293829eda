//! Services, domains and invoices as rows.

use super::apart;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::import::plan::Planned;
use crate::import::rows::{DomainRow, InvoiceRow, ServiceRow};
use crate::import::sql::write;
use crate::unit::Unit;

pub(super) async fn services(
    unit: &mut Unit<'_>,
    planned: &[Planned<ServiceRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let (new, changed) = apart(planned);
    let (now, dialect) = (unit.now().0, unit.dialect());
    let statement = both!(
        "INSERT INTO services (account_id, id, external_id, name, product, kind, status, expires_at, \
         sort_name, created_at) \
         SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'name', \
         e.value ->> 'product', e.value ->> 'kind', e.value ->> 'status', CAST(e.value ->> 'expires_at' AS BIGINT), \
         e.value ->> 'sort_name', $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    write(unit.connection(), dialect, statement, &new, now, on_rows).await?;
    for row in changed {
        sqlx::query(
            "UPDATE services SET name = $3, product = $4, kind = $5, status = $6, expires_at = $7, sort_name = $8 \
             WHERE account_id = $1 AND id = $2",
        )
        .bind(&row.account_id)
        .bind(&row.id)
        .bind(&row.name)
        .bind(&row.product)
        .bind(&row.kind)
        .bind(&row.status)
        .bind(row.expires_at)
        .bind(&row.sort_name)
        .execute(unit.connection())
        .await?;
        on_rows(1);
    }
    Ok(())
}

pub(super) async fn domains(
    unit: &mut Unit<'_>,
    planned: &[Planned<DomainRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let (new, changed) = apart(planned);
    let (now, dialect) = (unit.now().0, unit.dialect());
    let statement = both!(
        "INSERT INTO domains (account_id, id, external_id, name, status, expires_at, sort_name, created_at) \
         SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'name', \
         e.value ->> 'status', CAST(e.value ->> 'expires_at' AS BIGINT), e.value ->> 'sort_name', $2 \
         FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    write(unit.connection(), dialect, statement, &new, now, on_rows).await?;
    for row in changed {
        sqlx::query(
            "UPDATE domains SET name = $3, status = $4, expires_at = $5, sort_name = $6 \
             WHERE account_id = $1 AND id = $2",
        )
        .bind(&row.account_id)
        .bind(&row.id)
        .bind(&row.name)
        .bind(&row.status)
        .bind(row.expires_at)
        .bind(&row.sort_name)
        .execute(unit.connection())
        .await?;
        on_rows(1);
    }
    Ok(())
}

pub(super) async fn invoices(
    unit: &mut Unit<'_>,
    planned: &[Planned<InvoiceRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let (new, changed) = apart(planned);
    let (now, dialect) = (unit.now().0, unit.dialect());
    let statement = both!(
        "INSERT INTO invoices (account_id, id, external_id, number, status, issued_at, due_at, total_minor, \
         currency, created_at) \
         SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'number', \
         e.value ->> 'status', CAST(e.value ->> 'issued_at' AS BIGINT), CAST(e.value ->> 'due_at' AS BIGINT), \
         CAST(e.value ->> 'total_minor' AS BIGINT), e.value ->> 'currency', $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    write(unit.connection(), dialect, statement, &new, now, on_rows).await?;
    for row in changed {
        sqlx::query(
            "UPDATE invoices SET number = $3, status = $4, issued_at = $5, due_at = $6, total_minor = $7, currency = $8 \
             WHERE account_id = $1 AND id = $2",
        )
        .bind(&row.account_id)
        .bind(&row.id)
        .bind(&row.number)
        .bind(&row.status)
        .bind(row.issued_at)
        .bind(row.due_at)
        .bind(row.total_minor)
        .bind(&row.currency)
        .execute(unit.connection())
        .await?;
        on_rows(1);
    }
    Ok(())
}
