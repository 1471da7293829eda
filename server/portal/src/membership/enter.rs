//! How every use-case on an account begins: the unit is opened, it is read in it who the caller is there, and a form that
//! was carried out before is answered as it was then.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, answer};
use crate::unit::{Unit, Writes};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::SubmissionId;
use domain::problem::Problem;
use serde::de::DeserializeOwned;

impl Core {
    /// A question on an account.
    pub(crate) async fn look<'c, T, F, Fut>(
        &self,
        caller: &'c Caller,
        acting: Acting,
        use_case: UseCase,
        look: F,
    ) -> Result<T, PortalError>
    where
        F: Fn(Unit<'c>, Entered) -> Fut,
        Fut: Future<Output = Result<T, Failure>>,
    {
        answer(caller, Some(acting.account), use_case, || looking(self, caller, acting, &look)).await
    }

    /// A change on an account that is the same when it is made twice.
    pub(crate) async fn act<'c, T, F, Fut>(
        &self,
        caller: &'c Caller,
        acting: Acting,
        use_case: UseCase,
        writes: Writes,
        act: F,
    ) -> Result<T, PortalError>
    where
        F: Fn(Unit<'c>, Entered) -> Fut,
        Fut: Future<Output = Result<T, Failure>>,
    {
        answer(caller, Some(acting.account), use_case, || enter(self, caller, acting, writes, &act)).await
    }

    /// A change on an account, made once for each submission.
    pub(crate) async fn change<'c, T, F, Fut>(
        &self,
        caller: &'c Caller,
        acting: Acting,
        use_case: UseCase,
        writes: Writes,
        submission: impl Into<Option<SubmissionId>>,
        change: F,
    ) -> Result<T, PortalError>
    where
        T: DeserializeOwned,
        F: Fn(Unit<'c>, Entered) -> Fut,
        Fut: Future<Output = Result<T, Failure>>,
    {
        let submission = submission.into();
        let once = || once(self, caller, acting, writes, submission, &change);
        answer(caller, Some(acting.account), use_case, once).await
    }
}

async fn looking<'c, T, F, Fut>(core: &Core, caller: &'c Caller, acting: Acting, look: F) -> Result<T, Failure>
where
    F: FnOnce(Unit<'c>, Entered) -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    look(unit, entered).await
}

/// One try of [`Core::act`], for use-cases that are more than that.
pub(crate) async fn enter<'c, T, F, Fut>(
    core: &Core,
    caller: &'c Caller,
    acting: Acting,
    writes: Writes,
    act: F,
) -> Result<T, Failure>
where
    F: FnOnce(Unit<'c>, Entered) -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut unit = Unit::write_signed_in(&core.database, caller, writes).await?;
    let entered = unit.acting(acting).await?;
    act(unit, entered).await
}

/// One try of [`Core::change`], for use-cases that are more than that.
///
/// # Errors
/// That the form is too old, where it has no submission.
pub(crate) async fn once<'c, T, F, Fut>(
    core: &Core,
    caller: &'c Caller,
    acting: Acting,
    writes: Writes,
    submission: Option<SubmissionId>,
    change: F,
) -> Result<T, Failure>
where
    T: DeserializeOwned,
    F: FnOnce(Unit<'c>, Entered) -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let mut unit = Unit::write_signed_in(&core.database, caller, writes).await?;
    let entered = unit.acting(acting).await?;
    match unit.replay(submission_of(submission)?).await? {
        Some(done) => Ok(done),
        None => change(unit, entered).await,
    }
}

/// The submission of a form; only those from before there were any have none.
pub(crate) fn submission_of(submission: Option<SubmissionId>) -> Result<SubmissionId, PortalError> {
    submission.ok_or_else(|| PortalError::invalid("submission", Problem::FormTooOld))
}
