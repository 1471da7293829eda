//! Everything about a contact that an edit can change, and what differs between two versions.

use crate::change::{ContactChange, NOTE};
use crate::details::ContactDetails;
use crate::right::{Place, Right};
use crate::rights::Rights;
use crate::status::ContactState;
use serde::{Deserialize, Serialize};

/// Everything about a contact that an edit can change and the history keeps, at one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactSnapshot {
    /// Names and addresses.
    pub details: ContactDetails,
    /// Where it stands.
    pub state: ContactState,
    /// What it was given.
    pub rights: Rights,
}

impl ContactSnapshot {
    /// What is different in `after`, details first, then rights given, then rights taken.
    pub fn changes_to(&self, after: &Self) -> Vec<ContactChange> {
        let mut changes = Vec::new();
        let fields = |details: &ContactDetails| {
            [
                ("first_name", details.first_name.clone()),
                ("last_name", details.last_name.clone()),
                ("email", details.email.to_string()),
                ("phone", details.phone.clone()),
                (NOTE, details.note.clone()),
            ]
        };
        for ((field, was), (_, now)) in fields(&self.details).into_iter().zip(fields(&after.details)) {
            if was != now {
                changes.push(ContactChange::Detail { field: field.to_owned(), now });
            }
        }
        if self.state != after.state {
            changes.push(ContactChange::State { now: after.state });
        }
        let gone = rights_beyond(&self.rights, &after.rights);
        let new = rights_beyond(&after.rights, &self.rights);
        changes.extend(new.into_iter().map(|(right, place)| ContactChange::Given { right, place }));
        changes.extend(gone.into_iter().map(|(right, place)| ContactChange::Taken { right, place }));
        changes
    }
}

/// What `rights` gives, grant by grant, that `other` does not.
fn rights_beyond(rights: &Rights, other: &Rights) -> Vec<(Right, Place)> {
    let named = |(right, place)| match right {
        Right::OwnRole(role) => (right, Place::OwnRole { name: rights.own_roles[&role].name.clone() }),
        Right::Role(_) | Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => (right, place),
    };
    rights.grants().into_iter().filter(|(right, place)| !other.has_grant(*right, place)).map(named).collect()
}
