//! The first page of an account. However much there is on it, it takes the same few statements; each gives what
//! the reader may see and nothing else.

mod billed;
mod holdings;
mod numbers;
mod people;
mod requests;
mod year;

use crate::accounts::activity;
use crate::accounts::mine::Counts;
use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::unit::Unit;
use domain::access::AccountAction;
use domain::account::Dashboard;
use domain::account::dashboard::{Due, EVENTS, Needs};
use domain::id::SubmissionId;
use domain::list::Total;
use domain::time::Timestamp;

pub(super) async fn dashboard(mut unit: Unit<'_>, entered: Entered) -> Result<Dashboard, Failure> {
    entered.actor.check(AccountAction::SeeDashboard)?;
    let waiting =
        Counts::new([&entered.actor]).read(&mut unit).await?.remove(&entered.actor.account()).unwrap_or_default();
    let numbers = numbers::numbers(&mut unit, &entered).await?;
    let held = holdings::first(&mut unit, &entered).await?;
    let people = people::people(&mut unit, &entered, &waiting).await?;
    let all = |count: Option<usize>| Total::of(count.and_then(|count| i64::try_from(count).ok()).unwrap_or(0));
    let needs = Needs {
        ownership: people.ownership,
        ends: people.ends,
        requests: requests::waiting(&mut unit, &entered).await?,
        invoices: held.invoices(numbers.invoices, &entered)?,
        services: held.expiring_services(all(waiting.services), &entered),
        domains: held.expiring_domains(all(waiting.domains), &entered),
        access: people.access,
        ending: people.ending,
        expired: people.expired,
        without_mails: people.without_mails,
    };
    Ok(Dashboard {
        numbers,
        waiting,
        needs,
        year: year::year(&mut unit, &entered).await?,
        billed: billed::billed(&mut unit, &entered).await?,
        services: held.services(&entered),
        activity: activity::latest(&mut unit, &entered, EVENTS).await?,
        submission: SubmissionId::new(random::id(unit.now())),
    })
}

/// A date as the reader has it in the calendar.
fn due(entered: &Entered, at: i64) -> Due {
    let (reader, at) = (&entered.author.reader, Timestamp(at));
    Due { days: reader.days(entered.now, at), at: reader.date(at) }
}
