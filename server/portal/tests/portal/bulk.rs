//! What is done to many contacts at once, and taken back.

mod asked;
mod carried_out;
mod others;
mod undone;

use crate::bulk::undone::undo;
use crate::support::World;
use crate::support::acts::{Act, Scene};
use crate::support::contacts::{form, submission};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::category::Category;
use domain::contact::{BulkCommand, BulkOutcome, BulkVerb, BulkWith, ContactFilter, SaveContact};
use domain::error::PortalError;
use domain::id::{BulkId, ContactId};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;

/// More than a portion.
const CROWD: usize = 150;

pub fn many(to: BulkVerb, contacts: Vec<ContactId>) -> BulkCommand {
    // What some of it takes, and all the others leave alone.
    let categories = [Category::Billing].into();
    let with =
        BulkWith { role: Some(Role::Billing), categories, ends_on: "2026-03-31".to_owned(), ..BulkWith::default() };
    BulkCommand { submission: submission(), to, with, contacts, everything: false, filter: ContactFilter::default() }
}

/// Contacts without a login, who may see invoices.
async fn crowd(world: &World, owner: &Caller, acting: Acting, count: usize) -> Vec<ContactId> {
    let mut ids = Vec::new();
    for n in 0..count {
        let change = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::BillingView]),
            ..form(&format!("P{n:03}"), &format!("p{n}@example.com"))
        };
        ids.push(world.portal().ports.contacts.save(owner, acting, change).await.expect("added"));
    }
    ids
}

async fn start(world: &World, caller: &Caller, acting: Acting, change: BulkCommand) -> BulkOutcome {
    world.portal().ports.contacts.run_bulk_command(caller, acting, change).await.expect("it may be asked for")
}

async fn look(world: &World, caller: &Caller, acting: Acting, outcome: &BulkOutcome) -> BulkOutcome {
    let bulk = outcome.id.expect("something was done");
    world.portal().ports.contacts.bulk(caller, acting, bulk).await.expect("it is one's own")
}

async fn deleted(world: &World) -> i64 {
    world.number("SELECT COUNT(*) FROM contacts WHERE state = 'deleted'").await
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![
        Box::new(MovingMany(BulkVerb::Suspend)),
        Box::new(MovingMany(BulkVerb::Delete)),
        Box::new(MovingMany(BulkVerb::GiveRole)),
        Box::new(MovingMany(BulkVerb::SetEnd)),
        Box::new(Undoing::default()),
    ]
}

#[derive(Debug)]
struct MovingMany(BulkVerb);

#[async_trait(?Send)]
impl Act for MovingMany {
    fn use_case(&self) -> &'static str {
        "Contacts::run_bulk_command"
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        let change = many(self.0, vec![victim]);
        scene.ports().contacts.run_bulk_command(&scene.manager, scene.acting, change).await.map(drop)
    }
}

#[derive(Debug, Default)]
struct Undoing {
    begun: Option<BulkId>,
}

#[async_trait(?Send)]
impl Act for Undoing {
    fn use_case(&self) -> &'static str {
        "Contacts::undo_many"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let victim = scene.victim(number).await;
        self.begun = start(scene.world, &scene.manager, scene.acting, many(BulkVerb::Suspend, vec![victim])).await.id;
        victim
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        undo(scene.world, &scene.manager, scene.acting, self.begun.expect("it was done")).await.map(drop)
    }
}
