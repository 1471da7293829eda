//! What the provider has set: its brand, its words, and what it offers. Every page knows these.

use crate::person::Language;
use serde::{Deserialize, Serialize};

/// What the provider calls the people of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeopleWord {
    /// Contacts.
    #[default]
    Contacts,
    /// Delegate access.
    DelegateAccess,
    /// User management.
    UserManagement,
    /// Sub-accounts.
    SubAccounts,
}

/// A way to add people (S0.5, S0.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayToAdd {
    /// Add New Contact.
    AddContact,
    /// Invite User.
    InviteUser,
}

/// What an invitation does for somebody who is registered and has proved their address (PRODUCT D3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisteredPeople {
    /// They have access at once, and can refuse it.
    #[default]
    AtOnce,
    /// They accept it first.
    AfterAcceptance,
}

/// The provider's settings that pages show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provider {
    /// The brand's name, in the title and the top bar.
    pub name: String,
    /// The address of the logo, below `/brand/`; `None` shows the name alone.
    pub logo: Option<String>,
    /// The brand colour as `#rrggbb`; `None` keeps the built-in one.
    pub colour: Option<String>,
    /// What people are called.
    pub people: PeopleWord,
    /// Where help is asked for by mail (S1.21, S3.30).
    pub support_email: String,
    /// The language for people who prefer none of ours.
    pub language: Language,
    /// The ways to add people that are offered.
    pub ways_to_add: Vec<WayToAdd>,
    /// Whether somebody who is registered gets access at once when invited, or accepts first like everybody else
    /// (PRODUCT D3).
    pub registered_people: RegisteredPeople,
    /// For how many days a deleted contact can be restored (PRODUCT D9); 0 for never.
    pub restore_days: u32,
    /// Whether this is a demonstration with made-up data.
    pub demo: bool,
}
