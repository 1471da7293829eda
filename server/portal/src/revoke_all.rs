//! Ending everything that opens something, after a backup was restored: what was revoked since the backup is back with it
//! (SECURITY T77). Passwords and rights stay those of the backup.

use crate::base::error::Failure;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes};
use domain::audit::{By, InstallationFact, Subject};
use domain::error::PortalError;
use domain::ports::{Caller, Principal};
use domain::time::Timestamp;
use std::fmt;

/// What is deleted. An offer of ownership that was accepted is not: it can only be undone, and only for its 72 hours.
const DELETED: [(&str, &str); 11] = [
    ("views", "DELETE FROM viewings"),
    ("sessions", "DELETE FROM sessions"),
    ("forms of ended sessions", "DELETE FROM ended_sessions"),
    ("known browsers", "DELETE FROM devices"),
    ("links for a password", "DELETE FROM tokens"),
    ("links for an e-mail address", "DELETE FROM email_tokens"),
    ("links of invitations", "DELETE FROM invitation_tokens"),
    ("offers of ownership", "DELETE FROM ownership_transfers WHERE state = 'offered'"),
    // They went out since, or hold links that open nothing any more.
    ("unsent mails", "DELETE FROM outbox WHERE sent_at IS NULL"),
    ("unsent notices", "DELETE FROM notices"),
    // The sweep is nobody's.
    ("unfinished jobs", "DELETE FROM jobs WHERE name <> 'sweep'"),
];

/// What was ended, and how many of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked(Vec<(&'static str, u64)>);

impl fmt::Display for Revoked {
    /// One kind a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(kind, count)| writeln!(f, "{count} {kind}"))
    }
}

pub(crate) async fn revoke_all(core: &Core, now: Timestamp) -> Result<Revoked, PortalError> {
    let caller = core.system(Principal::Operator, now);
    answer(&caller, None, use_case!("revoke_all"), || carry_out(core, &caller)).await
}

async fn carry_out(core: &Core, caller: &Caller) -> Result<Revoked, Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let mut revoked = Vec::with_capacity(DELETED.len() + 1);
    for (kind, statement) in DELETED {
        revoked.push((kind, sqlx::query(statement).execute(unit.connection()).await?.rows_affected()));
    }
    sqlx::query("UPDATE bulk_actions SET progress = 'stopped' WHERE progress = 'under_way'")
        .execute(unit.connection())
        .await?;
    revoked.push(("invitations", expire_invitations(&mut unit).await?));
    let revoked = Revoked(revoked);
    let fact = InstallationFact::AllRevoked { ended: revoked.0.clone() };
    unit.commit_without_session((), AuditEvent::new(fact, Subject::Installation, By::Provider)).await?;
    Ok(revoked)
}

/// They expire rather than being cancelled: whoever manages the contacts sees them, and sends again those that still hold.
async fn expire_invitations(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    let now = unit.now();
    sqlx::query("UPDATE contacts SET ends_at = $1 WHERE state = 'pending' AND (ends_at IS NULL OR ends_at > $1)")
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    let expired = sqlx::query("UPDATE invitations SET expires_at = $1 WHERE state = 'open' AND expires_at > $1")
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(expired.rows_affected())
}
