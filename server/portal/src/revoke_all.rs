//! Ending everything that opens something, after a backup was restored: what was revoked since the backup is back with it
//! (SECURITY T77). Passwords and rights stay those of the backup.

use crate::base::error::Failure;
use crate::records::bulk_actions;
use crate::records::devices;
use crate::records::email_links;
use crate::records::invitations;
use crate::records::operations;
use crate::records::sessions;
use crate::records::tokens;
use crate::records::transfers;
use crate::records::viewings;
use crate::records::zone_changes;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::jobs;
use crate::unit::notices;
use crate::unit::outbox;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes};
use domain::audit::{InstallationFact, Subject};
use domain::by::By;
use domain::caller::{Caller, Principal};
use domain::error::PortalError;
use domain::time::Timestamp;
use std::fmt;

/// What was ended, and how many of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked(Vec<(&'static str, u64)>);

impl fmt::Display for Revoked {
    /// One kind a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(kind, count)| writeln!(f, "{kind}: {count}"))
    }
}

pub(crate) async fn revoke_all(core: &Core, now: Timestamp) -> Result<Revoked, PortalError> {
    let caller = core.system(Principal::Operator, now);
    answer(&caller, None, use_case!("revoke_all"), || carry_out(core, &caller)).await
}

async fn carry_out(core: &Core, caller: &Caller) -> Result<Revoked, Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let revoked = Revoked(vec![
        ("views", viewings::revoke_all(&mut unit).await?),
        ("sessions", sessions::revoke_all(&mut unit).await?),
        ("forms of ended sessions", sessions::forget_ended(&mut unit).await?),
        ("known browsers", devices::revoke_all(&mut unit).await?),
        ("links for a password", tokens::revoke_all(&mut unit).await?),
        ("links for an email address", email_links::revoke_all(&mut unit).await?),
        ("links of invitations", invitations::revoke_links(&mut unit).await?),
        ("offers of ownership", transfers::revoke_offers(&mut unit).await?),
        ("unsent emails", outbox::revoke_unsent(&mut unit).await?),
        ("unsent notices", notices::revoke_all(&mut unit).await?),
        ("unfinished jobs", jobs::revoke_all(&mut unit).await?),
        ("unfinished operations", operations::end_all(&mut unit).await?),
        ("invitations", invitations::expire_all(&mut unit).await?),
    ]);
    bulk_actions::stop_all(&mut unit).await?;
    zone_changes::stop_all(&mut unit).await?;
    let fact = InstallationFact::AllRevoked { ended: revoked.0.clone() };
    unit.commit_without_session((), AuditEvent::new(fact, Subject::Installation, By::Provider)).await?;
    Ok(revoked)
}
