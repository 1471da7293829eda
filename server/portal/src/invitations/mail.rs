//! A link that was passed on by hand proves no mailbox. Whoever has one can have another mailed to the invited address.

use crate::base::error::Failure;
use crate::invitations::answer::{dead, locked, write_by_link};
use crate::invitations::open::{account_name, inviter};
use crate::notify::offer;
use crate::records::invitations::{self, InvitationState, Way};
use crate::unit::Writes;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access;
use domain::audit::{InvitationFact, Subject};
use domain::by::By;
use domain::caller::Caller;
use domain::text::Secret;

pub(crate) async fn mail(core: &Core, caller: &Caller, token: &Secret) -> Result<(), Failure> {
    let mut unit = write_by_link(core, caller, token, Writes::Other).await?;
    let (invitation, contact) = locked(&mut unit, token).await?;
    if invitation.state != InvitationState::Open {
        return Err(dead());
    }
    let email = &contact.now.details.email;
    // The same few in a row as for a forgotten password: nobody's mailbox is filled from here.
    attempts::note(&mut unit, &Key::address(Purpose::Forgot, email.as_str())).await?;
    let permit = access::mail_link(invitation.account, invitation.contact);
    let by = inviter(&mut unit, &invitation).await?;
    let account = account_name(&mut unit, &invitation).await?;
    let token = invitations::make_token(&mut unit, permit.authority(), &invitation, Way::Mail).await?;
    offer::offered(core, &mut unit, &invitation, (by.signature(), &account), email, &token)?;
    let by = By::of(contact.id, &contact.now.details);
    let event =
        AuditEvent::new(InvitationFact::Resent, Subject::Invitation(contact.id), by).to(contact.id, contact.name());
    unit.commit(permit, (), event).await
}
