//! The list of contacts: what it shows, filters and sorts by.

use crate::access::Denied;
use crate::category::Category;
use crate::id::ContactId;
use crate::list::{Direction, Total};
use crate::operation::OperationSet;
use crate::owner::OwnerKind;
use crate::rights::Rights;
use crate::role::Role;
use crate::status::ContactStatus;
use crate::template::Template;
use crate::time::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// How many single privileges and operations on all services and domains it has, where no template explains them.
    pub privileges: usize,
    /// On how many single services it has operations.
    pub services: usize,
    /// On how many single domains it has operations.
    pub domains: usize,
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
        let single = (rights.privileges.len() + rights.all_services.len() + rights.all_domains.len()) as usize;
        let domains = rights.domains.values().filter(|operations| !operations.is_empty()).count();
        let services = rights.services.values().filter(|operations| !operations.is_empty()).count();
        let coming = !rights.new_services.is_empty() || !rights.new_domains.is_empty();
        let template = template.filter(|_| single + services + domains > 0 || coming);
        Self {
            roles: rights.roles.iter().collect(),
            own_roles: rights.own_roles.values().map(|role| role.name.clone()).collect(),
            privileges: if template.is_some() { 0 } else { single },
            template,
            services,
            domains,
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

impl From<Result<(), Denied>> for Verdict {
    fn from(answer: Result<(), Denied>) -> Self {
        match answer {
            Ok(()) => Self::Allowed,
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

/// The one service on which a contact was given something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlyService {
    /// Its name.
    pub name: String,
    /// What was given on it.
    pub operations: OperationSet,
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
    /// The service on which it was given something, where it is one and the reader sees it.
    pub only_service: Option<OnlyService>,
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
    /// By last name, then by first name.
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

/// How many people a file of the list holds.
pub const EXPORTED: usize = 10_000;

/// How many people there are around a page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactCounts {
    /// How many have each status, of those that the rest of the filter finds. Nothing in an account with many people, where
    /// counting would take long.
    pub statuses: Vec<(ContactStatus, usize)>,
    /// How many of those found can't be picked: owners, and whoever asks.
    pub fixed: usize,
    /// How many could get mails and get none, because nobody chose which.
    pub without_mails: Total,
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
