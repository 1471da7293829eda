//! Changing one's own password. It ends whatever was begun with the old one but this session, which gets a new token, and
//! its browser.

use crate::base::error::Failure;
use crate::membership::confirm::Confirmed;
use crate::membership::credentials;
use crate::membership::new_password;
use crate::notify::sign_in::notify_of_new_password;
use crate::records::persons::{self, PersonRecord};
use crate::records::sessions;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run, use_case};
use crate::unit::{Unit, Writes};
use domain::audit::{PersonFact, Subject};
use domain::caller::{Caller, NewSession, SignedIn};
use domain::error::PortalError;
use domain::person::ChangePassword;
use domain::problem::PersonProblem;
use domain::problem::Problem;

pub(super) const NAME: UseCase = use_case!("people.change_password");

pub(crate) async fn change_password(
    core: &Core,
    caller: &Caller,
    change: &ChangePassword,
) -> Result<NewSession, PortalError> {
    // Also for whoever must change it: this is where they do.
    let signed_in = caller.signed_in().ok_or(PortalError::SignInRequired)?;
    let person = run(caller, NAME, || find(core, caller, signed_in)).await?;
    if change.current.is_empty() {
        return Err(PortalError::invalid("current", Problem::Required));
    }
    // The new one is judged first: nobody types the present one again for a new one that is invalid.
    new_password::judge(core, caller, NAME, &person, (&change.password, &change.again)).await?;
    let confirmed = Confirmed::by(core, caller, NAME, &change.current).await?;
    if change.password == change.current {
        // Known to whoever set it, when that was somebody else.
        return Err(PortalError::invalid("password", PersonProblem::GuessablePassword));
    }
    let hash = core.passwords.hash(&change.password).await?;
    run(caller, NAME, || set(core, caller, &confirmed, &hash)).await
}

async fn find(core: &Core, caller: &Caller, signed_in: SignedIn) -> Result<PersonRecord, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let found = persons::by_id(unit.connection(), signed_in.person).await?;
    Ok(found.ok_or(PortalError::SignInRequired)?)
}

async fn set(core: &Core, caller: &Caller, confirmed: &Confirmed, hash: &str) -> Result<NewSession, Failure> {
    let Confirmed { signed_in, person, .. } = confirmed;
    let id = signed_in.person;
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?.uncounted();
    // INVARIANT: only while the password given is still the one kept; of two changes at once one is refused.
    let kept = person.password_hash.as_deref().unwrap_or_default();
    if !persons::set_own_password(unit.connection(), id, hash, kept).await? {
        return Err(PortalError::invalid("current", PersonProblem::WrongPassword).into());
    }
    credentials::end_everything(&mut unit, id, Some(signed_in.session)).await?;
    let token = sessions::renew(&mut unit, *signed_in).await?.ok_or(PortalError::SignInRequired)?;
    confirmed.forget(&mut unit).await?;
    notify_of_new_password(core, &mut unit, person)?;
    unit.commit_own((), AuditEvent::new(PersonFact::PasswordChanged, Subject::Person(id), person.by())).await?;
    Ok(NewSession { token, must_change_password: false, device: None })
}
