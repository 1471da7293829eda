//! What becomes of one contact of many: decided by itself, as for one, then written.

use crate::base::error::Failure;
use crate::contacts::command::{self, Step};
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::notify::offer;
use crate::records::contacts;
use crate::records::notification_choices;
use crate::unit::Unit;
use crate::unit::attempts::{self, Key};
use crate::unit::core::Core;
use domain::access::{
    ContactAction, Edit, EndEdit, InvitationAction, NotificationAction, Permit, SignInEdit, authorize,
};
use domain::audit::{ContactFact, Fact, InvitationFact, NotificationFact};
use domain::category::Category;
use domain::change::ContactChange;
use domain::contact::{BulkDeed, BulkVerb, ContactSnapshot, Notifications, ReviseProblem, Revision};
use domain::role::Role;
use domain::status::ContactState;
use domain::time::Timestamp;
use std::collections::BTreeSet;

/// What is about to become of a contact.
pub(super) enum BulkStep {
    /// It is moved, as by a single step.
    Move(Step),
    /// Its invitation is offered again.
    Offer,
    /// Its rights are others.
    Edit(Revision),
    /// Its access ends then, or not at all.
    End { edit: EndEdit, ends: Option<Timestamp> },
    /// It gets other mails.
    Choose { before: Notifications, after: BTreeSet<Category> },
}

