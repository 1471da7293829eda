//! Asking somebody signed in for their present password once more, before something that could not be taken back.

use crate::attempts::{self, Key, Purpose};
use crate::core::Core;
use crate::error::Failure;
use crate::people::passwords::{self, Verified};
use crate::people::store;
use crate::unit::{Unit, run};
use domain::error::{PortalError, Problem};
use domain::ports::Caller;
use domain::text::Secret;

const NAME: &str = "people.confirm";

/// Counts the try, and gives what it was counted under, for the change to forget.
///
/// # Errors
/// What is wrong with the field `current`, or that there were too many tries.
pub(crate) async fn password(core: &Core, caller: &Caller, current: &Secret) -> Result<Key, PortalError> {
    let person = caller.signed_in.ok_or(PortalError::SignInRequired)?.person;
    if current.is_empty() {
        return Err(PortalError::invalid("current", Problem::Required));
    }
    let limits = [Key::person(Purpose::Password, person)];
    run(caller, NAME, || attempts::count(&core.database, caller.now, &limits)).await?;
    let kept = run(caller, NAME, || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        let found = store::by_id(unit.connection(), person).await?;
        Ok::<_, Failure>(found.and_then(|person| person.password_hash))
    })
    .await?;
    let too_long = current.expose().len() > passwords::MAX_BYTES;
    if too_long || core.passwords.verify(kept, current).await? == Verified::Wrong {
        return Err(PortalError::invalid("current", Problem::WrongPassword));
    }
    let [limit] = limits;
    Ok(limit)
}
