//! What actions of several families need of whoever acts.

use super::{Denied, Standing, Target};
use crate::privilege::Privilege;
use crate::right::Right;
use crate::rights::Effective;

/// One privilege.
pub(super) const fn needs(held: &Effective, privilege: Privilege) -> Result<(), Denied> {
    if held.has(privilege) { Ok(()) } else { Err(Denied::Missing(Right::Privilege(privilege))) }
}

/// Suspending, deleting and bringing back: `contacts.manage`, no owner, not oneself.
pub(super) fn manages(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    needs(&who.effective, Privilege::ContactsManage)?;
    if target.owner.is_some() {
        return Err(Denied::OwnerProtected);
    }
    if target.contact == who.contact {
        return Err(Denied::NotToOneself);
    }
    Ok(())
}

/// What takes somebody over (address, password, sessions, viewing as them) needs a target within the actor's rights, and
/// so does another address for a contact without a login: its mails go there.
pub(super) fn commands(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    if target.owner.is_some() {
        return Err(Denied::OwnerProtected);
    }
    if who.owner.is_none() && !target.rights.effective().is_within(&who.effective) {
        return Err(Denied::StrongerTarget);
    }
    Ok(())
}
