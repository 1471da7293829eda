//! Asking somebody signed in for their present password once more, before something that could not be taken back.
//!
//! Some steps ask for it each time ([`Confirmed::by`]); others only where it was not given in this session lately: they
//! run by [`run_confirmed`].

use crate::base::error::Failure;
use crate::base::passwords::Verified;
use crate::base::strength;
use crate::membership::verify::verify;
use crate::records::persons::{self, PersonRecord};
use crate::records::sessions;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, observe, run};
use crate::unit::{Unit, Writes};
use domain::acting::Acting;
use domain::audit::{PersonFact, Subject};
use domain::caller::{Caller, SignedIn};
use domain::error::PortalError;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::text::Secret;

/// For how many seconds a password that was given counts for its session.
const LASTS: i64 = 15 * 60;

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
        use_case: UseCase,
        current: &Secret,
    ) -> Result<Self, PortalError> {
        let signed_in = caller.signed_in().ok_or(PortalError::SignInRequired)?;
        if current.is_empty() {
            return Err(required());
        }
        let limits = [Key::session(Purpose::Password, signed_in.session)];
        let counted = run(caller, use_case, || attempts::count(&core.database, caller.now, &limits)).await?;
        let person = run(caller, use_case, || async {
            let mut unit = Unit::read(&core.database, caller).await?;
            persons::by_id(unit.connection(), signed_in.person).await
        })
        .await?
        .ok_or(PortalError::SignInRequired)?;
        let too_long = current.expose().len() > strength::MAX_BYTES;
        let kept = (person.password_hash.clone(), current);
        if too_long || verify(core, caller, use_case, &counted, kept).await? == Verified::Wrong {
            return Err(PortalError::invalid("current", PersonProblem::WrongPassword));
        }
        let [limit] = limits;
        Ok(Self { signed_in, person, limit })
    }

    /// The tries are forgotten with the change that they were for.
    pub(crate) async fn forget(&self, unit: &mut Unit<'_>) -> Result<(), Failure> {
        attempts::forget(unit, &self.limit).await
    }
}

fn required() -> PortalError {
    PortalError::invalid("current", Problem::Required)
}

impl Unit<'_> {
    /// Refuses what takes the password where it was not given lately. Asked last, when all else allows it.
    ///
    /// # Errors
    /// That the field `current` is required.
    pub(crate) async fn password_given_lately(&mut self) -> Result<(), Failure> {
        let given = sessions::password_given(self).await?.ok_or(PortalError::SignInRequired)?;
        if given > self.now().plus_seconds(-LASTS) { Ok(()) } else { Err(required().into()) }
    }
}

/// Runs a use-case on an account whose tries ask [`Unit::password_given_lately`]. Where that refuses one and the password is
/// there, tries again once the password is verified.
pub(crate) async fn run_confirmed<T, F, Fut>(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    use_case: UseCase,
    current: &Secret,
    attempt: F,
) -> Result<T, PortalError>
where
    F: Fn() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let confirming = async {
        // INVARIANT: only what is allowed otherwise gets to the password: nothing costly happens for anything else.
        match run(caller, use_case, &attempt).await {
            Err(error) if error == required() && !current.is_empty() => {}
            answer => return answer,
        }
        let confirmed = Confirmed::by(core, caller, use_case, current).await?;
        run(caller, use_case, || keep(core, caller, &confirmed)).await?;
        run(caller, use_case, &attempt).await
    };
    observe(caller, Some(acting.account), use_case, confirming).await
}

/// The session remembers it. A password changed meanwhile has ended the session, and with it this.
async fn keep(core: &Core, caller: &Caller, confirmed: &Confirmed) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?.uncounted();
    sessions::keep_password_given(&mut unit, confirmed.signed_in).await?;
    confirmed.forget(&mut unit).await?;
    let subject = Subject::Person(confirmed.signed_in.person);
    unit.commit_own((), AuditEvent::new(PersonFact::PasswordConfirmed, subject, confirmed.person.by())).await
}
