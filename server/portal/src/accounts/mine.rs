//! The accounts that somebody may act for, and what waits for them there.

use crate::base::canon;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{AccountAction, Action, Actor, ContactAction, HoldingAction, ServiceTarget, sees_service};
use domain::account::{ACCESS_ENDS_SOON_MS, AccountEntry, Waiting};
use domain::billing::{self, InvoiceStatus};
use domain::contact::{AccessSummary, Verdict};
use domain::domains::{self, DomainStatus};
use domain::id::{AccountId, ContactId, DomainId, ServiceId};
use domain::mark;
use domain::service::{self, EXPIRING_WITHIN_MS, ServiceStatus};
use sqlx::FromRow;
use std::collections::HashMap;

pub(crate) async fn mine(core: &Core, mut unit: Unit<'_>) -> Result<Vec<AccountEntry>, Failure> {
    let members = unit.memberships().await?;
    let mut waiting = Counts::new(members.iter().map(|member| &member.actor)).read(&mut unit).await?;
    let reader = unit.author().await?.reader;
    let looks = mark::looks(members.iter().map(|member| member.actor.account()));
    let (templates, soon) = (core.templates(), unit.now().0 + ACCESS_ENDS_SOON_MS);
    let mut entries: Vec<AccountEntry> = members
        .into_iter()
        .filter_map(|member| {
            let standing = member.actor.standing();
            Some(AccountEntry {
                id: standing.account,
                mark: *looks.get(&standing.account)?,
                sort_name: canon::fold(&member.account_name),
                status: standing.status,
                owner: standing.owner,
                access: AccessSummary::of(&member.rights, &templates),
                pinned: member.pinned,
                ends: member.ends.filter(|at| at.0 <= soon).map(|at| reader.moment(at)),
                waiting: waiting.remove(&standing.account).unwrap_or_default(),
                leave: Verdict::from(member.actor.check(AccountAction::Leave)),
                name: member.account_name,
            })
        })
        .collect();
    entries.sort_by(|a, b| b.pinned.cmp(&a.pinned).then_with(|| a.sort_name.cmp(&b.sort_name)));
    Ok(entries)
}

/// What waits on accounts, counted in one statement over all of them.
///
/// INVARIANT: each kind is given only accounts on which the caller may see it, and the rows it names are counted by the
/// same decision that fills the list (SECURITY I8).
pub(super) struct Counts<'a> {
    actors: HashMap<AccountId, &'a Actor>,
    all: HashMap<AccountId, Waiting>,
}

/// The rows of each kind, as JSON.
#[derive(FromRow)]
struct Rows {
    invoices: String,
    services: String,
    domains: String,
    contacts: String,
}

impl<'a> Counts<'a> {
    pub(super) fn new(actors: impl IntoIterator<Item = &'a Actor>) -> Self {
        let actors = actors.into_iter().map(|actor| (actor.account(), actor));
        Self { actors: actors.collect(), all: HashMap::new() }
    }

    pub(super) async fn read(mut self, unit: &mut Unit<'_>) -> Result<HashMap<AccountId, Waiting>, Failure> {
        let rows = self.rows(unit).await?;
        let now = unit.now().0;
        for (account, due) in serde_json::from_str::<Vec<(AccountId, Option<i64>)>>(&rows.invoices)? {
            if billing::is_overdue(InvoiceStatus::Unpaid, due, now) {
                self.add(account, |waiting| &mut waiting.invoices);
            }
        }
        for (account, id, status, expires) in serde_json::from_str::<Vec<Service>>(&rows.services)? {
            let expiring =
                ServiceStatus::from_key(&status).is_some_and(|status| service::is_expiring(status, expires, now));
            let target = ServiceTarget { id, expiring };
            let actor = self.actors.get(&account);
            if expiring && actor.is_some_and(|actor| sees_service(&actor.standing().effective, target)) {
                self.add(account, |waiting| &mut waiting.services);
            }
        }
        for (account, id, status, expires) in serde_json::from_str::<Vec<Domain>>(&rows.domains)? {
            let expiring =
                DomainStatus::from_key(&status).is_some_and(|status| domains::is_expiring(status, expires, now));
            let actor = self.actors.get(&account);
            if expiring && actor.is_some_and(|actor| actor.standing().effective.sees_domain(id)) {
                self.add(account, |waiting| &mut waiting.domains);
            }
        }
        for (account,) in serde_json::from_str::<Vec<(AccountId,)>>(&rows.contacts)? {
            self.add(account, |waiting| &mut waiting.contacts);
        }
        Ok(self.all)
    }

    /// Counts nought wherever the caller may do `action`, and gives those accounts as a list for a statement.
    fn begin(
        &mut self,
        action: impl Into<Action<'static>>,
        count: fn(&mut Waiting) -> &mut Option<usize>,
    ) -> Result<String, Failure> {
        let action = action.into();
        let seen = self.actors.iter().filter(|(_, actor)| actor.check(action).is_ok());
        let seen: Vec<AccountId> = seen.map(|(account, _)| *account).collect();
        for account in &seen {
            *count(self.all.entry(*account).or_default()) = Some(0);
        }
        Ok(serde_json::to_string(&seen)?)
    }

    /// One more on an account that is counted.
    fn add(&mut self, account: AccountId, count: fn(&mut Waiting) -> &mut Option<usize>) {
        if let Some(Some(number)) = self.all.get_mut(&account).map(count) {
            *number += 1;
        }
    }

    async fn rows(&mut self, unit: &mut Unit<'_>) -> Result<Rows, Failure> {
        let now = unit.now().0;
        // Whoever acts, in a view as a contact whoever is viewed: their own end is no other's.
        let own: Vec<ContactId> = self.actors.values().map(|actor| actor.contact()).collect();
        let statement = both!(
            "SELECT (SELECT ",
            json("account_id, due_at"),
            " FROM invoices WHERE account_id IN ",
            list("$1"),
            " AND status = 'unpaid' AND due_at < $5) AS invoices, (SELECT ",
            json("account_id, id, status, expires_at"),
            " FROM services WHERE account_id IN ",
            list("$2"),
            " AND (status = 'expired' OR expires_at <= $6)) AS services, (SELECT ",
            json("account_id, id, status, expires_at"),
            " FROM domains WHERE account_id IN ",
            list("$3"),
            " AND (status = 'expired' OR expires_at <= $6)) AS domains, (SELECT ",
            json("account_id"),
            " FROM contacts WHERE account_id IN ",
            list("$4"),
            " AND state = 'active' AND id NOT IN ",
            list("$7"),
            " AND ends_at > $5 AND ends_at <= $8) AS contacts"
        );
        Ok(sqlx::query_as(statement.on(unit.dialect()))
            .bind(self.begin(HoldingAction::SeeInvoices, |waiting| &mut waiting.invoices)?)
            .bind(self.begin(HoldingAction::SeeServices, |waiting| &mut waiting.services)?)
            .bind(self.begin(HoldingAction::SeeDomains, |waiting| &mut waiting.domains)?)
            .bind(self.begin(ContactAction::List, |waiting| &mut waiting.contacts)?)
            .bind(now)
            .bind(now + EXPIRING_WITHIN_MS)
            .bind(serde_json::to_string(&own)?)
            .bind(now + ACCESS_ENDS_SOON_MS)
            .fetch_one(unit.connection())
            .await?)
    }
}

/// Account, id, status and end of a domain.
type Domain = (AccountId, DomainId, String, Option<i64>);

/// Account, id, status and end of a service.
type Service = (AccountId, ServiceId, String, Option<i64>);
