//! The accounts a person may act for.

pub(crate) mod create;

use crate::contacts::page::name_services;
use crate::core::Core;
use crate::error::{Failure, StoredError};
use crate::rules::templates;
use crate::unit::{Unit, run};
use crate::{acting, asking, audit, holdings, rights};
use domain::access::{Action, ActorView, authorize};
use domain::account::{AccountEntry, AccountStatus, OwnerKind};
use domain::audit::{ActivityRow, AuditKind};
use domain::contact::AccessSummary;
use domain::id::{AccountId, ContactId};
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
        Box::pin(async move { run(caller, "accounts.mine", || mine(&self.0, caller)).await })
    }

    fn open<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, AccountView> {
        Box::pin(async move { run(caller, "accounts.open", || open(&self.0, caller, acting)).await })
    }

    fn activity<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Vec<ActivityRow>> {
        Box::pin(async move { run(caller, "accounts.activity", || activity(&self.0, caller, acting)).await })
    }
}

async fn mine(core: &Core, caller: &Caller) -> Result<Vec<AccountEntry>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let memberships = memberships(&mut unit).await?;
    let templates = core.templates();
    let mut entries = Vec::with_capacity(memberships.len());
    for member in memberships {
        let mut given = rights::of_contact(&mut unit, member.account, member.contact).await?;
        given.rights.template = member.template;
        entries.push(AccountEntry {
            id: member.account,
            name: member.name,
            status: member.status,
            owner: member.owner,
            access: AccessSummary::of(&given.rights, &templates),
        });
    }
    entries.sort_by_key(|entry| crate::canon::fold(&entry.name));
    Ok(entries)
}

/// An account that somebody may act for.
pub(crate) struct Membership {
    pub(crate) account: AccountId,
    pub(crate) name: String,
    pub(crate) status: AccountStatus,
    pub(crate) contact: ContactId,
    pub(crate) owner: Option<OwnerKind>,
    template: Option<String>,
}

/// Every account that the caller may act for now.
pub(crate) async fn memberships(unit: &mut Unit<'_>) -> Result<Vec<Membership>, Failure> {
    let person = unit.signed_in()?.person;
    let rows: Vec<(String, String, String, String, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT a.id, a.name, a.status, c.id, c.owner, c.template FROM contacts c JOIN accounts a ON a.id = c.account_id \
         WHERE c.person_id = $1 AND c.state = 'active' AND (c.ends_at IS NULL OR c.ends_at > $2)",
    )
    .bind(person.to_string())
    .bind(unit.now().0)
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter()
        .map(|(account, name, status, contact, owner, template)| {
            Ok(Membership {
                account: account.parse()?,
                name,
                status: AccountStatus::from_key(&status),
                contact: contact.parse()?,
                owner: owner.as_deref().map(acting::owner_kind).transpose()?,
                template,
            })
        })
        .collect()
}

async fn open(core: &Core, caller: &Caller, acting: Acting) -> Result<AccountView, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    let _ = authorize(&entered.actor, &Action::SeeDashboard)?;
    let memberships = memberships(&mut unit).await?;
    let mut owned = memberships.iter().filter(|member| member.owner.is_some()).map(|member| member.account);
    let exit_to = match (owned.next(), owned.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    let own = memberships.iter().any(|member| member.account == acting.account && member.owner.is_some());
    // For the filter of the list only: they need not come with every page of whoever never sees it.
    let sees_list = authorize(&entered.actor, &Action::SeeContacts).is_ok();
    let mut own_templates = Vec::new();
    if sees_list {
        own_templates.clone_from(&core.config.templates);
        let of_account = templates::own(&mut unit, acting.account).await?;
        own_templates.extend(of_account.into_iter().map(|own| own.template));
    }
    let requests = asking::open_requests(&mut unit, &entered).await?;
    Ok(AccountView {
        requests,
        name: entered.account_name,
        actor: ActorView { standing: entered.actor.standing().clone() },
        viewing_name: entered.viewing_name,
        management_mode: memberships.len() > 1 && !own,
        exit_to,
        own_templates,
    })
}

async fn activity(core: &Core, caller: &Caller, acting: Acting) -> Result<Vec<ActivityRow>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    let permit = authorize(&entered.actor, &Action::SeeActivity)?;
    let names = holdings::store::all_choices(&mut unit, permit.account()).await?;
    let rows: Vec<(i64, String, String, String)> =
        sqlx::query_as("SELECT at, kind, person_name, details FROM audit WHERE chain = $1 ORDER BY seq DESC LIMIT $2")
            .bind(permit.account().to_string())
            .bind(ACTIVITY)
            .fetch_all(unit.connection())
            .await?;
    rows.into_iter()
        .map(|(at, kind, by, details)| {
            let mut details: audit::Details = serde_json::from_str(&details)?;
            name_services(&mut details.changes, &names);
            Ok(ActivityRow {
                at: entered.author.reader.moment(Timestamp(at)),
                by,
                kind: AuditKind::from_key(&kind).ok_or_else(|| StoredError(format!("unknown event {kind}")))?,
                targets: details.targets,
                changes: details.changes,
            })
        })
        .collect()
}
