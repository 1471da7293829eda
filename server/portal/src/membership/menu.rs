//! What a row's menu offers: the same decision that the action itself will meet.

use domain::access::{Action, Actor, Credentials, Target, authorize};
use domain::contact::{Contact, ContactState, RowMenu, Verdict};
use domain::rights::Rights;
use domain::time::Timestamp;
use std::collections::BTreeSet;

/// The menu of one row for one actor; of a deleted contact, with the time until which it can be restored.
pub(crate) fn of(actor: &Actor, contact: &Contact, credentials: Credentials, restorable: Option<Timestamp>) -> RowMenu {
    let target = Target { contact: contact.id, owner: contact.owner, rights: &contact.now.rights, credentials };
    let ask = |offered: bool, action: Action<'_>| {
        if offered { Verdict::from(authorize(actor, &action)) } else { Verdict::Absent }
    };
    let state = contact.now.state;
    let alive = state != ContactState::Deleted;
    let keep = domain::access::Edit { rights: &contact.now.rights, sign_in: domain::access::SignInEdit::Keep };
    let nothing = Rights::default();
    // What was offered by mail and not taken is taken back, not deleted.
    let offered = matches!(state, ContactState::Pending | ContactState::Declined);
    RowMenu {
        edit: ask(alive, Action::EditContact(target, keep)),
        view_as: ask(state == ContactState::Active, Action::ViewAs(target)),
        suspend: ask(state == ContactState::Active, Action::SuspendContact(target)),
        reactivate: ask(state == ContactState::Suspended, Action::ReactivateContact(target)),
        delete: ask(alive && !offered, Action::DeleteContact(target)),
        choose: ask(alive, Action::ChooseNotifications(target, &BTreeSet::new())),
        restore: ask(!alive && restorable.is_some(), Action::RestoreContact(target, &nothing)),
        invite: ask(offered, Action::InviteAgain(target)),
        cancel: ask(offered, Action::DeleteContact(target)),
    }
}
