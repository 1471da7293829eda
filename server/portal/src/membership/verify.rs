//! Verifying a password for a try that is counted.

use crate::base::passwords::Verified;
use crate::unit::attempts::{self, Counted};
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::text::Secret;

/// Whether it is the password kept, for a try that was counted. A try that a busy portal did not look at counts no
/// more: a flood locks nobody out who knows their password.
///
/// # Errors
/// `Unavailable` when too many wait already.
pub(crate) async fn verify(
    core: &Core,
    caller: &Caller,
    use_case: UseCase,
    counted: &[Counted],
    (kept, password): (Option<String>, &Secret),
) -> Result<Verified, PortalError> {
    let verified = core.passwords.verify(kept, password).await;
    if verified == Err(PortalError::Unavailable) {
        run(caller, use_case, || attempts::give_back(&core.database, counted)).await?;
    }
    verified
}
