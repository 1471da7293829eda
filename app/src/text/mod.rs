//! The words of the portal, in every language it speaks.
//!
//! A feature's words are one struct with one constant per language, so a missing text does not compile. They are in its
//! `text.rs`, with what the log says of its facts and what can be wrong with what was typed. Here is the list of features,
//! and what belongs to none. Texts with something in them are functions. The labels of PRODUCT section 1 are a contract:
//! change them there first.

pub mod problems;

use crate::request::language;
use crate::{
    accounts, asking, billing, coming, contacts, domains, invitations, live, notifications, outbound, ownership,
    people, profile, rights, services, shell,
};
use domain::audit::{Change, FactKind};
use domain::person::Language;
use domain::words::{self, RightsText};
use problems::ProblemsText;

/// All the words in one language.
#[derive(Debug)]
pub struct Texts {
    /// The frame of the pages, their titles, the error pages.
    pub shell: shell::text::ShellText,
    /// Sign-in, passwords, sessions.
    pub people: people::text::PeopleText,
    /// The list of accounts, what tells them apart, and an account's own pages.
    pub accounts: accounts::text::AccountsText,
    /// The people of an account.
    pub contacts: contacts::text::ContactsText,
    pub invitations: invitations::text::InvitationsText,
    /// Which mails they get.
    pub notifications: notifications::text::NotificationsText,
    /// Requests for access.
    pub asking: asking::text::AskingText,
    pub profile: profile::text::ProfileText,
    /// Names and help of every right.
    pub rights: RightsText,
    /// The page Access rules, roles and templates.
    pub roles: rights::text::RolesText,
    /// Who owns an account.
    pub ownership: ownership::text::OwnershipText,
    pub services: services::text::ServicesText,
    pub domains: domains::text::DomainsText,
    /// Invoices.
    pub billing: billing::text::BillingText,
    /// Support, Data Center and Order.
    pub coming: coming::text::ComingText,
    /// On to another site.
    pub outbound: outbound::text::OutboundText,
    /// Pages that are no longer what they were.
    pub live: live::text::LiveText,
    /// What can go wrong.
    pub problems: ProblemsText,
}

static EN: Texts = Texts {
    shell: shell::text::EN,
    people: people::text::EN,
    accounts: accounts::text::EN,
    contacts: contacts::text::EN,
    invitations: invitations::text::EN,
    notifications: notifications::text::EN,
    asking: asking::text::EN,
    profile: profile::text::EN,
    rights: words::EN,
    roles: rights::text::EN,
    ownership: ownership::text::EN,
    services: services::text::EN,
    domains: domains::text::EN,
    billing: billing::text::EN,
    coming: coming::text::EN,
    outbound: outbound::text::EN,
    live: live::text::EN,
    problems: problems::EN,
};

static DE: Texts = Texts {
    shell: shell::text::DE,
    people: people::text::DE,
    accounts: accounts::text::DE,
    contacts: contacts::text::DE,
    invitations: invitations::text::DE,
    notifications: notifications::text::DE,
    asking: asking::text::DE,
    profile: profile::text::DE,
    rights: words::DE,
    roles: rights::text::DE,
    ownership: ownership::text::DE,
    services: services::text::DE,
    domains: domains::text::DE,
    billing: billing::text::DE,
    coming: coming::text::DE,
    outbound: outbound::text::DE,
    live: live::text::DE,
    problems: problems::DE,
};

impl Texts {
    /// What a change was.
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::Contact(change) => self.contacts.change(change),
        }
    }

    /// What the log says of a fact, before the names of so many contacts.
    pub fn fact(&self, kind: FactKind, targets: usize) -> &'static str {
        match kind {
            FactKind::Person(kind) => (self.people.fact)(kind),
            FactKind::Account(kind) => (self.accounts.fact)(kind),
            FactKind::Contact(kind) => (self.contacts.fact)(kind, targets),
            FactKind::Invitation(kind) => (self.invitations.fact)(kind),
            FactKind::Role(kind) => (self.roles.fact)(kind),
            FactKind::Ownership(kind) => (self.ownership.fact)(kind),
            FactKind::Notification(kind) => (self.notifications.fact)(kind),
            FactKind::Request(kind) => (self.asking.fact)(kind),
            FactKind::Installation(kind) => (self.accounts.activity.installation)(kind),
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
            "password" => Some(self.contacts.form.password),
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
