//! Contacts: people on an account, with or without a login, and what may become of them.

use crate::access::{Denied, Right};
use crate::account::OwnerKind;
use crate::asking::Asked;
use crate::email::EmailAddress;
use crate::error::{FieldProblem, Problem};
use crate::id::{AccountId, ContactId, ServiceId, SubmissionId, TemplateId};
use crate::list::Direction;
use crate::notification::Category;
use crate::operation::OperationSet;
use crate::privilege::PrivilegeSet;
use crate::rights::{Rights, Until};
use crate::role::{OwnRole, Role, RoleSet};
use crate::service::ServiceChoice;
use crate::sign_in_check::SignInReport;
use crate::template::Template;
use crate::text::{self, Secret};
use crate::time::{Moment, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The longest first or last name, in characters.
pub const NAME_MAX: usize = 100;
/// The longest note, in characters.
pub const NOTE_MAX: usize = 1000;
/// The longest telephone number, in characters.
pub const PHONE_MAX: usize = 40;

/// What is stored of where a contact stands; time makes a [`ContactStatus`] of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactState {
    /// A record without a login.
    ContactOnly,
    /// Invited, not yet accepted.
    Pending,
    /// Can sign in and act.
    Active,
    /// Can sign in, but not act here.
    Suspended,
    /// Invited and declined.
    Declined,
    /// Deleted; restorable for a while.
    Deleted,
}

impl ContactState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::ContactOnly, Self::Pending, Self::Active, Self::Suspended, Self::Declined, Self::Deleted];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ContactOnly => "contact_only",
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Declined => "declined",
            Self::Deleted => "deleted",
        }
    }

    /// The state stored under `key`. An unknown one counts as suspended: what is not understood allows nothing.
    pub fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.key() == key).unwrap_or(Self::Suspended)
    }

    /// What the state is called at `now`, when access ends at `ends` (an invitation's end for a pending one).
    pub fn status(self, ends: Option<Timestamp>, now: Timestamp) -> ContactStatus {
        let over = ends.is_some_and(|ends| ends <= now);
        match self {
            Self::ContactOnly => ContactStatus::ContactOnly,
            Self::Pending if over => ContactStatus::InvitationExpired,
            Self::Pending => ContactStatus::RequestPending,
            Self::Active if over => ContactStatus::AccessExpired,
            Self::Active => ContactStatus::Active,
            Self::Suspended => ContactStatus::Suspended,
            Self::Declined => ContactStatus::Declined,
            Self::Deleted => ContactStatus::Deleted,
        }
    }
}

/// Where a contact stands, as the list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactStatus {
    /// No login.
    ContactOnly,
    /// Invited, not yet accepted.
    RequestPending,
    /// Invited, and too late to accept.
    InvitationExpired,
    /// Can sign in and act.
    Active,
    /// Suspended.
    Suspended,
    /// Access ran out.
    AccessExpired,
    /// Declined the invitation.
    Declined,
    /// Deleted.
    Deleted,
}

impl ContactStatus {
    /// Every status, in the order of the filter.
    pub const ALL: [Self; 8] = [
        Self::Active,
        Self::ContactOnly,
        Self::RequestPending,
        Self::InvitationExpired,
        Self::Suspended,
        Self::AccessExpired,
        Self::Declined,
        Self::Deleted,
    ];

    /// The key used in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ContactOnly => "contact_only",
            Self::RequestPending => "request_pending",
            Self::InvitationExpired => "invitation_expired",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::AccessExpired => "access_expired",
            Self::Declined => "declined",
            Self::Deleted => "deleted",
        }
    }

    /// The status with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// What a contact's rights come to, in the fewest words: for the column Access.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AccessSummary {
    /// Its roles.
    pub roles: Vec<Role>,
    /// Its roles that the account made, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_roles: Vec<String>,
    /// The template it began with, where it still has ticks of its own.
    pub template: Option<TemplateUse>,
    /// How many single privileges and operations on all services it has, where no template explains them.
    pub privileges: usize,
    /// On how many single services it has operations.
    pub services: usize,
}

