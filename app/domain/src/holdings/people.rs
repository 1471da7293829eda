//! Who can do what on a service.

use crate::contact::{HeldRight, Verdict};
use crate::id::ContactId;
use crate::list::Page;
use crate::owner::OwnerKind;
use crate::service::ServiceRow;
use crate::template::Template;
use serde::{Deserialize, Serialize};

/// Somebody who sees a service, with what they can do on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePerson {
    /// Which contact.
    pub id: ContactId,
    /// What they are called.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Whether they own the account: then they may do everything.
    pub owner: Option<OwnerKind>,
    /// Whether it is whoever reads.
    pub is_me: bool,
    /// The template that their rights began with, where it is known.
    pub template: Option<Template>,
    /// What they can do there, and what shows it to them, each with what gives it.
    pub held: Vec<HeldRight>,
    /// Whether the reader may change it.
    pub edit: Verdict,
}

/// The people of a service, for whoever sees it and the account's contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePeople {
    /// The service, as in the list.
    pub service: ServiceRow,
    /// Those who see it: owners first, then by surname.
    pub people: Page<ServicePerson>,
}
