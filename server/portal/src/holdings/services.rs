//! My Services, page by page.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::holdings::Asked;
use crate::unit::Unit;
use domain::access::{HoldingAction, sees_service};
use domain::list::Page;
use domain::service::{ServiceCounts, ServiceQuery, ServiceRow};

pub(super) async fn list(
    mut unit: Unit<'_>,
    entered: Entered,
    query: &ServiceQuery,
) -> Result<Page<ServiceRow>, Failure> {
    entered.actor.check(HoldingAction::SeeServices)?;
    let (held, now) = (&entered.actor.standing().effective, entered.now);
    let asked = Asked::new(entered.actor.account(), held, query, now)?;
    let Page { rows, total, previous, next } = asked.page(&mut unit).await?;
    // INVARIANT: the condition of the statement only spares rows; this decides.
    let rows = rows.into_iter().filter(|row| sees_service(held, row.service.target(now)));
    let rows = rows.map(|row| row.row(held, &entered.author.reader, now)).collect();
    Ok(Page { rows, total, previous, next })
}

/// How many there are around a page, of those that the reader sees.
pub(super) async fn counts(
    mut unit: Unit<'_>,
    entered: Entered,
    query: &ServiceQuery,
) -> Result<ServiceCounts, Failure> {
    entered.actor.check(HoldingAction::SeeServices)?;
    let held = &entered.actor.standing().effective;
    Asked::new(entered.actor.account(), held, query, entered.now)?.counts(&mut unit).await
}
