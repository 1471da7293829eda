//! The zones of domains: reading, changing them as a whole, taking a change back.
//!
//! A change survives a crash at any moment. It is written down as under way, in the transaction that queues the job which
//! looks after it; then, outside of any transaction, it is handed to the name server; then its outcome is written down.
//! Whoever died in between leaves it under way, and the job reads the zone: it holds what the change leads to, or what it
//! began with, or neither. Nothing is handed over a second time.

mod apply;
mod judge;
mod outcome;
mod read;
mod review;

pub(crate) use outcome::Settle;

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::zone_changes::{self, Home};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::run::{observe, run, use_case};
use async_trait::async_trait;
use domain::access::{DomainTarget, HoldingAction};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::dns::{
    ApplyZone, Dns, EditZone, ImportZone, NameServer, NameServerError, UndoZone, Zone, ZoneDone, ZoneFile, ZonePage,
    ZoneQuery, ZoneReview,
};
use domain::error::PortalError;
use domain::id::DomainId;
use domain::operation::DomainOperation;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long a page waits for a name server. Drivers have limits of their own; this one holds whatever they do.
const READ_TIME: Duration = Duration::from_secs(6);

/// The use-cases of zones.
#[derive(Debug, Clone)]
pub(crate) struct DnsUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Dns for DnsUseCases {
    async fn page(
        &self,
        caller: &Caller,
        acting: Acting,
        domain: DomainId,
        query: ZoneQuery,
    ) -> Result<ZonePage, PortalError> {
        let page = read::page(&self.0, caller, acting, domain, &query);
        observe(caller, Some(acting.account), use_case!("dns.page"), page).await
    }

    async fn review(&self, caller: &Caller, acting: Acting, edit: EditZone) -> Result<ZoneReview, PortalError> {
        let review = review::edit(&self.0, caller, acting, &edit);
        observe(caller, Some(acting.account), use_case!("dns.review"), review).await
    }

    async fn import(&self, caller: &Caller, acting: Acting, file: ImportZone) -> Result<ZoneReview, PortalError> {
        let review = review::import(&self.0, caller, acting, &file);
        observe(caller, Some(acting.account), use_case!("dns.import"), review).await
    }

    async fn apply(&self, caller: &Caller, acting: Acting, change: ApplyZone) -> Result<ZoneDone, PortalError> {
        let apply = apply::apply(&self.0, caller, acting, &change);
        observe(caller, Some(acting.account), use_case!("dns.apply"), apply).await
    }

    async fn undo(&self, caller: &Caller, acting: Acting, change: UndoZone) -> Result<ZoneDone, PortalError> {
        let undo = apply::undo(&self.0, caller, acting, &change);
        observe(caller, Some(acting.account), use_case!("dns.undo"), undo).await
    }

    async fn export(&self, caller: &Caller, acting: Acting, domain: DomainId) -> Result<ZoneFile, PortalError> {
        let export = read::export(&self.0, caller, acting, domain);
        observe(caller, Some(acting.account), use_case!("dns.export"), export).await
    }
}

/// Where a zone is, for whoever may look at it.
async fn seen(unit: &mut Unit<'_>, entered: &Entered, domain: DomainId) -> Result<Home, Failure> {
    let home = known(unit, entered, domain).await?;
    entered.actor.check(HoldingAction::SeeZone(DomainTarget { id: domain }))?;
    Ok(home)
}

/// The same for whoever may change it.
async fn changeable(unit: &mut Unit<'_>, entered: &Entered, domain: DomainId) -> Result<Home, Failure> {
    let home = known(unit, entered, domain).await?;
    entered.actor.check(changing(domain))?;
    Ok(home)
}

/// What whoever changes a zone does.
const fn changing(domain: DomainId) -> HoldingAction {
    HoldingAction::OperateDomain(DomainTarget { id: domain }, DomainOperation::Dns)
}

/// A domain that the actor sees. INVARIANT: one that they do not see is answered as one that is not there.
async fn known(unit: &mut Unit<'_>, entered: &Entered, domain: DomainId) -> Result<Home, Failure> {
    entered.actor.check(HoldingAction::SeeDomains)?;
    let home = zone_changes::home(unit, entered.actor.account(), domain).await?.ok_or(PortalError::NotFound)?;
    let is_seen = entered.actor.check(HoldingAction::SeeDomain(DomainTarget { id: domain })).is_ok();
    if is_seen { Ok(home) } else { Err(PortalError::NotFound.into()) }
}

/// The name server of a zone, with what it calls that; of a domain that the account has.
fn server<'c>(core: &'c Core, home: &Home) -> Option<(&'c Arc<dyn NameServer>, String)> {
    let driver = home.driver.as_ref().filter(|_| home.is_held());
    let driver = driver.and_then(|driver| core.drivers.zones.get(driver))?;
    Some((driver, home.handle(judge::ascii)))
}

/// The zone as it is now. Not within a transaction.
async fn zone_of(core: &Core, home: &Home) -> Result<Zone, PortalError> {
    let (server, handle) = server(core, home).ok_or(PortalError::NotFound)?;
    read_zone(server.as_ref(), &handle).await.map_err(|error| {
        tracing::warn!(zone = handle, %error, "name server does not give the zone");
        PortalError::Unavailable
    })
}

async fn read_zone(server: &dyn NameServer, handle: &str) -> Result<Zone, NameServerError> {
    let late = |_| NameServerError::NoAnswer("no answer in time".to_owned());
    timeout(READ_TIME, server.read(handle)).await.map_err(late)?
}

/// A domain that may be changed, asked in a unit that only reads: before anything costly is done.
async fn to_change(core: &Core, caller: &Caller, acting: Acting, domain: DomainId) -> Result<Home, PortalError> {
    let find = || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        let entered = unit.about_to_act(acting).await?;
        changeable(&mut unit, &entered, domain).await
    };
    run(caller, use_case!("dns.to_change"), find).await
}
