//! What a deleted contact comes back with, and until when it can.

use crate::base::error::Failure;
use crate::membership::target_contact::TargetContact;
use crate::records::contact_versions;
use crate::records::contacts::{self, ContactRecord};
use crate::records::grants;
use crate::records::holdings;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{Actor, ContactAction};
use domain::contact::Contact;
use domain::error::PortalError;
use domain::rights::Rights;
use domain::status::ContactState;
use domain::time::Timestamp;

/// Until when a deleted contact can be restored, as long as it can.
pub(crate) fn restorable_until(core: &Core, record: &ContactRecord, now: Timestamp) -> Option<Timestamp> {
    let window = i64::from(core.config.provider.restore_days) * 86_400;
    record.deleted_at.map(|deleted_at| Timestamp(deleted_at).plus_seconds(window)).filter(|until| *until > now)
}

/// The rights a deleted contact had, as far as it can still be restored.
pub(crate) async fn rights_before_deletion(
    core: &Core,
    unit: &mut Unit<'_>,
    record: &ContactRecord,
    contact: &Contact,
) -> Result<Option<Rights>, Failure> {
    if restorable_until(core, record, unit.now()).is_none() {
        return Ok(None);
    }
    let versions = contact_versions::latest(unit, contact.account, contact.id, 2).await?;
    let mut rights = versions.into_iter().nth(1).map(|version| version.snapshot.rights).unwrap_or_default();
    // What was given until an end is over with it, restored or not.
    rights = rights.at(unit.now());
    // Services and domains may have moved away or ended since; what is gone is not given again.
    let services = holdings::ids(unit, contact.account).await?;
    rights.services.retain(|service, _| services.contains(service));
    let given_on = rights.domains.keys().copied().collect();
    let domains = holdings::domains_there(unit, contact.account, &given_on).await?;
    rights.domains.retain(|domain, _| domains.contains(domain));
    // So may roles, and what they give.
    grants::relink(unit, contact.account, &mut rights).await?;
    Ok(Some(rights))
}

/// The state and the rights that a deleted contact comes back with.
///
/// # Errors
/// `NotFound` when its time is over, `Conflict` when it is not deleted.
pub(crate) async fn restorable(
    core: &Core,
    unit: &mut Unit<'_>,
    actor: &Actor,
    found: &TargetContact,
) -> Result<(ContactState, Rights), Failure> {
    // Whoever may not restore does not learn where the contact stands.
    actor.check(ContactAction::Restore(found.target(), &Rights::default()))?;
    if found.contact.now.state != ContactState::Deleted {
        return Err(found.state_conflict().into());
    }
    let rights = rights_before_deletion(core, unit, &found.record, &found.contact).await?;
    let rights = rights.ok_or(PortalError::NotFound)?;
    // INVARIANT: a login comes back to the person with the contact's address only (SECURITY T90).
    let kept = contacts::keeps_person(unit, found.contact.account, found.contact.id).await?;
    Ok((if kept { ContactState::Active } else { ContactState::ContactOnly }, rights))
}
