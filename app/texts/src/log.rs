//! What the log says: what was done, and what a change was.

use crate::Texts;
use domain::audit::{Change, FactKind};

impl Texts {
    /// What a change was.
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::Contact(change) => self.rights.change(change),
        }
    }

    /// What the log says of a fact, before the names of so many contacts.
    pub fn fact(&self, kind: FactKind, targets: usize) -> &'static str {
        match kind {
            FactKind::Person(kind) => self.people.fact(kind),
            FactKind::Account(kind) => self.accounts.fact(kind),
            FactKind::Contact(kind) => self.contacts.fact(kind, targets),
            FactKind::Invitation(kind) => self.invitations.fact(kind),
            FactKind::Role(kind) => self.roles.fact(kind),
            FactKind::Ownership(kind) => self.ownership.fact(kind),
            FactKind::Notification(kind) => self.notifications.fact(kind),
            FactKind::Request(kind) => self.asking.fact(kind),
            FactKind::Installation(kind) => self.accounts.activity.installation(kind),
        }
    }
}
