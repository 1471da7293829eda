//! Running a use-case: in a span of its name, again when another transaction was in its way, and with its faults logged
//! once.
//!
//! What every use-case begins with has a method for each kind: [`Core::read`] and [`Core::write`] off any account, and on
//! one `look`, `act` and `change` (`membership::enter`). A use-case of several units puts [`observe`] and [`run`] together
//! itself.

use crate::base::db::Database;
use crate::base::error::{Cause, Failure};
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::{AccountId, RequestId};
use std::time::Instant;
use tracing::{Instrument as _, Span};

/// A use-case by its name, `contacts.save` say. Made by [`use_case!`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct UseCase {
    name: &'static str,
    span: fn(RequestId, Option<AccountId>) -> Span,
}

impl UseCase {
    pub(crate) const fn new(name: &'static str, span: fn(RequestId, Option<AccountId>) -> Span) -> Self {
        Self { name, span }
    }
}

/// The use-case of this name. A macro, because the name of a span is fixed where it is written.
macro_rules! use_case {
    ($name:literal) => {
        $crate::unit::run::UseCase::new($name, |request, account| {
            ::tracing::info_span!(
                $name,
                request.id = %request,
                account = account.map(::tracing::field::display),
                outcome = ::tracing::field::Empty
            )
        })
    };
}

pub(crate) use use_case;

/// Waits for a use-case's answer in the span of its name, which holds request, account and outcome, and says how long it
/// took.
pub(crate) async fn observe<T>(
    caller: &Caller,
    account: Option<AccountId>,
    use_case: UseCase,
    answer: impl Future<Output = Result<T, PortalError>>,
) -> Result<T, PortalError> {
    let (span, begun) = ((use_case.span)(caller.request, account), Instant::now());
    let answer = answer.instrument(span.clone()).await;
    let outcome = answer.as_ref().map_or_else(outcome, |_| "done");
    span.record("outcome", outcome);
    span.in_scope(|| tracing::debug!(outcome, took = begun.elapsed().as_millis(), "use-case ended"));
    answer
}

const fn outcome(error: &PortalError) -> &'static str {
    match error {
        PortalError::SignInRequired => "sign_in_required",
        PortalError::PasswordChangeRequired => "password_change_required",
        PortalError::NotFound => "not_found",
        PortalError::Denied { .. } => "denied",
        PortalError::Invalid { .. } => "invalid",
        PortalError::Conflict { .. } => "conflict",
        PortalError::SomebodyElse => "somebody_else",
        PortalError::TooMany { .. } => "too_many",
        PortalError::Unavailable => "unavailable",
        PortalError::Malformed => "malformed",
        PortalError::Internal { .. } => "internal",
    }
}

/// Tries something, again up to three times when another transaction was in its way. A try is pure up to its commit, so
/// trying again does nothing twice.
pub(crate) async fn run<T, F, Fut>(caller: &Caller, use_case: UseCase, attempt: F) -> Result<T, PortalError>
where
    F: Fn() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    let cause = Cause { request: caller.request, name: use_case.name };
    // In a box, for it holds all that the use-case holds.
    for _ in 0..3 {
        match Box::pin(attempt()).await {
            Err(failure) if failure.is_retryable() => {}
            other => return other.map_err(|failure| failure.answer(cause)),
        }
    }
    Box::pin(attempt()).await.map_err(|failure| failure.answer(cause))
}

/// A use-case that opens its own unit.
pub(crate) async fn answer<T, F, Fut>(
    caller: &Caller,
    account: Option<AccountId>,
    use_case: UseCase,
    attempt: F,
) -> Result<T, PortalError>
where
    F: Fn() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    observe(caller, account, use_case, run(caller, use_case, attempt)).await
}

impl Core {
    /// A question off any account.
    pub(crate) async fn read<'c, T, F, Fut>(
        &self,
        caller: &'c Caller,
        use_case: UseCase,
        read: F,
    ) -> Result<T, PortalError>
    where
        F: Fn(Unit<'c>) -> Fut,
        Fut: Future<Output = Result<T, Failure>>,
    {
        answer(caller, None, use_case, || reading(&self.database, caller, &read)).await
    }

    /// A change off any account, by somebody signed in.
    pub(crate) async fn write<'c, T, F, Fut>(
        &self,
        caller: &'c Caller,
        use_case: UseCase,
        writes: Writes,
        write: F,
    ) -> Result<T, PortalError>
    where
        F: Fn(Unit<'c>) -> Fut,
        Fut: Future<Output = Result<T, Failure>>,
    {
        answer(caller, None, use_case, || writing(&self.database, caller, writes, &write)).await
    }
}

async fn reading<'c, T, F, Fut>(database: &Database, caller: &'c Caller, read: F) -> Result<T, Failure>
where
    F: FnOnce(Unit<'c>) -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    read(Unit::read(database, caller).await?).await
}

async fn writing<'c, T, F, Fut>(database: &Database, caller: &'c Caller, writes: Writes, write: F) -> Result<T, Failure>
where
    F: FnOnce(Unit<'c>) -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    write(Unit::write_signed_in(database, caller, writes).await?).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::caller::Principal;
    use domain::person::Language;
    use domain::time::Timestamp;
    use std::io::Write;
    use std::sync::{Arc, Mutex};
    use tracing::Level;
    use uuid::Uuid;

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("nobody panicked").write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn a_use_case_is_logged_under_its_name_with_request_account_and_outcome() {
        let log = Log::default();
        let written = log.clone();
        let subscriber = tracing_subscriber::fmt().with_max_level(Level::DEBUG).with_ansi(false);
        let subscriber = subscriber.with_writer(move || written.clone()).finish();
        let logging = tracing::subscriber::set_default(subscriber);
        let (request, account) = (RequestId::new(Uuid::from_u128(1)), AccountId::new(Uuid::from_u128(2)));
        let caller = Caller::system(Principal::Nobody, Language::default(), Timestamp(0), request);
        let denied = async { Err::<(), _>(PortalError::NotFound) };
        let _ = observe(&caller, Some(account), use_case!("a.test"), denied).await;
        drop(logging);
        let log = String::from_utf8(log.0.lock().expect("nobody panicked").clone()).expect("text");
        for part in ["a.test{", &request.to_string(), &account.to_string(), "outcome=\"not_found\"", "took="] {
            assert!(log.contains(part), "{part}: {log}");
        }
    }
}
