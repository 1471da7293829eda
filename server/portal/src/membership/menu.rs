//! What a row's menu offers: the same decision that the action itself will meet.

use domain::access::{
    Action, Actor, ContactAction, Credentials, Edit, InvitationAction, NotificationAction, SignInEdit, Target,
};
use domain::contact::{Contact, RowMenu, Verdict};
use domain::rights::Rights;
use domain::status::ContactState;
use domain::time::Timestamp;
use std::collections::BTreeSet;

/// The menu of one row for one actor; of a deleted contact, with the time until which it can be restored.
pub(crate) fn of(actor: &Actor, contact: &Contact, credentials: Credentials, restorable: Option<Timestamp>) -> RowMenu {
    let target = Target { contact: contact.id, owner: contact.owner, rights: &contact.now.rights, credentials };
    let ask = |offered: bool, action: Action<'_>| {
        if offered { Verdict::from(actor.check(action)) } else { Verdict::Absent }
    };
    let state = contact.now.state;
    let alive = state != ContactState::Deleted;
    let keep = Edit { rights: &contact.now.rights, sign_in: SignInEdit::Keep };
    let nothing = Rights::default();
    // What was offered by mail and not taken is taken back, not deleted.
    let offered = matches!(state, ContactState::Pending | ContactState::Declined);
    RowMenu {
        edit: ask(alive, ContactAction::Edit(target, keep).into()),
        view_as: ask(state == ContactState::Active, ContactAction::ViewAs(target).into()),
        suspend: ask(state == ContactState::Active, ContactAction::Suspend(target).into()),
        reactivate: ask(state == ContactState::Suspended, ContactAction::Reactivate(target).into()),
        delete: ask(alive && !offered, ContactAction::Delete(target).into()),
        choose: ask(alive, NotificationAction::Choose(target, &BTreeSet::new()).into()),
        restore: ask(!alive && restorable.is_some(), ContactAction::Restore(target, &nothing).into()),
        invite: ask(offered, InvitationAction::Resend(target).into()),
        cancel: ask(offered, ContactAction::Delete(target).into()),
    }
}
