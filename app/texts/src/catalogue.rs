//! All the words, and the languages there are.

use crate::contract::{self, Declared, File};
use crate::mails::MailWords;
use crate::provided::{Source, said};
use crate::words::{Wording, Words};
use domain::person::Language;
use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

/// A folder of words, with what the portal itself says in its languages.
#[derive(Debug)]
pub(crate) struct Part {
    /// `contacts/list`.
    pub(crate) path: &'static str,
    /// Tag and file of each language.
    languages: &'static [(&'static str, &'static str)],
}

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

impl Part {
    /// The portal's own file for a language.
    pub(crate) fn own(&self, tag: &str) -> Option<File> {
        self.languages.iter().find(|(of, _)| *of == tag).map(|(_, text)| contract::read(text))
    }

    /// The tags of the portal's own languages.
    pub(crate) fn tags(&self) -> impl Iterator<Item = &'static str> {
        self.languages.iter().map(|(tag, _)| *tag)
    }

    /// What its messages are.
    pub(crate) fn declared(&self) -> Vec<Declared> {
        // What English says was held against itself when it was built.
        self.own(Language::default().tag()).and_then(|file| contract::declared(&file).ok()).unwrap_or_default()
    }
}

/// The words of pages in `language`.
pub fn texts_in(language: Language) -> &'static Texts {
    &said(language).texts
}

/// The words of mails in `language`.
pub fn mails_in(language: Language) -> &'static MailWords {
    &said(language).mails
}

#[cfg(test)]
mod tests {
    use crate::testing::en;

    #[test]
    fn the_labels_are_those_of_the_contract() {
        let text = en();
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
        labels.extend([text.shell.accessing("Acme"), text.shell.viewing_as("Ann Lee")]);
        insta::assert_snapshot!("labels", labels.join("\n"));
    }
}