/// A template a contact began with, and how far it has moved from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateUse {
    /// The template's key.
    pub key: String,
    /// The provider's name for it; `None` for a built-in one.
    pub name: Option<String>,
    /// How many ticks differ.
    pub changes: usize,
}

impl AccessSummary {
    /// The summary of `rights`, with the names of `templates`.
    pub fn of(rights: &Rights, templates: &[Template]) -> Self {
        let template =
            rights.began_with().and_then(|key| templates.iter().find(|template| template.key == key)).map(|template| {
                // Roles come on top of a template; only the ticks are compared with it.
                TemplateUse {
                    key: template.key.clone(),
                    name: template.name.clone(),
                    changes: rights.ticks().changes_from(template),
                }
            });
        let single = (rights.privileges.len() + rights.all_services.len()) as usize;
        let services = rights.services.values().filter(|operations| !operations.is_empty()).count();
        let template = template.filter(|_| single + services > 0 || !rights.new_services.is_empty());
        Self {
            roles: rights.roles.iter().collect(),
            own_roles: rights.own_roles.values().map(|role| role.name.clone()).collect(),
            privileges: if template.is_some() { 0 } else { single },
            template,
            services,
        }
    }
}

/// What a contact gets mail about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notifications {
    /// Nobody has chosen yet: shown in red (S3.19).
    NotSet,
    /// These were chosen; none is a choice too.
    Chosen(BTreeSet<Category>),
}

/// Whether something may be done to a row, and if not, why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It may.
    Allowed,
    /// It may not.
    Refused(Denied),
    /// It makes no sense here: the item is not shown.
    Absent,
}

impl From<Result<crate::access::Permit, Denied>> for Verdict {
    fn from(answer: Result<crate::access::Permit, Denied>) -> Self {
        match answer {
            Ok(_) => Self::Allowed,
            Err(why) => Self::Refused(why),
        }
    }
}

/// What the row's menu offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowMenu {
    /// Edit Contact.
    pub edit: Verdict,
    /// Login as This Contact.
    pub view_as: Verdict,
    /// Suspend.
    pub suspend: Verdict,
    /// Reactivate.
    pub reactivate: Verdict,
    /// Delete.
    pub delete: Verdict,
    /// Restore.
    pub restore: Verdict,
    /// Resend invitation, and Copy invitation link.
    pub invite: Verdict,
    /// Cancel invitation.
    pub cancel: Verdict,
    /// Set Notification, or change what was chosen.
    pub choose: Verdict,
}

/// A row of the contacts table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRow {
    /// Which contact.
    pub id: ContactId,
    /// First and last name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// Whether it is an owner.
    pub owner: Option<OwnerKind>,
    /// Whether it is the person looking.
    pub is_me: bool,
    /// Where it stands.
    pub status: ContactStatus,
    /// What it may do, in short.
    pub access: AccessSummary,
    /// What it gets mail about.
    pub notifications: Notifications,
    /// Until when the access, or the invitation, lasts.
    pub until: Option<Moment>,
    /// When it last signed in.
    pub last_sign_in: Option<Moment>,
    /// What the menu offers.
    pub menu: RowMenu,
}

/// The filter by access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessFilter {
    /// Has this role.
    Role(Role),
    /// Began with this template.
    Template(String),
    /// Is an owner.
    Owner,
    /// Was given nothing.
    Nothing,
}

/// The column a contacts list is sorted by. Owners stand first in every order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactSort {
    /// By name.
    #[default]
    Name,
    /// By e-mail address.
    Email,
    /// By state.
    Status,
    /// By last sign-in.
    LastSignIn,
}

/// Which contacts: what the address of the page says, and what a bulk action posts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ContactFilter {
    /// Words to look for in names and addresses.
    pub search: String,
    /// Only with this status; deleted ones show only when asked for.
    pub status: Option<ContactStatus>,
    /// Only with this access.
    pub access: Option<AccessFilter>,
}

