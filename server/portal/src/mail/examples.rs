//! Each letter with made-up data: what templates are tried with, and what a preview shows.

use crate::asking::letters::AskingLetter;
use crate::mail::letter::{Because, Entry, Letter, Signature};
use crate::profile::letters::EmailLetter;
use domain::agent::Browser;
use domain::notification::{Category, Why};

/// What the example letters are made of.
#[derive(Debug)]
pub(crate) struct Examples {
    sign_in: String,
    forgot: String,
    security: String,
    reset: String,
    invitation: String,
    account: String,
    contact: String,
    settings: String,
    lines: Vec<String>,
    details: Vec<String>,
    entries: Vec<Entry>,
}

impl Examples {
    /// Examples of mails from the portal at this address.
    pub(crate) fn new(public_url: &str) -> Self {
        let lines = vec!["View invoices given".to_owned(), "Power Management on web-01 taken away".to_owned()];
        let entry = |kind, lines: &[String]| Entry {
            by: (Signature::SAMPLE.name.to_owned(), Signature::SAMPLE.email.to_owned()),
            contact: "Tina Technician".to_owned(),
            kind,
            lines: lines.to_vec(),
        };
        let details = vec!["Telephone is now “+49 30 5550 100”".to_owned()];
        Self {
            entries: vec![entry("access", &lines), entry("profile", &details), entry("left", &[])],
            sign_in: format!("{public_url}/sign-in"),
            forgot: format!("{public_url}/forgot"),
            security: format!("{public_url}/me/security"),
            reset: format!("{public_url}/reset/0123456789abcdef"),
            invitation: format!("{public_url}/invitations/0123456789abcdef"),
            account: format!("{public_url}/a/example"),
            contact: format!("{public_url}/a/example/contacts/example"),
            settings: format!("{public_url}/a/example/contacts/example/notifications"),
            details,
            lines,
        }
    }

    /// Each letter, in each of its forms: what templates are tried with, and what a preview shows.
    pub(crate) fn letters(&self) -> Vec<Letter<'_>> {
        let (name, by, contact, account) = ("Anna", Signature::SAMPLE, "Tina Technician", "Example Ltd");
        let tina = Signature { name: contact, email: "tina@example.com" };
        let because = |why, settings| Because { why, category: Category::UserManagement, account, settings };
        let (link, lines, settings) = (self.contact.as_str(), &self.lines, Some(self.settings.as_str()));
        let answered =
            |declined, reason| Letter::InvitationAnswered { name, contact: tina, account, declined, reason, link };
        let (at, forgot) = ("1 Jan 2026, 12:00 UTC", self.forgot.as_str());
        let new_browser = |agent| Letter::NewBrowser {
            name,
            at,
            browser: Browser::of(agent),
            ip: "192.0.2.1",
            forgot,
            security: &self.security,
        };
        let access = |because| Letter::AccessChanged { name, by, contact, account, lines, link, because };
        let mut letters = vec![
            Letter::ContactAdded { name, by, account, sign_in: Some(&self.sign_in) },
            Letter::ContactAdded { name, by, account, sign_in: None },
            Letter::ResetPassword { name, link: &self.reset, valid_seconds: 3_600 },
            Letter::ResetPassword { name, link: &self.reset, valid_seconds: 7 * 86_400 },
            Letter::PasswordChanged { name, at: "1 Jan 2026, 12:00 UTC", forgot: &self.forgot },
            Letter::Invited { by, account, link: &self.invitation, days: 7 },
            Letter::AccessGiven { name, by, account, link: &self.account, refuse: &self.invitation, days: 7 },
            answered(true, "I do not know you."),
            answered(false, ""),
            Letter::PasswordChanged { name, at, forgot },
            new_browser("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            new_browser("curl/8.5.0"),
            new_browser(""),
            access(because(Why::Owner, settings)),
            access(because(Why::Chosen, settings)),
            access(because(Why::Concerned, settings)),
            access(because(Why::Chosen, None)),
            Letter::ProfileChanged {
                name,
                by,
                contact,
                account,
                lines: &self.details,
                link,
                because: because(Why::Chosen, settings),
            },
        ];
        letters.push(Letter::ContactLeft {
            name,
            contact: tina,
            account,
            link,
            because: because(Why::Owner, settings),
        });
        let several = |more, because| {
            let (link, entries) = (self.account.as_str(), self.entries.as_slice());
            Letter::SeveralChanges { name, account, entries, more, link, because }
        };
        letters.push(several(0, because(Why::Owner, settings)));
        letters.push(several(1_500, because(Why::Chosen, None)));
        letters.push(Letter::ViewedAs { name, by, account, at, minutes: 30 });
        letters.extend(AskingLetter::samples().map(Letter::Asking));
        letters.extend(EmailLetter::samples().map(Letter::Email));
        letters
    }
}
