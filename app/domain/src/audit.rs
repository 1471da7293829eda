//! What is written down of every change: who did what to whom, when, and as whom.

use crate::contact::{ContactChange, ContactDetails};
use crate::id::ContactId;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    /// Somebody signed in.
    SignedIn,
    /// Somebody signed out.
    SignedOut,
    /// Somebody ended one of their sessions.
    SessionEnded,
    /// Somebody gave their password again, before something that takes it.
    PasswordConfirmed,
    /// Somebody chose a new password.
    PasswordChanged,
    /// A link to set a password was asked for.
    ResetRequested,
    /// A password was set with a link.
    PasswordReset,
    /// An account was made by the operator.
    AccountCreated,
    /// Data was imported by the operator.
    Imported,
    /// A contact was added.
    ContactAdded,
    /// A contact's details or rights were changed.
    ContactEdited,
    /// A contact was suspended.
    ContactSuspended,
    /// A contact's suspension was ended.
    ContactReactivated,
    /// A contact was deleted.
    ContactDeleted,
    /// A deleted contact was restored.
    ContactRestored,
    /// A contact was sent a link to set a password.
    ResetSent,
    /// Somebody was invited.
    Invited,
    /// An invitation was sent again.
    InvitationResent,
    /// A link of an invitation was made, to be passed on by hand.
    InvitationLinkMade,
    /// An invitation was taken back.
    InvitationCancelled,
    /// An invitation was accepted.
    InvitationAccepted,
    /// An invitation was declined, or access given at once was refused.
    InvitationDeclined,
    /// The list of roles that managers may hand out was changed.
    HandOutChanged,
    /// A template was made, renamed or deleted.
    TemplateChanged,
    /// A role that the account made gives something else now, or is gone.
    RoleChanged,
    /// Somebody was made a co-owner.
    OwnerAppointed,
    /// A co-owner was made an ordinary contact.
    OwnerDismissed,
    /// The account was offered to somebody.
    OwnershipOffered,
    /// The offer was taken back or declined.
    OwnershipOfferEnded,
    /// The offer was accepted: the account has another legal owner.
    OwnershipTransferred,
    /// A transfer was undone.
    OwnershipTransferUndone,
    /// Somebody began to view the portal as a contact.
    ViewingStarted,
    /// Somebody stopped viewing the portal as a contact.
    ViewingStopped,
    /// The mails that a contact gets were chosen.
    NotificationsChosen,
    /// Somebody asked for a right.
    AccessAsked,
    /// What a contact asked for was given.
    AccessGranted,
    /// What a contact asked for was declined.
    AccessDeclined,
    /// What a contact asked for was there by then.
    AccessMet,
    /// Somebody changed their own details.
    ProfileChanged,
    /// Somebody on the account changed their own name.
    PersonRenamed,
    /// Somebody asked for a link that proves an address.
    EmailAsked,
    /// Somebody called off another address.
    EmailCancelled,
    /// Somebody proved an address.
    EmailConfirmed,
    /// Somebody ended their own access.
    ContactLeft,
    /// Somebody put an account at the top of their own list.
    AccountPinned,
    /// Somebody took an account from the top of their own list.
    AccountUnpinned,
    /// Every session, link and open offer was ended by the operator.
    AllRevoked,
}

