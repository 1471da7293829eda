//! The words of the portal, in every language it speaks.
//!
//! A feature's words are one struct with one constant per language, so a missing text does not compile. Texts with
//! something in them are functions. The labels of PRODUCT section 1 are a contract: change them there first.

pub mod contacts;
pub mod invitations;
pub mod lists;
pub mod notifications;
pub mod people;
pub mod problems;
pub mod rights;
pub mod shell;

use crate::request::language;
use contacts::ContactsText;
use domain::person::Language;
use invitations::InvitationsText;
use lists::ListsText;
use notifications::NotificationsText;
use people::PeopleText;
use problems::ProblemsText;
use rights::RightsText;
use shell::ShellText;

/// All the words in one language.
#[derive(Debug)]
pub struct Texts {
    /// The frame of the pages, their titles, the error pages.
    pub shell: ShellText,
    /// Sign-in, passwords, sessions.
    pub people: PeopleText,
    /// The people of an account.
    pub contacts: ContactsText,
    /// Invitations.
    pub invitations: InvitationsText,
    /// Which mails they get.
    pub notifications: NotificationsText,
    /// Names and help of every right.
    pub rights: RightsText,
    /// Services, domains, invoices, activity.
    pub lists: ListsText,
    /// What can go wrong.
    pub problems: ProblemsText,
}

static EN: Texts = Texts {
    shell: shell::EN,
    people: people::EN,
    contacts: contacts::EN,
    invitations: invitations::EN,
    notifications: notifications::EN,
    rights: rights::EN,
    lists: lists::EN,
    problems: problems::EN,
};

static DE: Texts = Texts {
    shell: shell::DE,
    people: people::DE,
    contacts: contacts::DE,
    invitations: invitations::DE,
    notifications: notifications::DE,
    rights: rights::DE,
    lists: lists::DE,
    problems: problems::DE,
};

impl Texts {
    /// What forms call a field of a change; `None` for what has no single field.
    pub fn field(&self, name: &str) -> Option<&'static str> {
        match name {
            "first_name" => Some(self.contacts.first_name),
            "last_name" => Some(self.contacts.last_name),
            "email" | "emails" => Some(self.contacts.email_address),
            "ends_on" => Some(self.invitations.ends_on),
            "reason" => Some(self.invitations.reason),
            "phone" => Some(self.contacts.phone),
            "note" => Some(self.contacts.note),
            "current" => Some(self.people.current_password),
            "password" => Some(self.contacts.password),
            "again" => Some(self.people.again),
            _ => None,
        }
    }
}

/// The words in `language`.
pub const fn texts_in(language: Language) -> &'static Texts {
    match language {
        Language::En => &EN,
        Language::De => &DE,
    }
}

/// The words in the language of the page.
pub fn texts() -> &'static Texts {
    texts_in(language())
}
