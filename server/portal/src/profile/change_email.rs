//! Asking for another address, and for a link that proves the present one.
//!
//! An address that somebody else signs in with gets the same answer and costs the same work: a row, a mail to it and a mail
//! to the present one. Only the link is missing in the first, so that nobody can prove it.

use crate::base::canon;
use crate::base::error::Failure;
use crate::membership::confirm::Confirmed;
use crate::profile::letters;
use crate::records::email_links;
use crate::records::persons::{self, PersonRecord};
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run, use_case};
use crate::unit::{Unit, Writes};
use domain::audit::{PersonFact, Subject};
use domain::caller::Caller;
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::id::PersonId;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::profile::ChangeEmail;
use std::time::Duration;

pub(super) const CHANGE: UseCase = use_case!("profile.change_email");
pub(super) const VERIFY: UseCase = use_case!("profile.verify_email");

/// No answer comes sooner: longer than the work takes, whether somebody has the address or not.
const AT_LEAST: Duration = Duration::from_millis(200);

pub(crate) async fn change(core: &Core, caller: &Caller, change: &ChangeEmail) -> Result<(), PortalError> {
    let person = run(caller, CHANGE, || whoever_asks(core, caller)).await?;
    let wanted = Wanted::read(&change.email)?;
    if wanted.key == person.email_key {
        return Err(PortalError::invalid("email", PersonProblem::SameAddress));
    }
    // The password again: whoever merely sits at the browser does not take the login along.
    let confirmed = Confirmed::by(core, caller, CHANGE, &change.current).await?;
    let id = confirmed.signed_in.person;
    let limits = [Key::person(Purpose::ProveAddress, id), Key::address(Purpose::ProveAddress, &change.email)];
    run(caller, CHANGE, || attempts::count(&core.database, caller.now, &limits)).await?;
    let at_least = tokio::time::sleep(AT_LEAST);
    let answer = run(caller, CHANGE, || ask(core, caller, &confirmed, &wanted)).await;
    at_least.await;
    answer
}

/// The address wanted.
struct Wanted {
    email: String,
    key: String,
}

impl Wanted {
    fn read(typed: &str) -> Result<Self, PortalError> {
        if typed.trim().is_empty() {
            return Err(PortalError::invalid("email", Problem::Required));
        }
        let address = EmailAddress::parse(typed).map_err(|_| PortalError::invalid("email", Problem::NotAnEmail))?;
        let key = canon::email_key(&address).map_err(|_| PortalError::invalid("email", Problem::NotAnEmail))?;
        Ok(Self { email: address.to_string(), key })
    }
}

async fn whoever_asks(core: &Core, caller: &Caller) -> Result<PersonRecord, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let person = unit.signed_in()?.person;
    Ok(persons::by_id(unit.connection(), person).await?.ok_or(PortalError::SignInRequired)?)
}

async fn ask(core: &Core, caller: &Caller, confirmed: &Confirmed, wanted: &Wanted) -> Result<(), Failure> {
    let (id, person) = (confirmed.signed_in.person, &confirmed.person);
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let holder = persons::by_email(unit.connection(), &wanted.key).await?;
    let token = email_links::issue(&mut unit, id, &wanted.email, &wanted.key).await?;
    confirmed.forget(&mut unit).await?;
    match &holder {
        None => letters::confirm(core, &mut unit, person, &wanted.email, &token)?,
        Some(somebody) => letters::taken(core, &mut unit, somebody)?,
    }
    letters::changing(core, &mut unit, person, &wanted.email)?;
    unit.commit_own((), AuditEvent::new(PersonFact::EmailAsked, Subject::Person(id), person.by())).await
}

/// A link that proves the present address, for those who never did. Whoever did is sent none.
pub(crate) async fn verify_present(core: &Core, caller: &Caller) -> Result<(), PortalError> {
    let person = run(caller, VERIFY, || whoever_asks(core, caller)).await?;
    let id = caller.signed_in().ok_or(PortalError::SignInRequired)?.person;
    let limits = [Key::person(Purpose::ProveAddress, id), Key::address(Purpose::ProveAddress, &person.email)];
    run(caller, VERIFY, || attempts::count(&core.database, caller.now, &limits)).await?;
    run(caller, VERIFY, || send_present(core, caller, id, &person)).await
}

async fn send_present(core: &Core, caller: &Caller, id: PersonId, person: &PersonRecord) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let (verified_at,): (Option<i64>,) = sqlx::query_as("SELECT verified_at FROM persons WHERE id = $1")
        .bind(&person.id)
        .fetch_one(unit.connection())
        .await?;
    if verified_at.is_some() {
        return Ok(());
    }
    let token = email_links::issue(&mut unit, id, &person.email, &person.email_key).await?;
    letters::confirm(core, &mut unit, person, &person.email, &token)?;
    unit.commit_own((), AuditEvent::new(PersonFact::EmailAsked, Subject::Person(id), person.by())).await
}

/// Calls it off: the link is dead, and the present address stays.
pub(crate) async fn cancel(mut unit: Unit<'_>) -> Result<(), Failure> {
    let person = unit.signed_in()?.person;
    let author = unit.author().await?;
    if !email_links::kill(&mut unit, person).await? {
        unit.counts()?;
        return unit.commit_progress(()).await;
    }
    unit.commit_own((), AuditEvent::new(PersonFact::EmailCancelled, Subject::Person(person), author.by())).await
}
