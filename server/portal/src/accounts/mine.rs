//! The accounts that somebody may act for, and what waits for them there.

use crate::base::canon;
use crate::base::error::Failure;
use crate::membership::acting::everywhere::Membership;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{AccountAction, Action, ContactAction, HoldingAction, ServiceTarget, sees_service};
use domain::account::{ACCESS_ENDS_SOON_MS, AccountEntry, Waiting};
use domain::billing::{self, InvoiceStatus};
use domain::contact::{AccessSummary, Verdict};
use domain::domains::{self, DomainStatus};
use domain::id::AccountId;
use domain::ports::Caller;
use domain::service::{self, EXPIRING_WITHIN_MS, ServiceStatus};
use std::collections::HashMap;

pub(crate) async fn mine(core: &Core, caller: &Caller) -> Result<Vec<AccountEntry>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let members = unit.everywhere().await?;
    let mut waiting = Counts::new(&members).read(&mut unit).await?;
    let reader = unit.author().await?.reader;
    let (templates, soon) = (core.templates(), caller.now.0 + ACCESS_ENDS_SOON_MS);
    let mut entries: Vec<AccountEntry> = members
        .into_iter()
        .map(|member| {
            let standing = member.actor.standing();
            AccountEntry {
                id: standing.account,
                sort_name: canon::fold(&member.account_name),
                status: standing.status,
                owner: standing.owner,
                access: AccessSummary::of(&member.rights, &templates),
                pinned: member.pinned,
                ends: member.ends.filter(|at| at.0 <= soon).map(|at| reader.moment(at)),
                waiting: waiting.remove(&standing.account).unwrap_or_default(),
                leave: Verdict::from(member.actor.check(AccountAction::Leave)),
                name: member.account_name,
            }
        })
        .collect();
    entries.sort_by(|a, b| b.pinned.cmp(&a.pinned).then_with(|| a.sort_name.cmp(&b.sort_name)));
    Ok(entries)
}

/// What is counted, one statement for each kind over all accounts at once.
///
/// INVARIANT: a statement is given only accounts on which the caller may see that kind, and the rows it names are
/// counted by the same decision that fills the list (SECURITY I8). Each answers in one row: with the embedded database
/// a row is a switch between threads.
struct Counts<'a> {
    members: HashMap<AccountId, &'a Membership>,
    all: HashMap<AccountId, Waiting>,
}

impl<'a> Counts<'a> {
    fn new(members: &'a [Membership]) -> Self {
        let members = members.iter().map(|member| (member.actor.account(), member));
        Self { members: members.collect(), all: HashMap::new() }
    }

    async fn read(mut self, unit: &mut Unit<'_>) -> Result<HashMap<AccountId, Waiting>, Failure> {
        self.invoices(unit).await?;
        self.services(unit).await?;
        self.domains(unit).await?;
        self.contacts(unit).await?;
        Ok(self.all)
    }