/// Decides it, and writes nothing.
///
/// # Errors
/// Why it can't be done; `Conflict` where it was done already.
pub(super) async fn decide(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    found: &TargetContact,
    deed: &BulkDeed,
) -> Result<BulkStep, Failure> {
    if let Some(to) = deed.step() {
        return Ok(BulkStep::Move(command::decide(core, unit, entered, found, to).await?));
    }
    match deed {
        BulkDeed::GiveRole(role) => edit(entered, found, *role, Change::Give),
        BulkDeed::TakeRole(role) => edit(entered, found, *role, Change::Take),
        BulkDeed::SetEnd(ends) => set_end(entered, found, *ends),
        BulkDeed::Notify(categories) => choose(unit, entered, found, categories).await,
        BulkDeed::Suspend | BulkDeed::Reactivate | BulkDeed::Delete | BulkDeed::Restore | BulkDeed::Resend => {
            entered.actor.check(InvitationAction::Resend(found.target()))?;
            if found.contact.clone().invite_again().is_err() {
                return Err(found.state_conflict().into());
            }
            let sender = entered.actor.person();
            for limit in [
                Key::invitations(found.contact.account),
                Key::mailbox(sender, &found.record.email_key),
                Key::unproved(sender),
            ] {
                attempts::check(unit, &limit).await?;
            }
            Ok(BulkStep::Offer)
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Give,
    Take,
}

fn edit(entered: &Entered, found: &TargetContact, role: Role, change: Change) -> Result<BulkStep, Failure> {
    let contact = &found.contact;
    let mut rights = contact.now.rights.clone();
    match change {
        Change::Give => rights.roles.insert(role),
        Change::Take => rights.roles.remove(role),
    }
    entered.actor.check(ContactAction::Edit(found.target(), Edit { rights: &rights, sign_in: SignInEdit::Keep }))?;
    if rights.roles == contact.now.rights.roles {
        return Err(found.state_conflict().into());
    }
    let wanted = ContactSnapshot { rights, ..contact.now.clone() };
    match contact.clone().revise(wanted, contact.version) {
        Ok(revision) => Ok(BulkStep::Edit(revision)),
        Err(ReviseProblem::State | ReviseProblem::Stale) => Err(found.state_conflict().into()),
    }
}

/// Who waits for an answer has no access yet that could end, and who can't sign in has none.
fn set_end(entered: &Entered, found: &TargetContact, ends: Option<Timestamp>) -> Result<BulkStep, Failure> {
    let (before, state) = (found.contact.ends, found.contact.now.state);
    let edit = EndEdit::of(before, ends);
    entered.actor.check(ContactAction::SetEnd(found.target(), edit))?;
    if before == ends || !matches!(state, ContactState::Active | ContactState::Suspended) {
        return Err(found.state_conflict().into());
    }
    Ok(BulkStep::End { edit, ends })
}

async fn choose(
    unit: &mut Unit<'_>,
    entered: &Entered,
    found: &TargetContact,
    categories: &BTreeSet<Category>,
) -> Result<BulkStep, Failure> {
    entered.actor.check(NotificationAction::Choose(found.target(), &BTreeSet::new()))?;
    let before = notification_choices::of_record(unit, found.contact.account, &found.record).await?;
    // What the actor may not choose they do not take away either: the question does not offer it.
    let may_not = |category: &Category| {
        entered.actor.check(NotificationAction::Choose(found.target(), &BTreeSet::from([*category]))).is_err()
    };
    let kept = before.chosen().into_iter().filter(may_not);
    let after: BTreeSet<Category> = categories.iter().copied().chain(kept).collect();
    let new: BTreeSet<Category> = after.difference(&before.chosen()).copied().collect();
    entered.actor.check(NotificationAction::Choose(found.target(), &new))?;
    if found.contact.now.state == ContactState::Deleted || before == Notifications::Chosen(after.clone()) {
        return Err(found.state_conflict().into());
    }
    Ok(BulkStep::Choose { before, after })
}

impl BulkStep {
    /// Writes it, with a permit for this contact, which is for the commit then; and what it changed that is the same for
    /// all, as far as the log says so.
    pub(super) async fn write(
        self,
        core: &Core,
        unit: &mut Unit<'_>,
        entered: &Entered,
        found: &TargetContact,
    ) -> Result<(Permit, Vec<ContactChange>), Failure> {
        let target = found.target();
        match self {
            Self::Move(step) => Ok((step.write(unit, entered, found).await?, Vec::new())),
            Self::Offer => {
                let permit = authorize(&entered.actor, InvitationAction::Resend(target))?;
                let changes = offer::again(core, unit, entered, found, &permit).await?;
                Ok((permit, changes))
            }
            Self::Edit(revision) => {
                let edit = Edit { rights: &revision.after.rights, sign_in: SignInEdit::Keep };
                let permit = authorize(&entered.actor, ContactAction::Edit(target, edit))?;
                let by = entered.author.by();
                contacts::save(unit, permit.authority(), &by, &revision, &found.record.email_key).await?;
                Ok((permit, revision.before.now.changes_to(&revision.after)))
            }
            Self::End { edit, ends } => {
                let permit = authorize(&entered.actor, ContactAction::SetEnd(target, edit))?;
                contacts::set_end(unit, permit.authority(), found.contact.id, ends).await?;
                let last = ends.map(|end| entered.author.reader.last_day(end));
                Ok((permit, vec![ContactChange::Ends { last }]))
            }
            Self::Choose { before, after } => {
                let chosen = before.chosen();
                let new: BTreeSet<Category> = after.difference(&chosen).copied().collect();
                let permit = authorize(&entered.actor, NotificationAction::Choose(target, &new))?;
                let (authority, contact) = (permit.authority(), found.contact.id);
                notification_choices::save(unit, authority, contact, &chosen, &after).await?;
                let changes = before.changes_to(&Notifications::Chosen(after));
                Ok((permit, changes))
            }
        }
    }
}

/// What it is called in the audit log.
pub(super) fn fact(verb: BulkVerb) -> Fact {
    match verb {
        BulkVerb::Suspend => ContactFact::Suspended.into(),
        BulkVerb::Reactivate => ContactFact::Reactivated.into(),
        BulkVerb::Delete => ContactFact::Deleted.into(),
        BulkVerb::Restore => ContactFact::Restored.into(),
        BulkVerb::GiveRole | BulkVerb::TakeRole | BulkVerb::SetEnd => ContactFact::Edited.into(),
        BulkVerb::Resend => InvitationFact::Resent.into(),
        BulkVerb::Notify => NotificationFact::Chosen.into(),
    }
}
