//! The only writers of services, domains and invoices: all of them come by imports, and what a driver saw by jobs.

use crate::base::canon;
use crate::base::dialect::{Both, both};
use crate::base::error::Failure;
use crate::records::rows::{DomainRow, InvoiceRow, Permitted, ServiceRow, covered};
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::id::ServiceId;
use domain::service::MachineState;
use serde::Serialize;

/// A row with what follows from its name: where it stands in lists.
#[derive(Serialize)]
struct Sorted<'r, R> {
    #[serde(flatten)]
    row: &'r R,
    sort_name: String,
}

impl<'r, R> Sorted<'r, R> {
    fn by(row: &'r R, name: &str) -> Self {
        Self { row, sort_name: canon::fold(name) }
    }
}

/// Adds services.
pub async fn add_services(unit: &mut Unit<'_>, rows: &[Permitted<'_, ServiceRow>]) -> Result<(), Failure> {
    let rows: Vec<_> = covered(rows, Deed::Provision)?.into_iter().map(|row| Sorted::by(row, &row.name)).collect();
    let statement = both!(
        "INSERT INTO services (account_id, id, external_id, name, product, driver, handle, kind, status, expires_at, \
         address, price_minor, currency, period, next_due_at, sort_name, created_at) \
         SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'name', \
         e.value ->> 'product', e.value ->> 'driver', e.value ->> 'handle', e.value ->> 'kind', e.value ->> 'status', CAST(e.value ->> 'expires_at' AS BIGINT), \
         e.value ->> 'address', CAST(e.value ->> 'price_minor' AS BIGINT), e.value ->> 'currency', \
         e.value ->> 'period', CAST(e.value ->> 'next_due_at' AS BIGINT), e.value ->> 'sort_name', $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    add(unit, statement, &rows).await
}

/// Writes what is different of a service.
pub async fn update_service(unit: &mut Unit<'_>, (authority, row): Permitted<'_, ServiceRow>) -> Result<(), Failure> {
    covered(&[(authority, row)], Deed::Provision)?;
    sqlx::query(
        "UPDATE services SET name = $3, product = $4, kind = $5, status = $6, expires_at = $7, sort_name = $8, \
         address = $9, price_minor = $10, currency = $11, period = $12, next_due_at = $13, driver = $14, handle = $15 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(&row.account_id)
    .bind(&row.id)
    .bind(&row.name)
    .bind(&row.product)
    .bind(&row.kind)
    .bind(&row.status)
    .bind(row.expires_at)
    .bind(canon::fold(&row.name))
    .bind(&row.address)
    .bind(row.price_minor)
    .bind(&row.currency)
    .bind(&row.period)
    .bind(row.next_due_at)
    .bind(&row.driver)
    .bind(&row.handle)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Writes down how a driver saw a service; the address stays where it named none.
pub(crate) async fn see_service(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    service: ServiceId,
    (state, address): (MachineState, Option<String>),
) -> Result<(), Failure> {
    authority.covers_service(Deed::Report, service)?;
    sqlx::query(
        "UPDATE services SET state = $3, address = COALESCE($4, address), seen_at = $5 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(authority.account().to_string())
    .bind(service.to_string())
    .bind(state.key())
    .bind(address)
    .bind(unit.now().0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Adds domains.
pub async fn add_domains(unit: &mut Unit<'_>, rows: &[Permitted<'_, DomainRow>]) -> Result<(), Failure> {
    let rows: Vec<_> = covered(rows, Deed::Provision)?.into_iter().map(|row| Sorted::by(row, &row.name)).collect();
    let statement = both!(
        "INSERT INTO domains (account_id, id, external_id, name, status, expires_at, driver, handle, sort_name, \
         created_at) \
         SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'name', \
         e.value ->> 'status', CAST(e.value ->> 'expires_at' AS BIGINT), e.value ->> 'driver', e.value ->> 'handle', \
         e.value ->> 'sort_name', $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    add(unit, statement, &rows).await
}

/// Writes what is different of a domain.
pub async fn update_domain(unit: &mut Unit<'_>, (authority, row): Permitted<'_, DomainRow>) -> Result<(), Failure> {
    covered(&[(authority, row)], Deed::Provision)?;
    sqlx::query(
        "UPDATE domains SET name = $3, status = $4, expires_at = $5, sort_name = $6, driver = $7, handle = $8 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(&row.account_id)
    .bind(&row.id)
    .bind(&row.name)
    .bind(&row.status)
    .bind(row.expires_at)
    .bind(canon::fold(&row.name))
    .bind(&row.driver)
    .bind(&row.handle)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Adds invoices.
pub async fn add_invoices(unit: &mut Unit<'_>, rows: &[Permitted<'_, InvoiceRow>]) -> Result<(), Failure> {
    let rows = covered(rows, Deed::Provision)?;
    let statement = both!(
        "INSERT INTO invoices (account_id, id, external_id, number, status, issued_at, due_at, total_minor, \
         currency, created_at) \
         SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'number', \
         e.value ->> 'status', CAST(e.value ->> 'issued_at' AS BIGINT), CAST(e.value ->> 'due_at' AS BIGINT), \
         CAST(e.value ->> 'total_minor' AS BIGINT), e.value ->> 'currency', $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    add(unit, statement, &rows).await
}

/// Writes what is different of an invoice.
pub async fn update_invoice(unit: &mut Unit<'_>, (authority, row): Permitted<'_, InvoiceRow>) -> Result<(), Failure> {
    covered(&[(authority, row)], Deed::Provision)?;
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
    Ok(())
}

/// Writes rows with a statement whose `$1` is the list of them and `$2` the time.
async fn add<R: Serialize + Sync>(unit: &mut Unit<'_>, statement: Both, rows: &[R]) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(serde_json::to_string(rows)?)
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}
