//! Ending one's own access. It is a deletion like any other, of oneself: the grants go, views end, the history stays.

use crate::base::error::Failure;
use crate::membership::credentials;
use crate::membership::owner;
use crate::notify::letters;
use crate::records::contacts;
use crate::records::invitations::{self, Ending};
use crate::records::pins;
use crate::records::transfers;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{AccountAction, authorize};
use domain::account::LeaveAccount;
use domain::acting::Acting;
use domain::audit::{ContactFact, Subject};
use domain::caller::Caller;
use domain::error::PortalError;

pub(crate) async fn leave(core: &Core, caller: &Caller, acting: Acting, change: &LeaveAccount) -> Result<(), Failure> {
    let mut unit = Unit::write_signed_in(&core.database, caller, Writes::Rights).await?;
    // Whoever has left is nobody on the account any more: a retry is known by its submission, under the same lock.
    unit.lock_account(acting.account).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let entered = unit.acting(acting).await?;
    let permit = authorize(&entered.actor, AccountAction::Leave)?;
    let own = entered.actor.contact();
    let record = contacts::record(&mut unit, acting.account, own).await?.ok_or(PortalError::NotFound)?;
    let contact = contacts::contact(&mut unit, acting.account, own).await?.ok_or(PortalError::NotFound)?;
    let (name, owned) = (contact.name(), contact.owner);
    let gone = |_| Failure::Fault("the actor has no contact on the account".to_owned());
    let revision = contact.delete().map_err(gone)?;
    // People before contacts, as a sign-in: of two one waits, and never in a circle.
    credentials::after_removal(&mut unit, permit.authority(), own, record.person()?).await?;
    if owned.is_some() {
        owner::set(&mut unit, permit.authority(), own, None).await?;
    }
    contacts::save(&mut unit, permit.authority(), &entered.author.by(), &revision, &record.email_key).await?;
    invitations::end(&mut unit, permit.authority(), own, Ending::Cancelled, "").await?;
    transfers::end_for(&mut unit, permit.authority(), own).await?;
    pins::clear(&mut unit, permit.authority()).await?;
    letters::left(core, &mut unit, &entered, (own, &name)).await?;
    let changes = revision.before.now.changes_to(&revision.after);
    let event =
        AuditEvent::new(ContactFact::Left, Subject::Contact(own), entered.author.by()).to(own, name).with(changes);
    unit.commit(permit, (), event).await
}
