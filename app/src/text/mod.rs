//! The words of the portal, in every language it speaks.
//!
//! A feature's words are one struct with one constant per language, so a missing text does not compile. Texts with
//! something in them are functions. The labels of PRODUCT section 1 are a contract: change them there first.

pub mod accounts;
pub mod asking;
pub mod contacts;
pub mod invitations;
pub mod lists;
pub mod live;
pub mod notifications;
pub mod people;
pub mod problems;
pub mod profile;
pub mod shell;
pub mod sign_in_check;

use crate::ownership::text::{self as ownership, OwnershipText};
use crate::request::language;
use crate::rights::text::{self as roles, RolesText};
use accounts::AccountsText;
use asking::AskingText;
use contacts::ContactsText;
use domain::audit::Change;
use domain::person::Language;
use domain::words::{self, RightsText};
use invitations::InvitationsText;
use lists::ListsText;
use live::LiveText;
use notifications::NotificationsText;
use people::PeopleText;
use problems::ProblemsText;
use profile::ProfileText;
use shell::ShellText;
use sign_in_check::SignInCheckText;

/// All the words in one language.
#[derive(Debug)]
pub struct Texts {
    /// The frame of the pages, their titles, the error pages.
    pub shell: ShellText,
    /// Sign-in, passwords, sessions.
    pub people: PeopleText,
    /// The list of accounts, and what tells them apart.
    pub accounts: AccountsText,
    /// The people of an account.
    pub contacts: ContactsText,
    pub invitations: InvitationsText,
    /// Which mails they get.
    pub notifications: NotificationsText,
    /// Requests for access.
    pub asking: AskingText,
    /// Why somebody cannot sign in.
    pub sign_in_check: SignInCheckText,
    pub profile: ProfileText,
    /// Names and help of every right.
    pub rights: RightsText,
    /// The page Access rules, roles and templates.
    pub roles: RolesText,
    /// Who owns an account.
    pub ownership: OwnershipText,
    /// Services, domains, invoices, activity.
    pub lists: ListsText,
    /// Pages that are no longer what they were.
    pub live: LiveText,
    /// What can go wrong.
    pub problems: ProblemsText,
}

static EN: Texts = Texts {
    shell: shell::EN,
    people: people::EN,
    accounts: accounts::EN,
    contacts: contacts::EN,
    invitations: invitations::EN,
    notifications: notifications::EN,
    asking: asking::EN,
    profile: profile::EN,
    sign_in_check: sign_in_check::EN,
    rights: words::EN,
    roles: roles::EN,
    ownership: ownership::EN,
    lists: lists::EN,
    live: live::EN,
    problems: problems::EN,
};

static DE: Texts = Texts {
    shell: shell::DE,
    people: people::DE,
    accounts: accounts::DE,
    contacts: contacts::DE,
    invitations: invitations::DE,
    notifications: notifications::DE,
    asking: asking::DE,
    profile: profile::DE,
    sign_in_check: sign_in_check::DE,
    rights: words::DE,
    roles: roles::DE,
    ownership: ownership::DE,
    lists: lists::DE,
    live: live::DE,
    problems: problems::DE,
};

impl Texts {
    /// What a change was.
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::Contact(change) => self.contacts.change(change),
        }
    }

    /// What forms call a field of a change; `None` for what has no single field.
    pub fn field(&self, name: &str) -> Option<&'static str> {
        match name {
            "first_name" => Some(self.contacts.first_name),
            "last_name" => Some(self.contacts.last_name),
            "email" | "emails" => Some(self.contacts.email_address),
            "ends_on" => Some(self.invitations.ends_on),
            "reason" => Some(self.invitations.reason),
            "name" => Some(self.roles.template_name),
            "phone" => Some(self.contacts.phone),
            "note" => Some(self.contacts.note),
            "language" => Some(self.profile.language_label),
            "time_zone" => Some(self.profile.time_zone),
            "word" => Some(self.asking.word),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_are_those_of_the_contract() {
        let text = texts_in(Language::En);
        let labels = [
            text.shell.account,
            text.shell.manage_contacts,
            text.shell.services,
            text.shell.domains,
            text.shell.billing,
            text.shell.support,
            text.shell.data_center,
            text.shell.order,
            text.shell.my_account,
            text.shell.user_management,
            text.shell.security,
            text.shell.sign_out,
            text.shell.management_mode,
            text.shell.delegate_access,
            text.shell.exit_management_mode,
            text.shell.stop,
            text.accounts.leave,
            text.people.email,
            text.people.password,
            text.people.sign_in,
            text.people.forgot,
            text.invitations.invite,
            text.invitations.send,
            text.invitations.resend,
            text.invitations.copy_link,
            text.invitations.cancel,
        ];
        let mut labels = labels.map(str::to_owned).to_vec();
        labels.extend([(text.shell.accessing)("Acme"), (text.shell.viewing_as)("Ann Lee")]);
        insta::assert_snapshot!("labels", labels.join("\n"));
    }
}
