//! The accounts a person may act for.

pub(crate) mod create;
mod leave;
mod mine;
mod pin;

use crate::base::error::{Failure, StoredError};
use crate::membership::open_requests::open_requests;
use crate::membership::reading::Reading;
use crate::records::templates;
use crate::unit::audit;
use crate::unit::core::Core;
use crate::unit::{Unit, run};
use domain::access::{AccountAction, ActorView, ContactAction};
use domain::account::{AccountEntry, LeaveAccount, PinAccount};
use domain::audit::{ActivityRow, By, FactKind};
use domain::id::ContactId;
use domain::ports::{AccountView, Accounts, Acting, Answer, Caller};
use domain::time::Timestamp;
use std::sync::Arc;

/// How many rows the activity page shows.
const ACTIVITY: i64 = 100;

/// The use-cases of accounts.
#[derive(Debug, Clone)]
pub(crate) struct AccountsUseCases(pub(crate) Arc<Core>);

impl Accounts for AccountsUseCases {
    fn mine<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Vec<AccountEntry>> {
        Box::pin(async move { run(caller, "accounts.mine", || mine::mine(&self.0, caller)).await })
    }

    fn open<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, AccountView> {
        Box::pin(async move { run(caller, "accounts.open", || open(&self.0, caller, acting)).await })
    }

    fn activity<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Vec<ActivityRow>> {
        Box::pin(async move { run(caller, "accounts.activity", || activity(&self.0, caller, acting)).await })
    }

    fn pin<'a>(&'a self, caller: &'a Caller, acting: Acting, change: PinAccount) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "accounts.pin", || pin::pin(&self.0, caller, acting, &change)).await })
    }

    fn leave<'a>(&'a self, caller: &'a Caller, acting: Acting, change: LeaveAccount) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "accounts.leave", || leave::leave(&self.0, caller, acting, &change)).await })
    }
}

async fn open(core: &Core, caller: &Caller, acting: Acting) -> Result<AccountView, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    entered.actor.check(AccountAction::SeeDashboard)?;
    let reach = unit.reach().await?;
    let exit_to = if let [only] = reach.owned.as_slice() { Some(*only) } else { None };
    let own = reach.owned.contains(&acting.account);
    // For the filter of the list only: they need not come with every page of whoever never sees it.
    let sees_list = entered.actor.check(ContactAction::List).is_ok();
    let mut own_templates = Vec::new();
    if sees_list {
        own_templates.clone_from(&core.config.templates);
        own_templates.extend(templates::own_templates(&mut unit, acting.account).await?);
    }
    let requests = open_requests(&mut unit, &entered).await?;
    Ok(AccountView {
        requests,
        name: entered.account_name,
        actor: ActorView { standing: entered.actor.standing().clone() },
        viewing_name: entered.viewing_name,
        management_mode: reach.accounts > 1 && !own,
        exit_to,
        own_templates,
    })
}

async fn activity(core: &Core, caller: &Caller, acting: Acting) -> Result<Vec<ActivityRow>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    entered.actor.check(AccountAction::SeeActivity)?;
    let reading = Reading::of(&mut unit, &entered).await?;
    let rows: Vec<(i64, String, String, i64, String)> = sqlx::query_as(
        "SELECT at, kind, person_name, format, details FROM audit WHERE chain = $1 ORDER BY seq DESC LIMIT $2",
    )
    .bind(acting.account.to_string())
    .bind(ACTIVITY)
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter()
        .map(|(at, kind, name, format, details)| {
            let details = audit::Details::read(format, &details)?;
            let about: Vec<ContactId> = details.targets.iter().map(|(contact, _)| *contact).collect();
            Ok(ActivityRow {
                at: entered.author.reader.moment(Timestamp(at)),
                by: reading.by(details.by.unwrap_or(By::Person { name, email: None, contact: None })),
                kind: FactKind::from_key(&kind).ok_or_else(|| StoredError(format!("unknown event {kind}")))?,
                targets: reading.targets(details.targets),
                changes: reading.logged(details.changes, &about),
            })
        })
        .collect()
}
