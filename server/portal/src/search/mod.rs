//! Search across an account.
//!
//! INVARIANT: each kind is asked with the check of its list, and finds rows that the list shows (SECURITY T10, I8).

use crate::base::canon;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::contacts::ContactRecord;
use crate::records::{contact_list, holdings};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::run::use_case;
use async_trait::async_trait;
use domain::access::{AccountAction, ContactAction, HoldingAction};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::details::full_name;
use domain::error::PortalError;
use domain::search::{
    AccountHit, DomainHit, FOUND_EACH, Findings, Found, InvoiceHit, PersonHit, Search, SearchWords, ServiceHit,
};
use domain::time::Timestamp;
use std::sync::Arc;

/// The use-cases of searching.
#[derive(Debug, Clone)]
pub(crate) struct SearchUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Search for SearchUseCases {
    async fn find(&self, caller: &Caller, acting: Acting, words: SearchWords) -> Result<Findings, PortalError> {
        let find = |unit, entered| find(unit, entered, &words);
        self.0.look(caller, acting, use_case!("search.find"), find).await
    }

    async fn accounts(&self, caller: &Caller, words: Option<SearchWords>) -> Result<Found<AccountHit>, PortalError> {
        self.0.read(caller, use_case!("search.accounts"), |unit| accounts(unit, words.as_ref())).await
    }
}

/// How many are read: one more says that there are others.
const LIMIT: usize = FOUND_EACH + 1;

async fn find(mut unit: Unit<'_>, entered: Entered, words: &SearchWords) -> Result<Findings, Failure> {
    entered.actor.check(AccountAction::SeeDashboard)?;
    Ok(Findings {
        people: people(&mut unit, &entered, words).await?,
        services: services(&mut unit, &entered, words).await?,
        domains: domains(&mut unit, &entered, words).await?,
        invoices: invoices(&mut unit, &entered, words).await?,
    })
}

async fn people(
    unit: &mut Unit<'_>,
    entered: &Entered,
    words: &SearchWords,
) -> Result<Option<Found<PersonHit>>, Failure> {
    if entered.actor.check(ContactAction::List).is_err() {
        return Ok(None);
    }
    let hit = |record: ContactRecord| -> Result<PersonHit, Failure> {
        Ok(PersonHit {
            id: record.contact()?,
            name: full_name(&record.first_name, &record.last_name, &record.email),
            status: record.state().status(record.ends_at.map(Timestamp), entered.now),
            email: record.email,
        })
    };
    let found = contact_list::first(unit, entered.actor.account(), words.as_str(), LIMIT).await?;
    Ok(Some(Found::of(found.into_iter().map(hit).collect::<Result<_, _>>()?)))
}

async fn services(
    unit: &mut Unit<'_>,
    entered: &Entered,
    words: &SearchWords,
) -> Result<Option<Found<ServiceHit>>, Failure> {
    if entered.actor.check(HoldingAction::SeeServices).is_err() {
        return Ok(None);
    }
    let (account, held) = (entered.actor.account(), &entered.actor.standing().effective);
    let found = holdings::find_services(unit, account, held, words.as_str(), LIMIT).await?;
    Ok(Some(Found::of(found)))
}

async fn domains(
    unit: &mut Unit<'_>,
    entered: &Entered,
    words: &SearchWords,
) -> Result<Option<Found<DomainHit>>, Failure> {
    if entered.actor.check(HoldingAction::SeeDomains).is_err() {
        return Ok(None);
    }
    let (account, held) = (entered.actor.account(), &entered.actor.standing().effective);
    let found = holdings::find_domains(unit, account, held, (words.as_str(), LIMIT)).await?;
    Ok(Some(Found::of(found)))
}

async fn invoices(
    unit: &mut Unit<'_>,
    entered: &Entered,
    words: &SearchWords,
) -> Result<Option<Found<InvoiceHit>>, Failure> {
    if entered.actor.check(HoldingAction::SeeInvoices).is_err() {
        return Ok(None);
    }
    let found = holdings::find_invoices(unit, entered.actor.account(), words.as_str(), LIMIT).await?;
    Ok(Some(Found::of(found)))
}

/// By the names of the chooser: each word stands somewhere in it.
async fn accounts(mut unit: Unit<'_>, words: Option<&SearchWords>) -> Result<Found<AccountHit>, Failure> {
    let words = words.map(|words| canon::fold(words.as_str())).unwrap_or_default();
    let mut found = Vec::new();
    for member in unit.memberships().await? {
        let name = canon::fold(&member.account_name);
        if words.split(' ').all(|word| name.contains(word)) {
            found.push((name, AccountHit { id: member.actor.account(), name: member.account_name }));
        }
    }
    found.sort_by(|(name, one), (other_name, other)| name.cmp(other_name).then(one.id.cmp(&other.id)));
    Ok(Found::of(found.into_iter().map(|(_, hit)| hit).collect()))
}
