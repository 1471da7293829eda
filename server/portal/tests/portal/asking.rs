//! Asking for access: who is told, who decides, what is given and until when, and that nothing prolongs it.

mod decisions;
mod ends;
mod requests;

use crate::support::World;
use crate::support::contacts::{at, submission};
use domain::acting::Acting;
use domain::asking::{AskForAccess, DecideAccess, Decision, Duration, Outcome, Requests, RequestsQuery};
use domain::error::PortalError;
use domain::id::{AccessRequestId, ServiceId};
use domain::ports::Caller;
use domain::privilege::Privilege;
use domain::time::Timestamp;

pub async fn ask(world: &World, who: &Caller, acting: Acting, right: &str) -> Result<(), PortalError> {
    ask_on(world, who, acting, right, None).await
}

async fn ask_on(
    world: &World,
    who: &Caller,
    acting: Acting,
    right: &str,
    service: Option<ServiceId>,
) -> Result<(), PortalError> {
    let change = AskForAccess { right: right.to_owned(), service, reason: "to pay what is due".to_owned() };
    world.portal().ports.asking.ask(who, acting, change).await
}

async fn requests(world: &World, who: &Caller, acting: Acting) -> Requests {
    world.portal().ports.asking.requests(who, acting, RequestsQuery::default()).await.expect("the page is shown")
}

/// The one request that waits for somebody.
async fn waiting(world: &World, who: &Caller, acting: Acting) -> AccessRequestId {
    let waiting = requests(world, who, acting).await.waiting.rows;
    assert_eq!(waiting.len(), 1);
    waiting[0].id
}

fn decision(request: AccessRequestId, decision: Decision, duration: Duration) -> DecideAccess {
    DecideAccess { submission: submission(), request, decision, duration, word: String::new() }
}

async fn decide(world: &World, who: &Caller, acting: Acting, change: DecideAccess) -> Result<Outcome, PortalError> {
    world.portal().ports.asking.decide(who, acting, change).await
}

async fn holds(world: &World, who: &Caller, acting: Acting, privilege: Privilege, now: Timestamp) -> bool {
    let view = world.portal().ports.accounts.open(&at(who, now), acting).await.expect("they may enter");
    view.actor.standing.effective.has(privilege)
}

const DAY: i64 = 86_400;
