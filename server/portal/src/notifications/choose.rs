//! One contact's choice: what it is, and choosing.

use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::target_contact::ask_first;
use crate::records::contacts::{self, ContactRecord};
use crate::records::notification_choices;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::access::{ContactAction, Credentials, Denied, NotificationAction, Target, authorize};
use domain::audit::{NotificationFact, Subject};
use domain::category::Category;
use domain::change::ContactChange;
use domain::contact::{Contact, Notifications, Verdict};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, SubmissionId};
use domain::notification::{Addressee, ChooseNotifications, NotificationChoice};
use domain::rights::Effective;
use domain::status::ContactState;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) async fn read(
    mut unit: Unit<'_>,
    entered: Entered,
    contact: ContactId,
) -> Result<NotificationChoice, Failure> {
    ask_first(&entered.actor, contact, ContactAction::See)?;
    let found = LoadedChoice::read(&mut unit, entered.actor.account(), contact).await?.ok_or(PortalError::NotFound)?;
    entered.actor.check(ContactAction::See(found.target()))?;
    let held = effective(&found.contact);
    let owner = found.contact.owner;
    let status = found.contact.now.state.status(found.contact.ends, entered.now);
    let delivery =
        |category: Category| (category, category.delivery(Addressee { owner, status, effective: &held, chosen: true }));
    let beyond = found.beyond(&entered);
    let mut suggested = Category::suggested(owner, &held);
    suggested.retain(|category| !beyond.contains_key(category));
    Ok(NotificationChoice {
        contact,
        name: found.contact.name(),
        email: found.record.email.clone(),
        is_me: entered.actor.contact() == contact,
        suggested,
        deliveries: Category::ALL.into_iter().map(delivery).collect(),
        choose: found.verdict(&entered),
        beyond,
        notifications: found.notifications,
        submission: SubmissionId::new(random::id(unit.now())),
    })
}

pub(crate) async fn choose(mut unit: Unit<'_>, entered: Entered, change: &ChooseNotifications) -> Result<(), Failure> {
    ask_first(&entered.actor, change.contact, |target| NotificationAction::Choose(target, &NOTHING_NEW))?;
    let found =
        LoadedChoice::read(&mut unit, entered.actor.account(), change.contact).await?.ok_or(PortalError::NotFound)?;
    let new: BTreeSet<Category> = change.categories.difference(&found.notifications.chosen()).copied().collect();
    let permit = authorize(&entered.actor, NotificationAction::Choose(found.target(), &new))?;
    let state = found.contact.now.state;
    if state == ContactState::Deleted {
        return Err(PortalError::overtaken_with(None, [ContactChange::State { now: state }]).into());
    }
    let before = &found.notifications;
    if *before != change.seen.0 {
        return Err(PortalError::overtaken_with(None, change.seen.0.changes_to(before)).into());
    }
    let after = Notifications::Chosen(change.categories.clone());
    if *before == after {
        return unit.commit_progress(()).await;
    }
    notification_choices::save(&mut unit, permit.authority(), change.contact, &before.chosen(), &change.categories)
        .await?;
    let event = AuditEvent::new(NotificationFact::Chosen, Subject::Contact(change.contact), entered.author.by())
        .to(change.contact, found.contact.name())
        .with(before.changes_to(&after));
    unit.commit(permit, (), event).await
}

/// A choice of no more than there is.
static NOTHING_NEW: BTreeSet<Category> = BTreeSet::new();

/// What a contact holds, for deciding what it may be told.
pub(crate) fn effective(contact: &Contact) -> Effective {
    if contact.owner.is_some() { Effective::full() } else { contact.now.rights.effective() }
}

/// A contact with its choice.
struct LoadedChoice {
    record: ContactRecord,
    contact: Contact,
    notifications: Notifications,
}

impl LoadedChoice {
    async fn read(unit: &mut Unit<'_>, account: AccountId, id: ContactId) -> Result<Option<Self>, Failure> {
        let Some(record) = contacts::record(unit, account, id).await? else { return Ok(None) };
        let given = crate::records::grants::of_contact(unit, account, id).await?;
        let contact = record.with_rights(account, given)?;
        let chosen = notification_choices::of_contacts(unit, account, &[id]).await?.remove(&id);
        let notifications = notification_choices::set(&record, chosen);
        Ok(Some(Self { record, contact, notifications }))
    }

    fn target(&self) -> Target<'_> {
        Target {
            contact: self.contact.id,
            owner: self.contact.owner,
            rights: &self.contact.now.rights,
            // Who looks after a sign-in is not asked for choosing mails.
            credentials: Credentials::Own,
        }
    }

    fn verdict(&self, entered: &Entered) -> Verdict {
        if self.contact.now.state == ContactState::Deleted {
            return Verdict::Absent;
        }
        Verdict::from(entered.actor.check(NotificationAction::Choose(self.target(), &BTreeSet::new())))
    }

    /// The categories that the actor, who may choose, may not choose for it anew, and why not.
    fn beyond(&self, entered: &Entered) -> BTreeMap<Category, Denied> {
        let asked = |category: Category| {
            let why = entered.actor.check(NotificationAction::Choose(self.target(), &[category].into())).err();
            why.map(|why| (category, why))
        };
        match self.verdict(entered) {
            Verdict::Allowed => Category::ALL.into_iter().filter_map(asked).collect(),
            Verdict::Refused(_) | Verdict::Absent => BTreeMap::new(),
        }
    }
}
