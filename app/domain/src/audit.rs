//! What is written down of every change: who did what to whom, when, and as whom.

use crate::contact::ContactChange;
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
    /// Somebody began to view the portal as a contact.
    ViewingStarted,
    /// Somebody stopped viewing the portal as a contact.
    ViewingStopped,
    /// The mails that a contact gets were chosen.
    NotificationsChosen,
}

impl AuditKind {
    /// Every kind.
    pub const ALL: [Self; 24] = [
        Self::SignedIn,
        Self::SignedOut,
        Self::SessionEnded,
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
        Self::ViewingStarted,
        Self::ViewingStopped,
        Self::NotificationsChosen,
    ];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SignedIn => "signed_in",
            Self::SignedOut => "signed_out",
            Self::SessionEnded => "session_ended",
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
            Self::ViewingStarted => "viewing_started",
            Self::ViewingStopped => "viewing_stopped",
            Self::NotificationsChosen => "notifications_chosen",
        }
    }

    /// The kind stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A row of the activity page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityRow {
    /// When.
    pub at: Moment,
    /// Who, by name at the time.
    pub by: String,
    /// What.
    pub kind: AuditKind,
    /// The contacts it was done to, by name at the time.
    pub targets: Vec<(ContactId, String)>,
    /// What changed.
    pub changes: Vec<ContactChange>,
}
