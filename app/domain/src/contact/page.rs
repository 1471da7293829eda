//! What the form and the page of a contact show.

use super::{AccessSummary, ContactRow, ContactSnapshot, RequiredField, Verdict};
use crate::by::By;
use crate::change::ContactChange;
use crate::domains::DomainChoice;
use crate::id::{ContactId, RoleId, SubmissionId};
use crate::list::Page;
use crate::right::{Place, Right};
use crate::rights::{Held, Origin, Rights, Source};
use crate::role::OwnRole;
use crate::service::{MoreServices, ServiceChoice};
use crate::sign_in_check::SignInReport;
use crate::status::ContactState;
use crate::template::Template;
use crate::time::{Moment, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the contact form needs to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactForm {
    /// The submission id for this form.
    pub submission: SubmissionId,
    /// The contact that is edited; `None` when one is added.
    pub contact: Option<EditedContact>,
    /// The templates offered.
    pub templates: Vec<Template>,
    /// The roles that the account made.
    pub own_roles: BTreeMap<RoleId, OwnRole>,
    /// The services with a row.
    pub services: Vec<ServiceChoice>,
    /// The others, where not every one has a row.
    pub more: Option<MoreServices>,
    /// The domains with a row.
    pub domains: Vec<DomainChoice>,
    /// The fields the provider requires beside names and address.
    pub required: Vec<RequiredField>,
    /// The fewest characters of a password.
    pub password_min: usize,
}

/// The contact in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedContact {
    /// Which contact.
    pub id: ContactId,
    /// The version edited.
    pub version: i64,
    /// Whether it is oneself.
    pub is_me: bool,
    /// Everything an edit can change.
    pub now: ContactSnapshot,
    /// The rights that end by themselves, with when: saving keeps their ends.
    pub ends: Vec<EndingRight>,
    /// Who looks after its sign-in.
    pub credentials: crate::access::Credentials,
    /// Whether the actor may set a password here, and if not, why not.
    pub sign_in: Verdict,
    /// Whether the actor may give it another address, and if not, why not.
    pub address: Verdict,
    /// Whether the actor may send a reset link.
    pub reset: Verdict,
}

impl EditedContact {
    /// Whether it was invited and has not accepted.
    pub fn is_invited(&self) -> bool {
        matches!(self.now.state, ContactState::Pending | ContactState::Declined)
    }
}

/// The page of one contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPage {
    /// The row, with its menu.
    pub row: ContactRow,
    /// Everything an edit can change.
    pub now: ContactSnapshot,
    /// The version shown.
    pub version: i64,
    /// The names of the single services in the rights.
    pub services: Vec<ServiceChoice>,
    /// The names of the single domains in the rights.
    pub domains: Vec<DomainChoice>,
    /// When it was added.
    pub added: Moment,
    /// What was changed, latest first: the first page.
    pub history: Page<HistoryEntry>,
    /// The rights that end by themselves, with when.
    pub ends: Vec<EndingRight>,
    /// Why signing in fails, for whoever manages contacts.
    pub sign_in: Option<SignInReport>,
    /// For a deleted one: the rights it had, to be confirmed when restoring, and until when that is possible.
    pub restorable: Option<Restorable>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

/// A right that ends by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingRight {
    /// Which.
    pub right: Right,
    /// On what.
    pub place: Place,
    /// When.
    pub at: Moment,
}

/// A deleted contact that can be brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restorable {
    /// The rights it had.
    pub rights: Rights,
    /// What they come to, in short.
    pub access: AccessSummary,
    /// Until when.
    pub until: Moment,
}

/// A right that somebody has, and what gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRight {
    /// Which right.
    pub right: Right,
    /// On what.
    pub place: Place,
    /// What gives it; any of it is enough.
    pub origins: Vec<HeldOrigin>,
}

/// One thing that gives somebody a right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldOrigin {
    /// Where it comes from.
    pub source: Source,
    /// The right that it comes with, where it was not given by itself.
    pub with: Option<Right>,
    /// When it ends.
    pub until: Option<Moment>,
}

impl ContactPage {
    /// What the contact holds, right by right, with what gives each, as far as the page names it. `template` is the one
    /// that its rights began with, where it is known.
    pub fn held(&self, template: Option<&Template>) -> Vec<HeldRight> {
        let named = |place: Place| match place {
            Place::Service { id, .. } => {
                let service = self.services.iter().find(|service| service.id == id);
                Place::Service { id, name: service.and_then(|service| service.name.clone()) }
            }
            Place::Domain { id, .. } => {
                let domain = self.domains.iter().find(|domain| domain.id == id);
                Place::Domain { id, name: domain.and_then(|domain| domain.name.clone()) }
            }
            Place::Account
            | Place::OwnRole { .. }
            | Place::AllServices
            | Place::NewServices
            | Place::AllDomains
            | Place::NewDomains => place,
        };
        let moment = |at: Timestamp| self.ends.iter().map(|ending| &ending.at).find(|end| end.at == at).cloned();
        let origin = |Origin { source, with, until }| HeldOrigin { source, with, until: until.and_then(moment) };
        let held = self.now.rights.origins(template).into_iter();
        held.map(|Held { right, place, origins }| HeldRight {
            right,
            place: named(place),
            origins: origins.into_iter().map(origin).collect(),
        })
        .collect()
    }
}

/// One change in a contact's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: By,
    /// What changed; empty for the first entry, when it was added.
    pub changes: Vec<ContactChange>,
}
