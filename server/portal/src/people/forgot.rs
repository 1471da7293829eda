//! Asking for a link to set a password: same answer and same work for addresses nobody has. Both are counted, read
//! and committed; for an address nobody has no row is written, which the fixed length of the answer hides.

use crate::base::canon;
use crate::base::error::Failure;
use crate::notify::reset_links;
use crate::records::persons;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run, use_case};
use crate::unit::{Unit, Writes};
use domain::audit::{PersonFact, Subject};
use domain::by::By;
use domain::caller::Caller;
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::person::Forgot;
use domain::problem::Problem;
use std::time::Duration;

pub(super) const NAME: UseCase = use_case!("people.forgot");

/// What is tried.
const TRY: Purpose = Purpose::Forgot;
/// No answer comes sooner: longer than the work takes, known address or not.
const AT_LEAST: Duration = Duration::from_millis(200);

pub(crate) async fn forgot(core: &Core, caller: &Caller, change: &Forgot) -> Result<(), PortalError> {
    if change.email.trim().is_empty() {
        return Err(PortalError::invalid("email", Problem::Required));
    }
    let key = EmailAddress::parse(&change.email)
        .and_then(|address| canon::email_key(&address))
        .map_err(|_| PortalError::invalid("email", Problem::NotAnEmail))?;
    let limits = [Key::place(TRY, &caller.ip), Key::address(TRY, &change.email), Key::everybody(TRY)];
    run(caller, NAME, || attempts::count(&core.database, caller.now, &limits)).await?;
    let at_least = tokio::time::sleep(AT_LEAST);
    let answer = run(caller, NAME, || ask(core, caller, &key)).await;
    at_least.await;
    answer
}

async fn ask(core: &Core, caller: &Caller, key: &str) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let Some(person) = persons::by_email(unit.connection(), key).await? else {
        // Nothing is kept of what strangers type.
        return unit.commit_progress(()).await;
    };
    reset_links::send(core, &mut unit, &person, caller.language).await?;
    let subject = Subject::Person(person.person()?);
    let by = By::Person { name: String::new(), email: None, contact: None };
    unit.commit_without_session((), AuditEvent::new(PersonFact::ResetRequested, subject, by)).await
}
