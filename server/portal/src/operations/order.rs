//! Having something done: what is intended, the job and the fact, in one commit.

use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::enter::submission_of;
use crate::operations::CarryOut;
use crate::operations::found::operated;
use crate::records::holdings;
use crate::records::operations::{self, NewOperation};
use crate::records::ssh_keys;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::audit::{OperationFact, Subject};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::{AccountId, OrderId, ServiceId};
use domain::operation::Operation;
use domain::operations::{OrderOperation, OrderPower, POWERED, PowerOutcome, submission_on};
use domain::problem::{OperationProblem, Problem};
use domain::service::ServiceChoice;
use std::collections::{BTreeMap, BTreeSet};

/// Has one thing done to one service.
pub(super) async fn one(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &OrderOperation,
) -> Result<OrderId, PortalError> {
    let order = |unit, entered| order(core, unit, entered, change);
    core.change(caller, acting, use_case!("operations.order"), Writes::Other, change.submission, order).await
}

/// Changes the power of several services, each in a transaction of its own. All of them count as one change: the first one
/// that is made.
pub(super) async fn many(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &OrderPower,
) -> Result<Vec<PowerOutcome>, PortalError> {
    let chosen: BTreeSet<ServiceId> = change.services.iter().copied().collect();
    if chosen.len() > POWERED || change.to.operation() != Operation::Power {
        return Err(PortalError::Malformed);
    }
    let look = || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        let entered = unit.about_to_act(acting).await?;
        names(unit, entered, &chosen).await
    };
    let names = answer(caller, Some(acting.account), use_case!("operations.order_power"), look).await?;
    let mut outcomes = Vec::with_capacity(chosen.len());
    let mut is_counted = false;
    for service in chosen {
        let submission = submission_on(change.submission, service, change.to);
        let change = OrderOperation::plain(submission, service, change.to);
        let outcome = if is_counted {
            let again = || uncounted(core, caller, acting, &change);
            answer(caller, Some(acting.account), use_case!("operations.order"), again).await
        } else {
            one(core, caller, acting, &change).await
        };
        is_counted |= outcome.is_ok();
        outcomes.push(PowerOutcome { service, name: names.get(&service).cloned(), outcome });
    }
    Ok(outcomes)
}

/// The names of those of these services that the actor sees.
async fn names(
    mut unit: Unit<'_>,
    entered: Entered,
    chosen: &BTreeSet<ServiceId>,
) -> Result<BTreeMap<ServiceId, String>, Failure> {
    if entered.actor.check(HoldingAction::SeeServices).is_err() {
        return Ok(BTreeMap::new());
    }
    let (account, held) = (entered.actor.account(), &entered.actor.standing().effective);
    let known = holdings::known_of(&mut unit, account, held, chosen).await?;
    Ok(known.into_iter().filter_map(|ServiceChoice { id, name, .. }| Some((id, name?))).collect())
}

async fn uncounted(core: &Core, caller: &Caller, acting: Acting, change: &OrderOperation) -> Result<OrderId, Failure> {
    let mut unit = Unit::write_signed_in(&core.database, caller, Writes::Other).await?.uncounted();
    let entered = unit.acting(acting).await?;
    match unit.replay(submission_of(Some(change.submission))?).await? {
        Some(done) => Ok(done),
        None => order(core, unit, entered, change).await,
    }
}

async fn order(core: &Core, mut unit: Unit<'_>, entered: Entered, change: &OrderOperation) -> Result<OrderId, Failure> {
    let operation = change.to.operation();
    let (found, permit) = operated(core, &mut unit, &entered, (change.service, operation)).await?;
    let (account, contact) = (entered.actor.account(), entered.actor.contact());
    let (task, name) = (change.task(key_lines(&mut unit, account, change).await?)?, found.service.name);
    change.confirmed(&name)?;
    let (id, service) = (OrderId::new(random::id(unit.now())), change.service);
    let asker = unit.signed_in()?;
    let new = NewOperation { id, service, task: &task, asker, contact, by: &entered.author };
    if !operations::add(&mut unit, permit.authority(), &new).await? {
        return Err(PortalError::invalid("service", OperationProblem::ServiceBusy { name }).into());
    }
    unit.job(CarryOut::job(account, id)?);
    let fact = OperationFact::Asked { service, verb: change.to };
    let event = AuditEvent::new(fact, Subject::Service(service), entered.author.by());
    unit.commit(permit, id, event.to(contact, entered.author.name.clone())).await
}

/// The lines of the SSH keys that were chosen.
async fn key_lines(unit: &mut Unit<'_>, account: AccountId, change: &OrderOperation) -> Result<Vec<String>, Failure> {
    if change.keys.is_empty() {
        return Ok(Vec::new());
    }
    let keys = ssh_keys::some(unit, account, &change.keys).await?;
    if keys.len() < change.keys.len() {
        return Err(PortalError::invalid("keys", Problem::NotOffered).into());
    }
    Ok(keys.into_iter().map(|key| key.line).collect())
}
