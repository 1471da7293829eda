//! Which mails people get: choosing, who is told of what, and what is sent to nobody.

mod choosing;
mod matrix;
mod told;

use crate::support::acts::{Act, Scene};
use crate::support::contacts::submission;
use crate::support::{START, World};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::category::Category;
use domain::contact::{Notifications, SaveContact};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::notification::{ChooseNotifications, NotificationChoice, Seen};
use domain::role::Role;

fn command(contact: ContactId, seen: Notifications, categories: &[Category]) -> ChooseNotifications {
    ChooseNotifications {
        submission: submission(),
        contact,
        seen: Seen(seen),
        categories: categories.iter().copied().collect(),
    }
}

async fn read(world: &World, caller: &Caller, acting: Acting, contact: ContactId) -> NotificationChoice {
    world.portal().ports.notifications.read(caller, acting, contact).await.expect("it is shown")
}

/// Chooses, over whatever was chosen before.
async fn choose(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    categories: &[Category],
) -> Result<(), PortalError> {
    let notifications = &world.portal().ports.notifications;
    let seen = match notifications.read(caller, acting, contact).await {
        Ok(choice) => choice.notifications,
        Err(_) => Notifications::NotSet,
    };
    notifications.choose(caller, acting, command(contact, seen, categories)).await
}

async fn own_contact(world: &World, caller: &Caller, acting: Acting) -> ContactId {
    let view = world.portal().ports.accounts.open(caller, acting).await.expect("they are on the account");
    view.actor.standing.contact
}

/// Gives a contact roles, and sends the mails about it.
async fn promote(world: &World, owner: &Caller, acting: Acting, contact: ContactId, roles: &[Role]) {
    let contacts = &world.portal().ports.contacts;
    let now = contacts.read(owner, acting, contact).await.expect("the owner sees it");
    let change = SaveContact {
        submission: Some(submission()),
        contact: Some(contact),
        version: now.version,
        first_name: now.now.details.first_name,
        last_name: now.now.details.last_name,
        roles: roles.iter().copied().collect(),
        ..SaveContact::default()
    };
    contacts.save(owner, acting, change).await.expect("the roles are changed");
    world.send_digests(START).await;
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Choosing)]
}

#[derive(Debug)]
struct Choosing;

#[async_trait(?Send)]
impl Act for Choosing {
    fn use_case(&self) -> &'static str {
        "NotificationChoices::choose"
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        let change = command(victim, Notifications::NotSet, &[Category::TechnicalMaintenance]);
        scene.ports().notifications.choose(&scene.manager, scene.acting, change).await
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let notifications = &world.portal().ports.notifications;
    vec![
        notifications.read(who, acting, contact).await.map(drop),
        notifications.choose(who, acting, command(contact, Notifications::NotSet, &[])).await,
    ]
}
