//! What drivers' other sides called back, as rows.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::unit::Unit;
use domain::id::OrderId;
use domain::provisioning::Progress;
use domain::provisioning::callbacks::Report;
use domain::time::Timestamp;

/// Remembers a callback; whether it is the first of its nonce. Of any number at once, one is.
pub(crate) async fn remember(unit: &mut Unit<'_>, driver: &str, report: &Report) -> Result<bool, Failure> {
    let remembered = sqlx::query(
        "INSERT INTO driver_callbacks (driver, nonce, known_until) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .bind(driver)
    .bind(&report.nonce)
    .bind(report.known_until.0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(remembered == 1)
}

/// Whether an order was handed to this driver and has not ended.
pub(crate) async fn is_awaited(unit: &mut Unit<'_>, driver: &str, order: OrderId) -> Result<bool, Failure> {
    let awaited: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM service_operations WHERE id = $1 AND driver = $2 AND ended_at IS NULL",
    )
    .bind(order.to_string())
    .bind(driver)
    .fetch_one(unit.connection())
    .await?;
    Ok(awaited > 0)
}

/// Keeps the end of an order; of several the first.
pub(crate) async fn keep(unit: &mut Unit<'_>, driver: &str, report: &Report) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query(
        "INSERT INTO driver_reports (driver, order_id, progress, heard_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT DO NOTHING",
    )
    .bind(driver)
    .bind(report.order.to_string())
    .bind(serde_json::to_string(&report.progress)?)
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// The end of an order, where it was called back.
pub(crate) async fn read(database: &Database, driver: &str, order: OrderId) -> Result<Option<Progress>, Failure> {
    // Where it was written: the job that a callback wakes sees it.
    let progress: Option<String> =
        sqlx::query_scalar("SELECT progress FROM driver_reports WHERE driver = $1 AND order_id = $2")
            .bind(driver)
            .bind(order.to_string())
            .fetch_optional(database.writer())
            .await?;
    Ok(progress.map(|progress| serde_json::from_str(&progress)).transpose()?)
}

/// Deletes callbacks that would not be taken any more by `now`, and ends of orders that were called back before `before`.
pub(crate) async fn sweep(database: &Database, now: Timestamp, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM driver_callbacks WHERE known_until < $1").bind(now.0).execute(database.writer()).await?;
    sqlx::query("DELETE FROM driver_reports WHERE heard_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
