//! Suspending, reactivating, deleting and restoring a contact: one command, decided and written in the same way.

use crate::base::error::Failure;
use crate::contacts::restore;
use crate::contacts::send_reset;
use crate::membership::acting::Entered;
use crate::membership::credentials;
use crate::membership::target_contact::TargetContact;
use crate::notify::letters;
use crate::notify::narrowed::Narrowed;
use crate::records::contacts;
use crate::records::invitations::{self, Ending};
use crate::records::transfers;
use crate::records::viewings;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, use_case};
use domain::access::{Authority, ContactAction, Permit, Target, authorize};
use domain::audit::{ContactFact, Subject};
use domain::change::ContactChange;
use domain::contact::{ContactCommand, ContactVerb, ReviseProblem, Revision};
use domain::error::PortalError;
use domain::problem::ContactProblem;
use domain::rights::Rights;
use domain::status::ContactState;

/// The use-case that a verb is.
pub(crate) const fn use_case(verb: ContactVerb) -> UseCase {
    match verb {
        ContactVerb::Suspend => use_case!("contacts.suspend"),
        ContactVerb::Reactivate => use_case!("contacts.reactivate"),
        ContactVerb::Delete => use_case!("contacts.delete"),
        ContactVerb::Restore => use_case!("contacts.restore"),
        ContactVerb::RestoreBare => use_case!("contacts.restore_bare"),
        ContactVerb::SendReset => use_case!("contacts.send_reset"),
    }
}

pub(crate) async fn run(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &ContactCommand,
) -> Result<(), Failure> {
    let wanted = |contact: Target<'static>| action(change.to, contact, contact.rights);
    let found = TargetContact::asked_for(&mut unit, &entered.actor, change.contact, wanted).await?;
    if change.to == ContactVerb::SendReset {
        return send_reset::send(core, unit, entered, found).await;
    }
    let step = decide(core, &mut unit, &entered, &found, change.to).await?;
    let (after, changes) = (step.revision().after.clone(), step.changes.clone());
    let permit = step.write(&mut unit, &entered, &found).await?;
    letters::notify_of_change(core, &mut unit, &entered, (found.contact.id, &after), &changes).await?;
    let event = AuditEvent::new(change.to.fact(), Subject::Contact(found.contact.id), entered.author.by())
        .to(found.contact.id, found.contact.name())
        .with(changes);
    unit.commit(permit, (), event).await
}

/// What is about to become of a contact, decided.
pub(crate) struct Step {
    to: ContactVerb,
    revision: Revision,
    narrowed: Narrowed,
    pub(crate) changes: Vec<ContactChange>,
}

impl Step {
    /// What it was, and will be.
    pub(crate) const fn revision(&self) -> &Revision {
        &self.revision
    }

    /// Writes it, with a permit for this contact, which is for the commit then.
    pub(crate) async fn write(
        self,
        unit: &mut Unit<'_>,
        entered: &Entered,
        found: &TargetContact,
    ) -> Result<Permit, Failure> {
        let action = action(self.to, found.target(), &self.revision.after.rights);
        let permit = authorize(&entered.actor, action)?;
        write(unit, permit.authority(), entered, found, &self.revision).await?;
        self.narrowed.write(unit, permit.authority(), found.contact.id).await?;
        Ok(permit)
    }
}

