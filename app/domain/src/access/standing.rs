//! Who acts, and whom and what they act on: the input of every decision.

use crate::category::Category;
use crate::id::{AccountId, ContactId, DomainId, ServiceId};
use crate::owner::OwnerKind;
use crate::rights::{Effective, Rights, ServiceSight};
use crate::role::RoleSet;
use crate::status::AccountStatus;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is known of whoever acts on an account: the input of every decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The account.
    pub account: AccountId,
    /// Its status.
    pub status: AccountStatus,
    /// Their record on it; when viewing as a contact, that contact's.
    pub contact: ContactId,
    /// Whether they own it.
    pub owner: Option<OwnerKind>,
    /// What they hold.
    pub effective: Effective,
    /// The roles that the account lets its managers hand out.
    pub hand_out: RoleSet,
    /// Whether they view the portal as that contact.
    pub viewing: Viewing,
}

/// Whether somebody acts for themselves or only looks as somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Viewing {
    /// They act for themselves.
    Off,
    /// They view the portal as a contact; nothing may be changed.
    AsContact {
        /// Their own contact.
        by: ContactId,
    },
}

/// Who sets the password and the sign-in address of a contact's person (PRODUCT D5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Credentials {
    /// There is no login.
    None,
    /// Its managers: the person was made by this account, is on no other, and has neither chosen an own password nor
    /// proved the address.
    HeldHere,
    /// The person alone. They have not proved the address that the contact shows: somebody may have claimed it.
    Unproved,
    /// The person alone, who has proved the address that the contact shows.
    Own,
}

/// A contact that is acted on.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Which contact.
    pub contact: ContactId,
    /// Whether it is an owner.
    pub owner: Option<OwnerKind>,
    /// What it was given.
    pub rights: &'a Rights,
    /// Who looks after its sign-in.
    pub credentials: Credentials,
}

impl Target<'static> {
    /// A contact that was not read yet, and is not the actor's own: only what the actor lacks is in the way. What is
    /// refused for it is refused for every such contact, with the same reason, so a refusal does not tell whether it exists.
    pub const fn unread(contact: ContactId) -> Self {
        static NOTHING: Rights = Rights::NOTHING;
        Self { contact, owner: None, rights: &NOTHING, credentials: Credentials::Own }
    }
}

/// A service that is looked at or acted on.
#[derive(Debug, Clone, Copy)]
pub struct ServiceTarget {
    /// Which service.
    pub id: ServiceId,
    /// Whether it ends soon or has run out.
    pub expiring: bool,
}

/// A domain that is looked at or acted on. Whether it is shown says [`Effective::sees_domain`].
#[derive(Debug, Clone, Copy)]
pub struct DomainTarget {
    /// Which domain.
    pub id: DomainId,
}

/// Whether a service is shown to somebody: lists are filtered by this and by nothing else.
pub fn sees_service(effective: &Effective, service: ServiceTarget) -> bool {
    match effective.sight() {
        ServiceSight::All => true,
        ServiceSight::ExpiringAnd(_) if service.expiring => true,
        ServiceSight::ExpiringAnd(each) | ServiceSight::Only(each) => {
            each.binary_search_by_key(&service.id, |(id, _)| *id).is_ok()
        }
    }
}

/// What stays of the mails chosen for a contact without a login, when `who` gives it another address or brings it back.
/// Nothing but the choice decides what it is sent: its own rights are not asked, and whoever chose knew another address.
pub fn still_sent(who: &Standing, chosen: &BTreeSet<Category>) -> BTreeSet<Category> {
    // INVARIANT: nobody has sent to another address what they may not see themselves (SECURITY T10).
    chosen.iter().copied().filter(|category| category.lacking(&who.effective).is_none()).collect()
}
