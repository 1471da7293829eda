//! What the form and the page of a contact show.

use super::{AccessSummary, ContactRow, ContactSnapshot, RequiredField, Verdict};
use crate::by::By;
use crate::change::ContactChange;
use crate::id::{ContactId, RoleId, SubmissionId};
use crate::list::Page;
use crate::right::{Place, Right};
use crate::rights::Rights;
use crate::role::OwnRole;
use crate::service::{MoreServices, ServiceChoice};
use crate::sign_in_check::SignInReport;
use crate::status::ContactState;
use crate::template::Template;
use crate::time::Moment;
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