/// A page of the contacts list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ContactQuery {
    /// Which contacts.
    pub filter: ContactFilter,
    /// By which column.
    pub sort: ContactSort,
    /// Which way.
    pub direction: Direction,
    /// The cursor of the page, as a page before it gave it; empty for the first.
    pub cursor: String,
}

/// The command of the contact form: adds when `contact` is `None`, else edits. Its fields are named as the inputs of the
/// form are, so that a post without JavaScript reads the same.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SaveContact {
    /// Made when the form was rendered.
    pub submission: Option<SubmissionId>,
    /// Which contact; `None` adds one.
    pub contact: Option<ContactId>,
    /// The version that was edited.
    pub version: i64,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// A note for the account's managers.
    pub note: String,
    /// Activate Sub-Account: the contact can sign in.
    pub login: bool,
    /// The password set for the contact; must be changed at the first sign-in. Empty keeps.
    pub password: Secret,
    /// Notify the contact?
    pub notify: bool,
    /// The template picked.
    pub template: String,
    /// The template whose ticks the form shows; when it is another one than `template`, the ticks are filled in first.
    pub applied: String,
    /// Roles.
    pub roles: RoleSet,
    /// Roles that the account made.
    pub own_roles: BTreeSet<TemplateId>,
    /// Single privileges.
    pub privileges: PrivilegeSet,
    /// Operations on all services.
    pub all_services: OperationSet,
    /// Operations on services bought later.
    pub new_services: OperationSet,
    /// Operations on single services; in a form the key is `svc-` and the id.
    #[serde(with = "service_keys")]
    pub services: BTreeMap<ServiceId, OperationSet>,
}

/// What stands before a service's id in the name of an input, `change[services][svc-ID][]`.
///
/// Form encoding takes a key that begins with a digit for the index of a list, and ids begin with one.
pub const SERVICE_KEY: &str = "svc-";

pub(crate) mod service_keys {
    use super::{BTreeMap, OperationSet, SERVICE_KEY, ServiceId};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(
        services: &BTreeMap<ServiceId, OperationSet>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(services.iter().map(|(id, operations)| (format!("{SERVICE_KEY}{id}"), operations)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<ServiceId, OperationSet>, D::Error> {
        BTreeMap::<String, OperationSet>::deserialize(deserializer)?
            .into_iter()
            .map(|(key, operations)| {
                let id = key.strip_prefix(SERVICE_KEY).and_then(|id| id.parse().ok());
                Ok((id.ok_or_else(|| D::Error::custom("not a service"))?, operations))
            })
            .collect()
    }
}

impl SaveContact {
    /// The rights that the ticks say.
    pub fn rights(&self) -> Rights {
        let rights = Rights {
            roles: self.roles.clone(),
            privileges: self.privileges,
            all_services: self.all_services,
            new_services: self.new_services,
            ..Rights::default()
        };
        rights.with_ticks_on(&self.services, &self.template)
    }

    /// The details typed, checked.
    ///
    /// # Errors
    /// Every problem found, field by field.
    pub fn details(&self, required: &[RequiredField]) -> Result<ContactDetails, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut note = |field: &str, problem| problems.push(FieldProblem { field: field.to_owned(), problem });
        let name = |text: &str| match text::line(text, NAME_MAX) {
            Ok(text) if text.is_empty() => Err(Problem::Required),
            other => other,
        };
        let optional = |text: &str, is_required: bool, max| match text::line(text, max) {
            Ok(text) if text.is_empty() && is_required => Err(Problem::Required),
            other => other,
        };
        let first_name = name(&self.first_name).unwrap_or_else(|problem| {
            note("first_name", problem);
            String::new()
        });
        let last_name = name(&self.last_name).unwrap_or_else(|problem| {
            note("last_name", problem);
            String::new()
        });
        let email = EmailAddress::parse(&self.email).ok();
        if email.is_none() {
            note("email", if self.email.trim().is_empty() { Problem::Required } else { Problem::NotAnEmail });
        }
        let phone = optional(&self.phone, required.contains(&RequiredField::Phone), PHONE_MAX)
            .and_then(|phone| if is_phone(&phone) { Ok(phone) } else { Err(Problem::NotAPhoneNumber) })
            .unwrap_or_else(|problem| {
                note("phone", problem);
                String::new()
            });
        let remark = match text::lines(&self.note, NOTE_MAX) {
            Ok(text) if text.is_empty() && required.contains(&RequiredField::Note) => Err(Problem::Required),
            other => other,
        }
        .unwrap_or_else(|problem| {
            note("note", problem);
            String::new()
        });
        match email {
            Some(email) if problems.is_empty() => {
                Ok(ContactDetails { first_name, last_name, email, phone, note: remark })
            }
            _ => Err(problems),
        }
    }
}

fn is_phone(text: &str) -> bool {
    text.is_empty()
        || (text.chars().all(|c| c.is_ascii_digit() || "+-() ./x".contains(c))
            && text.chars().filter(char::is_ascii_digit).count() >= 3)
}

/// A field that the provider requires beside names and address (S0.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequiredField {
    /// The telephone number.
    Phone,
    /// The note.
    Note,
}

/// A contact's details, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDetails {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address as typed.
    pub email: EmailAddress,
    /// Telephone number, may be empty.
    pub phone: String,
    /// A note for the account's managers, may be empty.
    pub note: String,
}

