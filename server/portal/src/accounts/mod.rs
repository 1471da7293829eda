//! The accounts a person may act for.

mod activity;
mod activity_filter;
pub(crate) mod create;
mod dashboard;
mod leave;
mod mine;
mod own_access;
mod pin;

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::open_requests::open_requests;
use crate::records::templates;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes};
use async_trait::async_trait;
use domain::access::{AccountAction, ActorView, ContactAction};
use domain::account::{AccountEntry, AccountView, Accounts, Dashboard, LeaveAccount, OwnAccess, PinAccount};
use domain::acting::Acting;
use domain::audit::{ActivityExport, ActivityFilter, ActivityQuery, ActivityRow};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::list::Page;
use domain::mark;
use std::sync::Arc;

/// The use-cases of accounts.
#[derive(Debug, Clone)]
pub(crate) struct AccountsUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Accounts for AccountsUseCases {
    async fn mine(&self, caller: &Caller) -> Result<Vec<AccountEntry>, PortalError> {
        self.0.read(caller, use_case!("accounts.mine"), |unit| mine::mine(&self.0, unit)).await
    }

    async fn open(&self, caller: &Caller, acting: Acting) -> Result<AccountView, PortalError> {
        let open = |unit, entered| open(&self.0, unit, entered);
        self.0.look(caller, acting, use_case!("accounts.open"), open).await
    }

    async fn dashboard(&self, caller: &Caller, acting: Acting) -> Result<Dashboard, PortalError> {
        self.0.look(caller, acting, use_case!("accounts.dashboard"), dashboard::dashboard).await
    }

    async fn own_access(&self, caller: &Caller, acting: Acting) -> Result<OwnAccess, PortalError> {
        let read = |unit, entered| own_access::read(&self.0, unit, entered);
        self.0.look(caller, acting, use_case!("accounts.own_access"), read).await
    }

    async fn activity(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ActivityQuery,
    ) -> Result<Page<ActivityRow>, PortalError> {
        // A name is looked for in all of the log.
        let _turn = if query.filter.person.is_empty() { None } else { Some(self.0.long_reads.turn().await?) };
        let list = |unit, entered| activity::activity(unit, entered, &query);
        self.0.look(caller, acting, use_case!("accounts.activity"), list).await
    }

    async fn activity_export(
        &self,
        caller: &Caller,
        acting: Acting,
        filter: ActivityFilter,
    ) -> Result<ActivityExport, PortalError> {
        let _turn = self.0.long_reads.turn().await?;
        let export = |unit, entered| activity::export(unit, entered, &filter);
        self.0.look(caller, acting, use_case!("accounts.activity_export"), export).await
    }

    async fn pin(&self, caller: &Caller, acting: Acting, change: PinAccount) -> Result<(), PortalError> {
        let pin = |unit, entered| pin::pin(unit, entered, &change);
        self.0.act(caller, acting, use_case!("accounts.pin"), Writes::Other, pin).await
    }

    async fn leave(&self, caller: &Caller, acting: Acting, change: LeaveAccount) -> Result<(), PortalError> {
        let leave = || leave::leave(&self.0, caller, acting, &change);
        answer(caller, Some(acting.account), use_case!("accounts.leave"), leave).await
    }
}

async fn open(core: &Core, mut unit: Unit<'_>, entered: Entered) -> Result<AccountView, Failure> {
    entered.actor.check(AccountAction::SeeDashboard)?;
    let reach = unit.reach().await?;
    let exit_to = if let [only] = reach.owned.as_slice() { Some(*only) } else { None };
    let account = entered.actor.account();
    let own = reach.owned.contains(&account);
    let management_mode = reach.accounts.len() > 1 && !own;
    // The account is one of them: whoever acts on it reaches it.
    let mark = *mark::looks(reach.accounts).get(&account).ok_or(PortalError::NotFound)?;
    // For the filter of the list only: they need not come with every page of whoever never sees it.
    let sees_list = entered.actor.check(ContactAction::List).is_ok();
    let mut own_templates = Vec::new();
    if sees_list {
        own_templates.clone_from(&core.config.templates);
        own_templates.extend(templates::own_templates(&mut unit, account).await?);
    }
    let requests = open_requests(&mut unit, &entered).await?;
    Ok(AccountView {
        requests,
        name: entered.account_name,
        actor: ActorView { standing: entered.actor.standing().clone() },
        viewing_name: entered.viewing_name,
        mark,
        management_mode,
        exit_to,
        own_templates,
    })
}
