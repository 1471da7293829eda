//! What the provider has set: its brand, its words, and what it offers. Every page knows these.

use crate::colour::Colour;
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

/// How the brand looks. Files are addresses below `/brand/`; what is `None` is the portal's own, or not there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Brand {
    /// A square logo, beside the name.
    pub logo: Option<String>,
    /// A wide logo, in place of name and square logo.
    pub logo_wide: Option<String>,
    /// The logo that is shown in the dark theme, in place of the wide one, else of the square one.
    pub logo_dark: Option<String>,
    /// The icon of the browser's tab.
    pub favicon: Option<String>,
    /// The font, a WOFF2 file.
    pub font: Option<String>,
    /// The colour of buttons and links.
    pub colour: Option<Colour>,
    /// The colour of mails, where it is another one.
    pub mail_colour: Option<Colour>,
    /// What stands at the end of every mail, in lines: who the provider is, and where.
    pub mail_footer: Option<String>,
}

/// `[links]`: pages of the provider elsewhere, named in the foot of every page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Links {
    /// Who the provider is.
    pub imprint: Option<String>,
    /// What becomes of data about people.
    pub privacy: Option<String>,
    /// On what terms it works.
    pub terms: Option<String>,
}

/// `[areas]`: where customers go for what has no function here yet. An area without a link names the support address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Areas {
    /// Support.
    pub tickets: Option<String>,
    /// Data Center.
    pub data_center: Option<String>,
    /// Order.
    pub orders: Option<String>,
}

/// The provider's settings that pages show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provider {
    /// The brand's name, in the title and the top bar.
    pub name: String,
    /// How the brand looks.
    pub brand: Brand,
    /// Its pages elsewhere.
    pub links: Links,
    /// Where its customers go for what has no function here yet.
    pub areas: Areas,
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