impl AuditKind {
    /// Every kind.
    pub const ALL: [Self; 47] = [
        Self::SignedIn,
        Self::SignedOut,
        Self::SessionEnded,
        Self::PasswordConfirmed,
        Self::PasswordChanged,
        Self::ResetRequested,
        Self::PasswordReset,
        Self::AccountCreated,
        Self::Imported,
        Self::ContactAdded,
        Self::ContactEdited,
        Self::ContactSuspended,
        Self::ContactReactivated,
        Self::ContactDeleted,
        Self::ContactRestored,
        Self::ResetSent,
        Self::Invited,
        Self::InvitationResent,
        Self::InvitationLinkMade,
        Self::InvitationCancelled,
        Self::InvitationAccepted,
        Self::InvitationDeclined,
        Self::HandOutChanged,
        Self::TemplateChanged,
        Self::RoleChanged,
        Self::OwnerAppointed,
        Self::OwnerDismissed,
        Self::OwnershipOffered,
        Self::OwnershipOfferEnded,
        Self::OwnershipTransferred,
        Self::OwnershipTransferUndone,
        Self::ViewingStarted,
        Self::ViewingStopped,
        Self::NotificationsChosen,
        Self::AccessAsked,
        Self::AccessGranted,
        Self::AccessDeclined,
        Self::AccessMet,
        Self::ProfileChanged,
        Self::PersonRenamed,
        Self::EmailAsked,
        Self::EmailCancelled,
        Self::EmailConfirmed,
        Self::ContactLeft,
        Self::AccountPinned,
        Self::AccountUnpinned,
        Self::AllRevoked,
    ];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SignedIn => "signed_in",
            Self::SignedOut => "signed_out",
            Self::SessionEnded => "session_ended",
            Self::PasswordConfirmed => "password_confirmed",
            Self::PasswordChanged => "password_changed",
            Self::ResetRequested => "reset_requested",
            Self::PasswordReset => "password_reset",
            Self::AccountCreated => "account_created",
            Self::Imported => "imported",
            Self::ContactAdded => "contact_added",
            Self::ContactEdited => "contact_edited",
            Self::ContactSuspended => "contact_suspended",
            Self::ContactReactivated => "contact_reactivated",
            Self::ContactDeleted => "contact_deleted",
            Self::ContactRestored => "contact_restored",
            Self::ResetSent => "reset_sent",
            Self::Invited => "invited",
            Self::InvitationResent => "invitation_resent",
            Self::InvitationLinkMade => "invitation_link_made",
            Self::InvitationCancelled => "invitation_cancelled",
            Self::InvitationAccepted => "invitation_accepted",
            Self::InvitationDeclined => "invitation_declined",
            Self::HandOutChanged => "hand_out_changed",
            Self::TemplateChanged => "template_changed",
            Self::RoleChanged => "role_changed",
            Self::OwnerAppointed => "owner_appointed",
            Self::OwnerDismissed => "owner_dismissed",
            Self::OwnershipOffered => "ownership_offered",
            Self::OwnershipOfferEnded => "ownership_offer_ended",
            Self::OwnershipTransferred => "ownership_transferred",
            Self::OwnershipTransferUndone => "ownership_transfer_undone",
            Self::ViewingStarted => "viewing_started",
            Self::ViewingStopped => "viewing_stopped",
            Self::NotificationsChosen => "notifications_chosen",
            Self::AccessAsked => "access_asked",
            Self::AccessGranted => "access_granted",
            Self::AccessDeclined => "access_declined",
            Self::AccessMet => "access_met",
            Self::ProfileChanged => "profile_changed",
            Self::PersonRenamed => "person_renamed",
            Self::EmailAsked => "email_asked",
            Self::EmailCancelled => "email_cancelled",
            Self::EmailConfirmed => "email_confirmed",
            Self::ContactLeft => "contact_left",
            Self::AccountPinned => "account_pinned",
            Self::AccountUnpinned => "account_unpinned",
            Self::AllRevoked => "all_revoked",
        }
    }

    /// The kind stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Who did something, as it was written down at the time. A name is its bearer's to choose, so an address goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The provider, at the command line.
    Provider,
    /// Somebody.
    Person {
        /// Their name on the account; off any account, their own. Empty where it is unknown, or not the reader's to see.
        name: String,
        /// Their address, where it is known and the reader's to see.
        email: Option<String>,
        /// Their contact on the account.
        contact: Option<ContactId>,
    },
}

impl By {
    /// What logs call the provider; on pages it is marked, and no name.
    pub const PROVIDER: &str = "portico";

    /// A contact, as it stands on its account.
    pub fn of(contact: ContactId, details: &ContactDetails) -> Self {
        Self::Person { name: details.name(), email: Some(details.email.to_string()), contact: Some(contact) }
    }

    /// The name alone, as logs keep it.
    pub fn name(&self) -> &str {
        match self {
            Self::Provider => Self::PROVIDER,
            Self::Person { name, .. } => name,
        }
    }
}

/// A row of the activity page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityRow {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: By,
    /// What.
    pub kind: AuditKind,
    /// The contacts it was done to, by name at the time, as far as the reader may know it.
    pub targets: Vec<(ContactId, Option<String>)>,
    /// What changed, as far as the reader may know it.
    pub changes: Vec<ContactChange>,
}
