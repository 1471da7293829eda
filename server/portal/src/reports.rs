//! What drivers' other sides call back: kept, and the order looked at again at once. What came of an order is decided by
//! whoever carries it out; here nothing of an account changes.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::records::driver_reports;
use crate::unit::jobs;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes};
use async_trait::async_trait;
use domain::caller::{Caller, Principal};
use domain::error::PortalError;
use domain::id::{OrderId, RequestId};
use domain::person::Language;
use domain::provisioning::callbacks::{Heard, Report, Reports};
use domain::provisioning::{DriverError, Progress};
use domain::time::Timestamp;

/// In whose name callbacks are taken.
const NAME: &str = "drivers.heard";

/// Keeps what was called back.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) database: Database,
    pub(crate) language: Language,
    /// The job that carries orders out. Its key is that of the order.
    pub(crate) job: &'static str,
}

#[async_trait]
impl Reports for Kept {
    async fn heard(&self, driver: &str, report: &Report, now: Timestamp) -> Result<Heard, PortalError> {
        let request = RequestId::new(random::id(now));
        let caller = Caller::system(Principal::Job(NAME), self.language, now, request);
        let caller = &caller;
        answer(caller, None, use_case!("drivers.heard"), || self.hear(caller, driver, report)).await
    }

    async fn reported(&self, driver: &str, order: OrderId) -> Result<Option<Progress>, DriverError> {
        driver_reports::read(&self.database, driver, order)
            .await
            .map_err(|failure| DriverError::NoAnswer(format!("what was called back can't be read: {failure}")))
    }
}

impl Kept {
    async fn hear(&self, caller: &Caller, driver: &str, report: &Report) -> Result<Heard, Failure> {
        let mut unit = Unit::write(&self.database, caller, Writes::Other).await?;
        if !driver_reports::remember(&mut unit, driver, report).await? {
            return Ok(Heard::Replayed);
        }
        let expected = driver_reports::is_awaited(&mut unit, driver, report.order).await?;
        if expected {
            if report.is_end() {
                driver_reports::keep(&mut unit, driver, report).await?;
            }
            let now = unit.now();
            jobs::wake(unit.connection(), now, self.job, &report.order.to_string()).await?;
        }
        unit.commit_progress(()).await?;
        if expected {
            self.database.order_bell().notify_one();
        }
        Ok(if expected { Heard::Taken } else { Heard::Unexpected })
    }
}
