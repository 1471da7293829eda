//! Asking for access: who is told, who decides, what is given and until when, and that nothing prolongs it.

mod decisions;
mod ends;
mod requests;
mod withdrawing;

use crate::support::World;
use crate::support::acts::{Act, Scene, Takes};
use crate::support::contacts::{at, colleague, submission, with_login};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::asking::{
    AskForAccess, DecideAccess, Decision, Duration, OwnRequest, RequestOutcome, Requests, RequestsQuery,
    WithdrawRequest,
};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::{AccessRequestId, ContactId, ServiceId};
use domain::privilege::Privilege;
use domain::right::Right;
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
    let change = AskForAccess {
        right: right.to_owned(),
        service,
        reason: "to pay what is due".to_owned(),
        ..AskForAccess::default()
    };
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

async fn decide(
    world: &World,
    who: &Caller,
    acting: Acting,
    change: DecideAccess,
) -> Result<RequestOutcome, PortalError> {
    world.portal().ports.asking.decide(who, acting, change).await
}

/// What somebody asks for that nobody has decided.
async fn open(world: &World, who: &Caller, acting: Acting) -> Vec<OwnRequest> {
    let own = requests(world, who, acting).await.own.rows;
    own.into_iter().filter(|request| request.decided.is_none()).collect()
}

fn withdrawal(request: AccessRequestId) -> WithdrawRequest {
    WithdrawRequest { submission: submission(), request }
}

pub async fn withdraw(
    world: &World,
    who: &Caller,
    acting: Acting,
    request: AccessRequestId,
) -> Result<(), PortalError> {
    world.portal().ports.asking.withdraw(who, acting, withdrawal(request)).await
}

async fn holds(world: &World, who: &Caller, acting: Acting, privilege: Privilege, now: Timestamp) -> bool {
    let view = world.portal().ports.accounts.open(&at(who, now), acting).await.expect("they may enter");
    view.actor.standing.effective.has(privilege)
}

const DAY: i64 = 86_400;

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![
        Box::new(Deciding { decision: Decision::Grant, request: None }),
        Box::new(Deciding { decision: Decision::Decline, request: None }),
        Box::new(AskingForMore),
        Box::new(Withdrawing { request: None }),
    ]
}

#[derive(Debug)]
struct Deciding {
    decision: Decision,
    request: Option<AccessRequestId>,
}

#[async_trait(?Send)]
impl Act for Deciding {
    fn use_case(&self) -> &'static str {
        "Asking::decide"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let form = with_login("Vic", &format!("victim{number}@example.com"), &[]);
        let (contact, vic) = colleague(scene.world, scene.acting, &scene.owner, form).await;
        ask(scene.world, &vic, scene.acting, Privilege::ContactsView.key()).await.expect("anybody may ask");
        let waiting = requests(scene.world, &scene.owner, scene.acting).await.waiting.rows;
        self.request = waiting.iter().find(|request| request.contact == contact).map(|request| request.id);
        contact
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        let change = decision(self.request.expect("it waits"), self.decision, Duration::default());
        decide(scene.world, &scene.manager, scene.acting, change).await.map(drop)
    }
}

#[derive(Debug)]
struct AskingForMore;

#[async_trait(?Send)]
impl Act for AskingForMore {
    fn use_case(&self) -> &'static str {
        "Asking::ask"
    }

    fn takes(&self) -> Takes {
        Takes::APlace
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        ask(scene.world, &scene.manager, scene.acting, lacking(number).key()).await
    }
}

/// What the manager lacks, each time another one.
fn lacking(number: usize) -> Privilege {
    let lacks = [Privilege::BillingPay, Privilege::OrdersPlace, Privilege::AffiliatesWithdraw, Privilege::DcView];
    lacks[number % lacks.len()]
}

#[derive(Debug)]
struct Withdrawing {
    request: Option<AccessRequestId>,
}

#[async_trait(?Send)]
impl Act for Withdrawing {
    fn use_case(&self) -> &'static str {
        "Asking::withdraw"
    }

    fn takes(&self) -> Takes {
        Takes::APlace
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let lacks = lacking(number);
        ask(scene.world, &scene.manager, scene.acting, lacks.key()).await.expect("anybody may ask");
        let open = open(scene.world, &scene.manager, scene.acting).await;
        let asked = |request: &&OwnRequest| request.right == Right::Privilege(lacks);
        self.request = open.iter().find(asked).map(|request| request.id);
        scene.manager_id
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        withdraw(scene.world, &scene.manager, scene.acting, self.request.expect("it waits")).await
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let decline = decision(AccessRequestId::new(contact.uuid()), Decision::Decline, Duration::default());
    vec![decide(world, who, acting, decline).await.map(drop)]
}
