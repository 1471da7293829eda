//! Asking somebody signed in for their present password once more, before something that could not be taken back.

use crate::attempts::{self, Key, Purpose};
use crate::core::Core;
use crate::error::Failure;
use crate::people::passwords::Verified;
use crate::people::store::{self, PersonRecord};
use crate::people::strength;
use crate::people::verify::verify;
use crate::unit::{Unit, run};
use domain::error::{PortalError, Problem};
use domain::ports::{Caller, SignedIn};
use domain::text::Secret;

/// Somebody who gave their present password.
pub(crate) struct Confirmed {
    /// Their session.
    pub(crate) signed_in: SignedIn,
    /// As they were when they did.
    pub(crate) person: PersonRecord,
    limit: Key,
}

impl Confirmed {
    /// Whoever is signed in and gives this as the present password. The try is counted.
    ///
    /// # Errors
    /// What is wrong with the field `current`, or that there were too many tries.
    pub(crate) async fn by(
        core: &Core,
        caller: &Caller,
        name: &'static str,
        current: &Secret,
    ) -> Result<Self, PortalError> {
        let signed_in = caller.signed_in.ok_or(PortalError::SignInRequired)?;
        if current.is_empty() {
            return Err(PortalError::invalid("current", Problem::Required));
        }
        let limits = [Key::person(Purpose::Password, signed_in.person)];
        run(caller, name, || attempts::count(&core.database, caller.now, &limits)).await?;
        let person = run(caller, name, || async {
            let mut unit = Unit::read(&core.database, caller).await?;
            store::by_id(unit.connection(), signed_in.person).await
        })
        .await?
        .ok_or(PortalError::SignInRequired)?;
        let too_long = current.expose().len() > strength::MAX_BYTES;
        let kept = (person.password_hash.clone(), current);
        if too_long || verify(core, caller, name, &limits, kept).await? == Verified::Wrong {
            return Err(PortalError::invalid("current", Problem::WrongPassword));
        }
        let [limit] = limits;
        Ok(Self { signed_in, person, limit })
    }

    /// The tries are forgotten with the change that they were for.
    pub(crate) async fn forget(&self, unit: &mut Unit<'_>) -> Result<(), Failure> {
        attempts::forget(unit, &self.limit).await
    }
}
