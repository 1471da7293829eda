//! Signing out: the session ends on the server, whatever the browser keeps.

use crate::base::error::Failure;
use crate::records::sessions;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::audit::{PersonFact, Subject};
use domain::caller::Caller;

pub(crate) async fn sign_out(core: &Core, caller: &Caller) -> Result<(), Failure> {
    let Some(signed_in) = caller.signed_in() else { return Ok(()) };
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let author = unit.author().await?;
    if !sessions::end(&mut unit, signed_in.person, signed_in.session).await? {
        return Ok(());
    }
    let event = AuditEvent::new(PersonFact::SignedOut, Subject::Person(signed_in.person), author.by());
    unit.commit_without_session((), event).await
}
