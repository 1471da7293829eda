//! A contact as the server holds it, and the changes it can go through.

use super::ContactSnapshot;
use crate::asked::Asked;
use crate::id::{AccountId, ContactId};
use crate::owner::OwnerKind;
use crate::rights::{Rights, Until};
use crate::status::ContactState;
use crate::time::Timestamp;

/// A contact as the server holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The account it is on.
    pub account: AccountId,
    /// Which contact.
    pub id: ContactId,
    /// Whether it is an owner.
    pub owner: Option<OwnerKind>,
    /// When access ends.
    pub ends: Option<Timestamp>,
    /// Raised by one with every change.
    pub version: i64,
    /// Everything an edit can change.
    pub now: ContactSnapshot,
}

/// A change of a contact, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The contact as it was.
    pub before: Contact,
    /// Everything an edit can change, as it will be.
    pub after: ContactSnapshot,
}

/// Why a change does not fit the contact as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviseProblem {
    /// Somebody else changed it after `seen`.
    #[error("changed meanwhile")]
    Stale,
    /// It stands where this can't be done: suspending a suspended contact, say.
    #[error("not possible in this state")]
    State,
}

impl Contact {
    /// First and last name.
    pub fn name(&self) -> String {
        self.now.details.name()
    }

    /// Everything becomes what the form said. A login makes a contact active.
    ///
    /// # Errors
    /// When another change came first, or the contact is deleted.
    pub fn revise(self, wanted: ContactSnapshot, seen: i64) -> Result<Revision, ReviseProblem> {
        if self.version != seen {
            return Err(ReviseProblem::Stale);
        }
        if self.now.state == ContactState::Deleted {
            return Err(ReviseProblem::State);
        }
        let rights = wanted.rights.following(&self.now.rights);
        Ok(Revision { after: ContactSnapshot { rights, ..wanted }, before: self })
    }

    /// Gives what was asked for, until `until` or for good.
    #[must_use]
    pub fn granted(self, asked: Asked, until: Option<Timestamp>) -> Revision {
        let mut rights = asked.added_to(&self.now.rights);
        rights.until.extend(until.map(|at| Until { right: asked.right, place: asked.place(), at }));
        Revision { after: ContactSnapshot { rights, ..self.now.clone() }, before: self }
    }

    /// Suspends an active contact.
    ///
    /// # Errors
    /// When it is not active.
    pub fn suspend(self) -> Result<Revision, ReviseProblem> {
        self.in_state(&[ContactState::Active], ContactState::Suspended)
    }

    /// Ends a suspension.
    ///
    /// # Errors
    /// When it is not suspended.
    pub fn reactivate(self) -> Result<Revision, ReviseProblem> {
        self.in_state(&[ContactState::Suspended], ContactState::Active)
    }

    /// Deletes a contact: its live rights are gone, the history keeps them.
    ///
    /// # Errors
    /// When it is deleted already.
    pub fn delete(self) -> Result<Revision, ReviseProblem> {
        let alive = ContactState::ALL.into_iter().filter(|state| *state != ContactState::Deleted).collect::<Vec<_>>();
        let mut revision = self.in_state(&alive, ContactState::Deleted)?;
        revision.after.rights = Rights::default();
        Ok(revision)
    }

    /// Brings a deleted contact back as `state` with the rights confirmed.
    ///
    /// # Errors
    /// When it is not deleted.
    pub fn restore(self, state: ContactState, rights: Rights) -> Result<Revision, ReviseProblem> {
        let mut revision = self.in_state(&[ContactState::Deleted], state)?;
        revision.after.rights = rights;
        Ok(revision)
    }

    /// The one invited accepts, or is taken in at once, under their own name where the contact has none yet.
    ///
    /// # Errors
    /// When it waits for nobody.
    pub fn accept(self, first_name: &str, last_name: &str) -> Result<Revision, ReviseProblem> {
        let mut revision = self.in_state(&[ContactState::Pending], ContactState::Active)?;
        let details = &mut revision.after.details;
        if details.first_name.is_empty() && details.last_name.is_empty() {
            (details.first_name, details.last_name) = (first_name.to_owned(), last_name.to_owned());
        }
        Ok(revision)
    }

    /// The one invited declines, or refuses what was given at once. What was offered stays on record and gives nothing.
    ///
    /// # Errors
    /// When there is no access to refuse.
    pub fn decline(self) -> Result<Revision, ReviseProblem> {
        self.in_state(&[ContactState::Pending, ContactState::Active, ContactState::Suspended], ContactState::Declined)
    }

    /// It is offered again.
    ///
    /// # Errors
    /// When it was never an invitation, or is accepted.
    pub fn invite_again(self) -> Result<Revision, ReviseProblem> {
        self.in_state(&[ContactState::Pending, ContactState::Declined], ContactState::Pending)
    }

    fn in_state(self, from: &[ContactState], to: ContactState) -> Result<Revision, ReviseProblem> {
        if !from.contains(&self.now.state) {
            return Err(ReviseProblem::State);
        }
        let after = ContactSnapshot { state: to, ..self.now.clone() };
        Ok(Revision { before: self, after })
    }
}
