//! The accounts a person may act for.

mod activity;
pub(crate) mod create;
mod dashboard;
mod leave;
mod mine;
mod pin;

use crate::base::error::Failure;
use crate::membership::open_requests::open_requests;
use crate::records::templates;
use crate::unit::core::Core;
use crate::unit::{Unit, run};
use domain::access::{AccountAction, ActorView, ContactAction};
use domain::account::{AccountEntry, Dashboard, LeaveAccount, PinAccount};
use domain::audit::ActivityRow;
use domain::list::Page;
use domain::ports::{AccountView, Accounts, Acting, Answer, Caller};
use std::sync::Arc;

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

    fn dashboard<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Dashboard> {
        Box::pin(
            async move { run(caller, "accounts.dashboard", || dashboard::dashboard(&self.0, caller, acting)).await },
        )
    }

    fn activity<'a>(&'a self, caller: &'a Caller, acting: Acting, cursor: String) -> Answer<'a, Page<ActivityRow>> {
        Box::pin(async move {
            run(caller, "accounts.activity", || activity::activity(&self.0, caller, acting, &cursor)).await
        })
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
