//! What an import does to the sign-in and the address of somebody who is here already, and whom it tells.

use crate::base::error::Failure;
use crate::membership::credentials;
use crate::notify::sign_in::notify_of_new_password;
use crate::profile::letters;
use crate::records::invitations;
use crate::records::persons;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::id::PersonId;

/// INVARIANT: whoever only claimed the address gets nothing with it (SECURITY T90). Its mailbox is told.
pub(crate) async fn take_claim(core: &Core, unit: &mut Unit<'_>, id: PersonId) -> Result<(), Failure> {
    let Some(person) = persons::by_id(unit.connection(), id).await? else { return Ok(()) };
    let is_theirs = credentials::revoke_login_unless_proved(unit, id).await?;
    if !is_theirs && person.password_hash.is_some() {
        notify_of_new_password(core, unit, &person)?;
    }
    Ok(())
}

/// Ends what hangs on the old address, as when its person moves by hand, and tells it. Two people may exchange addresses:
/// nobody has the old ones while the new ones are written.
pub(crate) async fn move_away(core: &Core, unit: &mut Unit<'_>, id: PersonId, email: &str) -> Result<(), Failure> {
    let Some(person) = persons::by_id(unit.connection(), id).await? else { return Ok(()) };
    credentials::end_everything(unit, id, None).await?;
    invitations::void(unit, id, &person.email_key).await?;
    letters::changed(core, unit, &person, email)?;
    persons::release(unit, id).await
}