    /// Counts nought wherever the caller may do `action`, and gives those accounts as a list for a statement.
    fn begin(
        &mut self,
        action: impl Into<Action<'static>>,
        count: fn(&mut Waiting) -> &mut Option<usize>,
    ) -> Result<String, Failure> {
        let action = action.into();
        let seen = self.members.iter().filter(|(_, member)| member.actor.check(action).is_ok());
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

    async fn invoices(&mut self, unit: &mut Unit<'_>) -> Result<(), Failure> {
        let accounts = self.begin(HoldingAction::SeeInvoices, |waiting| &mut waiting.invoices)?;
        let now = unit.now().0;
        let statement = unit.dialect().spelled(
            "SELECT string_agg(account_id || ' ' || CAST(due_at AS TEXT), ',') FROM invoices \
             WHERE account_id IN LIST($1) AND status = 'unpaid' AND due_at < $2",
        );
        let (rows,) = sqlx::query_as(statement).bind(accounts).bind(now).fetch_one(unit.connection()).await?;
        for [account, due] in split(rows)? {
            if billing::is_overdue(InvoiceStatus::Unpaid, due.parse().ok(), now) {
                self.add(account.parse()?, |waiting| &mut waiting.invoices);
            }
        }
        Ok(())
    }

    async fn services(&mut self, unit: &mut Unit<'_>) -> Result<(), Failure> {
        let accounts = self.begin(HoldingAction::SeeServices, |waiting| &mut waiting.services)?;
        let now = unit.now().0;
        let statement = unit.dialect().spelled(
            "SELECT string_agg(account_id || ' ' || id || ' ' || status || ' ' || COALESCE(CAST(expires_at AS TEXT), ''), ',') \
             FROM services WHERE account_id IN LIST($1) AND (status = 'expired' OR expires_at <= $2)",
        );
        let soon = now + EXPIRING_WITHIN_MS;
        let (rows,) = sqlx::query_as(statement).bind(accounts).bind(soon).fetch_one(unit.connection()).await?;
        for [account, id, status, expires] in split(rows)? {
            let account: AccountId = account.parse()?;
            let expiring = ServiceStatus::from_key(&status)
                .is_some_and(|status| service::is_expiring(status, expires.parse().ok(), now));
            let target = ServiceTarget { id: id.parse()?, expiring };
            let member = self.members.get(&account);
            if expiring && member.is_some_and(|member| sees_service(&member.actor.standing().effective, target)) {
                self.add(account, |waiting| &mut waiting.services);
            }
        }
        Ok(())
    }

    async fn domains(&mut self, unit: &mut Unit<'_>) -> Result<(), Failure> {
        let accounts = self.begin(HoldingAction::SeeDomains, |waiting| &mut waiting.domains)?;
        let now = unit.now().0;
        let statement = unit.dialect().spelled(
            "SELECT string_agg(account_id || ' ' || status || ' ' || COALESCE(CAST(expires_at AS TEXT), ''), ',') \
             FROM domains WHERE account_id IN LIST($1) AND (status = 'expired' OR expires_at <= $2)",
        );
        let soon = now + EXPIRING_WITHIN_MS;
        let (rows,) = sqlx::query_as(statement).bind(accounts).bind(soon).fetch_one(unit.connection()).await?;
        for [account, status, expires] in split(rows)? {
            let status = DomainStatus::from_key(&status);
            if status.is_some_and(|status| domains::is_expiring(status, expires.parse().ok(), now)) {
                self.add(account.parse()?, |waiting| &mut waiting.domains);
            }
        }
        Ok(())
    }

    async fn contacts(&mut self, unit: &mut Unit<'_>) -> Result<(), Failure> {
        let accounts = self.begin(ContactAction::List, |waiting| &mut waiting.contacts)?;
        let (now, person) = (unit.now().0, unit.signed_in()?.person);
        let statement = unit.dialect().spelled(
            "SELECT string_agg(account_id, ',') FROM contacts WHERE account_id IN LIST($1) AND state = 'active' \
             AND person_id <> $2 AND ends_at > $3 AND ends_at <= $4",
        );
        let query = sqlx::query_as(statement).bind(accounts).bind(person.to_string()).bind(now);
        let (rows,) = query.bind(now + ACCESS_ENDS_SOON_MS).fetch_one(unit.connection()).await?;
        for [account] in split(rows)? {
            self.add(account.parse()?, |waiting| &mut waiting.contacts);
        }
        Ok(())
    }
}

/// The rows that a statement gave as one text: parts apart by a space, rows by a comma.
fn split<const N: usize>(rows: Option<String>) -> Result<Vec<[String; N]>, Failure> {
    let whole = |row: &str| {
        let parts: Vec<String> = row.splitn(N, ' ').map(str::to_owned).collect();
        parts.try_into().map_err(|_| Failure::Fault("a statement gave other rows than it says".to_owned()))
    };
    rows.iter().flat_map(|rows| rows.split(',')).map(whole).collect()
}