impl ContactDetails {
    /// First and last name; the address of whoever was invited and has not said theirs yet.
    pub fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name, self.email.as_str())
    }
}

/// First and last name, or the address where neither is known.
pub fn full_name(first_name: &str, last_name: &str, email: &str) -> String {
    let name = format!("{first_name} {last_name}");
    if name.trim().is_empty() { email.to_owned() } else { name }
}

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

/// One difference between two versions of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum ContactChange {
    /// A detail became something else.
    Detail {
        /// Which field, as in [`SaveContact`].
        field: String,
        /// What it is now.
        now: String,
    },
    /// It stands somewhere else.
    State {
        /// Where it stands now.
        now: ContactState,
    },
    /// A right was given.
    Given {
        /// Which.
        right: Right,
        /// On what.
        place: Place,
    },
    /// A right was taken away.
    Taken {
        /// Which.
        right: Right,
        /// On what.
        place: Place,
    },
    /// It gets the mails of a category.
    Subscribed {
        /// Which.
        category: Category,
    },
    /// It gets them no longer.
    Unsubscribed {
        /// Which.
        category: Category,
    },
}

/// Where a right holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The whole account.
    Account,
    /// The same, of a role that the account made and called so.
    OwnRole {
        /// The name.
        name: String,
    },
    /// All services.
    AllServices,
    /// Services bought later.
    NewServices,
    /// One service, by id; `name` where it is still known.
    Service {
        /// Which.
        id: ServiceId,
        /// Its name.
        name: Option<String>,
    },
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
                ("note", details.note.clone()),
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
        Right::Role(_) | Right::Privilege(_) | Right::Operation(_) => (right, place),
    };
    rights.grants().into_iter().filter(|(right, place)| !other.has_grant(*right, place)).map(named).collect()
}

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

    /// Details and rights become what the form said. A login makes a contact active.
    ///
    /// # Errors
    /// When another change came first, or the contact is deleted.
    pub fn revise(
        self,
        details: ContactDetails,
        rights: Rights,
        state: ContactState,
        seen: i64,
    ) -> Result<Revision, ReviseProblem> {
        if self.version != seen {
            return Err(ReviseProblem::Stale);
        }
        if self.now.state == ContactState::Deleted {
            return Err(ReviseProblem::State);
        }
        let rights = rights.following(&self.now.rights);
        Ok(Revision { after: ContactSnapshot { details, state, rights }, before: self })
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
        self.moved(&[ContactState::Active], ContactState::Suspended)
    }

    /// Ends a suspension.
    ///
    /// # Errors
    /// When it is not suspended.
    pub fn reactivate(self) -> Result<Revision, ReviseProblem> {
        self.moved(&[ContactState::Suspended], ContactState::Active)
    }

    /// Deletes a contact: its live rights are gone, the history keeps them.
    ///
    /// # Errors
    /// When it is deleted already.
    pub fn delete(self) -> Result<Revision, ReviseProblem> {
        let alive = ContactState::ALL.into_iter().filter(|state| *state != ContactState::Deleted).collect::<Vec<_>>();
        let mut revision = self.moved(&alive, ContactState::Deleted)?;
        revision.after.rights = Rights::default();
        Ok(revision)
    }

    /// Brings a deleted contact back as `state` with the rights confirmed.
    ///
    /// # Errors
    /// When it is not deleted.
    pub fn restore(self, state: ContactState, rights: Rights) -> Result<Revision, ReviseProblem> {
        let mut revision = self.moved(&[ContactState::Deleted], state)?;
        revision.after.rights = rights;
        Ok(revision)
    }

    /// The one invited accepts, or is taken in at once, under their own name where the contact has none yet.
    ///
    /// # Errors
    /// When it waits for nobody.
    pub fn accept(self, first_name: &str, last_name: &str) -> Result<Revision, ReviseProblem> {
        let mut revision = self.moved(&[ContactState::Pending], ContactState::Active)?;
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
        self.moved(&[ContactState::Pending, ContactState::Active, ContactState::Suspended], ContactState::Declined)
    }

    /// It is offered again.
    ///
    /// # Errors
    /// When it was never an invitation, or is accepted.
    pub fn invite_again(self) -> Result<Revision, ReviseProblem> {
        self.moved(&[ContactState::Pending, ContactState::Declined], ContactState::Pending)
    }

    fn moved(self, from: &[ContactState], to: ContactState) -> Result<Revision, ReviseProblem> {
        if !from.contains(&self.now.state) {
            return Err(ReviseProblem::State);
        }
        let after = ContactSnapshot { state: to, ..self.now.clone() };
        Ok(Revision { before: self, after })
    }
}

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
    pub own_roles: BTreeMap<TemplateId, OwnRole>,
    /// The active services of the account.
    pub services: Vec<ServiceChoice>,
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
    /// Whether the actor may set password and address here, and if not, why not.
    pub sign_in: Verdict,
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
    /// What was changed, latest first.
    pub history: Vec<HistoryEntry>,
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
    /// Who, by name at the time.
    pub by: String,
    /// What changed; empty for the first entry, when it was added.
    pub changes: Vec<ContactChange>,
}

