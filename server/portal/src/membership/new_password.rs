//! What choosing a new password has in common, whoever it is and however they came to it.

use crate::base::strength;
use crate::records::persons::PersonRecord;
use crate::unit::attempts::{self, Key};
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::text::Secret;

/// What is wrong with a new password, if anything; it must not be made of `own_words`. Call it only once it is known that
/// the sender may set it. Counted under `limit`, for judging is work.
///
/// # Errors
/// `TooMany` after too many, `Unavailable` when too many wait already.
pub(crate) async fn problem(
    core: &Core,
    caller: &Caller,
    use_case: UseCase,
    limit: Key,
    (password, own_words): (&Secret, Vec<String>),
) -> Result<Option<Problem>, PortalError> {
    if let Err(problem) = strength::length(password, core.config.password.min_length()) {
        return Ok(Some(problem));
    }
    let limits = [limit];
    run(caller, use_case, || attempts::count(&core.database, caller.now, &limits)).await?;
    core.passwords.judge(password, own_words).await
}

/// Whether the new password does and was typed twice.
pub(crate) async fn judge(
    core: &Core,
    caller: &Caller,
    use_case: UseCase,
    person: &PersonRecord,
    (password, again): (&Secret, &Secret),
) -> Result<(), PortalError> {
    let words = person.own_words(&core.config.provider.name);
    match problem(core, caller, use_case, Key::new_password(&person.id), (password, words)).await? {
        Some(problem) => Err(PortalError::invalid("password", problem)),
        None if password != again => Err(PortalError::invalid("again", PersonProblem::PasswordsDiffer)),
        None => Ok(()),
    }
}
