//! Setting a password with a mailed link. The page that shows the form consumes nothing; sending it spends the link,
//! once. Nobody is signed in by it, and every session of the person ends with whatever else was begun before.

use crate::base::error::Failure;
use crate::membership::credentials;
use crate::membership::new_password;
use crate::notify::sign_in::notify_of_new_password;
use crate::records::persons::{self, PersonRecord};
use crate::records::tokens;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run, use_case};
use crate::unit::{Unit, Writes};
use domain::audit::{PersonFact, Subject};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::person::ResetPassword;
use domain::problem::Problem;
use domain::text::Secret;

pub(super) const NAME: UseCase = use_case!("people.reset_password");

/// Whether a link still works.
pub(crate) async fn reset_link(core: &Core, caller: &Caller, token: &Secret) -> Result<bool, Failure> {
    Ok(find(core, caller, token).await?.is_some())
}

pub(crate) async fn reset_password(core: &Core, caller: &Caller, change: &ResetPassword) -> Result<(), PortalError> {
    let person = run(caller, NAME, || find(core, caller, &change.token)).await?.ok_or_else(dead)?;
    new_password::judge(core, caller, NAME, &person, (&change.password, &change.again)).await?;
    let hash = core.passwords.hash(&change.password).await?;
    run(caller, NAME, || set(core, caller, &change.token, &person, &hash)).await
}

fn dead() -> PortalError {
    PortalError::invalid("token", Problem::LinkDead)
}

async fn find(core: &Core, caller: &Caller, token: &Secret) -> Result<Option<PersonRecord>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    match tokens::find(unit.connection(), token, caller.now).await? {
        Some(person) => persons::by_id(unit.connection(), person).await,
        None => Ok(None),
    }
}

async fn set(core: &Core, caller: &Caller, token: &Secret, person: &PersonRecord, hash: &str) -> Result<(), Failure> {
    let id = person.person()?;
    let now = caller.now;
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    // People before their links, as a removal: of two one waits, and never in a circle.
    persons::set_proved_password(unit.connection(), id, hash, now).await?;
    if !tokens::spend(&mut unit, token, id).await? {
        return Err(dead().into());
    }
    credentials::end_everything(&mut unit, id, None).await?;
    // Whoever has the mailbox need not wait for what somebody else tried.
    attempts::forget(&mut unit, &Key::address(Purpose::SignIn, &person.email)).await?;
    attempts::forget(&mut unit, &Key::devices(Purpose::SignIn, &person.email_key)).await?;
    attempts::forget(&mut unit, &Key::sign_ins(id)).await?;
    notify_of_new_password(core, &mut unit, person)?;
    unit.commit_without_session((), AuditEvent::new(PersonFact::PasswordReset, Subject::Person(id), person.by())).await
}