/// The command to suspend, reactivate, delete or restore one contact, or to send it a reset link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveContact {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which contact.
    pub contact: ContactId,
    /// What becomes of it.
    pub to: Move,
}

/// What becomes of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// Suspend it.
    Suspend,
    /// End the suspension.
    Reactivate,
    /// Delete it.
    Delete,
    /// Bring it back with the rights it had.
    Restore,
    /// Bring it back without any rights.
    RestoreBare,
    /// Send a link to set a new password.
    SendReset,
}

/// The command to suspend or delete many contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveContacts {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// What becomes of them; suspending and deleting only.
    pub to: Move,
    /// The contacts ticked; with `everything`, ignored.
    #[serde(default)]
    pub contacts: Vec<ContactId>,
    /// All that the filter finds, on every page.
    #[serde(default)]
    pub everything: bool,
    /// The filter, for `everything`.
    #[serde(default)]
    pub filter: ContactFilter,
}

/// What a bulk action did: all of it is in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkOutcome {
    /// How many were changed.
    pub done: usize,
    /// How many were already there.
    pub unchanged: usize,
    /// Those left alone, with the reason; at most twenty are named.
    pub refused: Vec<(String, Denied)>,
    /// How many were left alone in all.
    pub refused_count: usize,
}

/// A start of viewing the portal as a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewContactAs {
    /// Which contact.
    pub contact: ContactId,
}