/// Decides what becomes of one contact, and writes nothing.
///
/// # Errors
/// Why it can't be done; `Conflict` where it was done already.
pub(crate) async fn decide(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    found: &TargetContact,
    to: ContactVerb,
) -> Result<Step, Failure> {
    let (alive, rights) = match to {
        ContactVerb::Restore => restore::restorable(core, unit, &entered.actor, found).await?,
        ContactVerb::RestoreBare => {
            (restore::restorable(core, unit, &entered.actor, found).await?.0, Rights::default())
        }
        ContactVerb::Suspend | ContactVerb::Reactivate | ContactVerb::Delete | ContactVerb::SendReset => {
            (found.contact.now.state, Rights::default())
        }
    };
    entered.actor.check(action(to, found.target(), &rights))?;
    let revision = match found.revise(to, alive, rights) {
        Ok(revision) => revision,
        Err(ReviseProblem::State | ReviseProblem::Stale) => return Err(found.state_conflict().into()),
    };
    if to.restores()
        && let Some((contact, name)) = contacts::by_email(unit, found.contact.account, &found.record.email_key).await?
    {
        return Err(PortalError::invalid("email", ContactProblem::TakenBy { contact, name }).into());
    }
    let narrowed = match revision.after.state {
        // A person's own wish, which was withheld from them, would else be sent.
        ContactState::ContactOnly => Narrowed::by(unit, &entered.actor, found.contact.id).await?,
        ContactState::Pending
        | ContactState::Active
        | ContactState::Suspended
        | ContactState::Declined
        | ContactState::Deleted => Narrowed::default(),
    };
    let mut changes = revision.before.now.changes_to(&revision.after);
    changes.extend(narrowed.changes());
    Ok(Step { to, revision, narrowed, changes })
}

/// The step as what is decided upon, with the rights that a restoration gives.
const fn action<'a>(to: ContactVerb, target: Target<'a>, rights: &'a Rights) -> ContactAction<'a> {
    match to {
        ContactVerb::Suspend => ContactAction::Suspend(target),
        ContactVerb::Reactivate => ContactAction::Reactivate(target),
        ContactVerb::Delete => ContactAction::Delete(target),
        ContactVerb::Restore | ContactVerb::RestoreBare => ContactAction::Restore(target, rights),
        ContactVerb::SendReset => ContactAction::SendReset(target),
    }
}

impl TargetContact {
    fn revise(&self, to: ContactVerb, alive: ContactState, rights: Rights) -> Result<Revision, ReviseProblem> {
        let contact = self.contact.clone();
        match to {
            ContactVerb::Suspend => contact.suspend(),
            ContactVerb::Reactivate => contact.reactivate(),
            ContactVerb::Delete => contact.delete(),
            ContactVerb::Restore | ContactVerb::RestoreBare => contact.restore(alive, rights),
            ContactVerb::SendReset => Err(ReviseProblem::State),
        }
    }
}

async fn write(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    entered: &Entered,
    found: &TargetContact,
    revision: &Revision,
) -> Result<(), Failure> {
    if revision.after.state == ContactState::Deleted {
        // People before contacts, as a sign-in: of two one waits, and never in a circle.
        credentials::after_removal(unit, authority, found.contact.id, found.record.person()?).await?;
    }
    if revision.after.state == ContactState::ContactOnly && found.record.person_id.is_some() {
        contacts::unlink(unit, authority, found.contact.id).await?;
    }
    contacts::save(unit, authority, &entered.author.by(), revision, &found.record.email_key).await?;
    match revision.after.state {
        ContactState::Deleted => {
            invitations::end(unit, authority, found.contact.id, Ending::Cancelled, "").await?;
            transfers::end_for(unit, authority, found.contact.id).await?;
        }
        ContactState::Suspended => {
            viewings::end_all(unit, authority, found.contact.id).await?;
            transfers::end_for(unit, authority, found.contact.id).await?;
        }
        ContactState::ContactOnly | ContactState::Pending | ContactState::Active | ContactState::Declined => {}
    }
    Ok(())
}

/// What a step is called in the audit log, and whether it brings somebody back.
pub(crate) trait Recorded {
    fn fact(self) -> ContactFact;
    fn restores(self) -> bool;
}

impl Recorded for ContactVerb {
    fn fact(self) -> ContactFact {
        match self {
            Self::Suspend => ContactFact::Suspended,
            Self::Reactivate => ContactFact::Reactivated,
            Self::Delete => ContactFact::Deleted,
            Self::Restore | Self::RestoreBare => ContactFact::Restored,
            Self::SendReset => ContactFact::ResetSent,
        }
    }

    fn restores(self) -> bool {
        matches!(self, Self::Restore | Self::RestoreBare)
    }
}
