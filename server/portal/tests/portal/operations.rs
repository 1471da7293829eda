//! What is done to services: who may have it done, what becomes of it, and that nothing is done twice or lost.

mod asked;
mod called_back;
mod carried_out;
mod crashes;
mod puppet;

use crate::operations::puppet::Puppet;
use crate::support::acts::{Act, Scene};
use crate::support::contacts::{account, add_service, at, colleague, submission, with_login};
use crate::support::{START, World};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, OrderId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::operations::{OpenPanel, OperationStatus, OrderOperation, OrderPower, ServiceOperations, ShowCredentials};
use domain::ordered::{FailureReason, OperationVerb};
use domain::provisioning::Progress;
use domain::time::Timestamp;
use std::sync::Arc;

/// A service that the driver of the tests runs.
async fn run_service(world: &World, account: AccountId, number: u128, name: &str) -> ServiceId {
    let service = add_service(world, account, number, name, "vps").await;
    world.insert("UPDATE services SET driver = 'puppet', handle = name WHERE id = $1", &[&service.to_string()]).await;
    service
}

/// A portal with a driver, an owner, and Pat, who may use these operations on web-01 and nothing else.
struct Stage {
    puppet: Arc<Puppet>,
    acting: Acting,
    owner: Caller,
    pat: Caller,
    pat_id: ContactId,
    web_01: ServiceId,
    web_02: ServiceId,
}

impl Stage {
    async fn set(world: &mut World, operations: &[Operation]) -> Self {
        let puppet = Arc::new(Puppet::default());
        world.run_by("puppet", Arc::<Puppet>::clone(&puppet)).await;
        let (acting, owner) = account(world).await;
        let web_01 = run_service(world, acting.account, 101, "web-01").await;
        let web_02 = run_service(world, acting.account, 102, "web-02").await;
        let services = [(web_01, OperationSet::of(operations))].into();
        let form = SaveContact { services, ..with_login("Pat", "pat@example.com", &[]) };
        let (pat_id, pat) = colleague(world, acting, &owner, form).await;
        Self { puppet, acting, owner, pat, pat_id, web_01, web_02 }
    }

    async fn order(&self, world: &World, to: OperationVerb) -> Result<OrderId, PortalError> {
        order(world, &self.pat, self.acting, plain(self.web_01, to)).await
    }

    async fn page(&self, world: &World, now: Timestamp) -> ServiceOperations {
        let (pat, operations) = (at(&self.pat, now), &world.portal().ports.operations);
        operations.of_service(&pat, self.acting, self.web_01, String::new()).await.expect("they see it")
    }

    /// The outcome of the latest operation, which has ended.
    async fn outcome(&self, world: &World) -> OperationStatus {
        let page = self.page(world, START).await;
        assert_eq!(page.open, None, "it has ended");
        page.past.rows.first().expect("there is one").status
    }
}

fn plain(service: ServiceId, to: OperationVerb) -> OrderOperation {
    OrderOperation::plain(submission(), service, to)
}

async fn order(world: &World, who: &Caller, acting: Acting, change: OrderOperation) -> Result<OrderId, PortalError> {
    world.portal().ports.operations.order(who, acting, change).await
}

/// Lets the worker do all that is due at this time.
async fn work(world: &World, now: Timestamp) {
    world.portal().jobs.run_due(now).await.expect("the database answers");
}

/// Lets it work for so many seconds, looking once in so many.
async fn work_for(world: &World, seconds: i64, every: i64) {
    for look in 0..=seconds / every {
        work(world, START.plus_seconds(look * every)).await;
    }
}

const FAILED: fn(FailureReason) -> OperationStatus = OperationStatus::Failed;

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![
        Box::new(Ordering { service: None }),
        Box::new(OrderingPower { service: None }),
        Box::new(Looking { service: None, panel: false }),
        Box::new(Looking { service: None, panel: true }),
    ]
}

/// A service of its own for each round: only one thing at a time is done to one.
async fn fresh(scene: &Scene<'_>, number: usize) -> ServiceId {
    let number = u128::try_from(number).expect("a small number") + 9_000;
    run_service(scene.world, scene.acting.account, number, &format!("own-{number}")).await
}

#[derive(Debug)]
struct Ordering {
    service: Option<ServiceId>,
}

#[async_trait(?Send)]
impl Act for Ordering {
    fn use_case(&self) -> &'static str {
        "Operations::order"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        self.service = Some(fresh(scene, number).await);
        scene.manager_id
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        let change = plain(self.service.expect("prepared"), OperationVerb::Reboot);
        order(scene.world, &scene.manager, scene.acting, change).await.map(drop)
    }
}

#[derive(Debug)]
struct OrderingPower {
    service: Option<ServiceId>,
}

#[async_trait(?Send)]
impl Act for OrderingPower {
    fn use_case(&self) -> &'static str {
        "Operations::order_power"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        self.service = Some(fresh(scene, number + 100_000).await);
        scene.manager_id
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        let services = vec![self.service.expect("prepared")];
        let change = OrderPower { submission: submission(), services, to: OperationVerb::Reboot };
        let outcomes = scene.ports().operations.order_power(&scene.manager, scene.acting, change).await?;
        outcomes.into_iter().try_for_each(|one| one.outcome.map(drop))
    }
}

#[derive(Debug)]
struct Looking {
    service: Option<ServiceId>,
    panel: bool,
}

#[async_trait(?Send)]
impl Act for Looking {
    fn use_case(&self) -> &'static str {
        if self.panel { "Operations::open_panel" } else { "Operations::show_credentials" }
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        self.service = Some(fresh(scene, number + 200_000).await);
        scene.manager_id
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        let (service, operations) = (self.service.expect("prepared"), &scene.ports().operations);
        if self.panel {
            let change = OpenPanel { service };
            return operations.open_panel(&scene.manager, scene.acting, change).await.map(drop);
        }
        let change = ShowCredentials { service };
        operations.show_credentials(&scene.manager, scene.acting, change).await.map(drop)
    }
}

/// The driver that `revoking.rs` needs.
pub async fn with_a_driver(world: &mut World) {
    world.run_by("puppet", Arc::new(Puppet::default())).await;
}

/// It goes on.
const RUNNING: Progress = Progress::Running { percent: Some(40) };
