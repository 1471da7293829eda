//! Whom a bulk action would be done to: what the question before it says.

use crate::base::error::Failure;
use crate::contacts::bulk::may_ask;
use crate::contacts::list::login_of;
use crate::membership::acting::Entered;
use crate::records::contact_list;
use crate::records::listed::{listed, picked};
use crate::unit::Unit;
use domain::access::{
    Action, ContactAction, Credentials, Edit, EndEdit, InvitationAction, NotificationAction, SignInEdit, Target,
};
use domain::category::Category;
use domain::contact::{
    BulkCommand, BulkOutcome, BulkPicked, BulkPreview, BulkRefusal, BulkVerb, Contact, Notifications,
};
use domain::id::ContactId;
use domain::list::{COUNTED, Total};
use domain::status::ContactState;
use std::collections::BTreeSet;

/// Those of the account whom the actor may do it to, each once. What is not there is not spoken of.
pub(crate) async fn preview(mut unit: Unit<'_>, entered: Entered, bulk: &BulkCommand) -> Result<BulkPreview, Failure> {
    may_ask(&entered, bulk)?;
    let (account, now) = (entered.actor.account(), unit.now());
    // One more than are counted.
    let limit = usize::try_from(COUNTED).unwrap_or_default() + 1;
    let asked: BTreeSet<ContactId> = if bulk.everything {
        let found = contact_list::after(&mut unit, account, &bulk.filter, now, ("", limit)).await?;
        found.into_iter().collect()
    } else {
        bulk.contacts.iter().copied().collect()
    };
    let records = picked(&mut unit, account, &asked).await?;
    let (mut open, mut names, mut left) = (Vec::new(), Vec::new(), BulkOutcome::nothing(bulk.to));
    let contacts = listed(&mut unit, account, &records).await?;
    for (record, (contact, mails)) in records.iter().zip(contacts) {
        match decide(&entered, bulk, (&contact, login_of(record)), &mails) {
            Ok(()) => {
                open.push(contact.id);
                names.push(contact.name());
            }
            Err(why) => left.leave(contact.name(), why),
        }
    }
    names.truncate(BulkOutcome::NAMED);
    let exact = Total::Exact(i64::try_from(open.len()).unwrap_or(i64::MAX));
    Ok(if bulk.everything {
        let total = if asked.len() < limit { exact } else { Total::Many };
        BulkPreview { picked: BulkPicked::Matching(bulk.filter.clone()), names, total, left }
    } else {
        BulkPreview { picked: BulkPicked::These(open), names, total: exact, left }
    })
}

/// Whether it may be done to somebody who is still there. People without a login count although they can't be suspended:
/// the question says that they are left as they are. Where it is only now asked which role or mails, whoever carries it out
/// decides about these.
fn decide(
    entered: &Entered,
    bulk: &BulkCommand,
    (contact, login): (&Contact, Credentials),
    mails: &Notifications,
) -> Result<(), BulkRefusal> {
    let target = Target { contact: contact.id, owner: contact.owner, rights: &contact.now.rights, credentials: login };
    let mut rights = contact.now.rights.clone();
    bulk.with.role.into_iter().for_each(|role| rights.roles.insert(role));
    let new: BTreeSet<Category> = bulk.with.categories.difference(&mails.chosen()).copied().collect();
    let action: Action<'_> = match bulk.to {
        BulkVerb::Delete | BulkVerb::Restore => ContactAction::Delete(target).into(),
        BulkVerb::Suspend | BulkVerb::Reactivate => ContactAction::Suspend(target).into(),
        BulkVerb::GiveRole | BulkVerb::TakeRole => {
            ContactAction::Edit(target, Edit { rights: &rights, sign_in: SignInEdit::Keep }).into()
        }
        BulkVerb::Resend => InvitationAction::Resend(target).into(),
        BulkVerb::SetEnd => ContactAction::SetEnd(target, EndEdit::Sooner).into(),
        BulkVerb::Notify => NotificationAction::Choose(target, &new).into(),
    };
    entered.actor.check(action).map_err(|why| BulkRefusal::Refused(why.into()))?;
    let state = contact.now.state;
    let waits = matches!(state, ContactState::Pending | ContactState::Declined);
    let enters = matches!(state, ContactState::Active | ContactState::Suspended);
    let is_left = match bulk.to {
        BulkVerb::Resend => !waits,
        BulkVerb::SetEnd => !enters,
        BulkVerb::Suspend
        | BulkVerb::Reactivate
        | BulkVerb::Delete
        | BulkVerb::Restore
        | BulkVerb::GiveRole
        | BulkVerb::TakeRole
        | BulkVerb::Notify => state == ContactState::Deleted,
    };
    if is_left {
        return Err(BulkRefusal::Unchanged);
    }
    Ok(())
}
